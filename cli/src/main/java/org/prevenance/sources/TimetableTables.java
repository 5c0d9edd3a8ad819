package org.prevenance.sources;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.gtfs.Tables;

/// The tables of a timetable in a folder or a zip, also where the zip holds them in a folder. Not thread-safe.
final class TimetableTables implements Tables, Closeable {
    private static final String LARGEST = "stop_times.txt";

    private final Path folder;
    private final String name;
    private final @Nullable ZipFile zip;
    private final String inside;

    private TimetableTables(Path folder, String name, @Nullable ZipFile zip, String inside) {
        this.folder = folder;
        this.name = name;
        this.zip = zip;
        this.inside = inside;
    }

    /// @param name what messages call the folder or zip
    static TimetableTables open(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            return new TimetableTables(path, name, null, "");
        }
        ZipFile zip = new ZipFile(path.toFile());
        String inside = zip.stream()
                .map(ZipEntry::getName)
                .filter(entry -> entry.equals(LARGEST) || entry.endsWith("/" + LARGEST))
                .sorted()
                .map(entry -> entry.substring(0, entry.length() - LARGEST.length()))
                .findFirst()
                .orElse("");
        return new TimetableTables(path, name, zip, inside);
    }

    @Override
    public @Nullable InputStream open(String table) throws IOException {
        ZipFile packed = zip;
        if (packed == null) {
            Path file = folder.resolve(table);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        }
        ZipEntry entry = packed.getEntry(inside + table);
        return entry == null ? null : packed.getInputStream(entry);
    }

    @Override
    public String name(String table) {
        return name + "/" + inside + table;
    }

    @Override
    public void close() throws IOException {
        ZipFile packed = zip;
        if (packed != null) {
            packed.close();
        }
    }
}
