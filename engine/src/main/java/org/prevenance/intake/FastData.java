package org.prevenance.intake;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;

/// Reads the `data` of an event straight into its row: the part of [FastReader] that knows fields. Not thread-safe.
final class FastData {
    private static final int GIVE_UP = Scan.GIVE_UP;
    private static final int MOST_UNDECLARED = 16;
    private static final int MOST_QUICK_DIGITS = 12;

    private final KnownTexts known;
    private final ZoneDays days;
    private final Shape money = Shape.money();
    private final JoinedBytes texts = new JoinedBytes();

    /// Hashes of the undeclared names in the objects that are open: a name that comes twice counts once, and the plain
    /// reader sees to that.
    private final int[] undeclared = new int[MOST_UNDECLARED];

    private int undeclaredCount;
    private int dropped;
    private long present;
    private long value;

    FastData(KnownTexts known, ZoneDays days) {
        this.known = known;
        this.days = days;
    }

    /// Forgets the data read before.
    void clear() {
        present = 0;
        dropped = 0;
        undeclaredCount = 0;
    }

    /// The places of the fields that the data has.
    long present() {
        return present;
    }

    int dropped() {
        return dropped;
    }

    /// From the `{` of the data to after its `}`.
    int read(Shape shape, byte[] b, int from, int end, Event into) {
        clear();
        return object(shape, b, from, end, into);
    }

    /// Leaves in [#present] the places of the fields that have a value.
    private int object(Shape shape, byte[] b, int from, int end, Event into) {
        int firstUndeclared = undeclaredCount;
        long seen = 0;
        long filled = 0;
        int i = Scan.space(b, from + 1);
        int previous = -1;
        boolean more = b[i] != '}';
        while (more) {
            int place = shape.names.guess(previous);
            int value = shape.names.after(place, b, i);
            if (value < 0) {
                int name = i + 1;
                int nameEnd = b[i] == '"' ? Scan.text(b, name, end) : GIVE_UP;
                value = nameEnd < 0 ? GIVE_UP : Scan.mark(b, nameEnd + 1, ':');
                if (value < 0) {
                    return GIVE_UP;
                }
                place = shape.names.find(b, name, nameEnd - name, previous);
                if (place < 0 && isSecond(b, name, nameEnd, firstUndeclared)) {
                    return GIVE_UP;
                }
            }
            previous = place < 0 ? previous : place;
            long bit = 1L << place;
            i = Scan.space(b, value);
            if (place < 0) {
                dropped += b[i] == 'n' ? 0 : 1;
                i = Scan.value(b, i, end);
            } else if ((seen & bit) != 0) {
                return GIVE_UP;
            } else if (b[i] == 'n') {
                seen |= bit;
                i = Scan.literal(b, i, end, "null");
            } else {
                seen |= bit;
                filled |= bit;
                i = field(shape, place, b, i, end, into);
            }
            if (i < 0) {
                return GIVE_UP;
            }
            i = Scan.space(b, i);
            more = b[i] == ',';
            i = more ? Scan.space(b, i + 1) : i;
        }
        undeclaredCount = firstUndeclared;
        present = filled;
        return b[i] == '}' ? Scan.inside(i + 1, end) : GIVE_UP;
    }

    /// Whether an undeclared name was met before in the object, or may have been.
    private boolean isSecond(byte[] b, int name, int nameEnd, int first) {
        int hash = ByteTable.hash(b, name, nameEnd - name, 0);
        for (int k = first; k < undeclaredCount; k++) {
            if (undeclared[k] == hash) {
                return true;
            }
        }
        if (undeclaredCount == MOST_UNDECLARED) {
            return true;
        }
        undeclared[undeclaredCount++] = hash;
        return false;
    }

