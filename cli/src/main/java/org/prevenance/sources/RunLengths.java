package org.prevenance.sources;

import java.io.IOException;
import java.util.Arrays;

/// Decodes Parquet's hybrid of run lengths and bit packing (parquet-format, `Encodings.md`, RLE).
final class RunLengths {
    private RunLengths() {}

    /// Fills `into[0, count)` with numbers of `width` bits (0 to 32) from `b[from, to)`.
    static void read(byte[] b, int from, int to, int width, int[] into, int count) throws IOException {
        if (width == 0) {
            Arrays.fill(into, 0, count, 0);
            return;
        }
        int at = from;
        int filled = 0;
        while (filled < count) {
            int header = 0;
            for (int shift = 0; ; shift += 7) {
                int next = byteAt(b, at++, to);
                header |= (next & 127) << shift;
                if (next < 128) {
                    break;
                }
            }
            if ((header & 1) == 0) {
                int value = 0;
                for (int i = 0; i < (width + 7) >> 3; i++) {
                    value |= byteAt(b, at++, to) << (i << 3);
                }
                int end = (int) Math.min(count, filled + (long) (header >>> 1));
                Arrays.fill(into, filled, end, value);
                filled = end;
            } else {
                int packed = (header >>> 1) * 8;
                int wanted = Math.min(packed, count - filled);
                unpack(b, at, to, width, into, filled, wanted);
                filled += wanted;
                at += (header >>> 1) * width;
            }
        }
    }

    private static void unpack(byte[] b, int from, int to, int width, int[] into, int first, int count)
            throws IOException {
        if (from + (((long) count * width + 7) >> 3) > to) {
            throw new IOException("The page ends within its values.");
        }
        long mask = (1L << width) - 1;
        long bits = 0;
        int held = 0;
        int at = from;
        for (int i = 0; i < count; i++) {
            while (held < width) {
                bits |= (b[at++] & 0xFFL) << held;
                held += 8;
            }
            into[first + i] = (int) (bits & mask);
            bits >>>= width;
            held -= width;
        }
    }

    private static int byteAt(byte[] b, int at, int to) throws IOException {
        if (at >= to) {
            throw new IOException("The page ends within its values.");
        }
        return b[at] & 0xFF;
    }
}
