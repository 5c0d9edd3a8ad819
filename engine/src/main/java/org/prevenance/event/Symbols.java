package org.prevenance.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts that are met often, each kept once and known by a small number. Thread-safe; finding a known text takes no
/// lock.
///
/// There may be millions (each bill has a number), so they are kept as UTF-8 in a few large arrays: about 30 bytes for
/// each besides its letters, a third of what a map of strings takes.
public final class Symbols {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MISSING = -1;
    private static final int FIRST_CHUNK = 1 << 12;
    private static final int LARGEST_CHUNK = 1 << 20;
    private static final int STARTS_SHIFT = 12;
    private static final int STARTS = 1 << STARTS_SHIFT;
    private static final int LATELY = 1 << 10;

    /// High half: hash; low half: 1 + symbol; 0: nothing. Open addressing; a slot is written once its text can be read.
    private volatile long[] table = new long[256];
    /// Lengths (four bytes) and texts, one after another.
    private volatile byte[][] chunks = {new byte[FIRST_CHUNK]};
    /// By symbol: high half the chunk, low half where in it the length stands.
    private volatile long[][] starts = {new long[STARTS]};

    private final @Nullable Known[] lately = new Known[LATELY];
    private int used;
    private int count;

    /// A text that was asked for, so that it need not be built again.
    private record Known(long symbol, String text) {}

    /// The symbol of `text`, the same for equal texts as long as this table lives.
    public int of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /// The symbol of the text that is written in `b[from, to)` as UTF-8.
    public int of(byte[] b, int from, int to) {
        int hash = hash(b, from, to);
        int known = find(b, from, to, hash);
        return known != MISSING ? known : add(b, from, to, hash);
    }

    private static int hash(byte[] b, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mixed(hash ^ (long) WORD.get(b, i));
        }
        for (; i < to; i++) {
            hash = hash * 31 + b[i];
        }
        return (int) (mixed(hash) >>> 32);
    }

    private static long mixed(long bits) {
        long product = bits * 0xD6E8FEB86659FD93L;
        return product ^ product >>> 32;
    }

    private int find(byte[] b, int from, int to, int hash) {
        long[] slots = table;
        int mask = slots.length - 1;
        for (int at = hash & mask; ; at = at + 1 & mask) {
            long slot = (long) SLOT.getAcquire(slots, at);
            if (slot == 0) {
                return MISSING;
            }
            int symbol = (int) slot - 1;
            if ((int) (slot >>> 32) == hash && is(symbol, b, from, to)) {
                return symbol;
            }
        }
    }

    private boolean is(int symbol, byte[] b, int from, int to) {
        long start = start(symbol);
        byte[] chunk = chunks[(int) (start >>> 32)];
        int length = (int) LENGTH.get(chunk, (int) start);
        int at = (int) start + Integer.BYTES;
        return length == to - from && Arrays.equals(chunk, at, at + length, b, from, to);
    }

    private long start(int symbol) {
        return starts[symbol >>> STARTS_SHIFT][symbol & STARTS - 1];
    }

    private synchronized int add(byte[] b, int from, int to, int hash) {
        int known = find(b, from, to, hash);
        if (known != MISSING) {
            return known;
        }
        int symbol = count++;
        keep(symbol, b, from, to - from);
        long[] slots = table;
        if (count > slots.length / 4 * 3) {
            slots = larger(slots);
            table = slots;
        }
        put(slots, (long) hash << 32 | symbol + 1);
        return symbol;
    }

    private void keep(int symbol, byte[] b, int from, int length) {
        int size = Integer.BYTES + length;
        byte[] chunk = chunks[chunks.length - 1];
        if (used + size > chunk.length) {
            chunk = new byte[Math.max(size, Math.min(LARGEST_CHUNK, chunk.length * 2))];
            byte[][] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = chunk;
            chunks = more;
            used = 0;
        }
        LENGTH.set(chunk, used, length);
        System.arraycopy(b, from, chunk, used + Integer.BYTES, length);
        int row = symbol >>> STARTS_SHIFT;
        if (row == starts.length) {
            long[][] more = Arrays.copyOf(starts, row + 1);
            more[row] = new long[STARTS];
            starts = more;
        }
        starts[row][symbol & STARTS - 1] = (long) (chunks.length - 1) << 32 | used;
        used += size;
    }

    private static void put(long[] slots, long slot) {
        int mask = slots.length - 1;
        int at = (int) (slot >>> 32) & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        SLOT.setRelease(slots, at, slot);
    }

    private static long[] larger(long[] slots) {
        long[] larger = new long[slots.length * 2];
        for (long slot : slots) {
            if (slot != 0) {
                put(larger, slot);
            }
        }
        return larger;
    }

    /// The text behind a symbol that [#of] gave.
    public String text(long symbol) {
        int place = (int) symbol & LATELY - 1;
        Known known = lately[place];
        if (known == null || known.symbol != symbol) {
            known = new Known(symbol, read((int) symbol));
            lately[place] = known;
        }
        return known.text;
    }

    private String read(int symbol) {
        long start = start(symbol);
        byte[] chunk = chunks[(int) (start >>> 32)];
        int length = (int) LENGTH.get(chunk, (int) start);
        return new String(chunk, (int) start + Integer.BYTES, length, StandardCharsets.UTF_8);
    }

    public synchronized int size() {
        return count;
    }
}
