package org.prevenance.forecast.gtfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// From the tables of a static feed to `trip.planned`.
class TimetableTest {
    @Test
    void a_trip_is_planned_on_each_of_its_days_by_the_names_of_its_stations() {
        Written feed = Written.train17().read();

        assertEquals(List.of(), feed.refusals);
        assertEquals(31, feed.events.size());
        assertEquals(
                "trip.planned trip/T17@2026-03-01 2026-02-28T23:00:00Z {arrival=|2026-03-01T07:20:00Z|2026-03-01T08:00:00Z,"
                        + " departure=2026-03-01T07:00:00Z|2026-03-01T07:22:00Z|, kind=train, line=K5, number=17,"
                        + " operator=Rhône Rail, platform=1|C|, stop=Ambérieu|Bourg|Lyon, towards=Lyon}",
                feed.events.getFirst());
    }

    @Test
    void times_count_from_twelve_hours_before_noon_also_when_clocks_change() {
        Written feed =
                Written.train17().table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,01:30:00,01:30:00,A:1,1
                        T17,06:00:00,06:00:00,L,2
                        """).day("2026-03-29").read();

        // clocks jump from 02:00 to 03:00: 06:00 is 06:00 on clocks, and 01:30, counted back from noon, is 00:30
        assertTrue(feed.events.getFirst().contains("arrival=|2026-03-29T04:00:00Z"), feed.events::toString);
        assertTrue(feed.events.getFirst().contains("departure=2026-03-28T23:30:00Z|"), feed.events::toString);
    }

    @Test
    void in_autumn_an_hour_more_lies_before_noon() {
        Written feed = Written.train17()
                .table("calendar.txt", """
                        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
                        daily,1,1,1,1,1,1,1,20261025,20261025
                        """)
                .table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,01:30:00,01:30:00,A:1,1
                        T17,06:00:00,06:00:00,L,2
                        """)
                .read();

