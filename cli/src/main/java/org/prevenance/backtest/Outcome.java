package org.prevenance.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a candidate was worth.
///
/// @param live      with what was known at each instant
/// @param hindsight had each event been known when it happened, corrections from the start; null where not asked for
public record Outcome(
        String name,
        List<SignalAbout> signals,
        Side live,
        @Nullable Side hindsight) {
    public Outcome {
        signals = List.copyOf(signals);
    }

    /// A signal that was tried.
    ///
    /// @param horizonDays a case is judged when it opened at least so many days before the end
    /// @param deadline    of its call, as its playbook writes it, `2d`; null: no call
    /// @param hasTruth    whether its playbook says what shows that it was right
    public record SignalAbout(
            String name,
            String titleFr,
            String titleEn,
            int horizonDays,
            @Nullable String deadline,
            boolean hasTruth) {}
}
