package org.prevenance.forecast.gtfs;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeEvent;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate.StopTimeProperties;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads what is needed of GTFS-Realtime messages: field numbers are those of the standard's own bindings, the bytes
/// are
/// decoded by protobuf's own reader.
///
/// The parsers that the bindings bring are not used: those of 0.0.8, the newest published, were generated before
/// protobuf
/// 21.7 and are open to a denial of service (GHSA-h4h5-3hr4-j3g2), which protobuf 4 says at each use.
/// `MessageReaderTest` holds this reader to them. It also passes over what is not needed, and keeps values of enums
/// that
/// the bindings do not know yet.
final class MessageReader {
    private static final int VARINT = WireFormat.WIRETYPE_VARINT;
    private static final int LENGTH = WireFormat.WIRETYPE_LENGTH_DELIMITED;

    /// What stands at the head of a message.
    ///
    /// @param timestamp    seconds since 1970 UTC; 0 where it has none
    /// @param differential whether it tells only what changed
    record Head(long timestamp, boolean differential) {}

    private final CodedInputStream in;

    private MessageReader(InputStream bytes) {
        in = CodedInputStream.newInstance(bytes);
    }

    /// Reads as far as the head, which usually comes first.
    ///
    /// @throws IOException where there is none, or the bytes are no message
    static Head head(InputStream bytes) throws IOException {
        return new MessageReader(bytes).head();
    }

    /// All that a message says of trips.
    ///
    /// @throws IOException where it breaks off or is no message
    static List<Update> updates(InputStream bytes) throws IOException {
        return new MessageReader(bytes).updates();
    }

    private Head head() throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == tag(FeedMessage.HEADER_FIELD_NUMBER, LENGTH)) {
                return readHead();
            }
            skip(tag);
        }
        throw new IOException("it has no header.");
    }

    private Head readHead() throws IOException {
        int outer = enter();
        long timestamp = 0;
        boolean differential = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case FeedHeader.TIMESTAMP_FIELD_NUMBER << 3 | VARINT -> timestamp = in.readUInt64();
                case FeedHeader.INCREMENTALITY_FIELD_NUMBER << 3 | VARINT ->
                    differential = in.readEnum() == FeedHeader.Incrementality.DIFFERENTIAL_VALUE;
                default -> skip(tag);
            }
        }
        leave(outer);
        return new Head(timestamp, differential);
    }

    private List<Update> updates() throws IOException {
        List<Update> updates = new ArrayList<>();
        int entity = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == tag(FeedMessage.ENTITY_FIELD_NUMBER, LENGTH)) {
                readEntity(++entity, updates);
            } else {
                skip(tag);
            }
        }
        return updates;
    }

    private void readEntity(int entity, List<Update> updates) throws IOException {
        int outer = enter();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == tag(FeedEntity.TRIP_UPDATE_FIELD_NUMBER, LENGTH)) {
                updates.add(readUpdate(entity));
            } else {
                skip(tag);
            }
        }
        leave(outer);
    }

    private Update readUpdate(int entity) throws IOException {
        int outer = enter();
        String[] trip = {"", "", ""};
        int relationship = 0;
        long timestamp = 0;
        int delay = FeedTime.NONE;
        String vehicle = "";
        List<Update.StopUpdate> stops = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case TripUpdate.TRIP_FIELD_NUMBER << 3 | LENGTH -> relationship = readTrip(trip);
                case TripUpdate.STOP_TIME_UPDATE_FIELD_NUMBER << 3 | LENGTH -> stops.add(readStop());
                case TripUpdate.TIMESTAMP_FIELD_NUMBER << 3 | VARINT -> timestamp = in.readUInt64();
                case TripUpdate.DELAY_FIELD_NUMBER << 3 | VARINT -> delay = in.readInt32();
                case TripUpdate.VEHICLE_FIELD_NUMBER << 3 | LENGTH ->
                    vehicle = readText(VehicleDescriptor.ID_FIELD_NUMBER);
                default -> skip(tag);
            }
        }
        leave(outer);
        return new Update(entity, trip[0], trip[1], trip[2], relationship, timestamp, delay, vehicle, stops);
    }

    /// @param into id, date and time
    /// @return the relationship to the timetable
    private int readTrip(String[] into) throws IOException {
        int outer = enter();
        int relationship = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case TripDescriptor.TRIP_ID_FIELD_NUMBER << 3 | LENGTH -> into[0] = in.readString();
                case TripDescriptor.START_DATE_FIELD_NUMBER << 3 | LENGTH -> into[1] = in.readString();
                case TripDescriptor.START_TIME_FIELD_NUMBER << 3 | LENGTH -> into[2] = in.readString();
                case TripDescriptor.SCHEDULE_RELATIONSHIP_FIELD_NUMBER << 3 | VARINT -> relationship = in.readEnum();
                default -> skip(tag);
            }
        }
        leave(outer);
        return relationship;
    }

    private Update.StopUpdate readStop() throws IOException {
        int outer = enter();
        int sequence = -1;
        String stop = "";
        Update.When arrival = Update.When.NOT_TOLD;
        Update.When departure = Update.When.NOT_TOLD;
        int relationship = 0;
        String assigned = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case StopTimeUpdate.STOP_SEQUENCE_FIELD_NUMBER << 3 | VARINT -> sequence = in.readUInt32();
                case StopTimeUpdate.STOP_ID_FIELD_NUMBER << 3 | LENGTH -> stop = in.readString();
                case StopTimeUpdate.ARRIVAL_FIELD_NUMBER << 3 | LENGTH -> arrival = readWhen();
                case StopTimeUpdate.DEPARTURE_FIELD_NUMBER << 3 | LENGTH -> departure = readWhen();
                case StopTimeUpdate.SCHEDULE_RELATIONSHIP_FIELD_NUMBER << 3 | VARINT -> relationship = in.readEnum();
                case StopTimeUpdate.STOP_TIME_PROPERTIES_FIELD_NUMBER << 3 | LENGTH ->
                    assigned = readText(StopTimeProperties.ASSIGNED_STOP_ID_FIELD_NUMBER);
                default -> skip(tag);
            }
        }
        leave(outer);
        return new Update.StopUpdate(sequence, stop, arrival, departure, relationship, assigned);
    }

    private Update.When readWhen() throws IOException {
        int outer = enter();
        long time = 0;
        int delay = FeedTime.NONE;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case StopTimeEvent.TIME_FIELD_NUMBER << 3 | VARINT -> time = in.readInt64();
                case StopTimeEvent.DELAY_FIELD_NUMBER << 3 | VARINT -> delay = in.readInt32();
                default -> skip(tag);
            }
        }
        leave(outer);
        return new Update.When(time, delay);
    }

    /// The one text that is wanted of a message in the message; empty where it is not there.
    private String readText(int field) throws IOException {
        int outer = enter();
        String text = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == tag(field, LENGTH)) {
                text = in.readString();
            } else {
                skip(tag);
            }
        }
        leave(outer);
        return text;
    }

    private static int tag(int field, int wireType) {
        return field << 3 | wireType;
    }

    /// Begins to read what is inside a message in the message.
    private int enter() throws IOException {
        return in.pushLimit(in.readRawVarint32());
    }

    /// Ends what [#enter] began. Where the bytes end before it does, protobuf says nothing of it.
    private void leave(int outer) throws IOException {
        if (in.getBytesUntilLimit() > 0) {
            throw new IOException("it ends in the middle of an entity.");
        }
        in.popLimit(outer);
    }

    private void skip(int tag) throws IOException {
        if (!in.skipField(tag)) {
            throw new IOException("a group ends that never began.");
        }
    }
}
