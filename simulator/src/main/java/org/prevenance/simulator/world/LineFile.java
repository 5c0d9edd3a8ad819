package org.prevenance.simulator.world;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file written in large pieces. Not thread-safe.
public final class LineFile implements Closeable {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 20];
    private int length;

    public LineFile(Path path) throws IOException {
        out = Files.newOutputStream(path);
    }

    public void write(byte[] bytes, int offset, int size) throws IOException {
        if (length + size > buffer.length) {
            flush();
        }
        if (size > buffer.length) {
            out.write(bytes, offset, size);
            return;
        }
        System.arraycopy(bytes, offset, buffer, length, size);
        length += size;
    }

    public void write(EventLine line) throws IOException {
        write(line.bytes(), 0, line.length());
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
