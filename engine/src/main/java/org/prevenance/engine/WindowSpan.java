package org.prevenance.engine;

import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Window;

/// The half-open span of time that a window covers at an instant, in microseconds since 1970 UTC; all of time for
/// windows
/// that are not of time.
final class WindowSpan {
    private WindowSpan() {}

    static long start(Window window, long now, long today, ZoneDays days) {
        return switch (window) {
            case Window.Life _, Window.LastEvents _ -> Long.MIN_VALUE;
            case Window.Sliding sliding -> now - sliding.before() - sliding.micros() + 1;
            case Window.Days span -> days.start(today - span.before() - span.days() + 1);
            case Window.Calendar calendar -> CalendarSpan.start(calendar, now, today, days);
        };
    }

    static long end(Window window, long now, long today, ZoneDays days) {
        return switch (window) {
            case Window.Life _, Window.LastEvents _ -> Long.MAX_VALUE;
            case Window.Sliding sliding -> now - sliding.before() + 1;
            case Window.Days span -> days.start(today - span.before() + 1);
            case Window.Calendar calendar -> CalendarSpan.end(calendar, now, today, days);
        };
    }
}
