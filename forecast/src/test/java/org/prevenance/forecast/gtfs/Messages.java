package org.prevenance.forecast.gtfs;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeEvent;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate.StopTimeProperties;
import java.time.Instant;
import java.util.List;

/// Short ways to write GTFS-Realtime messages with the standard's own builders.
final class Messages {
    private Messages() {}

    /// @param at such as `2026-03-10T07:00:00Z`
    static byte[] message(String at, TripUpdate... updates) {
        FeedMessage.Builder message = FeedMessage.newBuilder()
                .setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(seconds(at)));
        for (int i = 0; i < updates.length; i++) {
            message.addEntity(FeedEntity.newBuilder().setId("e" + i).setTripUpdate(updates[i]));
        }
        return message.build().toByteArray();
    }

    static long seconds(String at) {
        return Instant.parse(at).getEpochSecond();
    }

    /// The train 17 of 10 March.
    static TripUpdate train17(StopTimeUpdate... stops) {
        return TripUpdate.newBuilder()
                .setTrip(TripDescriptor.newBuilder().setTripId("T17").setStartDate("20260310"))
                .addAllStopTimeUpdate(List.of(stops))
                .build();
    }

    static StopTimeUpdate late(int sequence, int seconds) {
        return StopTimeUpdate.newBuilder()
                .setStopSequence(sequence)
                .setArrival(StopTimeEvent.newBuilder().setDelay(seconds))
                .setDeparture(StopTimeEvent.newBuilder().setDelay(seconds))
                .build();
    }

    static StopTimeUpdate arrives(int sequence, String at) {
        return StopTimeUpdate.newBuilder()
                .setStopSequence(sequence)
                .setArrival(StopTimeEvent.newBuilder().setTime(seconds(at)))
                .build();
    }

    static StopTimeUpdate calls(int sequence, String arrives, String departs) {
        return arrives(sequence, arrives).toBuilder()
                .setDeparture(StopTimeEvent.newBuilder().setTime(seconds(departs)))
                .build();
    }

    static StopTimeUpdate of(int sequence, StopTimeUpdate.ScheduleRelationship relationship) {
        return StopTimeUpdate.newBuilder()
                .setStopSequence(sequence)
                .setScheduleRelationship(relationship)
                .build();
    }

    static StopTimeUpdate at(StopTimeUpdate stop, String assigned) {
        return stop.toBuilder()
                .setStopTimeProperties(StopTimeProperties.newBuilder().setAssignedStopId(assigned))
                .build();
    }
}
