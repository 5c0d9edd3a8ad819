package org.prevenance.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of a buffer at a time, as one `long` whose lowest byte is the first.
final class Words {
    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /// The eight bytes from `at` on; the caller has made sure that they are in the buffer.
    static long at(byte[] b, int at) {
        return (long) LONGS.get(b, at);
    }

    static void put(byte[] b, int at, long word) {
        LONGS.set(b, at, word);
    }

    /// The first `length` (0 to 8) bytes from `at` on, the others zero; reads nothing beyond them near the buffer's
    /// end.
    static long at(byte[] b, int at, int length) {
        if (at <= b.length - Long.BYTES) {
            return length == 0 ? 0 : at(b, at) & (-1L >>> (Long.SIZE - (length << 3)));
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << 8 | (b[at + i] & 0xFF);
        }
        return word;
    }

    /// A word of eight ASCII characters.
    static long of(String eight) {
        long word = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            word = word << 8 | eight.charAt(i);
        }
        return word;
    }
}
