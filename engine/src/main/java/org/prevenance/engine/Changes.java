package org.prevenance.engine;

import java.util.Arrays;
import org.prevenance.event.Raw;

/// How often a value was another than the one before it, within a window: 1 for each event that changed one of its
/// values,
/// 0 for the others, summed up. The one before may lie outside the window; a value that is not said stays as it was.
final class Changes extends Accumulator {
    private final Accumulator changes;
    private long time;
    private long known;
    private long number;
    private long[] last = new long[0];

    /// @param changes sums up wholes over the window
    Changes(Accumulator changes) {
        this.changes = changes;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        boolean first = last.length == 0;
        boolean inOrder = first
                || ordered
                || event.time > time
                || (event.time == time && (event.known > known || event.number == number));
        if (!inOrder) {
            return false;
        }
        if (first) {
            last = new long[event.alsoCount + 1];
            Arrays.fill(last, Raw.ABSENT);
        }
        boolean changed = isChange(0, event.value);
        for (int i = 0; i < event.alsoCount; i++) {
            changed |= isChange(i + 1, event.also[i]);
        }
        time = event.time;
        known = event.known;
        number = event.number;
        event.value = changed ? 1 : 0;
        return changes.add(event, ordered);
    }

    private boolean isChange(int place, long value) {
        long before = last[place];
        last[place] = value == Raw.ABSENT ? before : value;
        return before != Raw.ABSENT && value != Raw.ABSENT && value != before;
    }

    @Override
    long value(long now, long today) {
        return changes.value(now, today);
    }

    @Override
    boolean isEmpty(long now, long today) {
        return changes.isEmpty(now, today);
    }

    @Override
    long nextChange(long now) {
        return changes.nextChange(now);
    }

    @Override
    void clear() {
        last = new long[0];
        changes.clear();
    }

    @Override
    long bytes() {
        return 80 + 8L * last.length + changes.bytes();
    }
}
