package org.prevenance.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Window;

/// Where a calendar window begins and ends: half-open, in microseconds since 1970 UTC.
final class CalendarSpan {
    private CalendarSpan() {}

    static long start(Window.Calendar window, long now, long today, ZoneDays days) {
        if (window.unit() == Window.Unit.HOUR) {
            return Math.floorDiv(now, Raw.HOUR) * Raw.HOUR - window.before() * Raw.HOUR;
        }
        return days.start(firstDay(window.unit(), today, window.before()));
    }

    static long end(Window.Calendar window, long now, long today, ZoneDays days) {
        if (window.unit() == Window.Unit.HOUR) {
            return start(window, now, today, days) + Raw.HOUR;
        }
        return days.start(firstDay(window.unit(), today, window.before() - 1));
    }

    private static long firstDay(Window.Unit unit, long today, int before) {
        LocalDate date = LocalDate.ofEpochDay(today);
        return switch (unit) {
            case HOUR -> throw new IllegalStateException("An hour has no first day.");
            case DAY -> date.minusDays(before).toEpochDay();
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(before)
                        .toEpochDay();
            case MONTH -> date.withDayOfMonth(1).minusMonths(before).toEpochDay();
        };
    }
}
