package org.prevenance.intake;

import java.util.Arrays;

/// Numbers of texts met before, found by their UTF-8 bytes without building a `String`. A cache: when it is full it
/// forgets all and starts anew. Not thread-safe.
final class ByteTable {
    static final int MISSING = -1;
    static final int LONGEST_KEY = 200;

    private static final int FIRST_CAPACITY = 1 << 8;
    private static final int MOST_BYTES = 1 << 24;
    private static final int HEADER = 8; // the number, then the length, four bytes each

    /// High half: hash; low half: 1 + where the entry stands in the arena; 0: nothing.
    private long[] slots = new long[FIRST_CAPACITY];
    private byte[] arena = new byte[FIRST_CAPACITY * 32];
    private int used;
    private int count;

    static int hash(byte[] b, int from, int length, int seed) {
        long hash = seed * 0x9E3779B97F4A7C15L + length;
        int i = from;
        int to = from + length;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mixed(hash ^ Words.at(b, i));
        }
        return (int) ((i == to ? hash : mixed(hash ^ Words.at(b, i, to - i))) >>> 32);
    }

    private static long mixed(long bits) {
        long product = bits * 0xD6E8FEB86659FD93L;
        return product ^ product >>> 32;
    }

    /// The number of this key, or [#MISSING].
    int find(byte[] b, int from, int length, int hash) {
        int mask = slots.length - 1;
        for (int at = hash & mask; slots[at] != 0; at = (at + 1) & mask) {
            long slot = slots[at];
            if ((int) (slot >>> 32) == hash && isKey((int) slot - 1, b, from, length)) {
                return (int) Words.at(arena, (int) slot - 1);
            }
        }
        return MISSING;
    }

    private boolean isKey(int entry, byte[] b, int from, int length) {
        if ((int) (Words.at(arena, entry) >>> 32) != length) {
            return false;
        }
        int key = entry + HEADER;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            if (Words.at(arena, key + i) != Words.at(b, from + i)) {
                return false;
            }
        }
        return Words.at(arena, key + i, length - i) == Words.at(b, from + i, length - i);
    }

    /// Remembers a key that is not there yet, of at most [#LONGEST_KEY] bytes.
    void add(byte[] b, int from, int length, int hash, int number) {
        int size = HEADER + length;
        if (used + size > MOST_BYTES) {
            forget();
        }
        if (used + size > arena.length) {
            arena = Arrays.copyOf(arena, Math.min(MOST_BYTES, arena.length * 2));
        }
        if (count >= slots.length / 2) {
            grow();
        }
        put(slots, (long) hash << 32 | (used + 1));
        Words.put(arena, used, (long) length << 32 | number & 0xFFFF_FFFFL);
        System.arraycopy(b, from, arena, used + HEADER, length);
        used += size;
        count++;
    }

    private static void put(long[] table, long slot) {
        int mask = table.length - 1;
        int at = (int) (slot >>> 32) & mask;
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = slot;
    }

    private void forget() {
        Arrays.fill(slots, 0);
        used = 0;
        count = 0;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long slot : slots) {
            if (slot != 0) {
                put(larger, slot);
            }
        }
        slots = larger;
    }
}
