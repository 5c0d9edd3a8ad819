package org.prevenance.forecast.judge;

/// What the judge asks for.
///
/// @param days      with at least one question, below which a place is silent: with fewer, an interval by bootstrap is
///                  too narrow to be believed. Two weeks: each weekday twice
/// @param questions answered by the forecast, below which a place is silent
/// @param worst     the share of days that are called the worst
/// @param resamples of whole days, for every interval
/// @param seed      the same seed gives the same intervals
public record Rules(int days, int questions, double worst, int resamples, long seed) {
    public static final Rules USUAL = new Rules(14, 50, 0.1, 2_000, 20_250_101L);

    public Rules {
        if (days < 2 || questions < 1 || resamples < 100 || !(worst > 0 && worst < 1)) {
            throw new IllegalArgumentException(
                    "A judge needs 2 days, 1 question and 100 resamples at least, and a share of worst days inside 0 to 1.");
        }
    }
}
