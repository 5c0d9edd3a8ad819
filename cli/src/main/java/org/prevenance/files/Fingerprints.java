package org.prevenance.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The fingerprints of all events read, to find those met more than once.
///
/// While reading they are only put down, split into shards by their first byte; afterwards each shard is small enough
/// that looking for equal ones stays within a processor's cache. (One large hash table would cost a cache miss for each
/// event.) What exceeds the memory allowed waits in a temporary file, each shard in a few long stretches.
final class Fingerprints implements AutoCloseable {
    static final int SHARDS = 256;
    private static final int BLOCK = 256;
    private static final int BLOCK_BYTES = BLOCK * Long.BYTES;
    /// A shard with fewer blocks stays in memory, so that stretches in the file are worth a disk's while.
    private static final int FEWEST_SPILLED = 4;

    private final long allowedBlocks;
    private final Spill spill;
    private final AtomicLong heldBlocks = new AtomicLong();
    private final List<Shard> shards = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();

    /// @param memoryBytes about what full blocks may take in memory
    /// @param temporary   the folder for what exceeds it
    Fingerprints(long memoryBytes, Path temporary) {
        allowedBlocks = memoryBytes / BLOCK_BYTES;
        spill = new Spill(temporary);
        for (int i = 0; i < SHARDS; i++) {
            shards.add(new Shard());
        }
    }

    static int shard(long fingerprint) {
        return (int) (fingerprint >>> 56);
    }

    /// A place for one thread to put fingerprints down.
    synchronized Writer writer() {
        Writer writer = new Writer();
        writers.add(writer);
        return writer;
    }

    /// What the temporary file holds, in bytes.
    long spilledBytes() {
        return spill.size();
    }

    final class Writer {
        private final long[] @Nullable [] blocks = new long[SHARDS][];
        private final int[] counts = new int[SHARDS];

        /// @throws IOException when the temporary file cannot be written
        void add(long fingerprint) throws IOException {
            int shard = shard(fingerprint);
            long[] block = blocks[shard];
            int count = counts[shard];
            if (block == null || count == BLOCK) {
                block = next(shard, block);
                count = 0;
            }
            block[count] = fingerprint;
            counts[shard] = count + 1;
        }

        private long[] next(int shard, long @Nullable [] done) throws IOException {
            if (done != null) {
                shards.get(shard).add(done);
            }
            long[] fresh = new long[BLOCK];
            blocks[shard] = fresh;
            return fresh;
        }
    }

    /// The full blocks of one shard: some in memory, others in stretches of the file.
    private final class Shard {
        private final List<long[]> held = new ArrayList<>();
        private final LongList positions = new LongList();
        private final LongList lengths = new LongList();

        synchronized void add(long[] block) throws IOException {
            held.add(block);
            if (heldBlocks.incrementAndGet() > allowedBlocks && held.size() >= FEWEST_SPILLED) {
                putAway();
            }
        }

        private void putAway() throws IOException {
            byte[] bytes = new byte[held.size() * BLOCK_BYTES];
            LongBuffer numbers = ByteBuffer.wrap(bytes).asLongBuffer();
            held.forEach(numbers::put);
            positions.add(spill.write(bytes, 0, bytes.length));
            lengths.add(bytes.length);
            heldBlocks.addAndGet(-held.size());
            held.clear();
        }

        int size() {
            long size = (long) held.size() * BLOCK;
            for (int i = 0; i < lengths.size(); i++) {
                size += lengths.get(i) / Long.BYTES;
            }
            return (int) Math.min(size, Integer.MAX_VALUE);
        }

        void find(LongSet seen, LongSet repeated) throws IOException {
            for (long[] block : held) {
                Fingerprints.find(block, BLOCK, seen, repeated);
            }
            heldBlocks.addAndGet(-held.size());
            held.clear();
            long[] block = new long[BLOCK];
            for (int i = 0; i < positions.size(); i++) {
                byte[] bytes = new byte[(int) lengths.get(i)];
                spill.read(positions.get(i), bytes, 0, bytes.length);
                LongBuffer numbers = ByteBuffer.wrap(bytes).asLongBuffer();
                while (numbers.hasRemaining()) {
                    numbers.get(block);
                    Fingerprints.find(block, BLOCK, seen, repeated);
                }
            }
            positions.clear();
            lengths.clear();
        }
    }

    /// Looks through one shard and forgets it. When all writers have ended.
    ///
    /// @param repeated takes the fingerprints met at least twice
    /// @throws IOException when the temporary file cannot be read
    void findRepeated(int shard, LongSet scratch, LongSet repeated) throws IOException {
        scratch.clear(size(shard));
        shards.get(shard).find(scratch, repeated);
        for (Writer writer : writers) {
            long[] block = writer.blocks[shard];
            if (block != null) {
                find(block, writer.counts[shard], scratch, repeated);
                writer.blocks[shard] = null;
            }
        }
    }

    private int size(int shard) {
        int size = shards.get(shard).size();
        for (Writer writer : writers) {
            size += writer.counts[shard];
        }
        return size;
    }

    private static void find(long[] block, int count, LongSet seen, LongSet repeated) {
        for (int i = 0; i < count; i++) {
            if (!seen.add(block[i])) {
                repeated.add(block[i]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    /// Numbers other than 0, by open addressing. Not thread-safe.
    static final class LongSet {
        private long[] table = new long[16];
        private int size;

        /// Empties the set and makes room for `expected` numbers.
        void clear(int expected) {
            int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) * 4);
            if (table.length < capacity || table.length > capacity * 4) {
                table = new long[capacity];
            } else {
                Arrays.fill(table, 0);
            }
            size = 0;
        }

        /// @return whether it was not there before
        boolean add(long number) {
            int mask = table.length - 1;
            int at = (int) number & mask;
            while (table[at] != 0) {
                if (table[at] == number) {
                    return false;
                }
                at = at + 1 & mask;
            }
            table[at] = number;
            if (++size * 2 > table.length) {
                grow();
            }
            return true;
        }

        boolean has(long number) {
            int mask = table.length - 1;
            int at = (int) number & mask;
            while (table[at] != 0) {
                if (table[at] == number) {
                    return true;
                }
                at = at + 1 & mask;
            }
            return false;
        }

        boolean isEmpty() {
            return size == 0;
        }

        private void grow() {
            long[] old = table;
            table = new long[old.length * 2];
            size = 0;
            for (long number : old) {
                if (number != 0) {
                    add(number);
                }
            }
        }
    }
}
