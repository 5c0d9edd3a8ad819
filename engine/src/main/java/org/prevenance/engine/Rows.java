package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Window;

/// How long the present row of events is in which none failed, and none came later than a gap after the one before.
/// Hours and days are counted from the row's first event, so that what reports about every hour, at 9:58 and 11:01,
/// misses none. Events at one instant are one step of the row, which fails where one of them does.
final class Rows extends Accumulator {
    private final long gap;
    private final long unit;
    private final long most;
    private long first;
    private long last;
    private boolean started;
    private boolean lastFailed;

    /// @param most the longest row that the window can hold
    Rows(Aggregation.Streak streak, long most) {
        this.gap = streak.gap();
        this.unit = streak.bucket() == Window.Unit.HOUR ? Raw.HOUR : Raw.DAY;
        this.most = most;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        boolean failed = event.value == 0;
        if (started && event.time < last) {
            return ordered || isWithout(event.time, failed);
        }
        if (!started || event.time > last) {
            boolean goesOn = started && !lastFailed && event.time - last <= gap;
            first = goesOn ? first : event.time;
            lastFailed = failed;
        } else {
            lastFailed |= failed;
        }
        last = event.time;
        started = true;
        return true;
    }

    /// Whether a late event changes nothing. One that fails within the row cuts it; one before it may lengthen it.
    private boolean isWithout(long time, boolean failed) {
        return lastFailed || (time < first) == failed;
    }

    @Override
    long value(long now, long today) {
        boolean alive = started && !lastFailed && now - last <= gap;
        return alive ? Math.min(most, (last - first) / unit + 1) : 0;
    }

    @Override
    boolean isEmpty(long now, long today) {
        return !started;
    }

    @Override
    long nextChange(long now) {
        boolean ends = started && !lastFailed && last + gap + 1 > now;
        return ends ? last + gap + 1 : Long.MAX_VALUE;
    }

    @Override
    void clear() {
        started = false;
    }

    @Override
    long bytes() {
        return 80;
    }
}
