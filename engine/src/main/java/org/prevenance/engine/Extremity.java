package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;

/// The first, last, smallest or largest value of a life.
final class Extremity extends Accumulator {
    private final Aggregation aggregation;
    private final ValueType.Kind kind;
    private long time;
    private long known;
    private long number;
    private long value = Raw.ABSENT;

    Extremity(Aggregation aggregation, ValueType.Kind kind) {
        this.aggregation = aggregation;
        this.kind = kind;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        if (value == Raw.ABSENT) {
            return take(event);
        }
        return switch (aggregation) {
            case Aggregation.Min _ -> Arithmetic.compare(event.value, value, kind) >= 0 || take(event);
            case Aggregation.Max _ -> Arithmetic.compare(event.value, value, kind) <= 0 || take(event);
            case Aggregation.First _ -> order(event) < 0 ? take(event) : follows(event, ordered) || order(event) > 0;
            case Aggregation.Last _ -> order(event) > 0 || follows(event, ordered) ? take(event) : order(event) < 0;
            default -> throw new IllegalStateException("No extremity for " + aggregation + ".");
        };
    }

    /// Before, beside or after the event held; beside (same time, same known time) only the history's order can decide.
    private int order(Contribution event) {
        return event.time != time ? Long.compare(event.time, time) : Long.compare(event.known, known);
    }

    /// Whether it comes after the event held for sure: as all do in the order of history, and the items of one list.
    private boolean follows(Contribution event, boolean ordered) {
        return ordered || event.number == number;
    }

    private boolean take(Contribution event) {
        time = event.time;
        known = event.known;
        number = event.number;
        value = event.value;
        return true;
    }

    /// When the event held happened; only where there is a value.
    long time() {
        return time;
    }

    @Override
    long value(long now, long today) {
        return value;
    }

    @Override
    boolean isEmpty(long now, long today) {
        return value == Raw.ABSENT;
    }

    @Override
    void clear() {
        value = Raw.ABSENT;
    }

    @Override
    long bytes() {
        return 64;
    }
}
