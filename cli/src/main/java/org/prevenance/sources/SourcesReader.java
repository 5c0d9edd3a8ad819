package org.prevenance.sources;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.prevenance.sources.Mapping.Condition;
import org.prevenance.sources.Mapping.EventMapping;
import org.prevenance.sources.Mapping.Format;
import org.prevenance.sources.Mapping.Layout;
import org.prevenance.sources.Mapping.Writing;
import org.prevenance.sources.ValueReader.Plain;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.Vocabulary;

/// Reads `sources.yaml` into mappings and notes every mistake with its place.
final class SourcesReader {
    private static final List<String> MAPPING_KEYS = List.of(
            "files",
            "format",
            "separator",
            "quote",
            "encoding",
            "header",
            "columns",
            "skip",
            "decimal",
            "thousands",
            "dates",
            "zone",
            "empty",
            "events");
    private static final List<String> EVENT_KEYS = List.of(
            "type", "id", "source", "subject", "time", "recordedtime", "corrects", "retracts", "when", "data", "json");

    private final YamlPage page;
    private final ValueReader values;
    private final EventCheck check;
    private List<FeedEntry> feeds = List.of();

    SourcesReader(YamlPage page, Vocabulary vocabulary) {
        this.page = page;
        this.values = new ValueReader(page);
        this.check = new EventCheck(page, vocabulary);
    }

    /// The mappings, in order. Only usable when the page then has no mistakes.
    List<Mapping> read() {
        List<Mapping> mappings = new ArrayList<>();
        Yaml root = page.root();
        if (root == null) {
            return mappings;
        }
        Map<String, Yaml.Entry> entries = page.entries(root, List.of("sources", "gtfs"), "the file");
        Yaml.Entry gtfs = entries.get("gtfs");
        if (gtfs != null) {
            feeds = new FeedEntryReader(page).read(gtfs.value());
        }
        Yaml.Entry sources = entries.get("sources");
        if (sources == null) {
            if (gtfs == null && !page.hasMistakes()) {
                page.wrong(root, "there is no (sources)", "Maybe start with (sources:) and a list below it.");
            }
            return mappings;
        }
        for (Yaml node : YamlPage.items(sources.value())) {
            mappings.add(mapping(node));
        }
        return mappings;
    }

    /// The feeds of GTFS; told once the mappings are read.
    List<FeedEntry> feeds() {
        return feeds;
    }

    private Mapping mapping(Yaml node) {
        Map<String, Yaml.Entry> entries = page.entries(node, MAPPING_KEYS, "a source");
        List<PathMatcher> files = files(entries, node);
        Format format = format(entries.get("format"));
        Layout layout = layout(entries);
        Writing writing = writing(entries);
        Set<String> columns = layout.header() ? Set.of() : Set.copyOf(layout.columns());
        List<EventMapping> events = new ArrayList<>();
        Yaml.Entry listed = entries.get("events");
        if (listed == null) {
            page.wrong(node, "the source has no (events)", "Maybe add (events:) with at least one event per row.");
        } else {
            for (Yaml event : YamlPage.items(listed.value())) {
                EventMapping read = event(event, columns);
                if (read != null) {
                    events.add(read);
                }
            }
        }
        return new Mapping(files, format, layout, writing, List.copyOf(events), page.place(node));
    }

    private List<PathMatcher> files(Map<String, Yaml.Entry> entries, Yaml node) {
        List<PathMatcher> files = new ArrayList<>();
        Yaml.Entry entry = entries.get("files");
        if (entry == null) {
            page.wrong(node, "the source names no (files)", "Maybe add (files: \"bills/*.csv\").");
            return files;
        }
        for (String glob : page.texts(entry.value(), "(files)")) {
            try {
                files.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
            } catch (PatternSyntaxException e) {
                page.wrong(
                        entry.value(),
                        "(" + glob + ") is not a pattern of file names: " + e.getDescription(),
                        "Maybe write (bills/*.csv), or (**/*.csv) for all folders.");
            }
        }
        return files;
    }

    private @Nullable Format format(Yaml.@Nullable Entry entry) {
        String text = entry == null ? null : page.text(entry.value(), "(format)");
        if (entry == null || text == null) {
            return null;
        }
        return switch (text) {
            case "csv" -> Format.CSV;
            case "parquet" -> Format.PARQUET;
            default -> {
                page.wrong(
                        entry.value(),
                        "the format (" + text + ") is not known",
                        YamlPage.hint(text, List.of("csv", "parquet")));
                yield null;
            }
        };
    }

    private Layout layout(Map<String, Yaml.Entry> entries) {
        boolean header = true;
        Yaml.Entry said = entries.get("header");
        if (said != null) {
            header = page.bool(said.value(), "(header)", true);
        }
        Yaml.Entry named = entries.get("columns");
        List<String> columns = named == null ? List.of() : page.texts(named.value(), "a column's name");
        if (!header && named == null && said != null) {
            page.wrong(
                    said.key(),
                    "a file without a header needs the names of its columns",
                    "Maybe add (columns: [bill, contract, amount]).");
        }
        return new Layout(
                letter(entries.get("separator"), ','),
                letter(entries.get("quote"), '"'),
                encoding(entries.get("encoding")),
                header,
                columns,
                skip(entries.get("skip")));
    }

