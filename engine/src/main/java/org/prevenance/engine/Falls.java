package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;

/// How often a value fell below the one before it, within a window: 1 for each event that fell, 0 for the others,
/// summed
/// up. The one before may lie outside the window.
final class Falls extends Accumulator {
    private final Accumulator falls;
    private final ValueType.Kind kind;
    private long time;
    private long known;
    private long number;
    private long last = Raw.ABSENT;

    /// @param falls sums up wholes over the window
    Falls(Accumulator falls, ValueType.Kind kind) {
        this.falls = falls;
        this.kind = kind;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        boolean inOrder = last == Raw.ABSENT
                || event.time > time
                || (event.time == time && (event.known > known || event.number == number))
                || ordered;
        if (!inOrder) {
            return false;
        }
        boolean fell = last != Raw.ABSENT && Arithmetic.compare(event.value, last, kind) < 0;
        time = event.time;
        known = event.known;
        number = event.number;
        last = event.value;
        event.value = fell ? 1 : 0;
        return falls.add(event, ordered);
    }

    @Override
    long value(long now, long today) {
        return falls.value(now, today);
    }

    @Override
    boolean isEmpty(long now, long today) {
        return falls.isEmpty(now, today);
    }

    @Override
    long nextChange(long now) {
        return falls.nextChange(now);
    }

    @Override
    void clear() {
        last = Raw.ABSENT;
        falls.clear();
    }

    @Override
    long bytes() {
        return 64 + falls.bytes();
    }
}
