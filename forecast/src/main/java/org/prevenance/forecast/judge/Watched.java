package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the watch saw, day by day.
///
/// @param days in order of date
/// @param next what would silence the day after the last one, by what is known; null where nothing does
public record Watched(List<WatchedDay> days, @Nullable Reason next) {
    public Watched {
        days = List.copyOf(days);
    }

    /// Why the forecast should keep silent on this day, and null where it need not. A day after all that were seen is
    /// judged by the last of them; one before them was not watched, and is not silenced.
    public @Nullable Reason silence(LocalDate day) {
        if (!days.isEmpty() && day.isAfter(days.getLast().date())) {
            return next;
        }
        for (WatchedDay seen : days) {
            if (seen.date().equals(day)) {
                return seen.silence();
            }
        }
        return null;
    }

    /// Days on which something was noticed.
    public List<WatchedDay> alarming() {
        return days.stream().filter(day -> !day.alarms().isEmpty()).toList();
    }
}
