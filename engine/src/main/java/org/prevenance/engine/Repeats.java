package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Window;

/// What was asked twice (see [org.prevenance.playbook.Aggregation.Repeated]). Compares each event with all earlier
/// ones, so
/// nothing is kept between two judgements.
final class Repeats extends Accumulator {
    private final ValueType.Kind kind;
    private final List<ValueType> keyTypes;
    private final Fold.Take take;
    private final Window window;
    private final ZoneDays days;
    private final Symbols symbols;
    private final List<Row> rows = new ArrayList<>();
    /// Until when what bears an `apart` key was taken away.
    private final Map<Long, Long> takenUntil = new HashMap<>();

    Repeats(
            ValueType.Kind kind,
            List<ValueType> keyTypes,
            Fold.Take take,
            Window window,
            ZoneDays days,
            Symbols symbols) {
        this.kind = kind;
        this.keyTypes = keyTypes;
        this.take = take;
        this.window = window;
        this.days = days;
        this.symbols = symbols;
    }

    private record Row(long time, long[] keys, long apart, long value) {}

    @Override
    boolean keepsNothing() {
        return true;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        if (!ordered) {
            return false;
        }
        if (event.unless) {
            takeAway(event.apart, event.time);
            return true;
        }
        if (event.time <= takenUntil.getOrDefault(event.apart, Long.MIN_VALUE)) {
            return true;
        }
        rows.add(new Row(event.time, Arrays.copyOf(event.keys, event.keyCount), event.apart, event.value));
        return true;
    }

    private void takeAway(long apart, long time) {
        if (apart != Raw.ABSENT) {
            rows.removeIf(row -> row.apart == apart && row.time <= time);
            takenUntil.merge(apart, time, Math::max);
        }
    }

    /// Whether the events at these places (in the order in which they were added) form a pair.
    boolean meet(int earlier, int later) {
        Row a = rows.get(earlier);
        Row b = rows.get(later);
        if (a.apart == b.apart) {
            return false;
        }
        for (int i = 0; i < keyTypes.size(); i++) {
            boolean list = keyTypes.get(i).kind() == ValueType.Kind.TEXTS;
            if (list ? !itemsMeet(a.keys[i], b.keys[i]) : a.keys[i] == Raw.ABSENT || a.keys[i] != b.keys[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean itemsMeet(long a, long b) {
        if (a == Raw.ABSENT || b == Raw.ABSENT) {
            return a == b;
        }
        List<String> items = List.of(symbols.text(b).split(String.valueOf(Raw.ITEM_SEPARATOR)));
        for (String item : symbols.text(a).split(String.valueOf(Raw.ITEM_SEPARATOR))) {
            if (!item.isEmpty() && items.contains(item)) {
                return true;
            }
        }
        return false;
    }

    /// The value of the event at a place.
    long valueAt(int place) {
        return rows.get(place).value;
    }

    /// The first row that a window of the last events holds, and the one after its last; all rows for other windows.
    int first() {
        return window instanceof Window.LastEvents latest ? Math.max(0, last() - latest.events()) : 0;
    }

    int last() {
        return window instanceof Window.LastEvents latest ? Math.max(0, rows.size() - latest.skip()) : rows.size();
    }

    @Override
    boolean isEmpty(long now, long today) {
        return rows.isEmpty();
    }

    @Override
    long value(long now, long today) {
        long start = WindowSpan.start(window, now, today, days);
        long end = WindowSpan.end(window, now, today, days);
        int from = first();
        int to = last();
        while (from < to && rows.get(from).time < start) {
            from++;
        }
        while (from < to && rows.get(to - 1).time >= end) {
            to--;
        }
        return combined(from, to);
    }

    /// Of the rows from `from` on, before `to`.
    private long combined(int from, int to) {
        long[] repeated = new long[to - from];
        int count = 0;
        for (int later = from + 1; later < to; later++) {
            long value = repeatedValue(from, later);
            if (value != Raw.ABSENT) {
                repeated[count++] = value;
            }
        }
        return Combination.of(Arrays.copyOf(repeated, count), take, kind);
    }

    /// The smaller of the event's value and the largest that it repeats; of times and dates its own.
    private long repeatedValue(int from, int later) {
        long largest = Raw.ABSENT;
        for (int earlier = from; earlier < later; earlier++) {
            if (meet(earlier, later)) {
                long value = rows.get(earlier).value;
                largest = largest == Raw.ABSENT || Arithmetic.compare(value, largest, kind) > 0 ? value : largest;
            }
        }
        if (largest == Raw.ABSENT) {
            return Raw.ABSENT;
        }
        long own = rows.get(later).value;
        boolean instant = kind == ValueType.Kind.TIME || kind == ValueType.Kind.DATE;
        return instant || Arithmetic.compare(own, largest, kind) < 0 ? own : largest;
    }

    @Override
    void clear() {
        rows.clear();
        takenUntil.clear();
    }

    @Override
    long bytes() {
        return 112 + rows.size() * (64L + keyTypes.size() * 8L) + 88L * takenUntil.size();
    }
}
