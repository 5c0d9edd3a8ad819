package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;

/// What was asked twice (see [org.prevenance.playbook.Aggregation.Repeated]). Compares each event with all earlier
/// ones, so
/// nothing is kept between two judgements.
final class Repeats extends Accumulator {
    private final ValueType.Kind kind;
    private final List<ValueType> keyTypes;
    private final Fold.Take take;
    private final Symbols symbols;
    private final List<Row> rows = new ArrayList<>();

    Repeats(ValueType.Kind kind, List<ValueType> keyTypes, Fold.Take take, Symbols symbols) {
        this.kind = kind;
        this.keyTypes = keyTypes;
        this.take = take;
        this.symbols = symbols;
    }

    private record Row(long[] keys, long apart, long value) {}

    @Override
    boolean keepsNothing() {
        return true;
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        if (!ordered) {
            return false;
        }
        rows.add(new Row(Arrays.copyOf(event.keys, event.keyCount), event.apart, event.value));
        return true;
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

    int size() {
        return rows.size();
    }

    @Override
    long value(long now, long today) {
        long[] repeated = new long[rows.size()];
        int count = 0;
        for (int later = 1; later < rows.size(); later++) {
            long value = repeatedValue(later);
            if (value != Raw.ABSENT) {
                repeated[count++] = value;
            }
        }
        return Combination.of(Arrays.copyOf(repeated, count), take, kind);
    }

    /// The smaller of the event's value and the largest that it repeats; of times and dates its own.
    private long repeatedValue(int later) {
        long largest = Raw.ABSENT;
        for (int earlier = 0; earlier < later; earlier++) {
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
    }

    @Override
    long bytes() {
        return 64 + rows.size() * (56L + keyTypes.size() * 8L);
    }
}
