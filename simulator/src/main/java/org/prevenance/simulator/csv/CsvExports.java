package org.prevenance.simulator.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Sink;

/// Writes a world as the exports of several systems, each with its own columns, dates and encoding, and beside them
/// the `sources.yaml` that maps them. A check of the folder finds what a check of the events finds. Not thread-safe.
public final class CsvExports implements Sink, Closeable {
    /// Columns that are an event's own, the data as JSON: of systems that already speak in events.
    private static final String EVENT_HEADER = "id,source,type,subject,time,recordedtime,data\n";

    /// Every fourth broken line is the same.
    private static final int BROKEN_KINDS = 4;

    private final Path folder;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Writer> open = new HashMap<>();
    private long written;
    private long broken;

    /// @throws IOException if the `sources.yaml` cannot be written
    public CsvExports(Path folder) throws IOException {
        this.folder = folder;
        Tables.ALL.forEach(table -> table.types().forEach(type -> tables.put(type, table)));
        Files.writeString(
                folder.resolve("sources.yaml"),
                "sources:\n" + Tables.ALL.stream().map(Table::yaml).collect(Collectors.joining()));
    }

    @Override
    public void write(Export export, byte[] bytes, int offset, int size) throws IOException {
        written++;
        JsonLine event = JsonLine.read(bytes, offset, size);
        if (event == null || event.text("id").startsWith("x-")) {
            breakRow();
            return;
        }
        Table table = tableOf(event);
        if (table == null) {
            String name = "evenements/%s.csv".formatted(export.name().toLowerCase(Locale.ROOT));
            file(name, EVENT_HEADER, UTF_8).write(asEvent(event, new String(bytes, offset, size, UTF_8)));
        } else {
            file(table.file(), table.header(), table.style().encoding).write(table.row(event));
        }
    }

    /// The table of an event; null if it goes among the events as they are: so those of advisers, whom the CRM does not
    /// know.
    private @Nullable Table tableOf(JsonLine event) {
        Table table = tables.get(event.text("type"));
        return table != null && event.text("subject").startsWith(table.kind() + "/") ? table : null;
    }

    private static String asEvent(JsonLine event, String line) {
        String data = line.substring(line.indexOf("\"data\":") + "\"data\":".length(), line.lastIndexOf('}'));
        return String.join(
                        ",",
                        event.text("id"),
                        event.text("source"),
                        event.text("type"),
                        event.text("subject"),
                        event.text("time"),
                        event.text("recordedtime"),
                        '"' + data.replace("\"", "\"\"") + '"')
                + "\n";
    }

    /// What happens to rows on their way: cut off, a day that does not exist, a figure in words, a contract that is
    /// missing.
    private void breakRow() throws IOException {
        Table bills = tables.get("bill.issued");
        if (bills == null) {
            throw new IllegalStateException("There is no export of bills.");
        }
        String row = switch ((int) (broken++ % BROKEN_KINDS)) {
            case 0 -> "X1;billing;C000001;05/03/20";
            case 1 ->
                "X2;billing;C000001;31/02/2024 09:00:00;31/02/2024 09:00:00;FAC;X2;29,99 €"
                        + ";01/01/2024;31/01/2024;non;;;;;;;;";
            case 2 ->
                "X3;billing;C000001;05/03/2024 09:00:00;05/03/2024 09:00:00;FAC;X3;douze euros"
                        + ";01/01/2024;31/01/2024;non;;;;;;;;";
            default ->
                "X4;billing;;05/03/2024 09:00:00;05/03/2024 09:00:00;FAC;X4;29,99 €"
                        + ";01/01/2024;31/01/2024;non;;;;;;;;";
        };
        file(bills.file(), bills.header(), bills.style().encoding).write(row + "\n");
    }

    private Writer file(String name, String header, Charset encoding) throws IOException {
        Writer writer = open.get(name);
        if (writer == null) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            writer = Files.newBufferedWriter(file, encoding);
            writer.write(header);
            open.put(name, writer);
        }
        return writer;
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        for (Writer writer : open.values()) {
            writer.close();
        }
    }
}
