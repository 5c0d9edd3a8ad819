package org.prevenance.files;

import java.nio.file.Path;

/// One file of events.
///
/// @param path where it is
/// @param name relative to the folder that was asked for, with `/`; what quarantine entries call it
/// @param size in bytes, as stored
public record EventFile(Path path, String name, Format format, Compression compression, long size) {
    /// How the events stand in the file, told by the end of its name.
    public enum Format {
        /// One JSON object a line.
        LINES,
        /// An array of objects, or objects one after another.
        JSON,
        /// Rows that a mapping turns into events ([RowOpener]).
        ROWS
    }
}
