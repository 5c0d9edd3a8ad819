package org.prevenance.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file from a position on. Not thread-safe.
final class FileRange extends InputStream {
    private final FileChannel channel;
    private long position;

    FileRange(Path file, long from) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        position = from;
    }

    /// Where the next byte stands in the file.
    long position() {
        return position;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int count = channel.read(ByteBuffer.wrap(into, at, length), position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
