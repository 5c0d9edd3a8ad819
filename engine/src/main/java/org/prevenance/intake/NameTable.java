package org.prevenance.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Places of known names, found by their bytes. Immutable.
final class NameTable {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final byte[][] names;
    private final long[] firstWords;
    private final long[] lastWords;
    private final int[] places;
    private final int shift;

    /// @param texts the names, each once; a name's place in the list is what is found
    NameTable(List<String> texts) {
        int capacity = Integer.highestOneBit(Math.max(4, texts.size() * 4 - 1)) << 1;
        shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        names = new byte[capacity][];
        firstWords = new long[capacity];
        lastWords = new long[capacity];
        places = new int[capacity];
        Arrays.fill(names, new byte[0]);
        Arrays.fill(places, -1);
        for (int place = 0; place < texts.size(); place++) {
            add(texts.get(place).getBytes(StandardCharsets.UTF_8), place);
        }
    }

    private void add(byte[] name, int place) {
        long first = firstWord(name, 0, name.length);
        long last = lastWord(name, 0, name.length);
        int at = slot(first, last);
        while (places[at] >= 0) {
            at = (at + 1) & (places.length - 1);
        }
        names[at] = name;
        firstWords[at] = first;
        lastWords[at] = last;
        places[at] = place;
    }

    /// The place of the name in `b[from, from + length)`, or -1.
    int find(byte[] b, int from, int length) {
        long first = firstWord(b, from, length);
        long last = lastWord(b, from, length);
        for (int at = slot(first, last); places[at] >= 0; at = (at + 1) & (places.length - 1)) {
            if (firstWords[at] == first && lastWords[at] == last && sameMiddle(names[at], b, from, length)) {
                return places[at];
            }
        }
        return -1;
    }

    private static boolean sameMiddle(byte[] name, byte[] b, int from, int length) {
        return name.length == length
                && (length <= 2 * Long.BYTES || Arrays.equals(name, 0, length, b, from, from + length));
    }

    private static long firstWord(byte[] b, int from, int length) {
        return Words.at(b, from, Math.min(length, Long.BYTES));
    }

    private static long lastWord(byte[] b, int from, int length) {
        return length <= Long.BYTES ? length : Words.at(b, from + length - Long.BYTES);
    }

    private int slot(long first, long last) {
        return (int) ((first ^ Long.rotateLeft(last, 29)) * MIX >>> shift);
    }
}
