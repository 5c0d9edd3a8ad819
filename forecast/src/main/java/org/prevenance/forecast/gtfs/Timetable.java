package org.prevenance.forecast.gtfs;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// A static feed in memory: one small object for each trip, and each course once. Not thread-safe.
final class Timetable {
    private final Stops stops;
    private final ServiceDays services;
    private final Map<String, Trip> trips;
    private final ZoneId zone;
    private final int begin;
    private final int first;
    private final int last;
    private final Map<Integer, Long> starts = new HashMap<>();

    /// @param trips by id, in the order of the table
    /// @param begin the day from which the timetable is in force, in days since 1970-01-01
    /// @param first the first service day of which plans are made
    /// @param last  the last such day
    Timetable(Stops stops, ServiceDays services, Map<String, Trip> trips, ZoneId zone, int begin, int first, int last) {
        this.stops = stops;
        this.services = services;
        this.trips = trips;
        this.zone = zone;
        this.begin = begin;
        this.first = first;
        this.last = last;
    }

    Stops stops() {
        return stops;
    }

    ServiceDays services() {
        return services;
    }

    Map<String, Trip> trips() {
        return trips;
    }

    ZoneId zone() {
        return zone;
    }

    int begin() {
        return begin;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /// Seconds since 1970 UTC from which the times of a service day count.
    long start(int day) {
        return starts.computeIfAbsent(day, unseen -> FeedTime.start(unseen, zone));
    }
}
