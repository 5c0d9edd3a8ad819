package org.prevenance.forecast.gtfs;

import java.util.Arrays;

/// Where and when a trip stops, with times counted from its first: many trips of a timetable share one.
///
/// Times are seconds, [FeedTime#NONE] where the timetable gives none. Never changed once made.
final class Course {
    private final int[] sequences;
    private final int[] stops;
    private final int[] arrivals;
    private final int[] departures;

    /// @param sequences ascending `stop_sequence`
    /// @param stops     numbers of [Stops]
    Course(int[] sequences, int[] stops, int[] arrivals, int[] departures) {
        this.sequences = sequences;
        this.stops = stops;
        this.arrivals = arrivals;
        this.departures = departures;
    }

    int size() {
        return stops.length;
    }

    int sequence(int index) {
        return sequences[index];
    }

    int stop(int index) {
        return stops[index];
    }

    int arrival(int index) {
        return arrivals[index];
    }

    int departure(int index) {
        return departures[index];
    }

    /// The place of a `stop_sequence`, or -1.
    int indexOf(int sequence) {
        int found = Arrays.binarySearch(sequences, sequence);
        return found < 0 ? -1 : found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Course course
                && Arrays.equals(stops, course.stops)
                && Arrays.equals(sequences, course.sequences)
                && Arrays.equals(arrivals, course.arrivals)
                && Arrays.equals(departures, course.departures);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stops) * 31 + Arrays.hashCode(departures);
    }
}
