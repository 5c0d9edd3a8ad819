package org.prevenance.simulator;

import org.jspecify.annotations.Nullable;

/// What a story knows about the case that should be raised.
///
/// @param opensFrom earliest day on which it may open
/// @param opensBy   latest day on which it must be open
/// @param opensAt   the exact instant of opening; null where the story only knows days
/// @param closes    the instant from which it closes by itself; null: still open at the end
/// @param harmCents as last judged while open; null where the story does not know it
record Expected(
        int opensFrom,
        int opensBy,
        @Nullable Long opensAt,
        @Nullable Long closes,
        @Nullable Long harmCents) {
    static Expected at(long instant) {
        int day = Frame.dayOf(instant);
        return new Expected(day, day, instant, null, null);
    }

    static Expected between(int from, int by) {
        return new Expected(from, by, null, null, null);
    }

    Expected harm(long cents) {
        return new Expected(opensFrom, opensBy, opensAt, closes, cents);
    }

    Expected closedAt(long instant) {
        return new Expected(opensFrom, opensBy, opensAt, instant, harmCents);
    }
}
