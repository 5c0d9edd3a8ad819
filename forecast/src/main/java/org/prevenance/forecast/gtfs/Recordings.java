package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads recorded messages in the order of their timestamps, series by series, whatever the order of the files.
final class Recordings {
    /// A message whose head was read.
    private record Dated(Recording recording, long timestamp) {}

    private Recordings() {}

    static void read(
            List<Recording> recordings,
            @Nullable Timetable timetable,
            Settings settings,
            TripEvents events,
            FeedSink sink) {
        Map<String, List<Dated>> series = new TreeMap<>();
        for (Recording recording : recordings) {
            Dated dated = dated(recording, sink);
            if (dated != null) {
                series.computeIfAbsent(recording.series(), unseen -> new ArrayList<>())
                        .add(dated);
            }
        }
        for (List<Dated> messages : series.values()) {
            messages.sort(
                    Comparator.comparingLong(Dated::timestamp).thenComparing(message -> message.recording.name()));
            Watch watch = new Watch(timetable, settings, events, sink);
            messages.forEach(message -> see(message, watch, sink));
        }
    }

    private static @Nullable Dated dated(Recording recording, FeedSink sink) {
        try (InputStream in = recording.bytes().open()) {
            MessageReader.Head head = MessageReader.head(in);
            if (head.timestamp() <= 0) {
                sink.refused(
                        recording.name(),
                        1,
                        "header.timestamp",
                        "It is missing: when the message became known is not known, so it is not read.",
                        "");
            } else if (head.differential()) {
                sink.refused(
                        recording.name(),
                        1,
                        "header.incrementality",
                        "It tells only what changed (DIFFERENTIAL), which the standard leaves undefined; full messages"
                                + " are read.",
                        "");
            } else {
                return new Dated(recording, head.timestamp());
            }
        } catch (IOException e) {
            broken(recording, e, sink);
        }
        return null;
    }

    private static void see(Dated message, Watch watch, FeedSink sink) {
        List<Update> updates;
        try (InputStream in = message.recording.bytes().open()) {
            updates = MessageReader.updates(in);
        } catch (IOException e) {
            broken(message.recording, e, sink);
            return;
        }
        watch.see(message.recording.name(), message.timestamp, updates);
    }

    private static void broken(Recording recording, IOException e, FeedSink sink) {
        sink.refused(
                recording.name(),
                1,
                null,
                "It is no whole message of GTFS-Realtime: %s Maybe it was cut off when it was recorded."
                        .formatted(e.getMessage()),
                "");
    }
}
