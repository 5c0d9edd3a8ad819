package org.prevenance.forecast.gtfs;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.gtfs.Update.StopUpdate;

/// Follows the messages of one series, in the order of time. Not thread-safe.
final class Watch {
    private static final long FORGET = 6 * 3600;

    private final @Nullable Timetable timetable;
    private final Settings settings;
    private final TripEvents events;
    private final Telling telling;
    private final FeedSink sink;
    private final Map<String, Run> runs = new HashMap<>();
    private final Set<String> complaints = new HashSet<>();
    private String file = "";

    Watch(@Nullable Timetable timetable, Settings settings, TripEvents events, FeedSink sink) {
        this.timetable = timetable;
        this.settings = settings;
        this.events = events;
        this.sink = sink;
        telling = new Telling(events, settings.change().toSeconds());
    }

    /// One message.
    ///
    /// @param now its timestamp, seconds since 1970 UTC, not before that of the message before
    void see(String newFile, long now, List<Update> updates) {
        file = newFile;
        for (Update update : updates) {
            see(update, now);
        }
        for (Iterator<Run> each = runs.values().iterator(); each.hasNext(); ) {
            Run run = each.next();
            if (run.spokenAt < now && !run.gone) {
                run.gone = true;
                telling.gone(run, now, file);
            }
            if (now - run.spokenAt > FORGET) {
                each.remove();
            }
        }
    }

    private void see(Update update, long now) {
        if (update.tripId().isEmpty()) {
            refuse(update, "trip.trip_id", "It is missing: trips that are told by route and time alone are not read.");
            return;
        }
        if (update.relationship() == Update.DUPLICATED) {
            refuse(update, "trip.schedule_relationship", "Trips that are copies of others are not read.");
            return;
        }
        Run run = run(update, now);
        if (run == null) {
            return;
        }
        run.spokenAt = now;
        run.gone = false;
        long age = update.timestamp() == 0 ? 0 : now - update.timestamp();
        if (age > settings.stale().toSeconds()) {
            refuse(
                    update,
                    "timestamp",
                    "The estimate is %d seconds old, more than %d. Maybe allow more by (stale: 10m) in sources.yaml."
                            .formatted(age, settings.stale().toSeconds()));
            return;
        }
        @Nullable StopUpdate @Nullable [] said = run.matched(update.stops());
        if (said == null) {
            refuse(
                    update,
                    "stop_time_update",
                    "One of its parts names neither a stop_sequence nor a stop of this trip. Maybe the timetable is"
                            + " another edition.");
            return;
        }
        long measured = update.timestamp() == 0 ? now : Math.min(now, update.timestamp());
        Telling.Message message = new Telling.Message(now, measured, file, update.entity());
        telling.assign(run, update.vehicle(), message);
        telling.see(run, Estimates.of(run, update, said), message);
    }

    /// The run that an update is about; null where it cannot be told, which is then said.
    private @Nullable Run run(Update update, long now) {
        Trip trip = timetable == null ? null : timetable.trips().get(update.tripId());
        int day = FeedTime.day(update.startDate());
        if (day == FeedTime.NO_DAY) {
            day = trip == null || timetable == null ? FeedTime.NO_DAY : nearestDay(timetable, trip, now);
        }
        if (day == FeedTime.NO_DAY) {
            refuse(
                    update,
                    "trip.start_date",
                    "It does not tell the service day, and the timetable has no such trip around then. Maybe name the"
                            + " timetable that belongs to it in sources.yaml.");
            return null;
        }
        if (trip == null && timetable != null && update.isScheduled()) {
            refuse(
                    update,
                    "trip.trip_id",
                    "There is no trip (%s) in trips.txt. Maybe the timetable is another edition."
                            .formatted(update.tripId()));
            return null;
        }
        boolean severalADay = trip == null ? !update.startTime().isEmpty() : trip.isRepeated();
        int departure = FeedTime.seconds(update.startTime());
        if (trip != null && severalADay && departure < 0) {
            refuse(update, "trip.start_time", "It is missing, and the trip runs several times a day.");
            return null;
        }
        String id = events.run(update.tripId(), day, severalADay ? update.startTime() : null);
        Run known = runs.get(id);
        if (known == null) {
            known = newRun(id, update, trip, day, severalADay ? departure : FeedTime.NONE);
            runs.put(id, known);
        }
        return known;
    }

    private Run newRun(String id, Update update, @Nullable Trip trip, int day, int departure) {
        Timetable by = timetable;
        Course course = trip == null ? null : trip.course();
        if (by == null || trip == null || course == null || trip.isByHeadway() || !update.isScheduled()) {
            return Run.unplanned(id, by == null ? null : by.stops());
        }
        return Run.planned(id, by.stops(), course, by.start(day) + (departure < 0 ? trip.first() : departure));
    }

    /// The day, of those around now, on which the trip runs nearest to now.
    private static int nearestDay(Timetable timetable, Trip trip, long now) {
        Course course = trip.course();
        int today = (int) LocalDate.ofInstant(java.time.Instant.ofEpochSecond(now), timetable.zone())
                .toEpochDay();
        int nearest = FeedTime.NO_DAY;
        long least = Long.MAX_VALUE;
        for (int day = today - 1; day <= today + 1; day++) {
            if (course == null || !timetable.services().runs(trip.service, day)) {
                continue;
            }
            long first = timetable.start(day) + trip.first();
            int end = course.arrival(course.size() - 1);
            long last = first + Math.max(0, end);
            long away = now < first ? first - now : Math.max(0, now - last);
            if (away < least) {
                least = away;
                nearest = day;
            }
        }
        return nearest;
    }

    /// Says once for each trip and day, and each measurement of it, what is wrong.
    private void refuse(Update update, String field, String reason) {
        String about = update.tripId() + "@" + update.startDate();
        if (complaints.add(about + field + (field.equals("timestamp") ? update.timestamp() : ""))) {
            sink.refused(file, update.entity(), field, reason, about);
        }
    }
}
