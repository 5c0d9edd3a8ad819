package org.prevenance.engine;

import java.util.Arrays;
import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Window;

/// One small sum per calendar day, for windows of whole days: late events count on their own day, and the size does not
/// grow
/// with the number of events.
///
/// Holds count, sum, mean and share, smallest and largest, and the number of days heard.
final class DayRing extends Accumulator {
    /// An event may be dated up to one day after it became known, so its day may be one or two ahead of the last
    /// judgement.
    private static final int AHEAD = 3;

    private final Aggregation aggregation;
    private final ValueType.Kind kind;
    private final int days;
    private final int before;
    private final int length;
    /// Whether more than the number of events is kept of a day.
    private final boolean summed;
    private int[] counts = new int[0];
    private long[] sums = new long[0];
    /// The latest day held; the ring holds `length` days up to it.
    private long newest;
    /// The last day of the window that the running totals cover.
    private long end;
    private boolean started;
    private long windowCount;
    private long windowSum;
    private int windowDays;
    private boolean overflowed;

    DayRing(Aggregation aggregation, ValueType.Kind kind, Window.Days window) {
        this.aggregation = aggregation;
        this.kind = kind;
        this.days = window.days();
        this.before = window.before();
        this.length = window.days() + window.before() + AHEAD;
        this.summed = !(aggregation instanceof Aggregation.Count || aggregation instanceof Aggregation.DistinctDays);
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        long day = event.day;
        if (!started) {
            start(day);
        }
        if (day > newest) {
            moveTo(day);
        }
        if (day <= newest - length) {
            return true; // older than any window that is still to be judged
        }
        int slot = slot(day);
        int countBefore = counts[slot];
        boolean inWindow = day <= end && day > end - days;
        counts[slot]++;
        if (inWindow) {
            windowCount++;
            windowDays += countBefore == 0 ? 1 : 0;
        }
        if (summed) {
            long sumBefore = sums[slot];
            merge(slot, countBefore, event.value);
            windowSum += inWindow ? sums[slot] - sumBefore : 0;
        }
        return true;
    }

    private void merge(int slot, int countBefore, long raw) {
        switch (aggregation) {
            case Aggregation.Min _ ->
                sums[slot] = countBefore == 0 || Arithmetic.compare(raw, sums[slot], kind) < 0 ? raw : sums[slot];
            case Aggregation.Max _ ->
                sums[slot] = countBefore == 0 || Arithmetic.compare(raw, sums[slot], kind) > 0 ? raw : sums[slot];
            default -> {
                long addend = Arithmetic.addend(raw, kind);
                long old = sums[slot];
                sums[slot] += addend;
                overflowed |= ((old ^ sums[slot]) & (addend ^ sums[slot])) < 0;
            }
        }
    }

    private void start(long day) {
        started = true;
        newest = day;
        end = day - before - AHEAD; // the day may be ahead of the first judgement
        counts = new int[length];
        sums = new long[summed ? length : 0];
    }

    private int slot(long day) {
        return Math.floorMod(day, length);
    }

    /// Makes room up to `day`. The days that fall out are older than every window from now on, because the window's end
    /// never
    /// lags behind the newest day by more than `before` and the days ahead.
    private void moveTo(long day) {
        if (day - newest >= length) {
            slideTo(Math.max(end, day - AHEAD - before));
            Arrays.fill(counts, 0);
            Arrays.fill(sums, 0);
            windowCount = 0;
            windowSum = 0;
            windowDays = 0;
        } else {
            slideTo(Math.max(end, day - AHEAD - before + 1));
            for (long next = newest + 1; next <= day; next++) {
                counts[slot(next)] = 0;
                if (summed) {
                    sums[slot(next)] = 0;
                }
            }
        }
        newest = day;
    }

    /// Moves the window's end forward.
    private void slideTo(long newEnd) {
        if (newEnd - end > length) {
            end = newEnd;
            recount();
            return;
        }
        while (end < newEnd) {
            end++;
            enter(end, 1);
            enter(end - days, -1);
        }
    }

    private void recount() {
        windowCount = 0;
        windowSum = 0;
        windowDays = 0;
        for (long day = Math.max(end - days, newest - length) + 1; day <= Math.min(end, newest); day++) {
            enter(day, 1);
        }
    }

    private void enter(long day, int sign) {
        if (day > newest || day <= newest - length) {
            return;
        }
        int slot = slot(day);
        if (counts[slot] > 0) {
            windowCount += (long) sign * counts[slot];
            windowSum += summed ? sign * sums[slot] : 0;
            windowDays += sign;
        }
    }

    @Override
    long value(long now, long today) {
        if (!started) {
            return empty();
        }
        slideToWindow(today);
        if (overflowed) {
            return Raw.ABSENT;
        }
        return switch (aggregation) {
            case Aggregation.DistinctDays _ -> windowDays;
            case Aggregation.Min _, Aggregation.Max _ -> extreme();
            case Aggregation.Rate rate -> Points.rate(windowSum, days * Raw.DAY, rate.per(), kind);
            default -> Total.of(aggregation, windowCount, windowSum, kind);
        };
    }

    private void slideToWindow(long today) {
        if (today - before > end) {
            slideTo(today - before);
        }
    }

    @Override
    boolean isEmpty(long now, long today) {
        if (started) {
            slideToWindow(today);
        }
        return windowCount == 0;
    }

    private long empty() {
        return switch (aggregation) {
            case Aggregation.Count _, Aggregation.Sum _, Aggregation.DistinctDays _ -> Arithmetic.sum(0, kindOfSum());
            case Aggregation.Rate _ -> Points.rate(0, days * Raw.DAY, 1, kind);
            default -> Raw.ABSENT;
        };
    }

    private ValueType.Kind kindOfSum() {
        return aggregation instanceof Aggregation.Sum ? kind : ValueType.Kind.WHOLE;
    }

    private long extreme() {
        long best = Raw.ABSENT;
        for (long day = Math.max(end - days, newest - length) + 1; day <= Math.min(end, newest); day++) {
            int slot = slot(day);
            if (counts[slot] > 0) {
                boolean better = best == Raw.ABSENT
                        || (aggregation instanceof Aggregation.Min
                                ? Arithmetic.compare(sums[slot], best, kind) < 0
                                : Arithmetic.compare(sums[slot], best, kind) > 0);
                best = better ? sums[slot] : best;
            }
        }
        return best;
    }

    /// Whether the value may still change when a day begins.
    boolean holdsAnything() {
        return started && (windowCount > 0 || newest > end);
    }

    @Override
    void clear() {
        started = false;
        counts = new int[0];
        sums = new long[0];
        windowCount = 0;
        windowSum = 0;
        windowDays = 0;
        overflowed = false;
    }

    @Override
    long bytes() {
        return 112 + counts.length * 4L + sums.length * 8L;
    }
}
