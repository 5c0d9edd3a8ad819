package org.prevenance.files;

import java.nio.file.Path;
import java.util.List;

/// One file of events, or several that are read as one.
///
/// @param path  where it is
/// @param name  relative to the folder that was asked for, with `/`; what quarantine entries call it
/// @param size  in bytes, as stored
/// @param parts what is read together ([RowOpener#together]); empty: the file alone
public record EventFile(
        Path path, String name, Format format, Compression compression, long size, List<EventFile> parts) {
    /// How the events stand in the file.
    public enum Format {
        /// One JSON object a line.
        LINES,
        /// An array of objects, or objects one after another.
        JSON,
        /// Rows that a mapping turns into events ([RowOpener]).
        ROWS,
        /// A timetable in GTFS, a folder or a zip, read by a [RowOpener].
        TIMETABLE,
        /// A recorded GTFS-Realtime message, read by a [RowOpener].
        MESSAGE;

        /// Whether a [RowOpener] reads it.
        boolean isOpened() {
            return switch (this) {
                case LINES, JSON -> false;
                case ROWS, TIMETABLE, MESSAGE -> true;
            };
        }
    }

    public EventFile {
        parts = List.copyOf(parts);
    }

    /// A file that is read alone.
    public EventFile(Path path, String name, Format format, Compression compression, long size) {
        this(path, name, format, compression, size, List.of());
    }

    /// Several files, read as one that bears the name of the first.
    ///
    /// @param files not empty
    public static EventFile together(List<EventFile> files) {
        EventFile first = files.getFirst();
        long size = files.stream().mapToLong(EventFile::size).sum();
        return new EventFile(first.path, first.name, first.format, Compression.NONE, size, files);
    }
}