    private int field(Shape shape, int place, byte[] b, int from, int end, Event into) {
        return switch (shape.types[place]) {
            case WHOLE -> number(true, shape, place, b, from, end, into);
            case NUMBER -> number(false, shape, place, b, from, end, into);
            case BOOL -> bool(shape, place, b, from, end, into);
            case TEXT, ID, DATE, TIME -> quoted(shape, place, b, from, end, into);
            case ANY -> any(shape, place, b, from, end, into);
            case MONEY -> money(shape, place, b, from, end, into);
            case TEXTS -> texts(shape, place, b, from, end, into);
            case ITEMS -> items(shape.parts[place], b, from, end, into);
            case GROUP -> group(shape.parts[place], b, from, end, into);
        };
    }

    /// Keeps one value: its raw form, or where its text stands if a list is to be made of it.
    private void keep(Shape shape, int place, int from, int to, long raw, Event into) {
        if (shape.listed) {
            shape.starts[place] = from;
            shape.ends[place] = to;
        } else if (shape.wanted[place]) {
            into.value(shape.slots[place], raw);
        }
    }

    private int number(boolean whole, Shape shape, int place, byte[] b, int from, int end, Event into) {
        int to = whole ? whole(b, from, end) : decimal(b, from, end);
        if (to >= 0) {
            keep(shape, place, from, to, value, into);
        }
        return to;
    }

    private int whole(byte[] b, int from, int end) {
        int to = quickWhole(b, from);
        if (to < 0) {
            to = Scan.number(b, from, end);
            value = to < 0 ? Raw.ABSENT : Scalars.whole(b, from, to);
        }
        return value == Raw.ABSENT ? GIVE_UP : to;
    }

    private int decimal(byte[] b, int from, int end) {
        int to = quickWhole(b, from);
        if (to >= 0) {
            value *= Raw.MICROS;
            return to;
        }
        to = Scan.number(b, from, end);
        value = to < 0 ? Raw.ABSENT : Scalars.decimalMicros(b, from, to);
        return value == Raw.ABSENT ? GIVE_UP : to;
    }

    /// Over a few digits that are all there is of a number, leaving them in [#value].
    private int quickWhole(byte[] b, int from) {
        int first = b[from] == '-' ? from + 1 : from;
        int i = first;
        long digits = 0;
        while (Scalars.isDigit(b[i])) {
            digits = digits * 10 + (b[i++] - '0');
        }
        int count = i - first;
        boolean leadingZero = count > 1 && b[first] == '0';
        if (count == 0 || count > MOST_QUICK_DIGITS || leadingZero || b[i] == '.' || (b[i] | 0x20) == 'e') {
            return GIVE_UP;
        }
        value = first > from ? -digits : digits;
        return i;
    }

    private int bool(Shape shape, int place, byte[] b, int from, int end, Event into) {
        int to = Scan.bool(b, from, end);
        if (to >= 0) {
            keep(shape, place, from, to, b[from] == 't' ? 1 : 0, into);
        }
        return to;
    }

    private int any(Shape shape, int place, byte[] b, int from, int end, Event into) {
        if (b[from] == '"') {
            return quoted(shape, place, b, from, end, into);
        }
        int to = b[from] == '{' || b[from] == '[' ? GIVE_UP : Scan.value(b, from, end);
        if (to >= 0) {
            keep(shape, place, from, to, shape.wanted[place] && !shape.listed ? known.symbol(b, from, to) : 0, into);
        }
        return to;
    }

    private int quoted(Shape shape, int place, byte[] b, int from, int end, Event into) {
        int start = from + 1;
        int close = b[from] == '"' ? closingQuote(shape, place, b, start, end) : GIVE_UP;
        if (close < 0) {
            return GIVE_UP;
        }
        if (shape.isReserved(place)) {
            shape.starts[place] = start;
            shape.ends[place] = close;
            return close + 1;
        }
        long raw = quotedRaw(shape, place, b, start, close);
        if (raw == Raw.ABSENT) {
            return GIVE_UP;
        }
        keep(shape, place, start, close, raw, into);
        return close + 1;
    }

    private static int closingQuote(Shape shape, int place, byte[] b, int start, int end) {
        return switch (shape.types[place]) {
            case TIME -> Scan.instant(b, start, end);
            default -> Scan.text(b, start, end);
        };
    }

