package org.prevenance.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Places of known names, found by their bytes: by hash, or quicker by a guess that turns out right.
///
/// Writers put the members of their objects in the same order each time; so the table remembers which name
/// followed which. Not thread-safe.
final class NameTable {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// By place: the words of `"name":`, the last one overlapping the one before; of a short one only what the
    /// mask keeps.
    private final long[][] patterns;

    private final int[] patternLengths;
    private final long[] firstMasks;

    /// By place of the name before, plus one: the place guessed for the next.
    private final int[] followers;

    private final byte[][] names;
    private final long[] firstWords;
    private final long[] lastWords;
    private final int[] places;
    private final int shift;

    /// @param texts each once, at least one if names are guessed; a name's place in the list is what is found
    /// @param after what stands after each name where it is read: its closing quote, and more
    NameTable(List<String> texts, String after) {
        int capacity = Integer.highestOneBit(Math.max(4, texts.size() * 4 - 1)) << 1;
        shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        names = new byte[capacity][];
        firstWords = new long[capacity];
        lastWords = new long[capacity];
        places = new int[capacity];
        Arrays.fill(names, new byte[0]);
        Arrays.fill(places, -1);
        patterns = new long[texts.size()][];
        patternLengths = new int[texts.size()];
        firstMasks = new long[texts.size()];
        followers = new int[texts.size() + 1];
        for (int place = 0; place < texts.size(); place++) {
            add(texts.get(place).getBytes(StandardCharsets.UTF_8), place);
            addPattern(('"' + texts.get(place) + after).getBytes(StandardCharsets.UTF_8), place);
            followers[place + 1] = (place + 1) % texts.size();
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

    private void addPattern(byte[] pattern, int place) {
        int length = pattern.length;
        int words = (length + Long.BYTES - 1) / Long.BYTES;
        patterns[place] = new long[words];
        for (int k = 0; k < words; k++) {
            int at = Math.max(0, Math.min(k * Long.BYTES, length - Long.BYTES));
            patterns[place][k] = Words.at(pattern, at, Math.min(Long.BYTES, length));
        }
        patternLengths[place] = length;
        firstMasks[place] = length >= Long.BYTES ? -1L : -1L >>> (Long.SIZE - length * Long.BYTES);
    }

    /// The place that followed this one the last time; before the first name, -1 stands for the place.
    int guess(int previous) {
        return followers[previous + 1];
    }

    /// From the opening quote of a name to after what follows its closing quote, if the name is the one at `place`
    /// and is written without white space; else -1. Looks at no byte beyond the buffer, and finds no name that is
    /// not there.
    int after(int place, byte[] b, int from) {
        int length = patternLengths[place];
        int last = from + Math.max(length, Long.BYTES) - Long.BYTES;
        long[] words = patterns[place];
        if (last > b.length - Long.BYTES || ((Words.at(b, from) ^ words[0]) & firstMasks[place]) != 0) {
            return -1;
        }
        int k = 1;
        for (int at = from + Long.BYTES; k < words.length; k++, at += Long.BYTES) {
            if (Words.at(b, Math.min(at, last)) != words[k]) {
                return -1;
            }
        }
        return from + length;
    }

    /// The place of the name in `b[from, from + length)`, or -1.
    ///
    /// @param previous the place of the name before, so that the next guess is better
    int find(byte[] b, int from, int length, int previous) {
        long first = firstWord(b, from, length);
        long last = lastWord(b, from, length);
        for (int at = slot(first, last); places[at] >= 0; at = (at + 1) & (places.length - 1)) {
            if (firstWords[at] == first && lastWords[at] == last && sameMiddle(names[at], b, from, length)) {
                followers[previous + 1] = places[at];
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