        // 01:30 counted so is the first of the two 02:30 on clocks
        assertTrue(feed.events.getFirst().contains("departure=2026-10-25T00:30:00Z|"), feed.events::toString);
        assertTrue(feed.events.getFirst().contains("arrival=|2026-10-25T05:00:00Z"), feed.events::toString);
    }

    @Test
    void a_trip_after_midnight_belongs_to_the_day_before() {
        Written feed =
                Written.train17().table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,23:50:00,23:50:00,A:1,1
                        T17,24:10:00,24:12:00,B:C,2
                        T17,25:05:00,25:05:00,L,3
                        """).day("2026-03-10").read();

        assertTrue(
                feed.events
                        .getFirst()
                        .startsWith("trip.planned trip/T17@2026-03-10 2026-02-28T23:00:00Z"
                                + " {arrival=|2026-03-10T23:10:00Z|2026-03-11T00:05:00Z,"),
                feed.events::toString);
    }

    @Test
    void the_calendar_has_exceptions() {
        Written feed = Written.train17()
                .table("calendar.txt", """
                        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
                        daily,1,0,0,0,0,0,0,20260302,20260310
                        """)
                .table("calendar_dates.txt", """
                        service_id,date,exception_type
                        daily,20260309,2
                        daily,20260301,1
                        daily,20260314,1
                        """)
                .read();

        assertEquals(
                List.of("trip/T17@2026-03-01", "trip/T17@2026-03-02", "trip/T17@2026-03-14"),
                feed.all("trip.planned").stream()
                        .map(event -> event.split(" ")[0])
                        .toList());
    }

    @Test
    void a_service_may_stand_in_calendar_dates_alone() {
        Written feed = Written.train17()
                .without("calendar.txt")
                .table("calendar_dates.txt", """
                        service_id,date,exception_type
                        daily,20260309,1
                        """)
                .read();

        assertEquals(1, feed.events.size());
        assertEquals(List.of(), feed.refusals);
    }

    @Test
    void days_outside_those_of_the_feed_are_not_planned() {
        Written feed = Written.train17().table("feed_info.txt", """
                        feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
                        Rhône Rail,https://example.org,fr,20260310,20260312
                        """).read();

        assertEquals(3, feed.events.size());
        assertTrue(feed.events.getFirst().startsWith("trip.planned trip/T17@2026-03-10 2026-03-09T23:00:00Z"));
    }

    @Test
    void rows_may_come_in_any_order() {
        List<String> rows = new ArrayList<>();
        StringBuilder trips = new StringBuilder("route_id,service_id,trip_id\n");
        for (int trip = 0; trip < 40; trip++) {
            trips.append("K,daily,T").append(trip).append('\n');
            for (int stop = 1; stop <= 3; stop++) {
                rows.add("T%d,%02d:%02d:00,,%s,%d".formatted(trip, trip % 20, stop * 7, "ABL".charAt(stop - 1), stop));
            }
        }
        String header = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n";
        Written sorted = Written.train17()
                .table("trips.txt", trips.toString())
                .table("stop_times.txt", header + String.join("\n", rows))
                .day("2026-03-10")
                .read();
        Collections.shuffle(rows, new Random(11));
        Written shuffled = Written.train17()
                .table("trips.txt", trips.toString())
                .table("stop_times.txt", header + String.join("\n", rows))
                .day("2026-03-10")
                .read();

        assertEquals(40, sorted.events.size());
        assertEquals(sorted.events, shuffled.events);
        assertEquals(sorted.ids, shuffled.ids);
    }

    @Test
    void what_cannot_be_used_is_told_with_its_place_and_the_rest_counts() {
        Written feed = Written.train17()
                .table("stops.txt", Written.STOPS + "X,Xertigny,0,nowhere,\nA,Again,0,,\n")
                .table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,08:00:00,08:00:00,A:1,1
                        T17,8h20,08:22:00,B:C,2
                        T17,08:40:00,08:39:00,B:D,3
                        T17,08:50:00,08:50:00,Q,4
                        T18,08:50:00,08:50:00,L,4
                        T17,09:00:00,09:00:00,L,fin
                        T17,09:00:00,09:00:00,L,1
                        T17,09:00:00,09:00:00,L,6
                        """)
                .table("calendar_dates.txt", """
                        service_id,date,exception_type
                        daily,20260230,1
                        daily,20260301,3
                        """)
                .day("2026-03-10")
                .read();

        assertEquals(
                List.of(
                        "stops.txt:10 stop_id: The stop (A) stands in the table already; the first counts.",
                        "stops.txt:9 parent_station: There is no stop (nowhere) in stops.txt. The stop is called by its own name.",
                        "calendar_dates.txt:2 date: Found \"20260230\", expected a day such as 20260329.",
                        "calendar_dates.txt:3 exception_type: Found \"3\", expected 1 (added) or 2 (taken away).",
                        "stop_times.txt:3 arrival_time: Found \"8h20\", expected a time such as 06:05:00 or 25:10:00."
                                + " The trip is told without this stop.",
                        "stop_times.txt:4 departure_time: It lies before arrival_time. The trip is told without this stop.",
                        "stop_times.txt:5 stop_id: There is no stop (Q) in stops.txt. The trip is told without it.",
                        "stop_times.txt:6 trip_id: There is no trip (T18) in trips.txt.",
                        "stop_times.txt:7 stop_sequence: Found \"fin\", expected a number such as 12.",
                        "stop_times.txt:8 stop_sequence: The trip has a row with stop_sequence (1) already; the first counts."),
                feed.refusals);
        assertEquals(1, feed.events.size());
        assertTrue(feed.events.getFirst().contains("stop=Ambérieu|Lyon"), feed.events::toString);
    }

    @Test
    void a_table_that_is_missing_or_breaks_off_is_told() {
        assertEquals(
                List.of("agency.txt:1 agency_timezone: No time zone is told, so the feed is not read."
                        + " Maybe write (zone: Europe/Paris) in sources.yaml."),
                Written.train17().without("agency.txt").read().refusals);
        assertEquals(
                List.of(
                        "calendar.txt:1 null: Neither it nor calendar_dates.txt tells a day on which anything runs.",
                        "trips.txt:2 service_id: Neither calendar.txt nor calendar_dates.txt says on which days it runs.",
                        "stop_times.txt:2 trip_id: There is no trip (T17) in trips.txt.",
                        "stop_times.txt:3 trip_id: There is no trip (T17) in trips.txt.",
                        "stop_times.txt:4 trip_id: There is no trip (T17) in trips.txt."),
                Written.train17().without("calendar.txt").read().refusals);
        assertEquals(
                List.of(
                        "routes.txt:1 null: There is no such table, and no feed can do without it.",
                        "trips.txt:2 route_id: There is no such route in routes.txt, or it could not be read.",
                        "stop_times.txt:2 trip_id: There is no trip (T17) in trips.txt.",
                        "stop_times.txt:3 trip_id: There is no trip (T17) in trips.txt.",
                        "stop_times.txt:4 trip_id: There is no trip (T17) in trips.txt."),
                Written.train17().without("routes.txt").read().refusals);
        assertEquals(
                List.of(
                        "stop_times.txt:1 trip_id: There is no such column, and the table cannot be read without it."
                                + " Its columns: trip, stop_id, stop_sequence.",
                        "trips.txt:2 trip_id: stop_times.txt gives the trip fewer than two stops."),
                Written.train17()
                        .table("stop_times.txt", "trip,stop_id,stop_sequence\nT17,L,1\n")
                        .read()
                        .refusals);
    }

    @Test
    void stations_of_one_name_are_told_apart() {
        Written feed =
                Written.train17().table("stops.txt", """
                        stop_id,stop_name,location_type,parent_station
                        A:1,Saint-Denis,0,
                        B:C,Saint-Denis,0,
                        L,Lyon,0,
                        """).day("2026-03-10").read();

        assertTrue(feed.events.getFirst().contains("stop=Saint-Denis (A:1)|Saint-Denis (B:C)|Lyon"));
    }

    @Test
    void repeated_departures_are_planned_and_headways_are_not() {
        Written feed = Written.train17()
                .table("frequencies.txt", """
                        trip_id,start_time,end_time,headway_secs,exact_times
                        T17,06:00:00,07:00:00,1800,1
                        """)
                .day("2026-03-10")
                .read();
        Written headway = Written.train17()
                .table("frequencies.txt", """
                        trip_id,start_time,end_time,headway_secs
                        T17,06:00:00,07:00:00,1800
                        """)
                .day("2026-03-10")
                .read();

        assertEquals(
                List.of("trip/T17@2026-03-10@06:00:00", "trip/T17@2026-03-10@06:30:00"),
                feed.all("trip.planned").stream()
                        .map(event -> event.split(" ")[0])
                        .toList());
        assertTrue(feed.events.getLast().contains("arrival=|2026-03-10T05:50:00Z|2026-03-10T06:30:00Z"));
        assertEquals(List.of(), headway.events);
        assertEquals(
                List.of(
                        "frequencies.txt:2 exact_times: The trip follows a headway, not a timetable: when it calls is not"
                                + " planned, so nothing is told of it."),
                headway.refusals);
    }

    @Test
    void a_plan_keeps_its_id_in_the_next_edition_and_a_changed_one_gets_another() {
        String later = """
                feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
                Rhône Rail,https://example.org,fr,20260305,20260331
                """;
        Written first = Written.train17().day("2026-03-10").read();
        Written same = Written.train17()
                .table("feed_info.txt", later)
                .day("2026-03-10")
                .read();
        Written changed = Written.train17()
                .table("feed_info.txt", later)
                .table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,08:00:00,08:00:00,A:1,1
                        T17,09:05:00,09:05:00,L,3
                        """)
                .day("2026-03-10")
                .read();

        assertEquals(first.ids, same.ids);
        assertEquals(
                1,
                Collections.frequency(
                        Arrays.asList(first.ids.getFirst(), changed.ids.getFirst()), first.ids.getFirst()));
    }
}
