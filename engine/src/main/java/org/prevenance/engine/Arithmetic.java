package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;

/// Exact sums of raw values: wholes as they are, numbers and money in millionths.
final class Arithmetic {
    private Arithmetic() {}

    /// The value as a long that can be added exactly.
    static long addend(long raw, ValueType.Kind kind) {
        return kind == ValueType.Kind.NUMBER ? Math.round(Numbers.of(raw) * Raw.MICROS) : raw;
    }

    /// The sum as a raw value of the same kind.
    static long sum(long addends, ValueType.Kind kind) {
        return kind == ValueType.Kind.NUMBER ? Numbers.raw(addends / (double) Raw.MICROS) : addends;
    }

    /// The mean: money stays money (rounded to a millionth, half to even), all else is a number.
    static long mean(long addends, long count, ValueType.Kind kind) {
        if (count == 0) {
            return Raw.ABSENT;
        }
        return switch (kind) {
            case MONEY -> (long) Math.rint((double) addends / count);
            case NUMBER -> Numbers.raw(addends / (double) Raw.MICROS / count);
            default -> Numbers.raw((double) addends / count);
        };
    }

    /// The raw value as a double, for quantiles and slopes.
    static double asDouble(long raw, ValueType.Kind kind) {
        return kind == ValueType.Kind.NUMBER ? Numbers.of(raw) : raw;
    }

    /// The quantile `q` of sorted raw values, linear between neighbours; money, times and dates stay exact where a
    /// value is
    /// hit and are rounded half to even between two.
    static long quantile(long[] sorted, int count, double q, ValueType.Kind kind) {
        if (count == 0) {
            return Raw.ABSENT;
        }
        double rank = q * (count - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, count - 1);
        double share = rank - below;
        return switch (kind) {
            case NUMBER -> {
                double low = Numbers.of(sorted[below]);
                yield Numbers.raw(low + share * (Numbers.of(sorted[above]) - low));
            }
            case WHOLE, BOOL -> Numbers.raw(sorted[below] + share * (sorted[above] - sorted[below]));
            default -> {
                long even = sorted[below] & ~1L; // so that halves are rounded by the parity of the result
                yield even + (long) Math.rint((sorted[below] - even) + share * (sorted[above] - sorted[below]));
            }
        };
    }

    /// Compares two raw values of one kind in their natural order.
    static int compare(long a, long b, ValueType.Kind kind) {
        return kind == ValueType.Kind.NUMBER ? Double.compare(Numbers.of(a), Numbers.of(b)) : Long.compare(a, b);
    }
}
