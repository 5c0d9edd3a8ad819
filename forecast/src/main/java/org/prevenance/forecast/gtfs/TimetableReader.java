package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From the tables of a static feed to a [Timetable]. Not thread-safe.
final class TimetableReader {
    private final Tables tables;
    private final Settings settings;
    private final FeedSink sink;
    private final Map<String, String> agencies = new HashMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private String onlyAgency = "";
    private @Nullable ZoneId zone;
    private int feedStart = FeedTime.NO_DAY;
    private int feedEnd = FeedTime.NO_DAY;

    private TimetableReader(Tables tables, Settings settings, FeedSink sink) {
        this.tables = tables;
        this.settings = settings;
        this.sink = sink;
        this.zone = settings.zone();
    }

    /// @return null where the feed cannot be read at all, which is then told
    static @Nullable Timetable read(Tables tables, Settings settings, FeedSink sink) throws IOException {
        return new TimetableReader(tables, settings, sink).read();
    }

    private @Nullable Timetable read() throws IOException {
        readAgencies();
        ZoneId agencyZone = zone;
        if (agencyZone == null) {
            tell(
                    "agency.txt",
                    "agency_timezone",
                    "No time zone is told, so the feed is not read. Maybe write (zone: Europe/Paris) in sources.yaml.");
            return null;
        }
        readFeedInfo();
        Stops stops = Stops.read(tables, settings, sink);
        ServiceDays services = ServiceDays.read(tables, sink);
        if (services.isEmpty()) {
            tell("calendar.txt", null, "Neither it nor calendar_dates.txt tells a day on which anything runs.");
        }
        readRoutes();
        Map<String, Trip> trips = readTrips(services);
        StopTimes.read(tables, trips, stops, sink);
        readFrequencies(trips);
        return timetable(stops, services, trips, agencyZone);
    }

    private Timetable timetable(Stops stops, ServiceDays services, Map<String, Trip> trips, ZoneId agencyZone) {
        int begin = feedStart == FeedTime.NO_DAY ? services.first() : feedStart;
        LocalDate from = settings.from();
        LocalDate to = settings.to();
        int first = Math.max(begin, from == null ? Integer.MIN_VALUE : (int) from.toEpochDay());
        int last = Math.min(
                feedEnd == FeedTime.NO_DAY ? Integer.MAX_VALUE : feedEnd,
                to == null ? Integer.MAX_VALUE : (int) to.toEpochDay());
        return new Timetable(stops, services, trips, agencyZone, begin, first, last);
    }

    private void tell(String table, @Nullable String field, String reason) {
        sink.refused(tables.name(table), 1, field, reason, "");
    }

    private void readAgencies() throws IOException {
        try (Table table = Table.open(tables, "agency.txt", sink)) {
            if (table == null) {
                return;
            }
            int id = table.column("agency_id");
            int name = table.column("agency_name");
            int place = table.column("agency_timezone");
            while (table.next()) {
                agencies.put(table.text(id), table.text(name));
                onlyAgency = table.text(name);
                readZone(table, table.text(place));
            }
        }
    }

    private void readZone(Table table, String text) {
        try {
            ZoneId read = ZoneId.of(text);
            if (zone == null) {
                zone = read;
            } else if (!read.equals(zone) && settings.zone() == null) {
                table.refuse(
                        "agency_timezone",
                        "All agencies of a feed must have one time zone; (%s) is used, not (%s)."
                                .formatted(zone, read));
            }
        } catch (DateTimeException e) {
            table.refuse("agency_timezone", "Found \"" + text + "\", expected a time zone such as Europe/Paris.");
        }
    }

    private void readFeedInfo() throws IOException {
        try (Table table = Table.open(tables, "feed_info.txt", sink)) {
            if (table == null || !table.next()) {
                return;
            }
            feedStart = feedDay(table, "feed_start_date");
            feedEnd = feedDay(table, "feed_end_date");
            if (feedStart != FeedTime.NO_DAY && feedEnd != FeedTime.NO_DAY && feedEnd < feedStart) {
                table.refuse("feed_end_date", "It lies before feed_start_date; neither is used.");
                feedStart = FeedTime.NO_DAY;
                feedEnd = FeedTime.NO_DAY;
            }
        }
    }

    private static int feedDay(Table table, String column) {
        String text = table.text(table.column(column));
        int day = FeedTime.day(text);
        if (day == FeedTime.NO_DAY && !text.isEmpty()) {
            table.refuse(column, "Found \"" + text + "\", expected a day such as 20260329.");
        }
        return day;
    }

