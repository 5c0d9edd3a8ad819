package org.prevenance.files;

/// Puts records in memory in order: by known time, then time, then source, then the bytes of the id. Not thread-safe;
/// reused for its memory.
///
/// Sorts by one number at a time and goes on only where several records have the same one. An address is a page's
/// number
/// times 65,536, plus the offset.
final class RecordOrder {
    private static final int TIME = 1;
    private static final int SOURCE = 2;
    private static final int ID = 3;

    private final Pages pages;
    private final SourceRanks sources;
    private final KeyedSort sort = new KeyedSort();

    RecordOrder(Pages pages, SourceRanks sources) {
        this.pages = pages;
        this.sources = sources;
    }

    byte[] bytes(long address) {
        return pages.bytes((int) (address >>> PageCursor.OFFSET_BITS));
    }

    /// Where in [#bytes] a record stands.
    int at(long address) {
        return pages.base((int) (address >>> PageCursor.OFFSET_BITS)) + (int) (address & 0xFFFF);
    }

    long time(long address) {
        return RecordCodec.time(bytes(address), at(address));
    }

    /// Puts records in the order of an island.
    ///
    /// @param knowns the known time of each; sorted along
    void byKnown(long[] knowns, long[] records, int from, int to) {
        sort.sort(knowns, records, from, to);
        for (int start = from, end; start < to; start = end) {
            end = endOfSame(knowns, start, to);
            if (end - start > 1) {
                long known = knowns[start];
                refine(knowns, records, start, end, TIME);
                java.util.Arrays.fill(knowns, start, end, known);
            }
        }
    }

    /// Puts numbers in the order of the given times, keeping the order of those with the same time.
    void byTime(long[] times, long[] numbers, int count) {
        sort.sort(times, numbers, 0, count);
    }

    private static int endOfSame(long[] keys, int start, int to) {
        int end = start + 1;
        while (end < to && keys[end] == keys[start]) {
            end++;
        }
        return end;
    }

    /// Sorts records that are equal on all levels before this one; `keys` is overwritten.
    private void refine(long[] keys, long[] records, int from, int to, int level) {
        boolean more = level < ID;
        for (int i = from; i < to; i++) {
            byte[] page = bytes(records[i]);
            int at = at(records[i]);
            keys[i] = key(page, at, level);
            more |= RecordCodec.idLength(page, at) > (level - ID) * Long.BYTES;
        }
        if (!more) {
            byLength(keys, records, from, to);
            return;
        }
        sort.sort(keys, records, from, to);
        for (int start = from, end; start < to; start = end) {
            end = endOfSame(keys, start, to);
            if (end - start > 1) {
                refine(keys, records, start, end, level + 1);
            }
        }
    }

    /// On levels from [#ID] on: eight bytes of the id each.
    private long key(byte[] page, int at, int level) {
        return switch (level) {
            case TIME -> RecordCodec.time(page, at);
            case SOURCE -> sources.of(RecordCodec.source(page, at));
            default -> {
                int start = RecordCodec.idStart(page, at);
                int end = start + RecordCodec.idLength(page, at);
                yield Words.sortable(page, Math.min(end, start + (level - ID) * Long.BYTES), end);
            }
        };
    }

    /// Ids that differ only in zero bytes at their end: the shorter first.
    private void byLength(long[] keys, long[] records, int from, int to) {
        for (int i = from; i < to; i++) {
            keys[i] = RecordCodec.idLength(bytes(records[i]), at(records[i]));
        }
        sort.sort(keys, records, from, to);
    }
}
