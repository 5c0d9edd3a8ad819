package org.prevenance.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows how the rows of CSV and Parquet files, and feeds of GTFS, become events. Called by several threads at once.
@FunctionalInterface
public interface RowOpener {
    /// For folders that hold no such files: opens none.
    RowOpener NONE = (file, name) -> null;

    /// The rows of one file.
    ///
    /// @param file the file to read; a name that ends in `.gz` or `.zst` is compressed (see [Compression#open])
    /// @param name its path relative to the folder, with `/`, by which mappings name it
    /// @return null where no mapping declares this file: it is then put in quarantine as a whole
    /// @throws IOException when the file cannot be opened
    @Nullable
    RowSource open(Path file, String name) throws IOException;

    /// Which of the files found are read as one, because they only mean something together: a timetable and the
    /// messages
    /// recorded about it.
    default List<EventFile> together(List<EventFile> files) {
        return files;
    }

    /// The rows of one file as [#together] gave it.
    default @Nullable RowSource open(EventFile file) throws IOException {
        return open(file.path(), file.name());
    }
}
