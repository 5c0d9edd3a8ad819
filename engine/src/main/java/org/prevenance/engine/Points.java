package org.prevenance.engine;

import java.util.Arrays;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Window;

/// The values of a window one by one, in the order of time: for what needs them all (quantiles, different values,
/// slopes,
/// the last N events, windows of hours).
final class Points extends Accumulator {
    private final Aggregation aggregation;
    private final ValueType.Kind kind;
    private final Window window;
    private final ZoneDays days;
    private long[] times = new long[0];
    private long[] knowns = new long[0];
    private long[] values = new long[0];
    private int count;
    private long number;
    private int from;
    private int to;

    Points(Aggregation aggregation, ValueType.Kind kind, Window window, ZoneDays days) {
        this.aggregation = aggregation;
        this.kind = kind;
        this.window = window;
        this.days = days;
    }

    @Override
    boolean keepsNothing() {
        return window instanceof Window.Life;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        if (keepsNothing() && !ordered) {
            return false;
        }
        int at = count;
        while (at > 0 && isBefore(event, at - 1)) {
            at--;
        }
        boolean tied = at > 0 && times[at - 1] == event.time && knowns[at - 1] == event.known;
        if (!ordered && tied && event.number != number) {
            return false;
        }
        number = event.number;
        if (window instanceof Window.LastEvents last && count == last.events() + last.skip()) {
            if (at == 0) {
                return true; // older than all that count
            }
            drop(1);
            at--;
        }
        insert(at, event);
        return true;
    }

    private boolean isBefore(Contribution event, int index) {
        return event.time < times[index] || (event.time == times[index] && event.known < knowns[index]);
    }

    private void insert(int at, Contribution event) {
        if (count == times.length) {
            int size = Math.max(4, count + (count >> 1));
            times = Arrays.copyOf(times, size);
            knowns = Arrays.copyOf(knowns, size);
            values = Arrays.copyOf(values, size);
        }
        System.arraycopy(times, at, times, at + 1, count - at);
        System.arraycopy(knowns, at, knowns, at + 1, count - at);
        System.arraycopy(values, at, values, at + 1, count - at);
        times[at] = event.time;
        knowns[at] = event.known;
        values[at] = event.value;
        count++;
    }

    private void drop(int oldest) {
        count -= oldest;
        System.arraycopy(times, oldest, times, 0, count);
        System.arraycopy(knowns, oldest, knowns, 0, count);
        System.arraycopy(values, oldest, values, 0, count);
    }

    @Override
    long value(long now, long today) {
        range(now, today);
        return switch (aggregation) {
            case Aggregation.Count _ -> to - from;
            case Aggregation.Sum _, Aggregation.Mean _, Aggregation.Share _ ->
                Total.of(aggregation, to - from, total(), kind);
            case Aggregation.Min _ -> sorted().length == 0 ? Raw.ABSENT : sorted()[0];
            case Aggregation.Max _ -> sorted().length == 0 ? Raw.ABSENT : sorted()[to - from - 1];
            case Aggregation.Quantile quantile -> Arithmetic.quantile(sorted(), to - from, quantile.q(), kind);
            case Aggregation.First _ -> from == to ? Raw.ABSENT : values[from];
            case Aggregation.Last _ -> from == to ? Raw.ABSENT : values[to - 1];
            case Aggregation.Distinct _ ->
                Arrays.stream(values, from, to).distinct().count();
            case Aggregation.DistinctDays _ ->
                Arrays.stream(times, from, to).map(days::day).distinct().count();
            case Aggregation.Slope _ -> slope();
            case Aggregation.Interval interval -> interval(interval.q());
            case Aggregation.Rate rate -> rate(total(), length(now, today), rate.per(), kind);
            default -> throw new IllegalStateException("No points for " + aggregation + ".");
        };
    }

    @Override
    boolean isEmpty(long now, long today) {
        range(now, today);
        return from == to;
    }

