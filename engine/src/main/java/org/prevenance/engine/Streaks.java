package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Window;

/// How many hours, or days, in an unbroken row up to now had at least one event and none that failed.
final class Streaks extends Accumulator {
    private final Window.Unit unit;
    private final ZoneDays days;
    private final long most;
    private long first;
    private long last;
    private boolean started;
    private boolean lastFailed;

    /// @param most the longest streak that the window can hold
    Streaks(Window.Unit unit, ZoneDays days, long most) {
        this.unit = unit;
        this.days = days;
        this.most = most;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        long bucket = bucket(event.time);
        boolean failed = event.value == 0;
        if (started && bucket < last) {
            // an hour that broke the row, or held no event, may now be whole: only all events can tell
            return ordered || (bucket >= first && !failed);
        }
        if (!started || bucket > last + 1 || (bucket == last + 1 && lastFailed)) {
            first = bucket;
            lastFailed = failed;
        } else if (bucket == last + 1) {
            lastFailed = failed;
        } else {
            lastFailed |= failed;
        }
        last = bucket;
        started = true;
        return true;
    }

    private long bucket(long micros) {
        return unit == Window.Unit.HOUR ? Math.floorDiv(micros, Raw.HOUR) : days.day(micros);
    }

    @Override
    long value(long now, long today) {
        boolean alive = started && !lastFailed && last >= bucket(now) - 1;
        return alive ? Math.min(most, last - first + 1) : 0;
    }

    @Override
    boolean isEmpty(long now, long today) {
        return !started;
    }

    @Override
    long nextChange(long now) {
        if (!started || lastFailed || unit != Window.Unit.HOUR) {
            return Long.MAX_VALUE;
        }
        long breaks = (last + 2) * Raw.HOUR;
        return breaks > now ? breaks : Long.MAX_VALUE;
    }

    @Override
    void clear() {
        started = false;
    }

    @Override
    long bytes() {
        return 72;
    }
}
