package org.prevenance.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Window;

/// One accumulator per group key, and how their values become one.
final class Groups extends Accumulator {
    private static final int FEW = 32;

    private final Supplier<Accumulator> one;
    private final Window.@Nullable Days ofOneDay;
    private final Fold fold;
    private final Fold.@Nullable Take take;
    private final ValueType.Kind innerKind;
    private final ValueType.Kind keyKind;
    private final ZoneDays days;
    private final Symbols symbols;
    private final GroupScope scope;
    private final Map<Key, Group> groups = new HashMap<>();
    /// From how many groups on those that left the window are sought.
    private int crowd = FEW;
    /// The day for which [#told] is the value; [Raw#ABSENT]: it must be told anew.
    private long toldOn = Raw.ABSENT;
    private long told;
    private long version;

    /// @param one       makes an empty accumulator for a group
    /// @param ofOneDay  where each group is of one day and its accumulator knows no window: the window; else null
    /// @param innerKind the kind of a group's value
    /// @param outside   what `having` reads besides the group
    Groups(
            Supplier<Accumulator> one,
            Window.@Nullable Days ofOneDay,
            Fold fold,
            Fold.@Nullable Take take,
            ValueType.Kind innerKind,
            ZoneDays days,
            Symbols symbols,
            Evaluator outside) {
        this.one = one;
        this.ofOneDay = ofOneDay;
        this.fold = fold;
        this.take = take;
        this.innerKind = innerKind;
        this.keyKind = fold.groupTypes().getFirst().kind();
        this.days = days;
        this.symbols = symbols;
        this.scope = new GroupScope(outside);
    }

    record Key(long first, long second, long third, long fourth) {
        static Key of(long[] keys, int n) {
            return new Key(keys[0], n > 1 ? keys[1] : 0, n > 2 ? keys[2] : 0, n > 3 ? keys[3] : 0);
        }

        /// The first keys alone.
        Key shortened(int keys) {
            return new Key(first, keys > 1 ? second : 0, keys > 2 ? third : 0, 0);
        }
    }

    private static final class Group {
        final Accumulator held;
        /// That of its first event.
        final long day;
        long clearedAt = Long.MIN_VALUE;
        long newest = Long.MIN_VALUE;

        Group(Accumulator held, long day) {
            this.held = held;
            this.day = day;
        }
    }

    /// A group's value, on its way to one value of all.
    record Told(Key key, long value, int parts) {}

    @Override
    boolean add(Contribution event, boolean ordered) {
        toldOn = Raw.ABSENT;
        version = event.number;
        Group group = groups.computeIfAbsent(Key.of(event.keys, event.keyCount), _ -> new Group(one.get(), event.day));
        if (event.unless) {
            return clear(group, event.time);
        }
        if (event.time <= group.clearedAt) {
            return true; // what the group held at that time was taken away since
        }
        group.newest = Math.max(group.newest, event.time);
        return group.held.add(event, ordered);
    }

    private static boolean clear(Group group, long time) {
        if (time >= group.newest) {
            group.held.clear();
            group.clearedAt = Math.max(group.clearedAt, time);
            return true;
        }
        if (time <= group.clearedAt) {
            return true;
        }
        return false;
    }

    @Override
    long value(long now, long today) {
        if (toldOn == today && changesByDayAlone()) {
            return told;
        }
        told = combine(standing(now, today));
        toldOn = today;
        return told;
    }

    /// The value of one group; [Raw#ABSENT] where it has none, or `having` leaves it out.
    long valueAt(Key key, long now, long today) {
        if (!fold.inner().isEmpty()) {
            return standing(now, today).stream()
                    .filter(group -> group.key().equals(key) && passes(group))
                    .mapToLong(Told::value)
                    .findFirst()
                    .orElse(Raw.ABSENT);
        }
        Group group = groups.get(key);
        if (group == null || isEmpty(group, now, today)) {
            return Raw.ABSENT;
        }
        long value = group.held.value(now, today);
        return value != Raw.ABSENT && passes(new Told(key, value, 1)) ? value : Raw.ABSENT;
    }

    /// The groups that have a value, where `having` looks at them.
    private List<Told> standing(long now, long today) {
        forgetPast(now, today);
        List<Told> found = new ArrayList<>(groups.size());
        for (Map.Entry<Key, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            long value = isEmpty(group, now, today) ? Raw.ABSENT : group.held.value(now, today);
            if (value != Raw.ABSENT) {
                found.add(new Told(entry.getKey(), value, 1));
            }
        }
        int keys = fold.groupTypes().size();
        ValueType.Kind kind = innerKind;
        for (Fold.Take inner : fold.inner()) {
            keys--;
            found = takeTogether(found, inner, kind, keys);
            kind = kindOf(inner, kind);
        }
        return found;
    }