    private void readRoutes() throws IOException {
        try (Table table = Table.needed(tables, "routes.txt", sink, "route_id", "route_type")) {
            if (table == null) {
                return;
            }
            int id = table.column("route_id");
            int agency = table.column("agency_id");
            int shortName = table.column("route_short_name");
            int longName = table.column("route_long_name");
            int type = table.column("route_type");
            while (table.next()) {
                String what = table.text(type);
                if (!what.matches("[0-9]{1,4}")) {
                    table.refuse("route_type", "Found \"" + what + "\", expected a number such as 2 (train).");
                    continue;
                }
                String line = table.text(shortName).isEmpty() ? table.text(longName) : table.text(shortName);
                routes.put(
                        table.text(id),
                        new Route(operator(table, table.text(agency)), Route.kind(Integer.parseInt(what)), line));
            }
        }
    }

    private String operator(Table table, String agency) {
        String name = agencies.get(agency);
        if (name == null && !agency.isEmpty()) {
            table.refuse("agency_id", "There is no agency (" + agency + ") in agency.txt; the id stands for its name.");
            return agency;
        }
        String found = name == null ? agencies.size() == 1 ? onlyAgency : "" : name;
        return found.isEmpty() ? "unknown" : found;
    }

    private Map<String, Trip> readTrips(ServiceDays services) throws IOException {
        Map<String, Trip> trips = new LinkedHashMap<>();
        try (Table table = Table.needed(tables, "trips.txt", sink, "trip_id", "route_id", "service_id")) {
            if (table == null) {
                return trips;
            }
            int id = table.column("trip_id");
            int route = table.column("route_id");
            int service = table.column("service_id");
            int number = table.column("trip_short_name");
            int headsign = table.column("trip_headsign");
            while (table.next()) {
                Trip trip = trip(
                        table,
                        table.text(id),
                        routes.get(table.text(route)),
                        services.service(table.text(service)),
                        table.text(number),
                        table.text(headsign));
                if (trip != null && trips.putIfAbsent(trip.id, trip) != null) {
                    table.refuse(
                            "trip_id", "The trip (" + trip.id + ") stands in the table already; the first counts.");
                }
            }
        }
        return trips;
    }

    private @Nullable Trip trip(
            Table table, String id, @Nullable Route route, int service, String number, String headsign) {
        if (id.isEmpty()) {
            table.refuse("trip_id", "It is empty; every trip needs one.");
        } else if (route == null) {
            table.refuse("route_id", "There is no such route in routes.txt, or it could not be read.");
        } else if (service < 0) {
            table.refuse("service_id", "Neither calendar.txt nor calendar_dates.txt says on which days it runs.");
        } else {
            return new Trip(id, route, service, number, texts.computeIfAbsent(headsign, text -> text), table.line());
        }
        return null;
    }

    private void readFrequencies(Map<String, Trip> trips) throws IOException {
        Map<Trip, List<Integer>> departures = new LinkedHashMap<>();
        try (Table table =
                Table.open(tables, "frequencies.txt", sink, "trip_id", "start_time", "end_time", "headway_secs")) {
            if (table == null) {
                return;
            }
            int id = table.column("trip_id");
            int start = table.column("start_time");
            int end = table.column("end_time");
            int headway = table.column("headway_secs");
            int exact = table.column("exact_times");
            while (table.next()) {
                Trip trip = trips.get(table.text(id));
                if (trip == null) {
                    table.refuse("trip_id", "There is no trip (" + table.text(id) + ") in trips.txt.");
                } else if (table.text(exact).equals("1")) {
                    List<Integer> seconds = departures.computeIfAbsent(trip, unseen -> new ArrayList<>());
                    addDepartures(table, table.text(start), table.text(end), table.text(headway), seconds);
                } else {
                    trip.followsHeadway();
                    table.refuse(
                            "exact_times",
                            "The trip follows a headway, not a timetable: when it calls is not planned, so nothing is"
                                    + " told of it.");
                }
            }
        }
        departures.forEach((trip, seconds) -> trip.leavesAt(
                seconds.stream().mapToInt(Integer::intValue).sorted().distinct().toArray()));
    }

    private static void addDepartures(Table table, String start, String end, String headway, List<Integer> into) {
        int from = FeedTime.seconds(start);
        int to = FeedTime.seconds(end);
        if (from < 0 || to < from || !headway.matches("[1-9][0-9]{0,5}")) {
            table.refuse(
                    "headway_secs",
                    "From \"%s\" to \"%s\" every \"%s\" seconds is no row of departures."
                            .formatted(start, end, headway));
            return;
        }
        for (int at = from; at < to; at += Integer.parseInt(headway)) {
            into.add(at);
        }
    }
}
