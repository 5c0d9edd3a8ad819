package org.prevenance.forecast.gtfs;

import static com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate.ScheduleRelationship.NO_DATA;
import static com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate.ScheduleRelationship.SKIPPED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prevenance.forecast.gtfs.Messages.arrives;
import static org.prevenance.forecast.gtfs.Messages.at;
import static org.prevenance.forecast.gtfs.Messages.calls;
import static org.prevenance.forecast.gtfs.Messages.late;
import static org.prevenance.forecast.gtfs.Messages.message;
import static org.prevenance.forecast.gtfs.Messages.of;
import static org.prevenance.forecast.gtfs.Messages.train17;

import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// From recorded messages to `trip.expected` and `trip.called`. The train 17 is planned at 08:00 from Ambérieu, 08:20
/// to
/// 08:22 at Bourg and 09:00 at Lyon: one hour less in UTC.
class RealtimeTest {
    private static final String T17 = "trip/T17@2026-03-10 ";

    private static Written march10() {
        return Written.train17().day("2026-03-10");
    }

    @Test
    void a_delay_holds_for_later_stops_until_the_next_update() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(1, 300), late(3, 60))))
                .read();

        assertEquals(
                List.of(
                        T17 + "2026-03-10T06:50:00Z {departure=2026-03-10T07:05:00Z, stop=Ambérieu}",
                        T17
                                + "2026-03-10T06:50:00Z {arrival=2026-03-10T07:25:00Z, departure=2026-03-10T07:27:00Z, stop=Bourg}",
                        T17 + "2026-03-10T06:50:00Z {arrival=2026-03-10T08:01:00Z, stop=Lyon}"),
                feed.all("trip.expected"));
        assertEquals(List.of(), feed.all("trip.called"));
        assertEquals(List.of(), feed.refusals);
    }

    @Test
    void nothing_is_known_of_a_trip_without_update_nor_of_stops_before_the_first() {
        Written none =
                march10().message("1.pb", message("2026-03-10T06:50:00Z")).read();
        Written later = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(3, 0))))
                .read();

        assertEquals(List.of(), none.all("trip.expected"));
        assertEquals(
                List.of(T17 + "2026-03-10T06:50:00Z {arrival=2026-03-10T08:00:00Z, stop=Lyon}"),
                later.all("trip.expected"));
    }

    @Test
    void an_estimate_is_told_again_only_when_it_changed() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(3, 60))))
                .message("2.pb", message("2026-03-10T06:50:30Z", train17(late(3, 60))))
                .message("3.pb", message("2026-03-10T06:51:00Z", train17(late(3, 80))))
                .read();
        Written coarse = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(3, 60))))
                .message("3.pb", message("2026-03-10T06:51:00Z", train17(late(3, 80))))
                .message("4.pb", message("2026-03-10T06:52:00Z", train17(late(3, 90))))
                .settings(new Settings(
                        "urn:feed", "", null, null, null, null, false, Settings.USUAL_STALE, Duration.ofSeconds(30)))
                .read();

        assertEquals(
                List.of(
                        T17 + "2026-03-10T06:50:00Z {arrival=2026-03-10T08:01:00Z, stop=Lyon}",
                        T17 + "2026-03-10T06:51:00Z {arrival=2026-03-10T08:01:20Z, stop=Lyon}"),
                feed.all("trip.expected"));
        assertEquals(
                List.of(
                        T17 + "2026-03-10T06:50:00Z {arrival=2026-03-10T08:01:00Z, stop=Lyon}",
                        T17 + "2026-03-10T06:52:00Z {arrival=2026-03-10T08:01:30Z, stop=Lyon}"),
                coarse.all("trip.expected"));
    }

    @Test
    void a_vehicle_is_told_when_it_is_another() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", by("", train17(late(3, 0)))))
                .message("2.pb", message("2026-03-10T06:51:00Z", by("Z501", train17(late(3, 0)))))
                .message("3.pb", message("2026-03-10T06:52:00Z", by("Z501", train17(late(3, 0)))))
                .message("4.pb", message("2026-03-10T06:53:00Z", by("", train17(late(3, 0)))))
                .message("5.pb", message("2026-03-10T06:54:00Z", by("Z502", train17(late(3, 0)))))
                .read();

        assertEquals(
                List.of(T17 + "2026-03-10T06:51:00Z {vehicle=Z501}", T17 + "2026-03-10T06:54:00Z {vehicle=Z502}"),
                feed.all("trip.assigned"));
        assertEquals(List.of(), feed.refusals);
    }

    private static TripUpdate by(String vehicle, TripUpdate update) {
        return vehicle.isEmpty()
                ? update
                : update.toBuilder()
                        .setVehicle(VehicleDescriptor.newBuilder().setId(vehicle))
                        .build();
    }

    @Test
    void an_assigned_platform_is_that_of_the_stop() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(2, 0))))
                .message("2.pb", message("2026-03-10T06:55:00Z", train17(at(late(2, 0), "B:D"))))
                .message(
                        "3.pb",
                        message(
                                "2026-03-10T06:56:00Z",
                                train17(late(2, 0).toBuilder()
                                        .clearStopSequence()
                                        .setStopId("B:D")
                                        .build())))
                .read();

        assertEquals(
                List.of(
                        T17
                                + "2026-03-10T06:50:00Z {arrival=2026-03-10T07:20:00Z, departure=2026-03-10T07:22:00Z, stop=Bourg}",
                        T17 + "2026-03-10T06:50:00Z {arrival=2026-03-10T08:00:00Z, stop=Lyon}",
                        T17 + "2026-03-10T06:55:00Z {arrival=2026-03-10T07:20:00Z, departure=2026-03-10T07:22:00Z,"
                                + " platform=D, stop=Bourg}"),
                feed.all("trip.expected")); // the third says the same by its stop alone
    }

    @Test
    void a_skipped_stop_is_cancelled_there_and_the_delay_before_it_holds_behind_it() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(1, 120), of(2, SKIPPED))))
                .message("2.pb", message("2026-03-10T07:10:00Z", train17(of(2, SKIPPED), late(3, 120))))
                .message("3.pb", message("2026-03-10T07:30:00Z", train17(of(2, SKIPPED), late(3, 120))))
                .read();

        assertEquals(
                List.of(
                        T17 + "2026-03-10T06:50:00Z {departure=2026-03-10T07:02:00Z, stop=Ambérieu}",
                        T17 + "2026-03-10T06:50:00Z {cancelled=true, stop=Bourg}",
                        T17 + "2026-03-10T06:50:00Z {arrival=2026-03-10T08:02:00Z, stop=Lyon}"),
                feed.all("trip.expected"));
        assertTrue(
                feed.all("trip.called")
                        .contains(T17 + "2026-03-10T07:22:00Z known=2026-03-10T07:30:00Z {cancelled=true, stop=Bourg}"),
                feed.events::toString);
    }

    @Test
    void no_data_means_not_known_also_behind() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", train17(late(1, 120))))
                .message("2.pb", message("2026-03-10T06:51:00Z", train17(late(1, 120), of(2, NO_DATA))))
                .read();

        assertEquals(
                List.of(T17 + "2026-03-10T06:51:00Z {stop=Bourg}", T17 + "2026-03-10T06:51:00Z {stop=Lyon}"),
                feed.all("trip.expected").subList(3, 5));
        assertEquals(5, feed.events.size() - 1);
    }

    @Test
    void a_cancelled_trip_is_cancelled_at_each_stop_and_may_come_back() {
        TripUpdate cancelled = TripUpdate.newBuilder()
                .setTrip(TripDescriptor.newBuilder()
                        .setTripId("T17")
                        .setStartDate("20260310")
                        .setScheduleRelationship(TripDescriptor.ScheduleRelationship.CANCELED))
                .build();
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", cancelled))
                .message("2.pb", message("2026-03-10T06:55:00Z", train17(late(1, 600))))
                .read();
        Written for_good = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", cancelled))
                .message("2.pb", message("2026-03-10T06:55:00Z"))
                .read();

        assertEquals(
                List.of(
                        T17 + "2026-03-10T06:50:00Z {cancelled=true, stop=Ambérieu}",
                        T17 + "2026-03-10T06:50:00Z {cancelled=true, stop=Bourg}",
                        T17 + "2026-03-10T06:50:00Z {cancelled=true, stop=Lyon}",
                        T17 + "2026-03-10T06:55:00Z {cancelled=false, departure=2026-03-10T07:10:00Z, stop=Ambérieu}"),
                feed.all("trip.expected").subList(0, 4));
        assertEquals(3, for_good.all("trip.called").size());
        assertEquals(
                T17 + "2026-03-10T06:55:00Z {cancelled=true, stop=Lyon}",
                for_good.all("trip.called").getLast());
    }

    @Test
    void what_happened_is_the_last_estimate_before_the_stop_left_the_feed() {
        Written feed = march10()
                .message(
                        "1.pb",
                        message(
                                "2026-03-10T07:24:00Z",
                                train17(calls(2, "2026-03-10T07:24:10Z", "2026-03-10T07:26:10Z"), late(3, 250))))
                .message(
                        "2.pb",
                        message(
                                "2026-03-10T07:26:00Z",
                                train17(calls(2, "2026-03-10T07:24:20Z", "2026-03-10T07:26:20Z"), late(3, 260))))
                .message("3.pb", message("2026-03-10T07:26:30Z", train17(late(3, 260))))
                .message("4.pb", message("2026-03-10T08:04:10Z", train17(late(3, 260))))
                .message("5.pb", message("2026-03-10T08:04:40Z"))
                .read();

        assertEquals(
                List.of(
                        T17 + "2026-03-10T07:26:20Z known=2026-03-10T07:26:30Z {arrived=2026-03-10T07:24:20Z,"
                                + " departed=2026-03-10T07:26:20Z, stop=Bourg, within=20}",
                        T17 + "2026-03-10T08:04:20Z known=2026-03-10T08:04:40Z {arrived=2026-03-10T08:04:20Z,"
                                + " stop=Lyon, within=20}"),
                feed.all("trip.called"));
    }

    @Test
    void a_feed_that_keeps_past_stops_tells_them_when_a_later_one_is_past() {
        Written feed = march10()
                .message(
                        "1.pb",
                        message(
                                "2026-03-10T07:20:00Z",
                                train17(calls(2, "2026-03-10T07:20:30Z", "2026-03-10T07:22:30Z"), late(3, 30))))
                .message(
                        "2.pb",
                        message(
                                "2026-03-10T07:23:00Z",
                                train17(calls(2, "2026-03-10T07:20:40Z", "2026-03-10T07:22:40Z"), late(3, 40))))
                .message(
                        "3.pb",
                        message(
                                "2026-03-10T08:01:00Z",
                                train17(calls(2, "2026-03-10T07:20:40Z", "2026-03-10T07:22:40Z"), late(3, 40))))
                .read();

        assertEquals(
                List.of(T17 + "2026-03-10T07:22:40Z known=2026-03-10T08:01:00Z {arrived=2026-03-10T07:20:40Z,"
                        + " departed=2026-03-10T07:22:40Z, stop=Bourg, within=160}"),
                feed.all("trip.called"));
    }

    @Test
    void a_trip_that_vanishes_early_or_in_a_long_silence_is_not_known() {
        Written early = march10()
                .message("1.pb", message("2026-03-10T07:00:00Z", train17(late(2, 0))))
                .message("2.pb", message("2026-03-10T07:01:00Z"))
                .message("3.pb", message("2026-03-10T09:00:00Z"))
                .read();
        Written silence = march10()
                .message("1.pb", message("2026-03-10T07:00:00Z", train17(late(2, 0))))
                .message("3.pb", message("2026-03-10T09:00:00Z"))
                .read();

        assertEquals(List.of(), early.all("trip.called"));
        assertEquals(List.of(), silence.all("trip.called"));
    }

    @Test
    void a_stop_that_comes_back_takes_back_what_was_told() {
        Written feed = march10()
                .message("1.pb", message("2026-03-10T07:19:50Z", train17(late(2, 0))))
                .message("2.pb", message("2026-03-10T07:20:20Z", train17(late(3, 0))))
                .message("3.pb", message("2026-03-10T07:20:50Z", train17(late(2, 120))))
                .message("4.pb", message("2026-03-10T07:24:10Z", train17(late(3, 120))))
                .read();

        assertEquals(
                List.of(
                        T17 + "2026-03-10T07:20:20Z {arrived=2026-03-10T07:20:00Z, departed=2026-03-10T07:22:00Z,"
                                + " stop=Bourg, within=130}",
                        T17 + "2026-03-10T07:20:50Z RETRACTION of 3 {}",
                        T17 + "2026-03-10T07:24:00Z known=2026-03-10T07:24:10Z {arrived=2026-03-10T07:22:00Z,"
                                + " departed=2026-03-10T07:24:00Z, stop=Bourg, within=190}"),
                feed.all("trip.called"));
    }

    @Test
    void stale_estimates_are_refused_once_for_each_measurement() {
        TripUpdate old = train17(late(3, 60)).toBuilder()
                .setTimestamp(Messages.seconds("2026-03-10T06:40:00Z"))
                .build();
        Written feed = march10()
                .message("1.pb", message("2026-03-10T06:50:00Z", old))
                .message("2.pb", message("2026-03-10T06:50:30Z", old))
                .message(
                        "3.pb",
                        message(
                                "2026-03-10T06:51:00Z",
                                train17(late(3, 60)).toBuilder()
                                        .setTimestamp(Messages.seconds("2026-03-10T06:50:10Z"))
                                        .build()))
                .read();

        assertEquals(
                List.of("1.pb:1 timestamp: The estimate is 600 seconds old, more than 90."
                        + " Maybe allow more by (stale: 10m) in sources.yaml."),
                feed.refusals);
        assertEquals(
                List.of(T17
                        + "2026-03-10T06:50:10Z known=2026-03-10T06:51:00Z {arrival=2026-03-10T08:01:00Z, stop=Lyon}"),
                feed.all("trip.expected"));
    }

    @Test
    void without_a_date_the_day_is_the_nearest_on_which_the_trip_runs() {
        TripUpdate undated = TripUpdate.newBuilder()
                .setTrip(TripDescriptor.newBuilder().setTripId("T17"))
                .addStopTimeUpdate(late(3, 60))
                .build();
        Written night = Written.train17()
                .table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,23:50:00,23:50:00,A:1,1
                        T17,25:05:00,25:05:00,L,3
                        """)
                .day("2026-03-10")
                .message("1.pb", message("2026-03-10T23:30:00Z", undated))
                .read();

        assertEquals(
                List.of(T17 + "2026-03-10T23:30:00Z {arrival=2026-03-11T00:06:00Z, stop=Lyon}"),
                night.all("trip.expected"));
    }

    @Test
    void without_a_timetable_only_what_is_said_outright_is_known() {
        Written feed = new Written()
                .withoutTimetable()
                .message(
                        "1.pb",
                        message(
                                "2026-03-10T07:00:00Z",
                                train17(
                                        arrives(2, "2026-03-10T07:20:30Z").toBuilder()
                                                .setStopId("B:C")
                                                .build(),
                                        late(3, 60).toBuilder().setStopId("L").build())))
                .message(
                        "2.pb",
                        message(
                                "2026-03-10T07:20:40Z",
                                train17(late(3, 60).toBuilder().setStopId("L").build())))
                .read();

        assertEquals(
                List.of(T17 + "2026-03-10T07:00:00Z {arrival=2026-03-10T07:20:30Z, stop=B:C}"),
                feed.all("trip.expected"));
        assertEquals(List.of(), feed.all("trip.called")); // 20 minutes lie between the two messages
    }

    @Test
    void what_cannot_be_read_is_told_and_the_other_messages_count() {
        byte[] whole = message("2026-03-10T06:50:00Z", train17(late(3, 60)));
        Written feed = march10()
                .message("cut.pb", java.util.Arrays.copyOf(whole, whole.length - 3))
                .message("text.pb", "<html>503</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .message("good.pb", whole)
                .message(
                        "other.pb",
                        message(
                                "2026-03-10T06:51:00Z",
                                TripUpdate.newBuilder()
                                        .setTrip(TripDescriptor.newBuilder()
                                                .setTripId("T99")
                                                .setStartDate("20260310"))
                                        .build(),
                                TripUpdate.newBuilder()
                                        .setTrip(TripDescriptor.newBuilder().setRouteId("K"))
                                        .build(),
                                train17(late(7, 60))))
                .read();

        assertEquals(1, feed.all("trip.expected").size());
        assertEquals(5, feed.refusals.size(), feed.refusals::toString);
        assertTrue(feed.refusals.get(0).startsWith("text.pb:1 null: It is no whole message of GTFS-Realtime: "));
        assertTrue(feed.refusals.get(1).startsWith("cut.pb:1 null: It is no whole message of GTFS-Realtime: "));
        assertEquals(
                "other.pb:1 trip.trip_id: There is no trip (T99) in trips.txt. Maybe the timetable is another edition.",
                feed.refusals.get(2));
        assertEquals(
                "other.pb:2 trip.trip_id: It is missing: trips that are told by route and time alone are not read.",
                feed.refusals.get(3));
        assertTrue(feed.refusals.get(4).startsWith("other.pb:3 stop_time_update: One of its parts names neither"));
    }

    @Test
    void the_order_of_the_files_does_not_matter() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<byte[]> messages = new ArrayList<>();
            int delay = 0;
            for (int minute = 0; minute < 75; minute++) {
                delay += random.nextInt(61) - 25;
                int next = minute < 5 ? 1 : minute < 28 ? 2 : 3;
                String now = java.time.Instant.parse("2026-03-10T06:55:00Z")
                        .plusSeconds(60L * minute)
                        .toString();
                messages.add(
                        random.nextInt(10) == 0
                                ? message(now)
                                : message(
                                        now,
                                        random.nextInt(8) == 0
                                                ? train17(of(next, NO_DATA))
                                                : train17(late(next, delay))));
            }
            Written inOrder = march10();
            for (int i = 0; i < messages.size(); i++) {
                inOrder.message(i + ".pb", messages.get(i));
            }
            Written shuffled = march10();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            order.forEach(i -> shuffled.message(i + ".pb", messages.get(i)));

            inOrder.read();
            shuffled.read();

            assertEquals(inOrder.events, shuffled.events, "seed " + seed);
            assertEquals(inOrder.ids, shuffled.ids, "seed " + seed);
            assertTrue(inOrder.all("trip.called").size() > 0, "seed " + seed);
        }
    }
}
