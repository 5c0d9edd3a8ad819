package org.prevenance.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.files.Compression;
import org.prevenance.files.EventFile;
import org.prevenance.files.RowOpener;
import org.prevenance.files.RowSource;
import org.prevenance.sources.Mapping.Format;
import org.prevenance.sources.Mapping.Layout;
import org.prevenance.vocabulary.Vocabulary;

/// Which CSV and Parquet files and which feeds of GTFS are read, and what their rows mean. Immutable; may be used by
/// several threads at once.
///
/// ```java
/// Sources sources = Sources.load(folder.resolve("sources.yaml"), vocabulary);
/// RowOpener opener = sources.opener(symbols, subjects, wanted, ZoneId.of("Europe/Paris"));
/// RowSource rows = opener.open(folder.resolve("bills/2026.csv"), "bills/2026.csv");
/// ```
public final class Sources {
    private final List<Mapping> mappings;
    private final Feeds feeds;
    private final Vocabulary vocabulary;

    private Sources(List<Mapping> mappings, Feeds feeds, Vocabulary vocabulary) {
        this.mappings = List.copyOf(mappings);
        this.feeds = feeds;
        this.vocabulary = vocabulary;
    }

    /// Reads a `sources.yaml`.
    ///
    /// @throws SourcesException with every mistake in the file
    /// @throws IOException      when it cannot be read
    public static Sources load(Path file, Vocabulary vocabulary) throws SourcesException, IOException {
        return parse(String.valueOf(file.getFileName()), Files.readString(file), vocabulary);
    }

    /// Reads the text of a `sources.yaml`.
    ///
    /// @param name of the file, for messages
    public static Sources parse(String name, String yaml, Vocabulary vocabulary) throws SourcesException {
        YamlPage page = new YamlPage(name, yaml);
        SourcesReader reader = new SourcesReader(page, vocabulary);
        List<Mapping> mappings = reader.read();
        if (page.hasMistakes()) {
            throw new SourcesException(page.mistakes());
        }
        return new Sources(mappings, new Feeds(reader.feeds()), vocabulary);
    }

    /// Reads only files whose columns already are an event's.
    public static Sources none(Vocabulary vocabulary) {
        return new Sources(List.of(), new Feeds(List.of()), vocabulary);
    }

    /// Opens files for events that keep these slots.
    ///
    /// @param wanted for each event type, by ordinal, the slots to keep
    /// @param zone   of dates and times that name none, where the mapping names none either
    public RowOpener opener(Symbols symbols, Subjects subjects, List<BitSet> wanted, ZoneId zone) {
        Target target = new Target(vocabulary, symbols, subjects, wanted, zone);
        return new RowOpener() {
            @Override
            public List<EventFile> together(List<EventFile> files) {
                return feeds.together(files);
            }

            @Override
            public @Nullable RowSource open(EventFile file) throws IOException {
                return switch (file.format()) {
                    case TIMETABLE, MESSAGE -> feeds.rows(file, target);
                    case LINES, JSON, ROWS -> open(file.path(), file.name());
                };
            }

            @Override
            public @Nullable RowSource open(Path file, String name) throws IOException {
                return Sources.this.open(file, name, target);
            }
        };
    }

    /// The rows of one file by the first mapping that names it, else by its columns where they are an event's.
    ///
    /// @param name path relative to the folder, with `/`
    /// @return null where no mapping fits and the columns are not an event's
    public @Nullable RowSource open(
            Path file, String name, Symbols symbols, Subjects subjects, List<BitSet> wanted, ZoneId zone)
            throws IOException {
        return open(file, name, new Target(vocabulary, symbols, subjects, wanted, zone));
    }

    private @Nullable RowSource open(Path file, String name, Target target) throws IOException {
        Path relative = Path.of(name);
        for (Mapping mapping : mappings) {
            if (mapping.files().stream().anyMatch(glob -> glob.matches(relative))) {
                Format format = mapping.format();
                return rows(file, name, mapping, format == null ? format(name) : format, target);
            }
        }
        return switch (format(name)) {
            case PARQUET -> ParquetRows.byColumns(file, urn(name), target);
            case CSV -> csvByColumns(file, name, target);
        };
    }

    private static RowSource rows(Path file, String name, Mapping mapping, Format format, Target target)
            throws IOException {
        return switch (format) {
            case PARQUET -> ParquetRows.mapped(file, mapping, urn(name), target);
            case CSV ->
                new CsvRows(
                        () -> Compression.of(name).open(Files.newInputStream(file)),
                        mapping.layout(),
                        mapping.writing().empty(),
                        header -> new RowMapper(mapping, header, urn(name), target));
        };
    }

    private @Nullable RowSource csvByColumns(Path file, String name, Target target) throws IOException {
        CsvRows.Bytes bytes = () -> Compression.of(name).open(Files.newInputStream(file));
        for (char separator : new char[] {',', ';', '\t'}) {
            Layout layout = new Layout(separator, '"', StandardCharsets.UTF_8, true, List.of(), 0);
            Mapping mapping = EventColumns.mapping(CsvRows.header(bytes, layout), layout, vocabulary);
            if (mapping != null) {
                return rows(file, name, mapping, Format.CSV, target);
            }
        }
        return null;
    }

    private static Format format(String name) {
        return Compression.of(name).strip(name).toLowerCase(Locale.ROOT).endsWith(".parquet")
                ? Format.PARQUET
                : Format.CSV;
    }

    /// `urn:file:bills` for `2026/bills.csv.gz`.
    static String urn(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.indexOf('.', 1);
        return "urn:file:" + (dot < 0 ? file : file.substring(0, dot)).replace(' ', '-');
    }
}
