package org.prevenance.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.files.RowSink;
import org.prevenance.intake.EventDraft;
import org.prevenance.intake.Refusal;
import org.prevenance.sources.Mapping.Condition;
import org.prevenance.sources.Mapping.EventMapping;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Makes events of the rows of one file, as one mapping says. Not thread-safe.
final class RowMapper {
    private final Vocabulary vocabulary;
    private final EventDraft draft;
    private final JsonEnvelope envelope;
    private final Event event = new Event();
    private final List<Template> templates = new ArrayList<>();
    private final MessageDigest digest;

    /// @param header names of the columns, in the order of a row's cells
    /// @param urn    the source of events that name none
    /// @throws UnknownColumn where the mapping uses a column that the header has not
    RowMapper(Mapping mapping, List<String> header, String urn, Target target) throws UnknownColumn {
        this.vocabulary = target.vocabulary();
        this.draft = target.draft();
        this.envelope = new JsonEnvelope(target.reader());
        this.digest = sha256();
        ZoneId own = mapping.writing().zone();
        ZoneId zone = own == null ? target.zone() : own;
        Header columns = new Header(header);
        for (EventMapping each : mapping.events()) {
            columns.require(Columns.of(each), each.place());
            templates.add(new Template(each, columns::of, mapping, zone, urn));
        }
    }

    /// Gives the events of one row to the sink, and refuses what is mistaken in it.
    ///
    /// @param row cells without spaces around them, null where empty
    /// @param raw the row as read, asked for only when something is refused
    void map(@Nullable String[] row, long line, Supplier<String> raw, RowSink sink) {
        for (Template template : templates) {
            try {
                if (template.fits(row)) {
                    Refusal refusal = template.fill(row);
                    if (refusal == null) {
                        sink.admitted(event, line);
                    } else {
                        sink.refused(line, refusal.field(), refusal.reason(), raw.get());
                    }
                }
            } catch (RowRefused e) {
                sink.refused(line, e.field(), e.reason(), raw.get());
            }
        }
    }

    /// One event of the mapping.
    private final class Template {
        private final CellReader type;
        private final @Nullable CellReader id;
        private final @Nullable CellReader source;
        private final String urn;
        private final CellReader subject;
        private final CellReader time;
        private final @Nullable CellReader known;
        private final @Nullable CellReader corrects;
        private final @Nullable CellReader retracts;
        private final List<Condition> when;
        private final int[] conditions;
        private final int json;
        private final Map<String, FieldSource> data;
        private final java.util.function.Function<Value, CellReader> readers;
        private final Map<String, EventPlan> plans = new HashMap<>();

        Template(EventMapping from, ToIntFunction<String> columns, Mapping mapping, ZoneId zone, String urn) {
            this.type = new CellReader(from.type(), columns, mapping.writing(), zone, "type");
            this.urn = urn;
            this.id = reader(from.id(), columns, mapping, zone, "id");
            this.source = reader(from.source(), columns, mapping, zone, "source");
            this.subject = new CellReader(from.subject(), columns, mapping.writing(), zone, "subject");
            this.time = new CellReader(from.time(), columns, mapping.writing(), zone, "time");
            this.known = reader(from.known(), columns, mapping, zone, "recordedtime");
            this.corrects = reader(from.corrects(), columns, mapping, zone, "data.corrects");
            this.retracts = reader(from.retracts(), columns, mapping, zone, "data.retracts");
            this.when = from.when();
            this.conditions =
                    when.stream().map(Condition::column).mapToInt(columns).toArray();
            this.json = from.json() == null ? -1 : columns.applyAsInt(from.json());
            this.data = from.data();
            this.readers = value -> new CellReader(value, columns, mapping.writing(), zone, "data");
        }

        private static @Nullable CellReader reader(
                @Nullable Value value, ToIntFunction<String> columns, Mapping mapping, ZoneId zone, String target) {
            return value == null ? null : new CellReader(value, columns, mapping.writing(), zone, target);
        }

        boolean fits(@Nullable String[] row) {
            for (int i = 0; i < conditions.length; i++) {
                if (!when.get(i).holds(row[conditions[i]])) {
                    return false;
                }
            }
            return true;
        }

        @Nullable
        Refusal fill(@Nullable String[] row) throws RowRefused {
            String typeName = type.text(row);
            if (typeName == null) {
                return new Refusal("type", "It is missing; every event needs it.");
            }
            String about = subject.text(row);
            long at = time.micros(row);
            String name = id == null ? hash(row, typeName, about == null ? "" : about, at) : id.text(row);
            String from = source == null ? null : source.text(row);
            return json < 0
                    ? fromCells(row, typeName, name, from == null ? urn : from, about, at)
                    : fromJson(row, typeName, name, from == null ? urn : from, about, at);
        }

        private @Nullable Refusal fromJson(
                @Nullable String[] row,
                String typeName,
                @Nullable String name,
                String from,
                @Nullable String about,
                long at)
                throws RowRefused {
            return envelope.start()
                    .attribute("id", name)
                    .attribute("source", from)
                    .attribute("type", typeName)
                    .attribute("subject", about)
                    .instant("time", at)
                    .instant("recordedtime", known == null ? Raw.ABSENT : known.micros(row))
                    .read(row[json], event);
        }

        private @Nullable Refusal fromCells(
                @Nullable String[] row,
                String typeName,
                @Nullable String name,
                String from,
                @Nullable String about,
                long at)
                throws RowRefused {
            Refusal refusal = draft.begin(typeName);
            if (refusal != null) {
                return refusal;
            }
            draft.source(from);
            if (name != null) {
                draft.id(name);
            }
            if (about != null) {
                draft.subject(about);
            }
            if (at != Raw.ABSENT) {
                draft.time(at);
            }
            standing(row);
            refusal = plans.computeIfAbsent(typeName, this::plan).fill(draft, row);
            return refusal == null ? draft.finish(event) : refusal;
        }

        private void standing(@Nullable String[] row) throws RowRefused {
            long recorded = known == null ? Raw.ABSENT : known.micros(row);
            if (recorded != Raw.ABSENT) {
                draft.known(recorded);
            }
            String corrected = corrects == null ? null : corrects.text(row);
            if (corrected != null) {
                draft.corrects(corrected);
            }
            String retracted = retracts == null ? null : retracts.text(row);
            if (retracted != null) {
                draft.retracts(retracted);
            }
        }

        private EventPlan plan(String typeName) {
            return new EventPlan(declared(typeName), data, readers);
        }

        private EventType declared(String typeName) {
            EventType declared = vocabulary.type(typeName);
            if (declared == null) {
                throw new IllegalStateException("The type (" + typeName + ") was begun but is not declared.");
            }
            return declared;
        }
    }

    /// The first half of SHA-256 over the row's cells and the event's type, subject and time, in hexadecimal: the same
    /// for the same row, wherever in a file and in whichever file it stands.
    private String hash(@Nullable String[] row, String type, String about, long at) {
        for (String cell : row) {
            if (cell != null) {
                digest.update(cell.getBytes(StandardCharsets.UTF_8));
            }
            digest.update((byte) Raw.ITEM_SEPARATOR);
        }
        digest.update((type + Raw.ITEM_SEPARATOR + about + Raw.ITEM_SEPARATOR + at).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
