package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day as the watch saw it.
///
/// @param planned    habits that the day's plan rests on, as known when the day began
/// @param unfamiliar share of them met on fewer than [Watch#FAMILIAR] earlier days; NaN where nothing was planned, and
///                   on the first fourteen days, when all is new
/// @param answers    of the forecast whose truth became known on this day
/// @param loss       mean over them; NaN where there is none
/// @param promised   mean loss of the promise on the same questions; NaN where there is none
/// @param covered    share of truths inside of the interval; NaN where there was none
/// @param alarms     raised by this day
/// @param silence    why the forecast should keep silent on this day, by what was known when it began; null where it
///                   need not
public record WatchedDay(
        LocalDate date,
        long planned,
        double unfamiliar,
        long answers,
        double loss,
        double promised,
        double covered,
        List<Alarm> alarms,
        @Nullable Reason silence) {
    public WatchedDay {
        alarms = List.copyOf(alarms);
    }
}
