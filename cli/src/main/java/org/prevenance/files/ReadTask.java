package org.prevenance.files;

import org.jspecify.annotations.Nullable;

/// A stretch of a file that one thread reads: the lines that start in it, or all of a file that cannot be split.
final class ReadTask {
    final EventFile file;
    final long from;
    final long to;
    final @Nullable RowSource rows;
    final QuarantineLog.Piece quarantine;
    private long lines;

    /// @param to   where the stretch ends; `Long.MAX_VALUE` for the whole file
    /// @param rows of this stretch, where it is made of rows that can be read apart
    ReadTask(EventFile file, long from, long to, @Nullable RowSource rows, QuarantineLog.Piece quarantine) {
        this.file = file;
        this.from = from;
        this.to = to;
        this.rows = rows;
        this.quarantine = quarantine;
    }

    boolean isWhole() {
        return to == Long.MAX_VALUE;
    }

    /// How many lines start in it; told once it is read.
    long lines() {
        return lines;
    }

    void lines(long count) {
        lines = count;
    }
}
