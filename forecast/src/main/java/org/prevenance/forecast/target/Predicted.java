package org.prevenance.forecast.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.judge.Reason;
import org.prevenance.forecast.judge.Watch;
import org.prevenance.forecast.judge.Watched;

/// What was foretold, and what was not because the watch asked for silence.
///
/// @param made     in the order of their instants
/// @param withheld by day
/// @param answered questions that the model answered on the way, also those that are not shown
public record Predicted(List<Foretold> made, List<Withheld> withheld, long answered) {
    public static final Predicted NOTHING = new Predicted(List.of(), List.of(), 0);

    public Predicted {
        made = List.copyOf(made);
        withheld = List.copyOf(withheld);
    }

    /// Forecasts of one day that were not made.
    ///
    /// @param day       that they would have been about
    /// @param why       the watch asked for silence, the last time that it was asked
    /// @param forecasts how many
    public record Withheld(LocalDate day, Reason why, long forecasts) {}

    /// A forecast that may be made, if the watch does not object.
    ///
    /// @param about the day that it is about, since 1970: that of the train, or of the call
    public record Due(Foretold forecast, long about) {}

    /// Parts what may be made from what must be withheld.
    ///
    /// @param due   in any order
    /// @param watch was told all that was known by the last of them
    /// @param days  of the zone in which the watch counts
    public static Predicted of(List<Due> due, Watch watch, ZoneDays days, long answered) {
        if (due.isEmpty()) {
            return new Predicted(List.of(), List.of(), answered);
        }
        LongSummaryStatistics asking =
                due.stream().mapToLong(one -> days.day(one.forecast.at())).summaryStatistics();
        long first = Math.min(
                asking.getMin(), due.stream().mapToLong(Due::about).min().orElseThrow());
        Watched watched = watch.watched(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(asking.getMax() + 1));
        List<Foretold> made = new ArrayList<>();
        Map<LocalDate, Withheld> withheld = new TreeMap<>();
        due.stream().sorted(ORDER).forEach(one -> {
            LocalDate asked = LocalDate.ofEpochDay(days.day(one.forecast.at()));
            LocalDate about = LocalDate.ofEpochDay(one.about);
            Reason silence = watched.silence(asked, about);
            if (silence == null) {
                made.add(one.forecast);
            } else {
                withheld.merge(
                        about,
                        new Withheld(about, silence, 1),
                        (before, last) -> new Withheld(about, last.why, before.forecasts + 1));
            }
        });
        return new Predicted(made, List.copyOf(withheld.values()), answered);
    }

    private static final Comparator<Due> ORDER = Comparator.<Due>comparingLong(due -> due.forecast.at())
            .thenComparing(due -> due.forecast.subject())
            .thenComparing(due -> due.forecast.key());
}