    /// The raw form of a text; absent where it is wrong, any number where it is right but not to be kept.
    private long quotedRaw(Shape shape, int place, byte[] b, int from, int to) {
        boolean kept = shape.wanted[place] && !shape.listed;
        return switch (shape.types[place]) {
            case DATE -> Scalars.epochDay(b, from, to);
            case TIME -> time(b, from, to);
            case ID -> from == to ? Raw.ABSENT : kept ? known.subject(shape.kinds[place], b, from, to) : 0;
            default -> kept ? known.symbol(b, from, to) : 0;
        };
    }

    private long time(byte[] b, int from, int to) {
        if (to - from != "2025-03-04".length()) {
            return Scalars.instantMicros(b, from, to);
        }
        long day = Scalars.epochDay(b, from, to);
        return day == Raw.ABSENT ? Raw.ABSENT : days.start(day);
    }

    private int money(Shape shape, int place, byte[] b, int from, int end, Event into) {
        int to = b[from] == '{' ? object(money, b, from, end, into) : GIVE_UP;
        if (to < 0 || present != money.required) {
            return GIVE_UP;
        }
        long micros = Scalars.decimalMicros(b, money.starts[Shape.AMOUNT], money.ends[Shape.AMOUNT]);
        int currency = money.starts[Shape.CURRENCY];
        if (micros == Raw.ABSENT || !isCurrency(b, currency, money.ends[Shape.CURRENCY])) {
            return GIVE_UP;
        }
        keep(shape, place, money.starts[Shape.AMOUNT], money.ends[Shape.AMOUNT], micros, into);
        shape.currencies[place] = currency;
        if (shape.currencyWanted[place]) {
            into.value(shape.slots[place] + 1, known.symbol(b, currency, currency + 3));
        }
        return to;
    }

    private static boolean isCurrency(byte[] b, int from, int to) {
        return to - from == 3 && isCapital(b[from]) && isCapital(b[from + 1]) && isCapital(b[from + 2]);
    }

    private static boolean isCapital(byte c) {
        return c >= 'A' && c <= 'Z';
    }

    private int group(@Nullable Shape group, byte[] b, int from, int end, Event into) {
        if (group == null || b[from] != '{') {
            return GIVE_UP;
        }
        int to = object(group, b, from, end, into);
        return to < 0 || (present & group.required) != group.required ? GIVE_UP : to;
    }

    private int texts(Shape shape, int place, byte[] b, int from, int end, Event into) {
        if (shape.listed || b[from] != '[') {
            return GIVE_UP;
        }
        texts.clear();
        int i = Scan.space(b, from + 1);
        boolean more = b[i] != ']';
        while (more) {
            int close = b[i] == '"' ? Scan.text(b, i + 1, end) : GIVE_UP;
            if (close < 0) {
                return GIVE_UP;
            }
            texts.next();
            texts.append(b, i + 1, close);
            i = Scan.space(b, close + 1);
            more = b[i] == ',';
            i = more ? Scan.space(b, i + 1) : i;
        }
        if (shape.wanted[place]) {
            into.value(shape.slots[place], texts.symbol(known));
        }
        return b[i] == ']' ? i + 1 : GIVE_UP;
    }

    private int items(@Nullable Shape item, byte[] b, int from, int end, Event into) {
        if (item == null || b[from] != '[') {
            return GIVE_UP;
        }
        item.clearLists();
        int i = Scan.space(b, from + 1);
        boolean more = b[i] != ']';
        while (more) {
            i = group(item, b, i, end, into);
            if (i < 0) {
                return GIVE_UP;
            }
            item.appendToLists(b, present);
            i = Scan.space(b, i);
            more = b[i] == ',';
            i = more ? Scan.space(b, i + 1) : i;
        }
        if (b[i] != ']') {
            return GIVE_UP;
        }
        item.keepLists(known, into);
        return i + 1;
    }
}
