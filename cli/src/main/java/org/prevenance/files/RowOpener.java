package org.prevenance.files;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Knows how the rows of CSV and Parquet files become events. Called by several threads at once.
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
}
