package org.prevenance.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A figure with its 95 % interval: the 2.5th and 97.5th percentile of the same figure over the resamples (percentile
/// interval; Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, chapter 13).
public final class Estimate {
    private static final double TAIL = 0.025;

    private final double value;
    private final double low;
    private final double high;
    private final double[] drawn;

    private Estimate(double value, double low, double high, double[] drawn) {
        this.value = value;
        this.low = low;
        this.high = high;
        this.drawn = drawn;
    }

    private Estimate(double value, double[] drawn) {
        this.value = value;
        this.drawn = drawn;
        double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        low = sorted.length == 0 ? value : quantile(sorted, TAIL);
        high = sorted.length == 0 ? value : quantile(sorted, 1 - TAIL);
    }

    /// Null where the figure has no value: a share of nothing.
    ///
    /// @param drawn the figure in each resample, NaN where it has none there; kept, not copied
    static @Nullable Estimate of(double value, double[] drawn) {
        return Double.isFinite(value) ? new Estimate(value, drawn) : null;
    }

    /// A sum, which always has a value.
    static Estimate ofSum(double value, double[] drawn) {
        return new Estimate(value, drawn);
    }

    /// A share. Where it is 0 or 1 in all customers, it is so in every resample, which says nothing; then the bound is
    /// that
    /// of Clopper and Pearson (1934) for so many customers.
    ///
    /// @param customers that have some part in the share
    static @Nullable Estimate ofShare(double value, double[] drawn, int customers) {
        if (value == 0) {
            return new Estimate(0, 0, 1 - Math.pow(TAIL, 1.0 / customers), drawn);
        }
        return value == 1 ? new Estimate(1, Math.pow(TAIL, 1.0 / customers), 1, drawn) : of(value, drawn);
    }

    public double value() {
        return value;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    /// How much larger this is than another figure over the same resamples.
    public Estimate minus(Estimate other) {
        double[] differences = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            differences[i] = drawn[i] - other.drawn[i];
        }
        return new Estimate(value - other.value, differences);
    }

    /// The value at rank `q` of sorted values, linear between neighbours (type 7 of Hyndman and Fan, 1996).
    static double quantile(double[] sorted, double q) {
        double rank = (sorted.length - 1) * q;
        int below = (int) rank;
        double low = sorted[below];
        return below + 1 == sorted.length ? low : low + (rank - below) * (sorted[below + 1] - low);
    }
}
