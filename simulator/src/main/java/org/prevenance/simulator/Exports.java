package org.prevenance.simulator;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The open files of one world.
final class Exports implements Closeable {
    private final List<LineFile> open = new ArrayList<>();
    private final Map<Export, LineFile> byExport = new EnumMap<>(Export.class);

    Exports(Path folder, Layout layout) throws IOException {
        switch (layout) {
            case ONE_FILE -> {
                LineFile all = open(folder.resolve("events.ndjson"));
                for (Export export : Export.values()) {
                    byExport.put(export, all);
                }
            }
            case BY_KIND -> {
                for (Export export : Export.values()) {
                    byExport.put(export, open(folder.resolve(export.file())));
                }
            }
        }
    }

    void write(Export export, byte[] bytes, int offset, int size) throws IOException {
        requireNonNull(byExport.get(export), "file").write(bytes, offset, size);
    }

    private LineFile open(Path path) throws IOException {
        LineFile file = new LineFile(path);
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
