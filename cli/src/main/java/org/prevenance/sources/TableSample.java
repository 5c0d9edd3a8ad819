package org.prevenance.sources;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.Compression;

/// The first rows of a file, and how it seems to be written.
///
/// @param rowNames whether each row has one field more than the header, in front
record TableSample(
        boolean parquet,
        char separator,
        Charset encoding,
        boolean header,
        boolean rowNames,
        List<String> columns,
        List<List<String>> rows) {
    private static final int ROWS = 2_000;
    private static final int BYTES = 1 << 20;

    /// The first rows of a file; null where it holds no table.
    static @Nullable TableSample of(Path file, String name) throws IOException {
        return Compression.of(name)
                        .strip(name)
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith(".parquet")
                ? parquet(file)
                : csv(file, name);
    }

    private static @Nullable TableSample parquet(Path path) throws IOException {
        try (ParquetFile file = ParquetFile.open(path)) {
            List<Leaf> leaves = file.leaves();
            List<List<String>> rows = new ArrayList<>();
            if (file.rowGroups() > 0) {
                List<ColumnValues> values = new ArrayList<>();
                for (Leaf leaf : leaves) {
                    values.add(file.read(0, leaf));
                }
                for (int row = 0; row < Math.min(ROWS, file.rows(0)); row++) {
                    List<String> cells = new ArrayList<>();
                    for (ColumnValues column : values) {
                        String text = column.text(row);
                        cells.add(text == null ? "" : text);
                    }
                    rows.add(cells);
                }
            }
            List<String> names = leaves.stream().map(Leaf::name).toList();
            return new TableSample(true, ',', StandardCharsets.UTF_8, true, false, names, rows);
        }
    }

    private static @Nullable TableSample csv(Path file, String name) throws IOException {
        byte[] bytes;
        try (InputStream in = Compression.of(name).open(Files.newInputStream(file))) {
            bytes = in.readNBytes(BYTES);
        }
        Charset encoding = isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        String text = new String(bytes, encoding).replaceFirst("^\uFEFF", "");
        if (bytes.length == BYTES) {
            text = text.substring(0, text.lastIndexOf('\n') + 1);
        }
        List<List<String>> best = List.of();
        char separator = ',';
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            List<List<String>> rows = rows(text, candidate);
            if (regularity(rows) > regularity(best)) {
                best = rows;
                separator = candidate;
            }
        }
        return best.isEmpty() ? null : table(separator, encoding, best);
    }

    private static TableSample table(char separator, Charset encoding, List<List<String>> rows) {
        List<String> first = rows.getFirst().stream().map(String::strip).toList();
        boolean header = isHeader(first);
        int width = usualWidth(header && rows.size() > 1 ? rows.subList(1, rows.size()) : rows);
        boolean rowNames = header && width == first.size() + 1;
        List<String> columns = new ArrayList<>();
        if (rowNames) {
            columns.add("row");
        }
        for (int i = 0; i < (header ? first.size() : width); i++) {
            columns.add(header ? first.get(i) : "column" + (i + 1));
        }
        List<List<String>> whole = new ArrayList<>();
        for (List<String> row : header ? rows.subList(1, rows.size()) : rows) {
            if (row.size() == columns.size()) {
                whole.add(row.stream().map(String::strip).toList());
            }
        }
        return new TableSample(false, separator, encoding, header, rowNames, columns, whole);
    }

    private static boolean isUtf8(byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, false) // the last character may be cut in two
                .isError();
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                rows.add(record.getFields());
                if (rows.size() > ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            return rows; // what was read before it is enough to judge
        }
        return rows;
    }

    /// The share of rows that have the usual number of fields; little for a single field.
    private static double regularity(List<List<String>> rows) {
        int width = usualWidth(rows);
        long usual = rows.stream().filter(row -> row.size() == width).count();
        return rows.isEmpty() ? 0 : (double) usual / rows.size() * (width > 1 ? 1 + width / 1000.0 : 0.1);
    }

    private static int usualWidth(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /// Names are texts that differ; a row of values has a number, a date or nothing somewhere.
    private static boolean isHeader(List<String> first) {
        return new HashSet<>(first).size() == first.size()
                && first.stream().noneMatch(name -> name.isEmpty() || name.matches("[-+0-9.,/: ]+"));
    }

    List<ColumnProfile> profiles() {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            profiles.add(ColumnProfile.of(
                    columns.get(i), rows.stream().map(row -> row.get(column)).toList()));
        }
        return settled(profiles);
    }

    /// A column that leaves open whether day or month comes first follows one of the same file that does not.
    private static List<ColumnProfile> settled(List<ColumnProfile> profiles) {
        for (String first : List.of("d", "M")) {
            boolean shown = profiles.stream()
                    .anyMatch(p -> p.isDate()
                            && !p.isAmbiguous()
                            && p.dates().getFirst().startsWith(first));
            if (shown) {
                return profiles.stream()
                        .map(p -> p.isAmbiguous() ? p.withDates(first) : p)
                        .toList();
            }
        }
        return profiles;
    }
}
