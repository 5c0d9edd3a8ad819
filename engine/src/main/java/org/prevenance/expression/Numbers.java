package org.prevenance.expression;

import org.prevenance.event.Raw;

/// Doubles as raw longs.
public final class Numbers {
    private Numbers() {}

    /// The raw form of a double; NaN and infinities become [Raw#ABSENT].
    public static long raw(double value) {
        // adding 0.0 turns -0.0, whose bits are those of ABSENT, into 0.0
        return Double.isFinite(value) ? Double.doubleToRawLongBits(value + 0.0) : Raw.ABSENT;
    }

    public static double of(long raw) {
        return Double.longBitsToDouble(raw);
    }
}
