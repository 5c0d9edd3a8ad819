package org.prevenance.forecast.judge;

import org.jspecify.annotations.Nullable;

/// How far away an arrival was when it was foretold, and what counts as accurate then: TransitApp's *ETA Accuracy
/// Benchmark* (2024), which public transport uses to compare running estimates. Too early is held more strictly than
/// too late, since whoever comes in time for a vehicle that has gone misses it.
///
/// A prediction belongs to a bucket by the time from when it was made to when the vehicle *really* came: the start of a
/// bucket belongs to it, its end does not. Both limits of accuracy count as accurate.
public enum EtaBucket {
    UP_TO_3(0, 3, 0.5, 1.5),
    UP_TO_6(3, 6, 1, 2.5),
    UP_TO_10(6, 10, 1, 3.5),
    UP_TO_15(10, 15, 1.5, 4.5);

    private final double from;
    private final double to;
    private final double early;
    private final double late;

    EtaBucket(double from, double to, double early, double late) {
        this.from = from;
        this.to = to;
        this.early = early;
        this.late = late;
    }

    /// Null outside of 0 to 15 minutes.
    static @Nullable EtaBucket holding(double minutes) {
        for (EtaBucket bucket : values()) {
            if (minutes >= bucket.from && minutes < bucket.to) {
                return bucket;
            }
        }
        return null;
    }

    /// @param error minutes by which the vehicle came later than foretold
    boolean accurate(double error) {
        return error >= -early && error <= late;
    }

    /// Minutes.
    public double from() {
        return from;
    }

    /// Minutes.
    public double to() {
        return to;
    }
}
