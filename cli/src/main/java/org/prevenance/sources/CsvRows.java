package org.prevenance.sources;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.RowSink;
import org.prevenance.files.RowSource;
import org.prevenance.sources.Mapping.Layout;

/// The rows of a CSV file (RFC 4180 with any separator, quote and encoding), as events by a mapping.
final class CsvRows implements RowSource {
    /// Opens the unpacked bytes of a file.
    interface Bytes {
        InputStream open() throws IOException;
    }

    /// Makes the mapper of the rows below a header.
    interface Mappers {
        RowMapper of(List<String> header) throws UnknownColumn;
    }

    private static final char NOT_DECODED = '\uFFFD';

    private final Bytes bytes;
    private final Layout layout;
    private final Set<String> empty;
    private final Mappers mappers;

    CsvRows(Bytes bytes, Layout layout, Set<String> empty, Mappers mappers) {
        this.bytes = bytes;
        this.layout = layout;
        this.empty = empty;
        this.mappers = mappers;
    }

    /// The first line's names, as the file's layout says; empty where the file has none.
    static List<String> header(Bytes bytes, Layout layout) throws IOException {
        try (CsvReader<CsvRecord> reader = open(bytes, layout);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            return records.hasNext() ? names(records.next()) : List.of();
        } catch (CsvParseException | UncheckedIOException e) {
            return List.of();
        }
    }

    @Override
    public void forEach(RowSink sink) throws IOException {
        long line = 0;
        try (CsvReader<CsvRecord> reader = open(bytes, layout);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            List<String> header = layout.columns();
            String written = String.join(String.valueOf(layout.separator()), header);
            if (layout.header()) {
                if (!records.hasNext()) {
                    return;
                }
                CsvRecord first = records.next();
                line = first.getStartingLineNumber();
                written = raw(first.getFields());
                header = header.isEmpty() ? names(first) : header;
            }
            RowMapper mapper;
            try {
                mapper = mappers.of(header);
            } catch (UnknownColumn e) {
                sink.refused(Math.max(1, line), e.column(), e.reason(), written);
                return;
            }
            @Nullable String[] row = new String[header.size()];
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                map(record, row, line, mapper, sink);
            }
        } catch (CsvParseException e) {
            sink.refused(
                    line + 1,
                    null,
                    "The CSV breaks off here, and what follows was not read: " + reason(e) + " Maybe a quote ("
                            + layout.quote() + ") is never closed.",
                    "");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void map(CsvRecord record, @Nullable String[] row, long line, RowMapper mapper, RowSink sink) {
        List<String> fields = record.getFields();
        int width = width(fields, row.length);
        if (width != row.length) {
            sink.refused(
                    line,
                    null,
                    "It has %d fields, expected %d as in the header. Maybe a text with (%c) needs quotes."
                            .formatted(fields.size(), row.length, layout.separator()),
                    raw(fields));
            return;
        }
        for (int i = 0; i < row.length; i++) {
            String cell = fields.get(i).strip();
            if (cell.indexOf(NOT_DECODED) >= 0) {
                sink.refused(
                        line,
                        null,
                        "%s, where bytes are not %s. Maybe write (encoding: windows-1252)."
                                .formatted(RowRefused.found(cell), layout.encoding()),
                        raw(fields));
                return;
            }
            row[i] = cell.isEmpty() || empty.contains(cell) ? null : cell;
        }
        mapper.map(row, line, () -> raw(fields), sink);
    }

    /// The number of fields, not counting empty ones beyond the expected number.
    private static int width(List<String> fields, int expected) {
        int width = fields.size();
        while (width > expected && fields.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    private static List<String> names(CsvRecord first) {
        List<String> names = new ArrayList<>();
        for (String field : first.getFields()) {
            names.add((names.isEmpty() && field.startsWith("\uFEFF") ? field.substring(1) : field).strip());
        }
        while (names.size() > 1 && names.getLast().isEmpty()) {
            names.removeLast(); // a separator at the end of the line
        }
        return names;
    }

    private static CsvReader<CsvRecord> open(Bytes bytes, Layout layout) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .quoteCharacter(layout.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(true)
                .ofCsvRecord(bytes.open(), layout.encoding());
        if (layout.skip() > 0) {
            try {
                reader.skipLines(layout.skip());
            } catch (CsvParseException e) {
                // fewer lines than are to be skipped: there are no rows
            }
        }
        return reader;
    }

    private String raw(List<String> fields) {
        StringJoiner raw = new StringJoiner(String.valueOf(layout.separator()));
        for (String field : fields) {
            boolean quoted = field.indexOf(layout.separator()) >= 0
                    || field.indexOf(layout.quote()) >= 0
                    || field.indexOf('\n') >= 0;
            String quote = String.valueOf(layout.quote());
            raw.add(quoted ? quote + field.replace(quote, quote + quote) + quote : field);
        }
        return raw.toString();
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
}
