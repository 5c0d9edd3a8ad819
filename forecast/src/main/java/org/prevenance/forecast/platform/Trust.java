package org.prevenance.forecast.platform;

import org.jspecify.annotations.Nullable;

/// How often each rule of thumb was right lately, by horizon: of a direction of a line at a stop, leaning on that of
/// the
/// stop, leaning on that of all. Not thread-safe.
final class Trust {
    private static final double LEAN = 4;
    private static final double AT_FIRST = 0.7;

    private final @Nullable Trust wider;
    private final double keep;
    private final double[][] hits;
    private final double[][] all;

    /// @param half after so many calls an observation counts half
    Trust(@Nullable Trust wider, int horizons, double half) {
        this.wider = wider;
        keep = Math.pow(0.5, 1 / half);
        hits = new double[horizons][Rule.COUNT];
        all = new double[horizons][Rule.COUNT];
    }

    void learn(int horizon, int rule, boolean right) {
        hits[horizon][rule] = hits[horizon][rule] * keep + (right ? 1 : 0);
        all[horizon][rule] = all[horizon][rule] * keep + 1;
        if (wider != null) {
            wider.learn(horizon, rule, right);
        }
    }

    /// The share of right answers, 0 to 1.
    double of(int horizon, int rule) {
        double lean = wider == null ? AT_FIRST : wider.of(horizon, rule);
        return (hits[horizon][rule] + LEAN * lean) / (all[horizon][rule] + LEAN);
    }
}
