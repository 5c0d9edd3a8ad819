package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;

/// How often a value fell below the one before it, within a window. The one before may lie outside the window.
final class Falls extends Accumulator {
    private final Accumulator counted;
    private final ValueType.Kind kind;
    private long time;
    private long known;
    private long last = Raw.ABSENT;

    /// @param counted counts the falls in the window
    Falls(Accumulator counted, ValueType.Kind kind) {
        this.counted = counted;
        this.kind = kind;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        boolean inOrder =
                last == Raw.ABSENT || event.time > time || (event.time == time && event.known > known) || ordered;
        if (!inOrder) {
            return false;
        }
        boolean fell = last != Raw.ABSENT && Arithmetic.compare(event.value, last, kind) < 0;
        time = event.time;
        known = event.known;
        last = event.value;
        return !fell || counted.add(event, ordered);
    }

    @Override
    long value(long now, long today) {
        return counted.value(now, today);
    }

    @Override
    long nextChange(long now) {
        return counted.nextChange(now);
    }

    @Override
    void clear() {
        last = Raw.ABSENT;
        counted.clear();
    }

    @Override
    long bytes() {
        return 56 + counted.bytes();
    }
}
