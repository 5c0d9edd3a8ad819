package org.prevenance.forecast.judge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A figure with its 95 % interval: the 2.5th and 97.5th percentile of the same figure over resamples of whole days
/// (percentile interval; Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, chapter 13).
public record Figure(double value, double low, double high) {
    private static final double TAIL = 0.025;

    /// Null where the figure has no value.
    ///
    /// @param drawn the figure in each resample, NaN where it has none there; sorted by this
    static @Nullable Figure of(double value, double[] drawn) {
        if (!Double.isFinite(value)) {
            return null;
        }
        Arrays.sort(drawn);
        int finite = drawn.length;
        while (finite > 0 && Double.isNaN(drawn[finite - 1])) {
            finite--;
        }
        return finite == 0
                ? new Figure(value, value, value)
                : new Figure(value, quantile(drawn, finite, TAIL), quantile(drawn, finite, 1 - TAIL));
    }

    /// A share. Where it is 0 or 1 on all days it is so in every resample, which says nothing; then the bound is that
    /// of
    /// Clopper and Pearson (1934) for so many days.
    static @Nullable Figure ofShare(double value, double[] drawn, int days) {
        double bound = Math.pow(TAIL, 1.0 / Math.max(1, days));
        if (value == 0) {
            return new Figure(0, 0, 1 - bound);
        }
        return value == 1 ? new Figure(1, bound, 1) : of(value, drawn);
    }

    /// The value at rank `q` of sorted values, linear between neighbours (type 7 of Hyndman and Fan, 1996).
    private static double quantile(double[] sorted, int length, double q) {
        double rank = (length - 1) * q;
        int below = (int) rank;
        double low = sorted[below];
        return below + 1 == length ? low : low + (rank - below) * (sorted[below + 1] - low);
    }
}