    /// Of a table: which event changed it last, of those that the engine took in.
    long version() {
        return version;
    }

    /// Of a table: the value for a key; [Raw#ABSENT] where it has none.
    long valueAt(long key, long now, long today) {
        return valueAt(new Key(key, 0, 0, 0), now, today);
    }

    /// Of a table: the value for each first key that has one.
    Map<Long, Long> table(long now, long today) {
        Map<Long, Long> values = new HashMap<>();
        for (Told group : standing(now, today)) {
            if (passes(group)) {
                values.put(group.key().first(), group.value());
            }
        }
        return values;
    }

    /// Whether time changes the value only when a day begins.
    private boolean changesByDayAlone() {
        boolean byDay = switch (fold.window()) {
            case Window.Days _, Window.Life _, Window.LastEvents _ -> true;
            case Window.Sliding _, Window.Calendar _ -> false;
        };
        Fold.Having having = fold.having();
        boolean alone = having == null || (having.reads().isEmpty() && !having.readsToday());
        return byDay && alone && !(fold.aggregation() instanceof Aggregation.Streak);
    }

    /// Drops the groups that no later window can hold, now and then.
    private void forgetPast(long now, long today) {
        if (ofOneDay == null || groups.size() < crowd) {
            return;
        }
        long start = WindowSpan.start(ofOneDay, now, today, days);
        groups.values().removeIf(group -> group.newest < start && group.clearedAt == Long.MIN_VALUE);
        crowd = Math.max(FEW, 2 * groups.size());
    }

    private boolean isEmpty(Group group, long now, long today) {
        if (ofOneDay != null) {
            long last = today - ofOneDay.before();
            if (group.day > last || group.day <= last - ofOneDay.days()) {
                return true;
            }
        }
        return group.held.isEmpty(now, today);
    }

    @Override
    boolean isEmpty(long now, long today) {
        return groups.values().stream().allMatch(group -> isEmpty(group, now, today));
    }

    private long combine(List<Told> found) {
        if (take == null) {
            return Raw.ABSENT; // a table has no one value
        }
        ValueType.Kind kind = innerKind;
        for (Fold.Take inner : fold.inner()) {
            kind = kindOf(inner, kind);
        }
        boolean byKey = take == Fold.Take.FIRST_KEY || take == Fold.Take.LAST_KEY;
        long[] values = found.stream()
                .filter(this::passes)
                .mapToLong(one -> byKey ? one.key().first() : one.value())
                .toArray();
        return byKey ? outermost(values) : Combination.of(values, take, kind);
    }

    /// Groups that agree in their first keys made one.
    private static List<Told> takeTogether(List<Told> groups, Fold.Take take, ValueType.Kind kind, int keys) {
        Map<Key, List<Told>> together = new HashMap<>();
        for (Told group : groups) {
            together.computeIfAbsent(group.key().shortened(keys), _ -> new ArrayList<>())
                    .add(group);
        }
        List<Told> taken = new ArrayList<>(together.size());
        together.forEach((key, parts) -> {
            long[] values = parts.stream().mapToLong(Told::value).toArray();
            long value = Combination.of(values, take, kind);
            if (value != Raw.ABSENT) {
                taken.add(new Told(key, value, parts.size()));
            }
        });
        return taken;
    }

    private static ValueType.Kind kindOf(Fold.Take take, ValueType.Kind kind) {
        return switch (take) {
            case COUNT, DISTINCT -> ValueType.Kind.WHOLE;
            case MEAN, MEDIAN -> kind == ValueType.Kind.WHOLE ? ValueType.Kind.NUMBER : kind;
            default -> kind;
        };
    }

    private boolean passes(Told group) {
        Fold.Having having = fold.having();
        return having == null || scope.holds(having.condition(), group);
    }

    /// The smallest or largest key; groups without a key have no part in it.
    private long outermost(long[] keys) {
        int sign = take == Fold.Take.LAST_KEY ? 1 : -1;
        long best = Raw.ABSENT;
        for (long key : keys) {
            if (key != Raw.ABSENT && (best == Raw.ABSENT || sign * compareKeys(key, best) > 0)) {
                best = key;
            }
        }
        return best;
    }

    private int compareKeys(long a, long b) {
        return keyKind == ValueType.Kind.TEXT
                ? symbols.text(a).compareTo(symbols.text(b))
                : Arithmetic.compare(a, b, keyKind);
    }

    @Override
    long nextChange(long now) {
        long next = Long.MAX_VALUE;
        for (Group group : groups.values()) {
            next = Math.min(next, group.held.nextChange(now));
        }
        return next;
    }

    @Override
    void clear() {
        groups.clear();
        toldOn = Raw.ABSENT;
    }

    @Override
    long bytes() {
        long bytes = 160;
        for (Group group : groups.values()) {
            bytes += 128 + group.held.bytes();
        }
        return bytes;
    }
}
