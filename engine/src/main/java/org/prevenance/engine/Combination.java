package org.prevenance.engine;

import java.util.Arrays;
import org.prevenance.event.Raw;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;

/// Several values made one. The order of the values does not matter.
final class Combination {
    private Combination() {}

    /// @param kind the kind of the values; sums of nothing are 0, other results of nothing are absent
    static long of(long[] values, Fold.Take take, ValueType.Kind kind) {
        return switch (take) {
            case COUNT -> values.length;
            case SUM ->
                isExact(values, kind) ? Arithmetic.sum(total(values, kind), kind) : Numbers.raw(sum(values, kind));
            case MEAN ->
                isExact(values, kind)
                        ? Arithmetic.mean(total(values, kind), values.length, kind)
                        : Numbers.raw(sum(values, kind) / values.length);
            case MIN -> extreme(values, kind, -1);
            case MAX -> extreme(values, kind, 1);
            case MEDIAN -> Arithmetic.quantile(sorted(values, kind), values.length, 0.5, kind);
            case DISTINCT -> Arrays.stream(values).distinct().count();
            case FIRST_KEY, LAST_KEY -> throw new IllegalStateException("Keys are no values to combine.");
        };
    }

    /// Whether the values are whole millionths, as those of events are, and not quotients such as means.
    private static boolean isExact(long[] values, ValueType.Kind kind) {
        if (kind == ValueType.Kind.NUMBER) {
            for (long value : values) {
                if (Arithmetic.addend(value, kind) / (double) Raw.MICROS != Numbers.of(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Added up from the smallest to the largest, so that the order of the groups does not matter.
    private static double sum(long[] values, ValueType.Kind kind) {
        double sum = 0;
        for (long value : sorted(values, kind)) {
            sum += Numbers.of(value);
        }
        return sum;
    }

    private static long total(long[] values, ValueType.Kind kind) {
        long total = 0;
        for (long value : values) {
            total = Math.addExact(total, Arithmetic.addend(value, kind));
        }
        return total;
    }

    private static long extreme(long[] values, ValueType.Kind kind, int sign) {
        long best = Raw.ABSENT;
        for (long value : values) {
            if (best == Raw.ABSENT || sign * Arithmetic.compare(value, best, kind) > 0) {
                best = value;
            }
        }
        return best;
    }

    static long[] sorted(long[] values, ValueType.Kind kind) {
        Long[] boxed = Arrays.stream(values).boxed().toArray(Long[]::new);
        Arrays.sort(boxed, (a, b) -> Arithmetic.compare(a, b, kind));
        return Arrays.stream(boxed).mapToLong(Long::longValue).toArray();
    }
}
