package org.prevenance.forecast.gtfs;

import java.time.Instant;
import java.time.LocalDate;
import org.prevenance.event.Raw;

/// Tells `trip.planned`: one event for each trip and service day. Not thread-safe.
///
/// The event's id holds a sum over what it says, so that the same plan in the next edition of a feed is the same event,
/// and a changed one is another.
final class Plans {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Timetable timetable;
    private final TripEvents events;
    private final FeedSink sink;
    private final String file;
    private final long published;
    private final StringBuilder arrivals = new StringBuilder();
    private final StringBuilder departures = new StringBuilder();

    Plans(Timetable timetable, TripEvents events, Settings settings, FeedSink sink, String file) {
        this.timetable = timetable;
        this.events = events;
        this.sink = sink;
        this.file = file;
        Instant told = settings.published();
        this.published = told == null ? startOfForce(timetable) : told.getEpochSecond();
    }

    private static long startOfForce(Timetable timetable) {
        return timetable.begin() == FeedTime.NO_DAY
                ? 0
                : LocalDate.ofEpochDay(timetable.begin())
                        .atStartOfDay(timetable.zone())
                        .toEpochSecond();
    }

    void tell() {
        for (Trip trip : timetable.trips().values()) {
            Course course = trip.course();
            if (trip.isByHeadway()) {
                continue;
            }
            if (course == null || course.size() < 2) {
                sink.refused(
                        file, trip.line, "trip_id", "stop_times.txt gives the trip fewer than two stops.", trip.id);
                continue;
            }
            tell(trip, course);
        }
    }

    private void tell(Trip trip, Course course) {
        String stops = stops(course);
        String platforms = platforms(course);
        ServiceDays services = timetable.services();
        int day = services.next(trip.service, timetable.first(), timetable.last());
        while (day != FeedTime.NO_DAY) {
            for (int departure : trip.departures()) {
                int first = trip.isRepeated() ? departure : trip.first();
                String run = events.run(trip.id, day, trip.isRepeated() ? FeedTime.clock(departure) : null);
                times(course, timetable.start(day) + first);
                tell(trip, run, stops, platforms);
            }
            day = services.next(trip.service, day + 1, timetable.last());
        }
    }

    private void tell(Trip trip, String run, String stops, String platforms) {
        Route route = trip.route;
        String number = number(trip);
        String arrive = arrivals.toString();
        String depart = departures.toString();
        long sum = sum(
                route.operator(), number, route.kind(), route.line(), trip.headsign, stops, arrive, depart, platforms);
        events.begin("trip.planned", run, "plan:" + run + ":" + Long.toHexString(sum), published, published)
                .text("operator", route.operator())
                .text("number", number)
                .text("kind", route.kind())
                .text("line", route.line())
                .text("towards", trip.headsign)
                .text("calls.stop", stops)
                .text("calls.arrival", hasAny(arrive) ? arrive : "")
                .text("calls.departure", hasAny(depart) ? depart : "")
                .text("calls.platform", hasAny(platforms) ? platforms : "")
                .give(file, trip.line);
    }

    /// What travellers call the trip: its own number, else that of its line.
    private static String number(Trip trip) {
        if (!trip.number.isEmpty()) {
            return trip.number;
        }
        return trip.route.line().isEmpty() ? trip.id : trip.route.line();
    }

    private String stops(Course course) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < course.size(); i++) {
            separate(names, i).append(timetable.stops().name(course.stop(i)));
        }
        return names.toString();
    }

    private String platforms(Course course) {
        StringBuilder platforms = new StringBuilder();
        for (int i = 0; i < course.size(); i++) {
            separate(platforms, i).append(timetable.stops().platform(course.stop(i)));
        }
        return platforms.toString();
    }

    /// Nobody arrives at the first stop, and nobody departs from the last.
    private void times(Course course, long start) {
        arrivals.setLength(0);
        departures.setLength(0);
        for (int i = 0; i < course.size(); i++) {
            separate(arrivals, i).append(i == 0 ? "" : time(start, course.arrival(i)));
            separate(departures, i).append(i == course.size() - 1 ? "" : time(start, course.departure(i)));
        }
    }

    private static String time(long start, int seconds) {
        return seconds == FeedTime.NONE ? "" : TripEvents.instant(start + seconds);
    }

    private static StringBuilder separate(StringBuilder text, int index) {
        return index == 0 ? text : text.append(Raw.ITEM_SEPARATOR);
    }

    private static boolean hasAny(String joined) {
        return joined.chars().anyMatch(c -> c != Raw.ITEM_SEPARATOR);
    }

    private static long sum(String... texts) {
        long sum = FNV_BASIS;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                sum = (sum ^ text.charAt(i)) * FNV_PRIME;
            }
            sum = (sum ^ '\n') * FNV_PRIME;
        }
        return sum;
    }
}
