package org.prevenance.sources;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.intake.Scalars;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// One field that is filled from one typed column, or for money from two. Not thread-safe.
final class ColumnField {
    private static final long MOST_UNITS = 9_200_000_000_000L;
    private static final double EXACT = 9e9;
    private static final long UNSEEN = Long.MIN_VALUE + 1;

    private final Field field;
    private final int number;
    private final int column;
    private final int currency;
    private final boolean wanted;
    private final Target target;
    private final EntryNumbers numbers;
    private @Nullable ColumnValues values;
    private @Nullable ColumnValues currencies;
    private long[] entries = new long[0];
    private long[] currencyEntries = new long[0];

    private ColumnField(Field field, int number, int column, int currency, boolean wanted, Target target) {
        this.field = field;
        this.number = number;
        this.column = column;
        this.currency = currency;
        this.wanted = wanted;
        this.target = target;
        this.numbers = new EntryNumbers(
                field.type() == FieldType.ID ? text -> target.subjects().of(field.kind(), text) : target.symbols()::of);
    }

    /// Null where the column's type does not fit the field's without a closer look at each value.
    static @Nullable ColumnField of(
            Field field, int number, FieldSource source, List<Leaf> columns, Target target, EventType type) {
        int column;
        int currency = -1;
        switch (source) {
            case FieldSource.Single single -> column = column(single.value(), columns);
            case FieldSource.Money money -> {
                column = column(money.amount(), columns);
                currency = column(money.currency(), columns);
            }
            default -> {
                return null;
            }
        }
        boolean money = source instanceof FieldSource.Money;
        if (column < 0 || money != (field.type() == FieldType.MONEY) || (money && !isText(columns, currency))) {
            return null;
        }
        boolean wanted = target.wanted().get(type.ordinal()).get(field.slot());
        return fits(field.type(), columns.get(column))
                ? new ColumnField(field, number, column, currency, wanted, target)
                : null;
    }

    private static boolean isText(List<Leaf> columns, int column) {
        return column >= 0
                && columns.get(column).kind() == Leaf.Kind.TEXT
                && columns.get(column).lists() == 0;
    }

    private static int column(Value value, List<Leaf> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (value.columns().contains(columns.get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean fits(FieldType type, Leaf leaf) {
        if (leaf.lists() > 0 || leaf.kind() == Leaf.Kind.OTHER) {
            return false;
        }
        boolean number = !ColumnValues.isText(leaf);
        return switch (type) {
            case WHOLE -> leaf.kind() == Leaf.Kind.WHOLE;
            case NUMBER ->
                number
                        && (leaf.kind() == Leaf.Kind.WHOLE
                                || leaf.kind() == Leaf.Kind.REAL
                                || (leaf.kind() == Leaf.Kind.DECIMAL && leaf.scale() <= 6));
            case MONEY ->
                leaf.kind() == Leaf.Kind.TEXT
                        || (number
                                && (leaf.kind() == Leaf.Kind.WHOLE
                                        || leaf.kind() == Leaf.Kind.REAL
                                        || (leaf.kind() == Leaf.Kind.DECIMAL && leaf.scale() <= 6)));
            case BOOL -> leaf.kind() == Leaf.Kind.BOOL;
            case DATE -> leaf.kind() == Leaf.Kind.DATE || leaf.kind() == Leaf.Kind.TEXT;
            case TIME -> leaf.kind() == Leaf.Kind.TEXT || (leaf.kind() == Leaf.Kind.TIMESTAMP && leaf.utc());
            case TEXT, ANY, ID -> leaf.kind() == Leaf.Kind.TEXT;
            case TEXTS, ITEMS, GROUP -> false;
        };
    }

    int number() {
        return number;
    }

    void start(List<ColumnValues> group) {
        ColumnValues current = group.get(column);
        values = current;
        entries = unseen(current);
        if (currency >= 0) {
            currencies = group.get(currency);
            currencyEntries = unseen(group.get(currency));
        }
    }

    private static long[] unseen(ColumnValues column) {
        long[] entries = new long[column.isText() ? column.entries : 0];
        Arrays.fill(entries, UNSEEN);
        return entries;
    }

    boolean isNull(int row) {
        ColumnValues current = current();
        return current.isNull(row) || (current.isText() && current.lengths[current.ids[row]] == 0);
    }

    /// Fills the field; false where the value needs a closer look.
    boolean fill(Event event, int row) {
        ColumnValues current = current();
        long raw = current.isText() ? entry(current, row) : number(current.leaf, current.longs[row]);
        if (raw == Raw.ABSENT) {
            return false;
        }
        if (field.type() == FieldType.MONEY) {
            long symbol = currency(row);
            if (symbol == Raw.ABSENT) {
                return false;
            }
            if (target.wanted().get(event.type().ordinal()).get(field.slot() + 1)) {
                event.value(field.slot() + 1, symbol);
            }
        }
        if (wanted) {
            event.value(field.slot(), raw);
        }
        return true;
    }

    private ColumnValues current() {
        ColumnValues current = values;
        if (current == null) {
            throw new IllegalStateException("No row group was begun.");
        }
        return current;
    }

    private long number(Leaf leaf, long value) {
        return switch (field.type()) {
            case NUMBER, MONEY ->
                switch (leaf.kind()) {
                    case REAL -> micros(Double.longBitsToDouble(value));
                    case DECIMAL -> decimal(value, leaf.scale());
                    default -> Math.abs(value) < MOST_UNITS ? value * Raw.MICROS : Raw.ABSENT;
                };
            default -> value;
        };
    }

    private static long decimal(long unscaled, int scale) {
        long factor = 1;
        for (int i = scale; i < 6; i++) {
            factor *= 10;
        }
        return Math.abs(unscaled) < MOST_UNITS * Raw.MICROS / factor ? unscaled * factor : Raw.ABSENT;
    }

    /// Millionths, where the shortest decimal that the double shows as has at most six digits after its point.
    private static long micros(double value) {
        if (!(Math.abs(value) < EXACT)) {
            return Raw.ABSENT;
        }
        long micros = Math.round(value * 1e6);
        return micros / 1e6 == value ? micros : Raw.ABSENT;
    }

    private long entry(ColumnValues texts, int row) {
        int id = texts.ids[row];
        long known = entries[id];
        if (known == UNSEEN) {
            int from = texts.starts[id];
            int to = from + texts.lengths[id];
            known = switch (field.type()) {
                case MONEY -> Scalars.decimalMicros(texts.buffer, from, to);
                case DATE -> Scalars.epochDay(texts.buffer, from, to);
                case TIME -> Scalars.instantMicros(texts.buffer, from, to);
                default -> wanted ? numbers.of(texts.buffer, from, to - from) : 0;
            };
            entries[id] = known;
        }
        return known;
    }

    private long currency(int row) {
        ColumnValues texts = currencies;
        if (texts == null || texts.isNull(row)) {
            return Raw.ABSENT;
        }
        int id = texts.ids[row];
        long known = currencyEntries[id];
        if (known == UNSEEN) {
            String text = String.valueOf(texts.text(row));
            known = text.matches("[A-Z]{3}") ? target.symbols().of(text) : Raw.ABSENT;
            currencyEntries[id] = known;
        }
        return known;
    }
}
