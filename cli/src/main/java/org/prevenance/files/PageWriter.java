package org.prevenance.files;

import java.io.IOException;
import org.prevenance.event.Event;

/// Writes records on pages, one after another; a record never crosses a page. Full pages beyond the memory budget are
/// spilled. Not thread-safe.
final class PageWriter {
    private final Pages pages;
    private final RecordCodec codec;
    private final LongList written = new LongList();
    private int page = -1;
    private byte[] bytes = new byte[0];
    private int at;
    private int limit;

    PageWriter(Pages pages, RecordCodec codec) {
        this.pages = pages;
        this.codec = codec;
    }

    /// Appends an event.
    ///
    /// @return whether it was written; false where it is larger than a page
    boolean add(Event event) throws IOException {
        int length = codec.encode(event, bytes, at, limit);
        if (length < 0) {
            turn();
            length = codec.encode(event, bytes, at, limit);
        }
        at += Math.max(0, length);
        return length > 0;
    }

    /// Appends a record as it stands elsewhere.
    void copy(byte[] from, int start, int length) throws IOException {
        if (limit - at < length) {
            turn();
        }
        System.arraycopy(from, start, bytes, at, length);
        at += length;
    }

    private void turn() throws IOException {
        finishPage();
        page = pages.take();
        bytes = pages.bytes(page);
        at = pages.base(page);
        limit = at + pages.pageBytes();
    }

    private void finishPage() throws IOException {
        if (page < 0) {
            return;
        }
        if (limit - at >= RecordCodec.LENGTH_BYTES) {
            RecordCodec.end(bytes, at);
        }
        written.add(pages.crowded() ? pages.spill(page) : page);
        page = -1;
        limit = at;
    }

    /// Ends the writing.
    ///
    /// @return the pages in order: numbers, or what [Pages#spill] gave
    LongList finish() throws IOException {
        finishPage();
        return written;
    }
}
