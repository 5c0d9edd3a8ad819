package org.prevenance.forecast.gtfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.intake.EventDraft;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// A feed that a test writes, table by table and message by message, and what came of it as texts.
///
/// An event: `type subject time [known=…] {field=value, …}`. A refusal: `file:line field: reason`.
final class Written implements Tables, FeedSink {
    private static final Vocabulary VOCABULARY = vocabulary();

    /// One agency in Paris, two stations of which one has platforms, and a single stop.
    static final String STOPS = """
            stop_id,stop_name,location_type,parent_station,platform_code
            A,Ambérieu,1,,
            A:1,Ambérieu quai 1,0,A,1
            A:2,Ambérieu quai 2,0,A,2
            B,Bourg,1,,
            B:C,Bourg voie C,0,B,C
            B:D,Bourg voie D,0,B,D
            L,Lyon,0,,
            """;

    final List<String> events = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<Recording> recordings = new ArrayList<>();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Symbols symbols = new Symbols();
    private final Subjects subjects = new Subjects(VOCABULARY.kinds());
    private Settings settings = Settings.of("urn:feed");
    private boolean withTimetable = true;

    /// A timetable of the train 17 from Ambérieu by Bourg to Lyon, on all days of March 2026.
    static Written train17() {
        return new Written()
                .table("agency.txt", """
                        agency_id,agency_name,agency_url,agency_timezone
                        R,Rhône Rail,https://example.org,Europe/Paris
                        """)
                .table("stops.txt", STOPS)
                .table("routes.txt", """
                        route_id,agency_id,route_short_name,route_long_name,route_type
                        K,R,K5,Ambérieu - Lyon,2
                        """)
                .table("trips.txt", """
                        route_id,service_id,trip_id,trip_headsign,trip_short_name
                        K,daily,T17,Lyon,17
                        """)
                .table("calendar.txt", """
                        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
                        daily,1,1,1,1,1,1,1,20260301,20260331
                        """)
                .table("stop_times.txt", """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        T17,08:00:00,08:00:00,A:1,1
                        T17,08:20:00,08:22:00,B:C,2
                        T17,09:00:00,09:00:00,L,3
                        """);
    }

    Written table(String name, String rows) {
        tables.put(name, rows);
        return this;
    }

    Written without(String name) {
        tables.remove(name);
        return this;
    }

    Written withoutTimetable() {
        withTimetable = false;
        return this;
    }

    Written settings(Settings newSettings) {
        settings = newSettings;
        return this;
    }

    Written day(String day) {
        java.time.LocalDate date = java.time.LocalDate.parse(day);
        return settings(
                new Settings("urn:feed", "", null, date, date, null, false, settings.stale(), settings.change()));
    }

    Written message(String name, byte[] bytes) {
        recordings.add(new Recording("rt", name, () -> new ByteArrayInputStream(bytes)));
        return this;
    }

    Written read() {
        EventDraft draft = new EventDraft(VOCABULARY, symbols, subjects, everything(), ZoneId.of("Europe/Paris"));
        try {
            new Feed(withTimetable ? this : null, recordings, settings).read(VOCABULARY, draft, this);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /// The events of one type, without its name.
    List<String> all(String type) {
        return events.stream()
                .filter(event -> event.startsWith(type + " "))
                .map(event -> event.substring(type.length() + 1))
                .toList();
    }

    @Override
    public @Nullable InputStream open(String table) {
        String rows = tables.get(table);
        return rows == null ? null : new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name(String table) {
        return table;
    }

    @Override
    public void admitted(Event row, String file, long line) {
        StringBuilder text = new StringBuilder(row.type().name())
                .append(' ')
                .append(subjects.name(row.subject()))
                .append(' ')
                .append(ZoneDays.instant(row.time()));
        if (row.known() != row.time()) {
            text.append(" known=").append(ZoneDays.instant(row.known()));
        }
        if (row.standing() != Event.Standing.ORIGINAL) {
            text.append(' ').append(row.standing()).append(" of ").append(ids.indexOf(row.target()));
        }
        Map<String, String> values = new TreeMap<>();
        for (Field field : row.type().fields()) {
            put(values, field.name(), field, row, false);
            for (Field part : field.parts()) {
                put(values, part.name(), part, row, true);
            }
        }
        ids.add(row.id());
        events.add(text.append(' ').append(values).toString());
    }

    private void put(Map<String, String> values, String name, Field field, Event row, boolean listed) {
        if (field.slot() < 0 || row.value(field.slot()) == Raw.ABSENT) {
            return;
        }
        long raw = row.value(field.slot());
        String text = listed || field.type() == FieldType.TEXT || field.type() == FieldType.ANY
                ? symbols.text(raw)
                : switch (field.type()) {
                    case TIME -> ZoneDays.instant(raw).toString();
                    case BOOL -> raw == 1 ? "true" : "false";
                    default -> Long.toString(raw / Raw.MICROS);
                };
        values.put(name, text.replace(Raw.ITEM_SEPARATOR, '|'));
    }

    @Override
    public void refused(String file, long line, @Nullable String field, String reason, String raw) {
        refusals.add(file + ":" + line + " " + field + ": " + reason);
    }

    private static List<BitSet> everything() {
        List<BitSet> wanted = new ArrayList<>();
        for (EventType type : VOCABULARY.types()) {
            BitSet all = new BitSet();
            all.set(0, Math.max(1, type.slotCount()));
            wanted.add(all);
        }
        return wanted;
    }

    private static Vocabulary vocabulary() {
        List<NamedText> files = new ArrayList<>();
        for (String pack : List.of("common", "journeys")) {
            Path file = Path.of("..", "playbooks", pack, "vocabulary.yaml");
            try {
                files.add(new NamedText(file.toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return VocabularyReader.read(files).orThrow();
    }
}
