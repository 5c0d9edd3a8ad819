package org.prevenance.forecast.eta;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Eta;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// What was estimated of each arrival in its last fifteen minutes, asked each full minute with what was known by then:
/// `trip.expected`, the operator's, and `forecast.arrival`, ours.
///
/// The real arrival is that of `trip.called` as it stood at the end, where it is sure to within [#SURE] seconds. Where
/// it
/// comes from the operator's own last estimate, as in GTFS-Realtime, the operator is judged mildly.
public final class RunningEstimates {
    /// Real arrivals that may be farther off are not judged by.
    static final long SURE = 60;

    private static final int MINUTES = 15;
    private static final Label LAST_MINUTES = new Label("15min", "dernier quart d’heure", "last quarter of an hour");

    private static final String EVERYWHERE = "all";

    /// One estimate of one arrival; [Raw#ABSENT] where there was none any more.
    private record Estimate(long known, long arrival) {}

    private record Stop(int trip, long stop) {}

    private final Chronicle chronicle;
    private final Slots expected;
    private final Slots forecast;
    private final Slots called;
    private final Map<Stop, List<Estimate>> byOperator = new HashMap<>();
    private final Map<Stop, List<Estimate>> byForecast = new HashMap<>();
    private final Map<Integer, Stop> placeOfCall = new HashMap<>();
    private final Map<Stop, Long> arrived = new HashMap<>();

    private RunningEstimates(Chronicle chronicle) {
        this.chronicle = chronicle;
        expected = new Slots(chronicle, "trip.expected", "arrival");
        forecast = new Slots(chronicle, "forecast.arrival", "arrival");
        called = new Slots(chronicle, "trip.called", "arrived");
    }

    /// The types of event that are looked at.
    public static List<String> reads() {
        return List.of("trip.expected", "forecast.arrival", "trip.called");
    }

    /// Walks all events once.
    ///
    /// @return of our forecast, then of the operator; empty where no arrival was estimated
    public static List<Eta> of(Chronicle chronicle) {
        RunningEstimates estimates = new RunningEstimates(chronicle);
        estimates.walk();
        Trial trial = estimates.trial();
        return trial.rows() == 0 ? List.of() : Judge.judge(trial).etas();
    }

    private void walk() {
        Event row = new Event();
        for (int i = 0; i < chronicle.size(); i++) {
            int type = chronicle.type(i);
            if (type == called.type) {
                chronicle.read(i, row);
                noteCall(i, row);
            } else if (type == expected.type || type == forecast.type) {
                chronicle.read(i, row);
                note(row, type == expected.type ? expected : forecast, type == expected.type ? byOperator : byForecast);
            }
        }
    }

    private static void note(Event row, Slots slots, Map<Stop, List<Estimate>> into) {
        if (row.standing() != Event.Standing.RETRACTION) {
            into.computeIfAbsent(slots.stop(row), unseen -> new ArrayList<>())
                    .add(new Estimate(row.known(), slots.time(row)));
        }
    }

    private void noteCall(int place, Event row) {
        int replaced = chronicle.replaced(place);
        Stop before = replaced < 0 ? null : placeOfCall.get(replaced);
        if (before != null) {
            arrived.remove(before);
        }
        if (row.standing() == Event.Standing.RETRACTION) {
            return;
        }
        Stop stop = called.stop(row);
        placeOfCall.put(place, stop);
        if (called.time(row) != Raw.ABSENT && called.isSure(row)) {
            arrived.put(stop, called.time(row));
        } else {
            arrived.remove(stop);
        }
    }

    /// One question for each full minute in which there was an estimate: how many minutes are left?
    private Trial trial() {
        Trial trial =
                new Trial("eta", Scale.Minutes.ARRIVAL, List.of(Label.FORECAST, Label.ESTIMATE), List.of(LAST_MINUTES));
        arrived.forEach((stop, arrival) -> ask(
                byForecast.getOrDefault(stop, List.of()), byOperator.getOrDefault(stop, List.of()), arrival, trial));
        return trial;
    }

    private void ask(List<Estimate> forecasts, List<Estimate> estimates, long arrival, Trial trial) {
        long lastMinute = Math.floorDiv(arrival, Raw.MINUTE) * Raw.MINUTE;
        for (int before = 0; before <= MINUTES; before++) {
            long asked = lastMinute - before * Raw.MINUTE;
            double[] left = {left(forecasts, asked), left(estimates, asked)};
            if (!Double.isNaN(left[0]) || !Double.isNaN(left[1])) {
                LocalDate day = LocalDate.ofInstant(
                        ZoneDays.instant(asked), chronicle.words().zone());
                double truth = minutes(arrival - asked);
                trial.add(asked / 1000, day, LAST_MINUTES.name(), EVERYWHERE, truth, left)
                        .away(truth);
            }
        }
    }

    /// How many minutes are left by the last estimate that was known; NaN where there was none.
    private static double left(List<Estimate> told, long asked) {
        Estimate known = lastBy(asked, told);
        return known == null || known.arrival == Raw.ABSENT ? Double.NaN : minutes(known.arrival - asked);
    }

    private static double minutes(long micros) {
        return (double) micros / Raw.MINUTE;
    }

    /// The last estimate known by an instant; they stand in the order in which they became known.
    private static @Nullable Estimate lastBy(long instant, List<Estimate> told) {
        for (int i = told.size() - 1; i >= 0; i--) {
            if (told.get(i).known <= instant) {
                return told.get(i);
            }
        }
        return null;
    }

    /// Where the fields of an event type stand.
    private static final class Slots {
        private final int type;
        private final int stop;
        private final int time;
        private final int within;

        Slots(Chronicle chronicle, String name, String timeField) {
            EventType declared = chronicle.words().vocabulary().type(name);
            type = declared == null ? -1 : declared.ordinal();
            stop = slot(declared, "stop");
            time = slot(declared, timeField);
            within = slot(declared, "within");
        }

        private static int slot(@Nullable EventType type, String name) {
            Field field = type == null ? null : type.field(name);
            return field == null ? -1 : field.slot();
        }

        Stop stop(Event row) {
            return new Stop(row.subject(), row.value(stop));
        }

        long time(Event row) {
            return row.value(time);
        }

        boolean isSure(Event row) {
            return within < 0 || row.value(within) == Raw.ABSENT || row.value(within) <= SURE * Raw.MICROS;
        }
    }
}
