package org.prevenance.simulator.world;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Lines waiting for the day on which they become known. What would be known after the last day is not written: the
/// export is made that evening. Not thread-safe.
public final class Outbox {
    private final int firstDay;
    private final @Nullable DayPage[] pages;
    private final Deque<DayPage> blank = new ArrayDeque<>();

    public Outbox(Frame frame) {
        firstDay = frame.first();
        pages = new DayPage[frame.days()];
    }

    public void post(Export export, long known, EventLine line) {
        int day = (int) (known / EventLine.DAY_SECONDS);
        if (day - firstDay < pages.length) {
            page(day).add(export, (int) (known % EventLine.DAY_SECONDS), line.bytes(), line.length());
        }
    }

    /// Writes what became known on this day; days must be closed in order, and nothing may be posted for them after.
    public void close(int day, Sink sink) throws IOException {
        DayPage page = pages[day - firstDay];
        if (page != null) {
            pages[day - firstDay] = null;
            page.writeTo(sink);
            blank.push(page);
        }
    }

    private DayPage page(int day) {
        DayPage page = pages[day - firstDay];
        if (page == null) {
            page = blank.isEmpty() ? new DayPage() : blank.pop();
            pages[day - firstDay] = page;
        }
        return page;
    }
}
