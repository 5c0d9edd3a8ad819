package org.prevenance.forecast.gtfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeEvent;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate.StopTimeProperties;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// What is read of a message is what the standard's own bindings read of it.
class MessageReaderTest {
    @Test
    void all_that_the_bindings_read_is_read_the_same() throws IOException {
        Logger warnings = Logger.getLogger("com.google.protobuf.GeneratedMessage");
        Level usual = warnings.getLevel();
        warnings.setLevel(Level.OFF); // the bindings' own parser, see MessageReader
        try {
            for (int seed = 0; seed < 300; seed++) {
                byte[] bytes = random(new Random(seed)).toByteArray();
                FeedMessage read = FeedMessage.parseFrom(bytes);
                String lives = "seed " + seed;

                MessageReader.Head head = MessageReader.head(new ByteArrayInputStream(bytes));
                assertEquals(read.getHeader().getTimestamp(), head.timestamp(), lives);
                assertEquals(
                        read.getHeader().getIncrementality() == FeedHeader.Incrementality.DIFFERENTIAL,
                        head.differential(),
                        lives);
                assertEquals(expected(read), MessageReader.updates(new ByteArrayInputStream(bytes)), lives);
            }
        } finally {
            warnings.setLevel(usual);
        }
    }

    private static List<Update> expected(FeedMessage message) {
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < message.getEntityCount(); i++) {
            if (message.getEntity(i).hasTripUpdate()) {
                updates.add(expected(i + 1, message.getEntity(i).getTripUpdate()));
            }
        }
        return updates;
    }

    private static Update expected(int entity, TripUpdate update) {
        TripDescriptor trip = update.getTrip();
        return new Update(
                entity,
                trip.getTripId(),
                trip.getStartDate(),
                trip.getStartTime(),
                trip.getScheduleRelationship().getNumber(),
                update.getTimestamp(),
                update.hasDelay() ? update.getDelay() : FeedTime.NONE,
                update.getVehicle().getId(),
                update.getStopTimeUpdateList().stream()
                        .map(stop -> new Update.StopUpdate(
                                stop.hasStopSequence() ? stop.getStopSequence() : -1,
                                stop.getStopId(),
                                expected(stop.getArrival()),
                                expected(stop.getDeparture()),
                                stop.getScheduleRelationship().getNumber(),
                                stop.getStopTimeProperties().getAssignedStopId()))
                        .toList());
    }

    private static Update.When expected(StopTimeEvent event) {
        return new Update.When(event.getTime(), event.hasDelay() ? event.getDelay() : FeedTime.NONE);
    }

    private static FeedMessage random(Random random) {
        FeedMessage.Builder message = FeedMessage.newBuilder()
                .setHeader(FeedHeader.newBuilder()
                        .setGtfsRealtimeVersion("2.0")
                        .setIncrementality(FeedHeader.Incrementality.forNumber(random.nextInt(2)))
                        .setTimestamp(random.nextLong(1L << 40)));
        for (int i = random.nextInt(5); i > 0; i--) {
            FeedEntity.Builder entity = FeedEntity.newBuilder().setId("é" + i);
            if (random.nextInt(4) == 0) {
                entity.setVehicle(VehiclePosition.newBuilder().setStopId("S").setCurrentStopSequence(4));
            } else {
                entity.setTripUpdate(randomUpdate(random));
            }
            message.addEntity(entity);
        }
        return message.build();
    }

    private static TripUpdate randomUpdate(Random random) {
        TripDescriptor.Builder trip =
                TripDescriptor.newBuilder().setRouteId("R").setDirectionId(1);
        if (random.nextBoolean()) {
            trip.setTripId("Gare " + random.nextInt(1000) + " – é")
                    .setStartDate("20260310")
                    .setStartTime("06:00:00");
        }
        if (random.nextBoolean()) {
            trip.setScheduleRelationship(TripDescriptor.ScheduleRelationship.CANCELED);
        }
        TripUpdate.Builder update = TripUpdate.newBuilder().setTrip(trip);
        if (random.nextBoolean()) {
            update.setDelay(random.nextInt(7200) - 3600).setTimestamp(random.nextLong(1L << 40));
        }
        if (random.nextBoolean()) {
            update.setVehicle(VehicleDescriptor.newBuilder().setId("V7").setLabel("Le Lion"));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            StopTimeUpdate.Builder stop = StopTimeUpdate.newBuilder();
            if (random.nextBoolean()) {
                stop.setStopSequence(random.nextInt(100));
            }
            if (random.nextBoolean()) {
                stop.setStopId("S" + i)
                        .setStopTimeProperties(StopTimeProperties.newBuilder().setAssignedStopId("S:" + i));
            }
            if (random.nextBoolean()) {
                stop.setArrival(StopTimeEvent.newBuilder()
                        .setDelay(random.nextInt(7200) - 3600)
                        .setUncertainty(30));
            }
            if (random.nextBoolean()) {
                stop.setDeparture(StopTimeEvent.newBuilder().setTime(random.nextLong(1L << 40)));
            }
            stop.setScheduleRelationship(StopTimeUpdate.ScheduleRelationship.forNumber(random.nextInt(4)));
            update.addStopTimeUpdate(stop);
        }
        return update.build();
    }

    @Test
    void a_value_that_the_bindings_do_not_know_yet_is_kept() throws IOException {
        // header with a timestamp; an entity with a trip that is DELETED (7), newer than the bindings
        byte[] bytes = {10, 2, 24, 5, 18, 12, 10, 1, 'e', 26, 7, 10, 5, 10, 1, 'T', 32, 7};

        List<Update> updates = MessageReader.updates(new ByteArrayInputStream(bytes));

        assertEquals(List.of(new Update(1, "T", "", "", 7, 0, FeedTime.NONE, "", List.of())), updates);
        assertEquals(true, updates.getFirst().isCancelled());
    }

    @Test
    void a_message_that_breaks_off_anywhere_is_refused_or_whole() {
        byte[] bytes = Messages.message("2026-03-10T07:00:00Z", Messages.train17(Messages.late(1, 60)));
        for (int length = 14; length < bytes.length; length++) { // the head takes 13 bytes
            byte[] part = Arrays.copyOf(bytes, length);
            assertThrows(IOException.class, () -> MessageReader.updates(new ByteArrayInputStream(part)));
        }
        assertThrows(IOException.class, () -> MessageReader.head(new ByteArrayInputStream(new byte[0])));
    }

    @Test
    void random_bytes_are_refused_or_passed_over_but_never_worse() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                MessageReader.updates(new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                assertEquals(false, e.toString().isEmpty());
            }
        }
    }
}
