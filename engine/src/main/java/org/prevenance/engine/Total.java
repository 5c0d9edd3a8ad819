package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;

/// Count, sum, mean or share of all events of a life.
final class Total extends Accumulator {
    private final Aggregation aggregation;
    private final ValueType.Kind kind;
    private long count;
    private long sum;
    private boolean overflowed;

    Total(Aggregation aggregation, ValueType.Kind kind) {
        this.aggregation = aggregation;
        this.kind = kind;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        count++;
        if (!(aggregation instanceof Aggregation.Count)) {
            long addend = Arithmetic.addend(event.value, kind);
            long before = sum;
            sum += addend;
            overflowed |= ((before ^ sum) & (addend ^ sum)) < 0;
        }
        return true;
    }

    @Override
    long value(long now, long today) {
        return overflowed ? Raw.ABSENT : of(aggregation, count, sum, kind);
    }

    @Override
    boolean isEmpty(long now, long today) {
        return count == 0;
    }

    /// The value of count, sum, mean or share from a count and an exact sum.
    static long of(Aggregation aggregation, long count, long sum, ValueType.Kind kind) {
        return switch (aggregation) {
            case Aggregation.Count _ -> count;
            case Aggregation.Sum _ -> Arithmetic.sum(sum, kind);
            case Aggregation.Mean _ -> Arithmetic.mean(sum, count, kind);
            case Aggregation.Share _ -> count == 0 ? Raw.ABSENT : Numbers.raw((double) sum / count);
            default -> throw new IllegalStateException("No total for " + aggregation + ".");
        };
    }

    @Override
    void clear() {
        count = 0;
        sum = 0;
        overflowed = false;
    }

    @Override
    long bytes() {
        return 48;
    }
}
