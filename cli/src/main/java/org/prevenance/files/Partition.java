package org.prevenance.files;

import java.io.IOException;
import java.util.Arrays;

/// Loads partitions, one after another, and shows their islands. Not thread-safe; one for each thread.
final class Partition {
    private final Pages pages;
    private final Islands islands;
    private final Island island;
    private long[] records = new long[0];
    private long[] knowns = new long[0];
    private int[] ends = new int[0];

    Partition(Pages pages, Islands islands, SourceRanks sources, RecordCodec codec) {
        this.pages = pages;
        this.islands = islands;
        this.island = new Island(new RecordOrder(pages, sources), codec);
    }

    /// Shows each island that has events, or an awaited subject.
    ///
    /// @param row the partition's pages: numbers, or what [Pages#spill] gave
    void show(int partition, long[] row, Islands.Awaited awaited, IslandVisitor visitor) throws IOException {
        long[] loaded = load(row);
        try {
            int count = islands.islandsIn(partition);
            group(loaded, count);
            int from = 0;
            for (int i = 0; i < count; i++) {
                int to = ends[i];
                int[] waitedFor = awaited.on(partition, i);
                if (to > from || waitedFor.length > 0) {
                    island.hold(records, knowns, from, to, waitedFor);
                    visitor.visit(island);
                }
                from = to;
            }
        } finally {
            giveBack(row, loaded);
        }
    }

    /// Shows an island without events.
    void showEmpty(int[] awaited, IslandVisitor visitor) {
        island.hold(records, knowns, 0, 0, awaited);
        visitor.visit(island);
    }

    /// The row with all pages in memory.
    private long[] load(long[] row) throws IOException {
        long[] loaded = row.clone();
        for (int i = 0; i < row.length; i++) {
            if (row[i] < 0) {
                int page = pages.take();
                pages.load(row[i], page);
                loaded[i] = page;
            }
        }
        return loaded;
    }

    private void giveBack(long[] row, long[] loaded) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] < 0) {
                pages.release((int) loaded[i]);
            }
        }
    }

    /// Notes where the records are, island by island; `ends` then holds where each island ends.
    private void group(long[] row, int count) throws IOException {
        if (ends.length < count) {
            ends = new int[count];
        }
        Arrays.fill(ends, 0, count, 0);
        int total = countByIsland(row, count > 1);
        if (records.length < total) {
            records = new long[total + total / 8];
            knowns = new long[records.length];
        }
        int start = 0;
        for (int i = 0; i < count; i++) {
            int size = ends[i];
            ends[i] = start;
            start += size;
        }
        place(row, count > 1);
    }

    private int countByIsland(long[] row, boolean several) throws IOException {
        int total = 0;
        PageCursor cursor = new PageCursor(pages, row);
        for (int page = 0; page < row.length; page++) {
            for (cursor.openPage(page); cursor.here(); cursor.advance()) {
                ends[several ? islandAt(cursor) : 0]++;
                total++;
            }
        }
        return total;
    }

    private void place(long[] row, boolean several) throws IOException {
        PageCursor cursor = new PageCursor(pages, row);
        for (int page = 0; page < row.length; page++) {
            for (cursor.openPage(page); cursor.here(); cursor.advance()) {
                int at = ends[several ? islandAt(cursor) : 0]++;
                records[at] = PageCursor.address((int) row[page], cursor.offset());
                knowns[at] = RecordCodec.known(cursor.bytes(), cursor.at());
            }
        }
    }

    private int islandAt(PageCursor cursor) {
        return islands.islandOf(RecordCodec.subject(cursor.bytes(), cursor.at()));
    }
}
