package org.prevenance.engine;

import org.prevenance.event.Raw;

/// What is kept of a fold's events for one subject, as little as the window needs.
///
/// Values come in as raw longs of the fold's value type and go out as raw longs of the indicator's type. Instants only
/// move
/// forward between two calls of [#clear]. Not thread-safe.
abstract sealed class Accumulator
        permits Total, Extremity, DayRing, Points, Groups, Streaks, Rows, Moves, Repeats, Contradictions {
    /// Takes one event in.
    ///
    /// @param ordered whether events come in the order of [History], as they do when an indicator is folded anew
    /// @return false when it cannot be taken in passing: the indicator must be folded anew
    abstract boolean add(Contribution event, boolean ordered);

    /// The value at an instant of judgement; [Raw#ABSENT] where there is none.
    abstract long value(long now, long today);

    /// Whether no event counts at an instant of judgement: its group then has no value, not even 0.
    abstract boolean isEmpty(long now, long today);

    /// Whether [#add] always answers false, because nothing is kept between two judgements.
    boolean keepsNothing() {
        return false;
    }

    /// The next instant after `now` at which the value changes without any event, other than at a day's start;
    /// [Long#MAX_VALUE]: none.
    long nextChange(long now) {
        return Long.MAX_VALUE;
    }

    /// Forgets everything.
    abstract void clear();

    /// About how many bytes it takes on the heap.
    abstract long bytes();

    /// One event as a fold sees it. Reused from event to event.
    static final class Contribution {
        long time;
        long known;
        long day;
        long value = Raw.ABSENT;
        /// Further values, the first `alsoCount` of them.
        long[] also = new long[4];
        int alsoCount;
        long[] keys = new long[4];
        int keyCount;
        long apart = Raw.ABSENT;
        /// Which event, of those folded in passing; the items of one list share it, and come in their order.
        long number;
        /// The event takes away what its group held.
        boolean unless;
    }
}
