package org.prevenance.forecast.gtfs;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one table of a feed, one after another. Not thread-safe.
final class Table implements AutoCloseable {
    private final String name;
    private final FeedSink sink;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header = new ArrayList<>();
    private @Nullable CsvRecord row;
    private long line;

    private Table(String name, InputStream in, FeedSink sink) {
        this.name = name;
        this.sink = sink;
        records = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(true)
                .ofCsvRecord(in, StandardCharsets.UTF_8)
                .iterator();
    }

    /// Opens a table whose columns include those named.
    ///
    /// @return null where the feed has no such table, or columns are missing, which is then told
    static @Nullable Table open(Tables tables, String table, FeedSink sink, String... required) throws IOException {
        InputStream in = tables.open(table);
        if (in == null) {
            return null;
        }
        Table opened = new Table(tables.name(table), in, sink);
        try {
            if (opened.readHeader(required)) {
                return opened;
            }
        } catch (UncheckedIOException e) {
            opened.close();
            throw e.getCause();
        }
        opened.close();
        return null;
    }

    /// Opens a table that no feed can do without.
    static @Nullable Table needed(Tables tables, String table, FeedSink sink, String... required) throws IOException {
        try (InputStream in = tables.open(table)) {
            if (in == null) {
                sink.refused(tables.name(table), 1, null, "There is no such table, and no feed can do without it.", "");
                return null;
            }
        }
        return open(tables, table, sink, required);
    }

    private boolean readHeader(String... required) {
        if (!next()) {
            refuse(1, null, "The table is empty, not even a line with the names of its columns is there.", "");
            return false;
        }
        current().getFields().forEach(field -> header.add(field.strip()));
        for (String column : required) {
            if (!header.contains(column)) {
                refuse(
                        line,
                        column,
                        "There is no such column, and the table cannot be read without it. Its columns: %s."
                                .formatted(String.join(", ", header)),
                        raw());
                return false;
            }
        }
        return true;
    }

    /// Where a column stands; -1 where the table has none of this name.
    int column(String column) {
        return header.indexOf(column);
    }

    /// Goes on to the next row.
    boolean next() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            CsvRecord record = records.next();
            row = record;
            line = record.getStartingLineNumber();
            return true;
        } catch (CsvParseException e) {
            refuse(
                    line + 1,
                    null,
                    "The table breaks off here, and what follows was not read: " + e.getMessage()
                            + " Maybe a quote (\") is never closed.",
                    "");
            return false;
        } catch (UncheckedIOException e) {
            refuse(
                    line + 1,
                    null,
                    "The table cannot be read on from here: " + e.getMessage() + " Maybe fetch the file again.",
                    "");
            return false;
        }
    }

    /// The cell of the present row, without spaces around it; empty where there is none.
    String text(int column) {
        CsvRecord record = current();
        return column < 0 || column >= record.getFieldCount()
                ? ""
                : record.getField(column).strip();
    }

    long line() {
        return line;
    }

    /// Says why the present row cannot be used.
    void refuse(@Nullable String column, String reason) {
        refuse(line, column, reason, raw());
    }

    private void refuse(long at, @Nullable String column, String reason, String raw) {
        sink.refused(name, at, column, reason, raw);
    }

    private String raw() {
        return String.join(",", current().getFields());
    }

    private CsvRecord current() {
        CsvRecord record = row;
        if (record == null) {
            throw new IllegalStateException("No row of " + name + " was read yet.");
        }
        return record;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
