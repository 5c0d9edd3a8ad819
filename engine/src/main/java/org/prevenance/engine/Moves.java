package org.prevenance.engine;

import java.util.Arrays;
import org.prevenance.event.Raw;

/// How often a value moved from the one before it, within a window: 1 for each event of which one of the values moved,
/// 0 for the others, summed up. The one before may lie outside the window; a value that is not said stays as it was.
final class Moves extends Accumulator {
    /// What counts as a move; both have a value.
    interface Comparison {
        boolean moved(long before, long value);
    }

    private final Accumulator moves;
    private final Comparison comparison;
    private long time;
    private long known;
    private long number;
    private long[] last = new long[0];

    /// @param moves sums up wholes over the window
    Moves(Accumulator moves, Comparison comparison) {
        this.moves = moves;
        this.comparison = comparison;
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
        boolean moved = isMove(0, event.value);
        for (int i = 0; i < event.alsoCount; i++) {
            moved |= isMove(i + 1, event.also[i]);
        }
        time = event.time;
        known = event.known;
        number = event.number;
        event.value = moved ? 1 : 0;
        return moves.add(event, ordered);
    }

    private boolean isMove(int place, long value) {
        long before = last[place];
        last[place] = value == Raw.ABSENT ? before : value;
        return before != Raw.ABSENT && value != Raw.ABSENT && comparison.moved(before, value);
    }

    @Override
    long value(long now, long today) {
        return moves.value(now, today);
    }

    @Override
    boolean isEmpty(long now, long today) {
        return moves.isEmpty(now, today);
    }

    @Override
    long nextChange(long now) {
        return moves.nextChange(now);
    }

    @Override
    void clear() {
        last = new long[0];
        moves.clear();
    }

    @Override
    long bytes() {
        return 80 + 8L * last.length + moves.bytes();
    }
}
