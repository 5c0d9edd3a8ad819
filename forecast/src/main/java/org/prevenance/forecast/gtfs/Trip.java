package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.Nullable;

/// A trip of the timetable, which runs on many days.
final class Trip {
    /// Trips without departures of their own run once a day.
    private static final int[] ONCE = {0};

    final String id;
    final Route route;
    final int service;
    final String number;
    final String headsign;
    final long line;

    private @Nullable Course course;
    private int first;
    private int[] departures = ONCE;
    private boolean repeated;
    private boolean byHeadway;

    /// @param number of the trip as travellers know it; may be empty
    /// @param line   of trips.txt, for messages
    Trip(String id, Route route, int service, String number, String headsign, long line) {
        this.id = id;
        this.route = route;
        this.service = service;
        this.number = number;
        this.headsign = headsign;
        this.line = line;
    }

    /// Null where `stop_times.txt` says nothing of it.
    @Nullable
    Course course() {
        return course;
    }

    /// What its times count from, in seconds of the service day.
    int first() {
        return first;
    }

    void runs(@Nullable Course newCourse, int newFirst) {
        course = newCourse;
        first = newFirst;
    }

    /// Leaves several times a day, at these seconds of the service day (`frequencies.txt` with `exact_times`).
    void leavesAt(int[] seconds) {
        departures = seconds;
        repeated = true;
    }

    boolean isRepeated() {
        return repeated;
    }

    int[] departures() {
        return departures;
    }

    /// Says that only its headway is known, not its times.
    void followsHeadway() {
        byHeadway = true;
    }

    boolean isByHeadway() {
        return byHeadway;
    }
}
