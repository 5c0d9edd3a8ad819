package org.prevenance.files;

import java.nio.file.Path;

/// How much of the machine a reading may take. The result never depends on it.
///
/// @param chunkBytes         how much of a plain file one thread reads at a time
/// @param lineBytes          a longer line is put in quarantine
/// @param pageBytes          size of the pieces in which events are kept, at most 65,520
/// @param memoryBytes        what pages may take in memory, and a quarter of it for fingerprints; the rest goes to
///                           temporary files
/// @param partitionBytes     about how much one thread sorts at a time
/// @param quarantineEntries  how many quarantine entries may stay in memory; the rest goes to a temporary file
/// @param temporary          where temporary files go; they are gone when the log is closed, or the program ends
public record Limits(
        int chunkBytes,
        int lineBytes,
        int pageBytes,
        long memoryBytes,
        int partitionBytes,
        int quarantineEntries,
        Path temporary) {
    private static final int MIB = 1 << 20;
    static final int LARGEST_PAGE = 65_520;

    public Limits {
        if (pageBytes < 512 || pageBytes > LARGEST_PAGE) {
            throw new IllegalArgumentException("Pages have 512 to 65520 bytes, not " + pageBytes + ".");
        }
        if (chunkBytes < 1 || partitionBytes < 1) {
            throw new IllegalArgumentException(
                    "Chunks and partitions have at least one byte, not " + chunkBytes + " and " + partitionBytes + ".");
        }
    }

    /// Chunks of 4 MiB, lines of up to 16 MiB, a third of the heap.
    public static Limits usual() {
        long third = Runtime.getRuntime().maxMemory() / 3;
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new Limits(4 * MIB, 16 * MIB, LARGEST_PAGE, third, 16 * MIB, 10_000, temporary);
    }

    /// What fingerprints, 8 bytes for each event, may take in memory besides the pages, about.
    long fingerprintBytes() {
        return memoryBytes / 4;
    }

    public Limits withChunkBytes(int bytes) {
        return new Limits(bytes, lineBytes, pageBytes, memoryBytes, partitionBytes, quarantineEntries, temporary);
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(chunkBytes, lineBytes, pageBytes, bytes, partitionBytes, quarantineEntries, temporary);
    }
}
