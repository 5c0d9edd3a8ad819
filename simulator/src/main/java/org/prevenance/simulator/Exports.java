package org.prevenance.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The open files of one world.
final class Exports implements Closeable {
    private final List<LineFile> open = new ArrayList<>();
    private final LineFile[] byExport = new LineFile[Export.values().length];

    Exports(Path folder, Layout layout) throws IOException {
        switch (layout) {
            case ONE_FILE -> {
                LineFile all = open(folder.resolve("events.ndjson"));
                Arrays.fill(byExport, all);
            }
            case BY_KIND -> {
                for (Export export : Export.values()) {
                    byExport[export.ordinal()] = open(folder.resolve(export.file()));
                }
            }
        }
    }

    void write(Export export, byte[] bytes, int offset, int size) throws IOException {
        byExport[export.ordinal()].write(bytes, offset, size);
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
