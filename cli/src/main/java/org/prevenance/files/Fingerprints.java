package org.prevenance.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fingerprints of all events read, to find those met more than once.
///
/// While reading they are only put down, split into shards by their first byte; afterwards each shard is small enough
/// that looking for equal ones stays within a processor's cache. (One large hash table would cost a cache miss for each
/// event.)
final class Fingerprints {
    static final int SHARDS = 256;
    private static final int BLOCK = 256;

    private final List<List<long[]>> full = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();

    Fingerprints() {
        for (int i = 0; i < SHARDS; i++) {
            full.add(new ArrayList<>());
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

    final class Writer {
        private final long[] @Nullable [] blocks = new long[SHARDS][];
        private final int[] counts = new int[SHARDS];

        void add(long fingerprint) {
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

        private long[] next(int shard, long @Nullable [] done) {
            if (done != null) {
                List<long[]> list = full.get(shard);
                synchronized (list) {
                    list.add(done);
                }
            }
            long[] fresh = new long[BLOCK];
            blocks[shard] = fresh;
            return fresh;
        }
    }

    /// Looks through one shard and forgets it. When all writers have ended.
    ///
    /// @param repeated takes the fingerprints met at least twice
    void findRepeated(int shard, LongSet scratch, LongSet repeated) {
        scratch.clear(size(shard));
        for (long[] block : full.get(shard)) {
            find(block, BLOCK, scratch, repeated);
        }
        full.get(shard).clear();
        for (Writer writer : writers) {
            long[] block = writer.blocks[shard];
            if (block != null) {
                find(block, writer.counts[shard], scratch, repeated);
                writer.blocks[shard] = null;
            }
        }
    }

    private int size(int shard) {
        int size = full.get(shard).size() * BLOCK;
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
