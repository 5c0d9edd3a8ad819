package org.prevenance.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was not admitted, by file and line. Entries beyond a limit go to a temporary file. Pieces are written by one
/// thread
/// each, several at once; read when all are written.
final class QuarantineLog implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final int BYTES_PER_ENTRY = 2_000;

    private final Spill spill;
    private final long limit;
    private final AtomicLong bytesInMemory = new AtomicLong();
    private final AtomicLong count = new AtomicLong();

    QuarantineLog(Limits limits) {
        spill = new Spill(limits.temporary());
        limit = (long) limits.quarantineEntries() * BYTES_PER_ENTRY;
    }

    long count() {
        return count.get();
    }

    /// Entries of one stretch of a file, in order.
    final class Piece {
        private final String file;
        private final List<Block> blocks = new ArrayList<>();
        private ByteArrayOutputStream open = new ByteArrayOutputStream(0);
        private long linesBefore;

        private Piece(String file) {
            this.file = file;
        }

        String file() {
            return file;
        }

        /// @param in the file, where several are read as one; null: the file of this stretch
        void add(@Nullable String in, long line, @Nullable String field, String reason, String raw) throws IOException {
            try (DataOutputStream out = new DataOutputStream(open)) {
                writeOptional(out, in);
                out.writeLong(line);
                writeOptional(out, field);
                write(out, reason);
                write(out, raw);
            }
            count.incrementAndGet();
            if (open.size() > BLOCK) {
                endBlock();
            }
        }

        /// Says how many lines of the file stand before this stretch.
        void startsAfter(long lines) {
            linesBefore = lines;
        }

        private void endBlock() throws IOException {
            byte[] bytes = open.toByteArray();
            open = new ByteArrayOutputStream(0);
            if (bytesInMemory.addAndGet(bytes.length) > limit) {
                bytesInMemory.addAndGet(-bytes.length);
                blocks.add(new Block(null, spill.write(bytes, 0, bytes.length), bytes.length));
            } else {
                blocks.add(new Block(bytes, 0, bytes.length));
            }
        }

        void finish() throws IOException {
            if (open.size() > 0) {
                endBlock();
            }
        }

        void forEach(Consumer<? super Quarantined> consumer) {
            try {
                for (Block block : blocks) {
                    read(block, consumer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The quarantine of " + file + " cannot be read again.", e);
            }
        }

        private void read(Block block, Consumer<? super Quarantined> consumer) throws IOException {
            byte[] bytes = block.bytes;
            if (bytes == null) {
                bytes = new byte[block.length];
                spill.read(block.position, bytes, 0, block.length);
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            while (in.available() > 0) {
                String part = readOptional(in);
                long line = linesBefore + in.readLong();
                String field = readOptional(in);
                consumer.accept(new Quarantined(part == null ? file : part, line, field, readText(in), readText(in)));
            }
        }
    }

    /// Bytes in memory, or where they are in the temporary file.
    private static final class Block {
        private final byte @Nullable [] bytes;
        private final long position;
        private final int length;

        Block(byte @Nullable [] bytes, long position, int length) {
            this.bytes = bytes;
            this.position = position;
            this.length = length;
        }
    }

    Piece piece(String file) {
        return new Piece(file);
    }

    private static void writeOptional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            write(out, text);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? readText(in) : null;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
