package org.prevenance.files;

import java.io.IOException;
import java.util.Arrays;

/// Pieces of memory of one size, handed out and taken back, with a temporary file for those beyond the budget.
/// Thread-safe; what stands in a page belongs to who took it.
///
/// Pages are cut from slabs just under 4 MiB, which fill whole regions of the collector and are not moved by it.
final class Pages implements AutoCloseable {
    private static final int PAGES_PER_SLAB = 64;
    private static final int SLAB_SHIFT = 6;

    private final int pageBytes;
    private final int budgetPages;
    private final Spill spill;
    private volatile byte[][] slabs = new byte[0][];
    private int[] free = new int[PAGES_PER_SLAB];
    private int freeCount;
    private int taken;

    Pages(Limits limits) {
        pageBytes = limits.pageBytes();
        budgetPages = (int) Math.min(Integer.MAX_VALUE, limits.memoryBytes() / pageBytes);
        spill = new Spill(limits.temporary());
    }

    int pageBytes() {
        return pageBytes;
    }

    /// A page to write on, by number. Its content is undefined.
    synchronized int take() {
        if (freeCount == 0) {
            addSlab();
        }
        taken++;
        return free[--freeCount];
    }

    private void addSlab() {
        byte[][] more = Arrays.copyOf(slabs, slabs.length + 1);
        more[slabs.length] = new byte[PAGES_PER_SLAB * pageBytes];
        for (int i = PAGES_PER_SLAB - 1; i >= 0; i--) {
            free[freeCount++] = slabs.length * PAGES_PER_SLAB + i;
        }
        slabs = more;
    }

    synchronized void release(int page) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = page;
        taken--;
    }

    /// Whether more pages are in use than the budget allows.
    synchronized boolean crowded() {
        return taken > budgetPages;
    }

    /// The array in which a page stands, from [#base] on.
    byte[] bytes(int page) {
        return slabs[page >>> SLAB_SHIFT];
    }

    int base(int page) {
        return (page & PAGES_PER_SLAB - 1) * pageBytes;
    }

    /// Puts a page into the temporary file and releases it.
    ///
    /// @return how [#load] finds it again; negative, which page numbers are not
    long spill(int page) throws IOException {
        long position = spill.write(bytes(page), base(page), pageBytes);
        release(page);
        return ~position;
    }

    /// Fills `page` with one that was spilled.
    void load(long spilled, int page) throws IOException {
        load(spilled, page, 0, pageBytes);
    }

    /// Fills a part of `page` with the same part of one that was spilled.
    void load(long spilled, int page, int offset, int length) throws IOException {
        spill.read(~spilled + offset, bytes(page), base(page) + offset, length);
    }

    /// How many bytes went to the temporary file.
    long spilledBytes() {
        return spill.size();
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
