package org.prevenance.simulator;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.LineFile;
import org.prevenance.simulator.world.Sink;

/// The open files of one world. A file of one kind exists only where something was written to it.
final class Exports implements Sink, Closeable {
    private final Path folder;
    private final Layout layout;
    private final List<LineFile> open = new ArrayList<>();
    private final Map<Export, LineFile> byExport = new EnumMap<>(Export.class);
    private long written;

    Exports(Path folder, Layout layout) {
        this.folder = folder;
        this.layout = layout;
    }

    @Override
    public void write(Export export, byte[] bytes, int offset, int size) throws IOException {
        LineFile file = byExport.get(export);
        if (file == null) {
            file = open(export);
        }
        file.write(bytes, offset, size);
        written++;
    }

    @Override
    public long written() {
        return written;
    }

    private LineFile open(Export export) throws IOException {
        switch (layout) {
            case CSV -> throw new IllegalStateException("CSV is written by CsvExports.");
            case ONE_FILE -> {
                LineFile all = create("events.ndjson");
                for (Export each : Export.values()) {
                    byExport.put(each, all);
                }
            }
            case BY_KIND -> byExport.put(export, create(export.file()));
        }
        return requireNonNull(byExport.get(export), "file");
    }

    private LineFile create(String name) throws IOException {
        LineFile file = new LineFile(folder.resolve(name));
        open.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (LineFile file : open) {
            file.close();
        }
    }
}
