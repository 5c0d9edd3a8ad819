package org.prevenance.forecast.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether what was said to be likely came about as often as said.
///
/// @param questions with a probability
/// @param happened  share of them in which it came about
/// @param brier     mean squared distance between what was said, 0 to 1, and what came about, 0 or 1 (Brier, 1950)
/// @param plainBrier the same for somebody who always says the share that came about in these questions
/// @param bins      those with questions, from unlikely to likely
/// @param sure      answers told with at least the confidence of [Scale.Choice#sure]; null for other scales, or where
///                  there is none
public record Calibration(
        long questions,
        Figure happened,
        Figure brier,
        Figure plainBrier,
        List<Bin> bins,
        @Nullable Sure sure) {
    /// Into how many bins of equal width probabilities are put.
    static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// Probabilities from `from` up to, but below, `to`; the last takes 1 too.
    ///
    /// @param said     mean probability
    /// @param happened share that came about
    public record Bin(double from, double to, long questions, double said, Figure happened) {}

    /// Answers on which people rely.
    ///
    /// @param share of all answers that had a confidence
    /// @param right share of them that were right
    public record Sure(double confidence, long questions, Figure share, Figure right) {}
}
