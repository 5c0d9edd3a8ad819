package org.prevenance.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/// Tells timetables in GTFS from other folders and zips, by the tables that each of them has.
final class TimetableFiles {
    private static final String LARGEST = "stop_times.txt";
    private static final List<String> TABLES = List.of("stops.txt", "trips.txt", LARGEST);

    private TimetableFiles() {}

    static boolean isFolder(Path folder) {
        return TABLES.stream().allMatch(table -> Files.isRegularFile(folder.resolve(table)));
    }

    /// The bytes of its tables.
    static long size(Path folder) {
        long size = 0;
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, "*.txt")) {
            for (Path table : tables) {
                size += Files.size(table);
            }
        } catch (IOException e) {
            return size; // its reader will say so
        }
        return size;
    }

    /// @throws IOException where the name ends in `.zip` but it is none, or is broken
    static boolean isZip(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.startsWith(".") || !name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .anyMatch(entry ->
                            entry.getName().equals(LARGEST) || entry.getName().endsWith("/" + LARGEST));
        }
    }
}
