package org.prevenance.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A temporary file, made when first written to. It is gone when closed; on Unix it has no name from the start on, so
/// that not even a killed program leaves it behind. Thread-safe.
final class Spill implements AutoCloseable {
    private final Path folder;
    private @Nullable FileChannel channel;
    private long size;

    Spill(Path folder) {
        this.folder = folder;
    }

    /// Appends and tells the position.
    long write(byte[] bytes, int from, int length) throws IOException {
        FileChannel file;
        long position;
        synchronized (this) {
            file = open();
            position = size;
            size += length;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
        while (rest.hasRemaining()) {
            file.write(rest, position + rest.position() - from);
        }
        return position;
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path file = Files.createTempFile(folder, "prevenance-", ".pages");
            open = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = open;
        }
        return open;
    }

    void read(long position, byte[] into, int at, int length) throws IOException {
        FileChannel file;
        synchronized (this) {
            file = open();
        }
        ByteBuffer rest = ByteBuffer.wrap(into, at, length);
        while (rest.hasRemaining()) {
            if (file.read(rest, position + rest.position() - at) < 0) {
                throw new EOFException("The temporary file in " + folder + " ends before byte " + (position + length)
                        + ". Maybe the disk is full.");
            }
        }
    }

    synchronized long size() {
        return size;
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