    private long total() {
        long total = 0;
        for (int i = from; i < to; i++) {
            total = Math.addExact(total, Arithmetic.addend(values[i], kind));
        }
        return total;
    }

    /// A sum per `per` microseconds over a window of `length` microseconds.
    static long rate(long addends, long length, long per, ValueType.Kind kind) {
        double sum =
                kind == ValueType.Kind.NUMBER || kind == ValueType.Kind.MONEY ? addends / (double) Raw.MICROS : addends;
        return Numbers.raw(sum * per / length);
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOfRange(values, from, to);
        if (kind == ValueType.Kind.NUMBER) {
            double[] doubles = new double[sorted.length];
            Arrays.setAll(doubles, i -> Numbers.of(sorted[i]));
            Arrays.sort(doubles);
            Arrays.setAll(sorted, i -> Numbers.raw(doubles[i]));
        } else {
            Arrays.sort(sorted);
        }
        return sorted;
    }

    private long slope() {
        int n = to - from;
        if (n < 2) {
            return Raw.ABSENT;
        }
        double meanTime = 0;
        double meanValue = 0;
        for (int i = from; i < to; i++) {
            meanTime += (times[i] - times[from]) / (double) Raw.DAY;
            meanValue += Arithmetic.asDouble(values[i], kind);
        }
        meanTime /= n;
        meanValue /= n;
        double together = 0;
        double spread = 0;
        for (int i = from; i < to; i++) {
            double time = (times[i] - times[from]) / (double) Raw.DAY - meanTime;
            together += time * (Arithmetic.asDouble(values[i], kind) - meanValue);
            spread += time * time;
        }
        double scale = kind == ValueType.Kind.MONEY ? Raw.MICROS : 1;
        return spread == 0 ? Raw.ABSENT : Numbers.raw(together / spread / scale);
    }

    private long interval(double q) {
        int n = to - from;
        if (n < 2) {
            return Raw.ABSENT;
        }
        long[] gaps = new long[n - 1];
        for (int i = 0; i < n - 1; i++) {
            gaps[i] = times[from + i + 1] - times[from + i];
        }
        Arrays.sort(gaps);
        long gap = Arithmetic.quantile(gaps, n - 1, q, ValueType.Kind.TIME);
        return Numbers.raw(gap / (double) Raw.SECOND);
    }

    /// Sets `from` and `to` to the values inside the window, and forgets those that no later window holds.
    private void range(long now, long today) {
        switch (window) {
            case Window.LastEvents last -> {
                to = Math.max(0, count - last.skip());
                from = Math.max(0, to - last.events());
            }
            default -> between(WindowSpan.start(window, now, today, days), WindowSpan.end(window, now, today, days));
        }
    }

    private void between(long low, long high) {
        int start = 0;
        while (start < count && times[start] < low) {
            start++;
        }
        if (start > 0) {
            drop(start);
        }
        from = 0;
        to = count;
        while (to > 0 && times[to - 1] >= high) {
            to--;
        }
    }

    private long length(long now, long today) {
        return switch (window) {
            case Window.Sliding sliding -> sliding.micros();
            case Window.Days span -> span.days() * Raw.DAY;
            case Window.Calendar calendar ->
                CalendarSpan.end(calendar, now, today, days) - CalendarSpan.start(calendar, now, today, days);
            case Window.Life _, Window.LastEvents _ -> to - from < 2 ? Raw.DAY : times[to - 1] - times[from];
        };
    }

    @Override
    long nextChange(long now) {
        if (!(window instanceof Window.Sliding sliding)) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long enters = times[i] + sliding.before();
            long leaves = enters + sliding.micros();
            if (enters > now) {
                return Math.min(next, enters);
            }
            next = leaves > now ? Math.min(next, leaves) : next;
        }
        return next;
    }

    @Override
    void clear() {
        count = 0;
        times = new long[0];
        knowns = new long[0];
        values = new long[0];
    }

    @Override
    long bytes() {
        return 112 + 24L * times.length;
    }
}
