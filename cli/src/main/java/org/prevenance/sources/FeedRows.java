package org.prevenance.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.files.EventFile;
import org.prevenance.files.RowSink;
import org.prevenance.files.RowSource;
import org.prevenance.forecast.gtfs.Feed;
import org.prevenance.forecast.gtfs.FeedSink;
import org.prevenance.forecast.gtfs.Recording;
import org.prevenance.forecast.gtfs.Settings;
import org.prevenance.intake.EventDraft;

/// Reads a timetable and the messages recorded about it.
record FeedRows(@Nullable EventFile timetable, List<EventFile> messages, Settings settings, Target target)
        implements RowSource {
    @Override
    public void forEach(RowSink sink) throws IOException {
        EventFile of = timetable;
        if (of == null) {
            read(null, sink);
            return;
        }
        try (TimetableTables tables = TimetableTables.open(of.path(), of.name())) {
            read(tables, sink);
        }
    }

    private void read(@Nullable TimetableTables tables, RowSink sink) throws IOException {
        EventDraft draft = new EventDraft(
                target.vocabulary(), target.symbols(), target.subjects(), target.wanted(), target.zone());
        new Feed(tables, messages.stream().map(FeedRows::recording).toList(), settings)
                .read(target.vocabulary(), draft, new Into(sink));
    }

    private static Recording recording(EventFile file) {
        return new Recording(
                series(file.compression().strip(file.name())),
                file.name(),
                () -> file.compression().open(Files.newInputStream(file.path())));
    }

    /// Files whose names differ only in digits were recorded from one address: `rt/2026-03-01/trips-0815.pb`.
    private static String series(String name) {
        return name.replaceAll("[0-9]+", "0");
    }

    private record Into(RowSink sink) implements FeedSink {
        @Override
        public void admitted(Event row, String file, long line) {
            sink.admitted(row, line);
        }

        @Override
        public void refused(String file, long line, @Nullable String field, String reason, String raw) {
            sink.refused(file, line, field, reason, raw);
        }
    }
}
