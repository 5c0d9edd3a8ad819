package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `stop_times.txt`, the largest table: each trip's rows become a [Course], kept once for all trips that share
/// it.
///
/// Rows may come in any order. Where those of a trip lie together, as is usual, only the shared courses stay in memory;
/// a trip whose rows lie apart is opened again at each, and until the end takes 16 bytes a row. Not thread-safe.
final class StopTimes {
    private static final int WIDTH = 4;

    private final Map<String, Trip> trips;
    private final Stops stops;
    private final Map<Course, Course> courses = new HashMap<>();
    private @Nullable Trip open;
    private IntList current = new IntList();
    private boolean reopened;

    private StopTimes(Map<String, Trip> trips, Stops stops) {
        this.trips = trips;
        this.stops = stops;
    }

    static void read(Tables tables, Map<String, Trip> trips, Stops stops, FeedSink sink) throws IOException {
        try (Table table = Table.needed(tables, "stop_times.txt", sink, "trip_id", "stop_sequence", "stop_id")) {
            if (table != null) {
                StopTimes times = new StopTimes(trips, stops);
                times.readRows(table);
                times.share();
            }
        }
    }

    private void readRows(Table table) {
        int trip = table.column("trip_id");
        int sequence = table.column("stop_sequence");
        int stop = table.column("stop_id");
        int arrival = table.column("arrival_time");
        int departure = table.column("departure_time");
        while (table.next()) {
            Trip of = trip(table, table.text(trip));
            int place = sequence(table, table.text(sequence));
            int number = of == null || place < 0 ? Stops.NONE : stop(table, table.text(stop));
            if (of == null || number == Stops.NONE) {
                continue;
            }
            int arrives = time(table, arrival, "arrival_time");
            int departs = time(table, departure, "departure_time");
            if (arrives == FeedTime.WRONG || departs == FeedTime.WRONG) {
                continue;
            }
            if (arrives != FeedTime.NONE && departs != FeedTime.NONE && departs < arrives) {
                table.refuse("departure_time", "It lies before arrival_time. The trip is told without this stop.");
                continue;
            }
            turnTo(of);
            add(table, place, number, arrives, departs);
        }
        close();
    }

    private @Nullable Trip trip(Table table, String id) {
        Trip current = open;
        Trip found = current != null && current.id.equals(id) ? current : trips.get(id);
        if (found == null) {
            table.refuse("trip_id", "There is no trip (" + id + ") in trips.txt.");
        }
        return found;
    }

    private static int sequence(Table table, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            table.refuse("stop_sequence", "Found \"" + text + "\", expected a number such as 12.");
            return -1;
        }
        return Integer.parseInt(text);
    }

    private int stop(Table table, String id) {
        int number = stops.number(id);
        if (number == Stops.NONE) {
            table.refuse(
                    "stop_id",
                    id.isEmpty()
                            ? "It is empty: areas that are served on demand are not read."
                            : "There is no stop (" + id + ") in stops.txt. The trip is told without it.");
        }
        return number;
    }

    private static int time(Table table, int column, String name) {
        String text = table.text(column);
        int seconds = FeedTime.seconds(text);
        if (seconds == FeedTime.WRONG) {
            table.refuse(
                    name,
                    "Found \"%s\", expected a time such as 06:05:00 or 25:10:00. The trip is told without this stop."
                            .formatted(text));
        }
        return seconds;
    }

    private void turnTo(Trip trip) {
        if (trip == open) {
            return;
        }
        close();
        open = trip;
        Course known = trip.course();
        reopened = known != null;
        current = known == null ? new IntList() : rows(known, trip.first());
    }

    private static IntList rows(Course course, int first) {
        IntList rows = new IntList();
        for (int i = 0; i < course.size(); i++) {
            add(
                    rows,
                    course.sequence(i),
                    course.stop(i),
                    shifted(course.arrival(i), first),
                    shifted(course.departure(i), first));
        }
        return rows;
    }

    private static int shifted(int seconds, int by) {
        return seconds == FeedTime.NONE ? FeedTime.NONE : seconds + by;
    }

    private void add(Table table, int sequence, int stop, int arrives, int departs) {
        for (int at = current.size() - WIDTH; at >= 0; at -= WIDTH) {
            if (current.get(at) == sequence) {
                table.refuse(
                        "stop_sequence",
                        "The trip has a row with stop_sequence (%d) already; the first counts.".formatted(sequence));
                return;
            }
        }
        add(current, sequence, stop, arrives, departs);
    }

    private static void add(IntList rows, int sequence, int stop, int arrives, int departs) {
        rows.add(sequence);
        rows.add(stop);
        rows.add(arrives);
        rows.add(departs);
    }

    private void close() {
        Trip trip = open;
        if (trip == null || current.size() == 0) {
            return;
        }
        int size = current.size() / WIDTH;
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> current.get(i * WIDTH)));
        int first = first(order);
        int[][] columns = new int[WIDTH][size];
        for (int i = 0; i < size; i++) {
            int at = order[i] * WIDTH;
            columns[0][i] = current.get(at);
            columns[1][i] = current.get(at + 1);
            columns[2][i] = shifted(current.get(at + 2), -first);
            columns[3][i] = shifted(current.get(at + 3), -first);
        }
        Course course = new Course(columns[0], columns[1], columns[2], columns[3]);
        trip.runs(reopened ? course : shared(course), first);
        open = null;
    }

    private Course shared(Course course) {
        Course same = courses.putIfAbsent(course, course);
        return same == null ? course : same;
    }

    private void share() {
        for (Trip trip : trips.values()) {
            Course course = trip.course();
            if (course != null) {
                trip.runs(shared(course), trip.first());
            }
        }
    }

    /// The first time of the trip, from which the others count.
    private int first(Integer[] order) {
        for (int index : order) {
            int departs = current.get(index * WIDTH + 3);
            int arrives = current.get(index * WIDTH + 2);
            if (departs != FeedTime.NONE || arrives != FeedTime.NONE) {
                return departs == FeedTime.NONE ? arrives : departs;
            }
        }
        return 0;
    }
}
