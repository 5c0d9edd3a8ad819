package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the watch saw, day by day.
///
/// @param days     in order of date
/// @param next     what silences the day after the last one, by what was known when it began; null where nothing does
/// @param mornings what was known as each day began, from the first of [#days] to the day after the last
public record Watched(List<WatchedDay> days, @Nullable Reason next, Map<LocalDate, Morning> mornings) {
    /// Of a time on which nothing was asked.
    static final Watched NOTHING = new Watched(List.of(), null, Map.of());

    /// What is known as a day begins.
    ///
    /// @param standing silences all that is asked on this day; null where nothing does
    /// @param changed  plans that are not the ones that the forecast learnt from: of this day and of days to come
    public record Morning(@Nullable Reason standing, Map<LocalDate, Reason> changed) {
        public Morning {
            changed = Map.copyOf(changed);
        }
    }

    public Watched {
        days = List.copyOf(days);
        mornings = Map.copyOf(mornings);
    }

    /// Why the forecast should keep silent about a day when it is asked on that day, and null where it need not.
    public @Nullable Reason silence(LocalDate day) {
        return silence(day, day);
    }

    /// Why the forecast should keep silent, by what was known when the day began on which it is asked; null where it
    /// need not. A day that was not watched silences nothing.
    ///
    /// @param asked the day on which it is asked
    /// @param about the day that it is asked about, such as that of the train
    public @Nullable Reason silence(LocalDate asked, LocalDate about) {
        return silence(mornings, asked, about);
    }

    static @Nullable Reason silence(Map<LocalDate, Morning> mornings, LocalDate asked, LocalDate about) {
        // a train of yesterday that is still to come rests on the plan of yesterday
        Morning planned = mornings.get(about.isBefore(asked) ? about : asked);
        Reason changed = planned == null ? null : planned.changed.get(about);
        Morning morning = mornings.get(asked);
        return changed != null || morning == null ? changed : morning.standing;
    }

    /// Days on which something was noticed.
    public List<WatchedDay> alarming() {
        return days.stream().filter(day -> !day.alarms().isEmpty()).toList();
    }
}
