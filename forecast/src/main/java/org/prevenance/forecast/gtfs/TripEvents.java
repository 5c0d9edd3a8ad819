package org.prevenance.forecast.gtfs;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.intake.EventDraft;
import org.prevenance.intake.Refusal;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// Writes events about trips through an [EventDraft], which checks them as any other. Fields that the vocabulary in use
/// does not declare are left out. Not thread-safe.
final class TripEvents {
    private final Vocabulary vocabulary;
    private final EventDraft draft;
    private final Settings settings;
    private final FeedSink sink;
    private final Event row = new Event();
    private @Nullable EventType type;
    private @Nullable Refusal refusal;

    TripEvents(Vocabulary vocabulary, EventDraft draft, Settings settings, FeedSink sink) {
        this.vocabulary = vocabulary;
        this.draft = draft;
        this.settings = settings;
        this.sink = sink;
    }

    /// The id of one run of a trip: `T1@2026-03-29`, with its time of departure where the trip runs several times a
    /// day.
    String run(String trip, int day, @Nullable String departure) {
        String run = settings.prefix() + trip + "@" + LocalDate.ofEpochDay(day);
        return departure == null ? run : run + "@" + departure;
    }

    /// @param time  when it happened, seconds since 1970 UTC
    /// @param known when it became known
    TripEvents begin(String name, String run, String id, long time, long known) {
        refusal = draft.begin(name);
        type = vocabulary.type(name);
        draft.id(id);
        draft.source(settings.source());
        draft.subject("trip/" + run);
        draft.time(time * Raw.SECOND);
        draft.known(known * Raw.SECOND);
        return this;
    }

    TripEvents text(String field, String value) {
        Field declared = type == null ? null : type.field(field);
        if (declared != null && refusal == null) {
            refusal = draft.field(declared, value);
        }
        return this;
    }

    /// @param seconds since 1970 UTC, or [Sighting#UNKNOWN]
    TripEvents instant(String field, long seconds) {
        return seconds == Sighting.UNKNOWN ? this : text(field, instant(seconds));
    }

    static String instant(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }

    void retracts(String id) {
        draft.retracts(id);
    }

    void corrects(String id) {
        draft.corrects(id);
    }

    /// Gives the event, or says why it is none.
    void give(String file, long line) {
        Refusal fault = refusal == null ? draft.finish(row) : refusal;
        if (fault == null) {
            sink.admitted(row, file, line);
        } else {
            sink.refused(file, line, fault.field(), fault.reason(), "");
        }
    }
}
