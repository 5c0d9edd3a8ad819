package org.prevenance.files;

import java.io.IOException;

/// Looks at records wherever they stand, in memory or spilled: one thread's view on a row of pages. Holds one page of
/// its
/// own for what was spilled, until closed. Not thread-safe.
///
/// A record's address is the index of its page in the row, times 65,536, plus its offset in the page.
final class PageCursor implements AutoCloseable {
    static final int OFFSET_BITS = 16;
    private static final int USUAL_RECORD = 256;
    private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

    private final Pages pages;
    private final long[] row;
    private int own = -1;
    private int loaded = -1;
    private byte[] bytes = new byte[0];
    private int base;
    private int at;
    private int end;

    PageCursor(Pages pages, long[] row) {
        this.pages = pages;
        this.row = row;
    }

    static long address(int index, int offset) {
        return (long) index << OFFSET_BITS | offset;
    }

    static int pageOf(long address) {
        return (int) (address >>> OFFSET_BITS);
    }

    /// Stands before the first record of a page.
    void openPage(int index) throws IOException {
        int page = row[index] >= 0 ? (int) row[index] : load(index);
        bytes = pages.bytes(page);
        base = pages.base(page);
        end = base + pages.pageBytes();
        at = base;
    }

    private int load(int index) throws IOException {
        if (own < 0) {
            own = pages.take();
        }
        if (loaded != index) {
            pages.load(row[index], own);
            loaded = index;
        }
        return own;
    }

    /// Whether a record begins here.
    boolean here() {
        return end - at >= RecordCodec.LENGTH_BYTES && RecordCodec.length(bytes, at) > 0;
    }

    void advance() {
        at += RecordCodec.length(bytes, at);
    }

    /// Stands on the record at `address`; of a spilled page only the record is read.
    void go(long address) throws IOException {
        int index = pageOf(address);
        int offset = (int) (address & OFFSET_MASK);
        if (row[index] < 0 && loaded != index) {
            peek(row[index], offset);
        } else {
            openPage(index);
        }
        at = base + offset;
    }

    private void peek(long spilled, int offset) throws IOException {
        if (own < 0) {
            own = pages.take();
        }
        loaded = -1;
        bytes = pages.bytes(own);
        base = pages.base(own);
        end = base + pages.pageBytes();
        pages.load(spilled, own, offset, Math.min(USUAL_RECORD, pages.pageBytes() - offset));
        int length = RecordCodec.length(bytes, base + offset);
        if (length > USUAL_RECORD) {
            pages.load(spilled, own, offset, length);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int offset() {
        return at - base;
    }

    @Override
    public void close() {
        if (own >= 0) {
            pages.release(own);
            own = -1;
        }
    }
}
