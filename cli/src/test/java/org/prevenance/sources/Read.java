package org.prevenance.sources;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.files.RowSink;
import org.prevenance.files.RowSource;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Reads a file as the product does and writes down, one text each, the events and refusals that came of it.
///
/// An event: `line type id source subject time [known=…] {field=value, …}`. A refusal: `line field: reason`.
final class Read implements RowSink {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final List<String> events = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> raws = new ArrayList<>();
    private final Symbols symbols = new Symbols();
    private final Subjects subjects = new Subjects(Packs.VOCABULARY.kinds());

    static Read csv(Path folder, String name, String content, String sourcesYaml) throws Exception {
        return csv(folder, name, content, StandardCharsets.UTF_8, sourcesYaml);
    }

    static Read csv(Path folder, String name, String content, Charset encoding, String sourcesYaml) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(encoding));
        return file(file, name, Sources.parse("sources.yaml", sourcesYaml, Packs.VOCABULARY));
    }

    static Read file(Path file, String name, Sources sources) throws IOException {
        Read read = new Read();
        RowSource rows = sources.open(file, name, read.symbols, read.subjects, everything(), PARIS);
        if (rows == null) {
            read.refusals.add("no mapping");
        } else {
            for (RowSource piece : rows.pieces()) { // as several threads would
                piece.forEach(read);
            }
        }
        return read;
    }

    /// The events, then the refusals.
    List<String> all() {
        List<String> all = new ArrayList<>(events);
        all.addAll(refusals);
        return all;
    }

    static List<BitSet> everything() {
        List<BitSet> wanted = new ArrayList<>();
        for (EventType type : Packs.VOCABULARY.types()) {
            BitSet all = new BitSet();
            all.set(0, Math.max(1, type.slotCount()));
            wanted.add(all);
        }
        return wanted;
    }

    @Override
    public void admitted(Event row, long line) {
        StringBuilder text = new StringBuilder()
                .append(line)
                .append(' ')
                .append(row.type().name())
                .append(' ')
                .append(row.id())
                .append(' ')
                .append(symbols.text(row.source()))
                .append(' ')
                .append(subjects.name(row.subject()))
                .append(' ')
                .append(DateReader.instant(row.time()));
        if (row.known() != row.time()) {
            text.append(" known=").append(DateReader.instant(row.known()));
        }
        if (row.standing() != Event.Standing.ORIGINAL) {
            text.append(' ').append(row.standing()).append('=').append(row.target());
        }
        if (row.droppedFields() > 0) {
            text.append(" dropped=").append(row.droppedFields());
        }
        TreeMap<String, String> values = new TreeMap<>();
        for (Field field : row.type().fields()) {
            put(values, field.name(), field, row, false);
            for (Field part : field.parts()) {
                put(values, field.name() + "." + part.name(), part, row, field.type() == FieldType.ITEMS);
            }
        }
        events.add(text.append(' ').append(values).toString());
    }

    private void put(TreeMap<String, String> values, String path, Field field, Event row, boolean listed) {
        if (field.slot() < 0 || row.value(field.slot()) == Raw.ABSENT) {
            return;
        }
        long raw = row.value(field.slot());
        String text = listed
                ? symbols.text(raw)
                : switch (field.type()) {
                    case NUMBER -> decimal(raw);
                    case WHOLE -> Long.toString(raw);
                    case BOOL -> raw == 1 ? "true" : "false";
                    case DATE -> LocalDate.ofEpochDay(raw).toString();
                    case TIME -> DateReader.instant(raw).toString();
                    case MONEY -> decimal(raw) + " " + symbols.text(row.value(field.slot() + 1));
                    case ID -> subjects.name((int) raw);
                    case TEXT, TEXTS, ANY, ITEMS, GROUP -> symbols.text(raw);
                };
        values.put(path, text.replace(Raw.ITEM_SEPARATOR, '|'));
    }

    private static String decimal(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    @Override
    public void refused(long line, @Nullable String field, String reason, String raw) {
        refusals.add(line + " " + field + ": " + reason);
        raws.add(raw);
    }
}
