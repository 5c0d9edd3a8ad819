package org.prevenance.forecast.gtfs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.gtfs.Update.StopUpdate;

/// One trip on one day, as messages speak of it: its calls by the timetable, or, where it is in none, as they come up.
/// Not thread-safe.
final class Run {
    final String id;
    private final @Nullable Stops stops;
    private final boolean planned;
    private final List<Call> calls = new ArrayList<>();

    /// Id of the vehicle that was told last; empty before.
    String vehicle = "";

    /// When a message last spoke of it, seconds since 1970 UTC.
    long spokenAt;

    /// Whether the last message spoke of it no more.
    boolean gone;

    private Run(String id, @Nullable Stops stops, boolean planned) {
        this.id = id;
        this.stops = stops;
        this.planned = planned;
    }

    /// @param start what the course counts from, seconds since 1970 UTC
    static Run planned(String id, Stops stops, Course course, long start) {
        Run run = new Run(id, stops, true);
        for (int i = 0; i < course.size(); i++) {
            int stop = course.stop(i);
            run.calls.add(new Call(
                    course.sequence(i),
                    stop,
                    stops.id(stop),
                    stops.name(stop),
                    i == 0 ? Sighting.UNKNOWN : at(start, course.arrival(i)),
                    i == course.size() - 1 ? Sighting.UNKNOWN : at(start, course.departure(i))));
        }
        return run;
    }

    private static long at(long start, int seconds) {
        return seconds == FeedTime.NONE ? Sighting.UNKNOWN : start + seconds;
    }

    /// A trip whose times are in no timetable.
    ///
    /// @param stops null where not even stops are known
    static Run unplanned(String id, @Nullable Stops stops) {
        return new Run(id, stops, false);
    }

    List<Call> calls() {
        return calls;
    }

    boolean isPlanned() {
        return planned;
    }

    /// Which call each part of an update is about: its `stop_sequence`, else its stop, or one of the same station,
    /// after
    /// the one before.
    ///
    /// @return by the place of the call; null where no part fits one
    @Nullable
    StopUpdate @Nullable [] matched(List<StopUpdate> said) {
        List<Integer> places = new ArrayList<>();
        int before = -1;
        for (StopUpdate stop : said) {
            int place = place(stop, before + 1);
            if (place < 0) {
                return null;
            }
            places.add(place);
            before = place;
        }
        @Nullable StopUpdate[] matched = new StopUpdate[calls.size()];
        for (int i = 0; i < said.size(); i++) {
            matched[places.get(i)] = said.get(i);
        }
        return matched;
    }

    private int place(StopUpdate stop, int from) {
        if (stop.sequence() >= 0) {
            for (int i = 0; i < calls.size(); i++) {
                if (calls.get(i).sequence == stop.sequence()) {
                    return i;
                }
            }
        }
        if (!stop.stopId().isEmpty() && (planned || stop.sequence() < 0)) {
            for (int i = from; i < calls.size(); i++) {
                if (isAt(calls.get(i), stop.stopId())) {
                    return i;
                }
            }
        }
        return planned || stop.stopId().isEmpty() ? -1 : added(stop);
    }

    private boolean isAt(Call call, String stopId) {
        if (call.stopId.equals(stopId)) {
            return true;
        }
        int stop = number(stopId);
        return stops != null
                && stop != Stops.NONE
                && call.stop != Stops.NONE
                && stops.station(stop) == stops.station(call.stop);
    }

    private int added(StopUpdate stop) {
        int number = number(stop.stopId());
        String name = stops == null || number == Stops.NONE ? stop.stopId() : stops.name(number);
        int place = calls.size();
        while (place > 0 && stop.sequence() >= 0 && calls.get(place - 1).sequence > stop.sequence()) {
            place--;
        }
        calls.add(place, new Call(stop.sequence(), number, stop.stopId(), name, Sighting.UNKNOWN, Sighting.UNKNOWN));
        return place;
    }

    private int number(String stopId) {
        return stops == null ? Stops.NONE : stops.number(stopId);
    }

    /// The platform of the stop that is assigned, or that is named in place of the planned one; else empty.
    String platform(int index, StopUpdate stop) {
        String moved = stop.stopId().equals(calls.get(index).stopId) ? "" : stop.stopId();
        int number = number(stop.assigned().isEmpty() ? moved : stop.assigned());
        return stops == null || number == Stops.NONE ? "" : stops.platform(number);
    }
}
