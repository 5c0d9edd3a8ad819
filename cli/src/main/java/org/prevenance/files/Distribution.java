package org.prevenance.files;

import java.io.IOException;
import java.util.Arrays;

/// Moves the records of all pages to partitions, each holding whole islands, and leaves out surplus copies and what is
/// known too late. Pages are released as they are read, so that little more memory is taken than before.
final class Distribution {
    private final Pages pages;
    private final long[] row;
    private final long[] surplus;
    private final Islands islands;
    private final RecordCodec codec;
    private final long until;
    private final int ranges;
    private final LongList[][] written;
    private long firstTime = Long.MAX_VALUE;
    private long lastKnown = Long.MIN_VALUE;
    private long handedOut;

    /// @param surplus addresses of records to leave out, ascending
    Distribution(Pages pages, long[] row, long[] surplus, Islands islands, RecordCodec codec, long until, int threads) {
        this.pages = pages;
        this.row = row;
        this.surplus = surplus;
        this.islands = islands;
        this.codec = codec;
        this.until = until;
        ranges = Math.min(threads, Math.max(1, row.length));
        written = new LongList[ranges][];
    }

    void run() throws IOException {
        Crew.work(ranges, ranges, () -> range -> new Range(range).move());
    }

    /// The pages of a partition, in the order in which they were read.
    long[] pagesOf(int partition) {
        LongList all = new LongList();
        for (LongList[] byRange : written) {
            all.addAll(byRange[partition]);
        }
        return all.toArray();
    }

    /// The earliest time of an event handed out; `Long.MAX_VALUE` where there is none.
    long firstTime() {
        return firstTime;
    }

    /// The latest known time of an event handed out; `Long.MIN_VALUE` where there is none.
    long lastKnown() {
        return lastKnown;
    }

    long handedOut() {
        return handedOut;
    }

    private synchronized void report(long first, long last, long count) {
        firstTime = Math.min(firstTime, first);
        lastKnown = Math.max(lastKnown, last);
        handedOut += count;
    }

    /// A stretch of pages, moved by one thread.
    private final class Range {
        private final int number;
        private final PageWriter[] writers = new PageWriter[islands.partitions()];
        private int nextSurplus;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long count;

        Range(int number) {
            this.number = number;
            for (int i = 0; i < writers.length; i++) {
                writers[i] = new PageWriter(pages, codec);
            }
        }

        void move() throws IOException {
            int from = (int) ((long) row.length * number / ranges);
            int to = (int) ((long) row.length * (number + 1) / ranges);
            int place = Arrays.binarySearch(surplus, PageCursor.address(from, 0));
            nextSurplus = place < 0 ? ~place : place;
            try (PageCursor cursor = new PageCursor(pages, row)) {
                for (int page = from; page < to; page++) {
                    movePage(cursor, page);
                    if (row[page] >= 0) {
                        pages.release((int) row[page]);
                    }
                }
            }
            LongList[] lists = new LongList[writers.length];
            for (int i = 0; i < writers.length; i++) {
                lists[i] = writers[i].finish();
            }
            written[number] = lists;
            report(first, last, count);
        }

        private void movePage(PageCursor cursor, int page) throws IOException {
            cursor.openPage(page);
            byte[] bytes = cursor.bytes();
            for (; cursor.here(); cursor.advance()) {
                if (isSurplus(page, cursor.offset())) {
                    continue;
                }
                int at = cursor.at();
                long known = RecordCodec.known(bytes, at);
                if (known <= until) {
                    int partition = islands.partitionOf(RecordCodec.subject(bytes, at));
                    writers[partition].copy(bytes, at, RecordCodec.length(bytes, at));
                    first = Math.min(first, RecordCodec.time(bytes, at));
                    last = Math.max(last, known);
                    count++;
                }
            }
        }

        private boolean isSurplus(int page, int offset) {
            if (nextSurplus < surplus.length && surplus[nextSurplus] == PageCursor.address(page, offset)) {
                nextSurplus++;
                return true;
            }
            return false;
        }
    }
}
