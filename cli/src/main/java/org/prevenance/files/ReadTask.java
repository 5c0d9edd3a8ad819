package org.prevenance.files;

/// A stretch of a file that one thread reads: the lines that start in it, or all of a file that cannot be split.
final class ReadTask {
    final EventFile file;
    final long from;
    final long to;
    final QuarantineLog.Piece quarantine;
    private long lines;

    /// @param to where the stretch ends; `Long.MAX_VALUE` for the whole file
    ReadTask(EventFile file, long from, long to, QuarantineLog.Piece quarantine) {
        this.file = file;
        this.from = from;
        this.to = to;
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