    private char letter(Yaml.@Nullable Entry entry, char orElse) {
        String text = entry == null ? null : page.text(entry.value(), "a separator or quote");
        if (entry == null || text == null) {
            return orElse;
        }
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            page.wrong(entry.value(), "(" + text + ") is not one character", "Maybe write (\";\"), or (tab).");
            return orElse;
        }
        return text.charAt(0);
    }

    private Charset encoding(Yaml.@Nullable Entry entry) {
        String text = entry == null ? null : page.text(entry.value(), "(encoding)");
        if (entry == null || text == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            page.wrong(
                    entry.value(),
                    "the encoding (" + text + ") is not known",
                    YamlPage.hint(text, List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16")));
            return StandardCharsets.UTF_8;
        }
    }

    private int skip(Yaml.@Nullable Entry entry) {
        String text = entry == null ? null : page.text(entry.value(), "(skip)");
        if (entry == null || text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,6}")) {
            page.wrong(entry.value(), "(skip: " + text + ") is not a number of lines", "Maybe write (skip: 1).");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private Writing writing(Map<String, Yaml.Entry> entries) {
        char decimal = letter(entries.get("decimal"), '.');
        char thousands = letter(entries.get("thousands"), '\0');
        Yaml.Entry same = entries.get("thousands");
        if (same != null && decimal == thousands) {
            page.wrong(
                    same.value(),
                    "(" + decimal + ") cannot be the decimal mark and stand between thousands",
                    "Maybe write (decimal: \",\") or leave (thousands) out.");
        }
        Yaml.Entry empty = entries.get("empty");
        Set<String> none = empty == null ? Set.of() : new HashSet<>(page.texts(empty.value(), "an empty value"));
        return new Writing(decimal, thousands, dates(entries.get("dates")), zone(entries.get("zone")), none);
    }

    private Map<String, List<String>> dates(Yaml.@Nullable Entry entry) {
        Map<String, List<String>> dates = new LinkedHashMap<>();
        if (entry == null) {
            return dates;
        }
        if (entry.value() instanceof Yaml.Mapping) {
            page.entries(entry.value(), List.of(), "(dates)")
                    .forEach((column, patterns) -> dates.put(column, values.patterns(patterns.value())));
        } else {
            dates.put("*", values.patterns(entry.value()));
        }
        return dates;
    }

    private @Nullable ZoneId zone(Yaml.@Nullable Entry entry) {
        String text = entry == null ? null : page.text(entry.value(), "(zone)");
        if (entry == null || text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            page.wrong(
                    entry.value(),
                    "the zone (" + text + ") is not known",
                    YamlPage.hint(text, ZoneId.getAvailableZoneIds()));
            return null;
        }
    }

    private @Nullable EventMapping event(Yaml node, Set<String> columns) {
        Map<String, Yaml.Entry> entries = page.entries(node, EVENT_KEYS, "an event");
        Value type = required(entries, node, "type", Plain.CONSTANT);
        Value subject = required(entries, node, "subject", Plain.COLUMN);
        Value time = required(entries, node, "time", Plain.COLUMN);
        Map<String, FieldSource> data = data(entries.get("data"));
        Yaml.Entry json = entries.get("json");
        if (type == null || subject == null || time == null) {
            return null;
        }
        EventMapping event = new EventMapping(
                type,
                optional(entries, "id", Plain.COLUMN),
                optional(entries, "source", Plain.CONSTANT),
                wholeSubject(subject),
                time,
                optional(entries, "recordedtime", Plain.COLUMN),
                optional(entries, "corrects", Plain.COLUMN),
                optional(entries, "retracts", Plain.COLUMN),
                conditions(entries.get("when")),
                data,
                json == null ? null : page.text(json.value(), "(json)"),
                page.place(node));
        check.event(event, entries, node);
        check.columns(event, columns, node);
        return event;
    }

    /// A plain `contract/C1` is a constant, since no column is called so.
    private static Value wholeSubject(Value subject) {
        return subject.origin() instanceof Value.Column column && column.name().indexOf('/') > 0
                ? Value.of(new Value.Constant(column.name()), subject.place())
                : subject;
    }

    private @Nullable Value required(Map<String, Yaml.Entry> entries, Yaml node, String key, Plain plain) {
        if (!entries.containsKey(key)) {
            String example = switch (key) {
                case "type" -> "type: bill.issued";
                case "subject" -> "subject: contract/{contract_no}";
                default -> "time: bill_date";
            };
            page.wrong(node, "the event has no (" + key + ")", "Maybe add (" + example + ").");
        }
        return optional(entries, key, plain);
    }

    private @Nullable Value optional(Map<String, Yaml.Entry> entries, String key, Plain plain) {
        Yaml.Entry entry = entries.get(key);
        return entry == null ? null : values.value(entry.value(), "(" + key + ")", plain);
    }

    private Map<String, FieldSource> data(Yaml.@Nullable Entry entry) {
        Map<String, FieldSource> data = new LinkedHashMap<>();
        if (entry != null) {
            page.entries(entry.value(), List.of(), "(data)").forEach((path, field) -> {
                FieldSource source = values.field(field.value(), "(" + path + ")");
                if (source != null) {
                    data.put(path, source);
                }
            });
        }
        return data;
    }

    private List<Condition> conditions(Yaml.@Nullable Entry entry) {
        List<Condition> conditions = new ArrayList<>();
        if (entry != null) {
            page.entries(entry.value(), List.of(), "(when)")
                    .forEach((column, rule) -> conditions.add(condition(column, rule.value())));
        }
        return conditions;
    }

    private Condition condition(String column, Yaml rule) {
        boolean wanted = true;
        Yaml texts = rule;
        if (rule instanceof Yaml.Mapping) {
            Yaml.Entry not = page.entries(rule, List.of("not"), "a condition").get("not");
            if (not != null) {
                texts = not.value();
                wanted = false;
            }
        }
        Set<String> accepted = new HashSet<>();
        for (Yaml item : YamlPage.items(texts)) {
            accepted.add(page.scalar(item));
        }
        return new Condition(column, accepted, wanted, page.place(rule));
    }
}
