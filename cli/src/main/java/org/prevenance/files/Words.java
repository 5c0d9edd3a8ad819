package org.prevenance.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in byte arrays, little end first and at any offset.
final class Words {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Words() {}

    static int u16(byte[] bytes, int at) {
        return (short) SHORTS.get(bytes, at) & 0xFFFF;
    }

    static void u16(byte[] bytes, int at, int value) {
        SHORTS.set(bytes, at, (short) value);
    }

    static int i32(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static void i32(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }

    static long i64(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static void i64(byte[] bytes, int at, long value) {
        LONGS.set(bytes, at, value);
    }

    /// Where the first line end from `from` on stands, or `to` where there is none before it.
    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long differing = i64(bytes, at) ^ NEWLINES;
            long zeros = (differing - ONES) & ~differing & HIGHS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /// The eight bytes from `at` on as a number that sorts as they do, bytes from `end` on taken as zero.
    static long sortable(byte[] bytes, int at, int end) {
        if (at + Long.BYTES <= end) {
            return Long.reverseBytes(i64(bytes, at)) ^ Long.MIN_VALUE;
        }
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << 8 | (at + i < end ? bytes[at + i] & 0xFF : 0);
        }
        return word ^ Long.MIN_VALUE;
    }
}
