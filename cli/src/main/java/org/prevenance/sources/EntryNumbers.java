package org.prevenance.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/// Remembers the number of each text by its bytes, so that a text which many dictionaries of a file hold is made and
/// looked up only once. Not thread-safe.
final class EntryNumbers {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final ToIntFunction<String> numbers;
    private byte[] texts = new byte[1 << 12];
    private int used;
    private int[] starts = new int[1 << 8];
    private int[] lengths = new int[1 << 8];
    private int[] results = new int[1 << 8];
    private int count;
    private int[] slots = new int[1 << 9]; // place in the arrays above plus one; a power of two, at most half full

    EntryNumbers(ToIntFunction<String> numbers) {
        this.numbers = numbers;
    }

    int of(byte[] b, int from, int length) {
        int slot = slot(b, from, length);
        if (slots[slot] != 0) {
            return results[slots[slot] - 1];
        }
        int number = numbers.applyAsInt(new String(b, from, length, StandardCharsets.UTF_8));
        keep(b, from, length, number);
        slots[slot] = count;
        if (count * 2 > slots.length) {
            grow();
        }
        return number;
    }

    /// Where the text is, or where it belongs.
    private int slot(byte[] b, int from, int length) {
        int mask = slots.length - 1;
        int slot = hash(b, from, length) & mask;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            int start = starts[entry];
            if (lengths[entry] == length && Arrays.equals(texts, start, start + length, b, from, from + length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(byte[] b, int from, int length) {
        long hash = length * PRIME;
        int at = from;
        for (int left = length; left >= Long.BYTES; left -= Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(b, at)) * PRIME;
            hash ^= hash >>> 29;
            at += Long.BYTES;
        }
        long rest = 0;
        for (int i = at; i < from + length; i++) {
            rest = (rest << 8) | (b[i] & 0xFF);
        }
        hash = (hash ^ rest) * PRIME;
        return (int) (hash >>> 32);
    }

    private void keep(byte[] b, int from, int length, int number) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
            results = Arrays.copyOf(results, count * 2);
        }
        if (used + length > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(used + length, texts.length * 2));
        }
        System.arraycopy(b, from, texts, used, length);
        starts[count] = used;
        lengths[count] = length;
        results[count++] = number;
        used += length;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int entry = 0; entry < count; entry++) {
            slots[slot(texts, starts[entry], lengths[entry])] = entry + 1;
        }
    }
}
