package org.prevenance.simulator.world;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a story knows about the case that should be raised.
///
/// @param opensFrom earliest day on which it may open
/// @param opensBy   latest day on which it must be open
/// @param opensAt   the exact instant of opening; null where the story only knows days
/// @param closes    the instant from which it closes by itself; null: still open at the end
/// @param harm      as last judged while open; null where the story does not know it
/// @param unit      of the harm: `EUR`, or `points`
public record Expected(
        int opensFrom,
        int opensBy,
        @Nullable Long opensAt,
        @Nullable Long closes,
        @Nullable BigDecimal harm,
        String unit) {
    public static Expected at(long instant) {
        int day = Frame.dayOf(instant);
        return new Expected(day, day, instant, null, null, "EUR");
    }

    public static Expected between(int from, int by) {
        return new Expected(from, by, null, null, null, "EUR");
    }

    /// Sometime on this day.
    public static Expected on(int day) {
        return between(day, day);
    }

    public Expected harm(long cents) {
        return new Expected(opensFrom, opensBy, opensAt, closes, BigDecimal.valueOf(cents, 2), "EUR");
    }

    /// To the ten-thousandth of a euro.
    public Expected harmTenThousandths(long amount) {
        return new Expected(opensFrom, opensBy, opensAt, closes, BigDecimal.valueOf(amount, 4), "EUR");
    }

    public Expected points(long points) {
        return new Expected(opensFrom, opensBy, opensAt, closes, BigDecimal.valueOf(points), "points");
    }

    public Expected closedAt(long instant) {
        return new Expected(opensFrom, opensBy, opensAt, instant, harm, unit);
    }
}
