package org.prevenance.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The event files under a folder, at any depth, by name.
///
/// | name ends in | holds |
/// |---|---|
/// | `.ndjson`, `.jsonl` | one JSON object a line |
/// | `.json` | an array of objects, one object, or objects one after another |
/// | `.csv`, `.parquet` | rows, read by the mapping that `sources.yaml` declares |
/// | `.pb` | a recorded message of GTFS-Realtime |
/// | `.zip` with `stop_times.txt`, or a folder with it | a timetable in GTFS |
///
/// Each but the last may be compressed (`.gz`, `.zst`). All other files are left alone without a word: also
/// `sources.yaml`, the
/// mapping, and `truth.json`, the expected answers that a simulated world carries. So are names that begin with a dot.
///
/// @param files      by name
/// @param unreadable folders and links that could not be followed
public record EventFiles(List<EventFile> files, List<Unreadable> unreadable) {
    /// @param name   relative to the folder, with `/`
    /// @param reason in English
    public record Unreadable(String name, String reason) {}

    public EventFiles {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /// All event files under `root`; `root` may also be one file.
    ///
    /// @throws IOException when `root` itself is not there
    public static EventFiles under(Path root) throws IOException {
        if (!Files.exists(root)) {
            throw new IOException("There is no folder or file " + root + ". Maybe check the path.");
        }
        Finder finder = new Finder(root);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
        finder.found.sort(Comparator.comparing(EventFile::name));
        return new EventFiles(finder.found, finder.unreadable);
    }

    /// What the events of all `roots` stand in; with more than one root, names are the paths as given.
    ///
    /// @throws IOException when a root is not there
    public static EventFiles under(List<Path> roots) throws IOException {
        if (roots.size() == 1) {
            return under(roots.getFirst());
        }
        List<EventFile> found = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Path root : roots) {
            EventFiles part = under(root);
            for (EventFile file : part.files) {
                String name = slashed(file.path());
                found.add(
                        new EventFile(file.path(), name, file.format(), file.compression(), file.size(), file.parts()));
            }
            unreadable.addAll(part.unreadable);
        }
        found.sort(Comparator.comparing(EventFile::name));
        return new EventFiles(found, unreadable);
    }

    /// How events stand in a file of this name, or null where it is not an event file.
    static EventFile.@Nullable Format format(String fileName) {
        String name = Compression.of(fileName).strip(fileName).toLowerCase(Locale.ROOT);
        if (name.startsWith(".") || name.equals("truth.json")) {
            return null;
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "ndjson", "jsonl" -> EventFile.Format.LINES;
            case "json" -> EventFile.Format.JSON;
            case "csv", "parquet" -> EventFile.Format.ROWS;
            case "pb" -> EventFile.Format.MESSAGE;
            default -> null;
        };
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<EventFile> found = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();

        Finder(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (TimetableFiles.isFolder(folder)) {
                long size = TimetableFiles.size(folder);
                found.add(new EventFile(folder, name(folder), EventFile.Format.TIMETABLE, Compression.NONE, size));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String fileName = file.getFileName().toString();
            EventFile.Format format = zipped(file) ? EventFile.Format.TIMETABLE : format(fileName);
            if (format != null && !attributes.isOther()) {
                found.add(new EventFile(file, name(file), format, Compression.of(fileName), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean zipped(Path file) {
            try {
                return TimetableFiles.isZip(file);
            } catch (IOException e) {
                unreadable.add(new Unreadable(
                        name(file),
                        "It cannot be opened as a zip: " + e.getMessage()
                                + ". Maybe fetch it again, or move it away if it is no timetable."));
                return false;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(new Unreadable(name(file), "Cannot be opened: " + failure + "."));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                unreadable.add(new Unreadable(name(folder), "Cannot be listed to its end: " + failure + "."));
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return file.equals(root)
                    ? String.valueOf(file.toAbsolutePath().normalize().getFileName())
                    : slashed(root.relativize(file));
        }
    }
}
