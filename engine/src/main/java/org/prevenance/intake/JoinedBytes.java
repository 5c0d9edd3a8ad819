package org.prevenance.intake;

import java.util.Arrays;
import org.prevenance.event.Raw;

/// The items of a list on the way to one text, as UTF-8; used again for every list. Not thread-safe.
final class JoinedBytes {
    private byte[] bytes = new byte[64];
    private int length;
    private int items;

    void clear() {
        length = 0;
        items = 0;
    }

    /// Starts the next item, which is empty until something is appended.
    void next() {
        if (items++ > 0) {
            append((byte) Raw.ITEM_SEPARATOR);
        }
    }

    void append(byte[] b, int from, int to) {
        int size = to - from;
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, bytes.length * 2));
        }
        System.arraycopy(b, from, bytes, length, size);
        length += size;
    }

    void append(byte ascii) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length++] = ascii;
    }

    /// The symbol of the whole; absent for a list without items.
    long symbol(KnownTexts known) {
        return items == 0 ? Raw.ABSENT : known.symbol(bytes, 0, length);
    }
}
