package org.prevenance.simulator;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Lines waiting for the day on which they become known. What would be known after the last day is not written: the
/// export is made that evening. Not thread-safe.
final class Outbox {
    private final int lastDay;
    private final Map<Integer, DayPage> pages = new HashMap<>();
    private final Deque<DayPage> blank = new ArrayDeque<>();

    Outbox(int lastDay) {
        this.lastDay = lastDay;
    }

    void post(Export export, long known, EventLine line) {
        int day = (int) (known / EventLine.DAY_SECONDS);
        if (day <= lastDay) {
            page(day).add(export, (int) (known % EventLine.DAY_SECONDS), line.bytes(), line.length());
        }
    }

    /// Writes what became known on this day; days must be closed in order, and nothing may be posted for them after.
    void close(int day, Exports files) throws IOException {
        DayPage page = pages.remove(day);
        if (page != null) {
            page.writeTo(files);
            blank.push(page);
        }
    }

    private DayPage page(int day) {
        DayPage page = pages.get(day);
        if (page == null) {
            page = blank.isEmpty() ? new DayPage() : blank.pop();
            pages.put(day, page);
        }
        return page;
    }
}
