package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.intake.EventDraft;
import org.prevenance.vocabulary.Vocabulary;

/// A feed as events: its timetable gives `trip.planned`, its recorded messages `trip.expected`, `trip.called`
/// and `trip.assigned`.
///
/// ```java
/// new Feed(tables, recordings, Settings.of("urn:gtfs:example")).read(vocabulary, draft, sink);
/// ```
///
/// In memory is the timetable (see [StopTimes]), and what was last told of each trip under way. Immutable.
///
/// @param tables null where there is no timetable: then only what messages say outright is known
public record Feed(@Nullable Tables tables, List<Recording> recordings, Settings settings) {
    public Feed {
        recordings = List.copyOf(recordings);
    }

    /// Gives all events to the sink: the plans in the order of the table of trips, then what was recorded, in the order
    /// of time, whatever the order of the files.
    ///
    /// @throws IOException where a table cannot be opened; what was given before stays
    public void read(Vocabulary vocabulary, EventDraft draft, FeedSink sink) throws IOException {
        TripEvents events = new TripEvents(vocabulary, draft, settings, sink);
        Timetable timetable = tables == null ? null : TimetableReader.read(tables, settings, sink);
        if (tables != null && timetable != null) {
            new Plans(timetable, events, settings, sink, tables.name("trips.txt")).tell();
        }
        Recordings.read(recordings, timetable, settings, events, sink);
    }
}
