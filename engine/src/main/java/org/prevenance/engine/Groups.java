package org.prevenance.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Scope;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;

/// One accumulator per group key, and how their values become one.
final class Groups extends Accumulator {
    private final Supplier<Accumulator> one;
    private final Fold.Take take;
    private final @Nullable Expr having;
    private final ValueType.Kind innerKind;
    private final ValueType.Kind keyKind;
    private final Symbols symbols;
    private final ValueScope valueScope = new ValueScope();
    private final Map<Key, Group> groups = new HashMap<>();

    /// @param one       makes an empty accumulator for a group
    /// @param innerKind the kind of a group's value
    /// @param keyKind   the kind of the first key
    Groups(
            Supplier<Accumulator> one,
            Fold.Take take,
            @Nullable Expr having,
            ValueType.Kind innerKind,
            ValueType.Kind keyKind,
            Symbols symbols) {
        this.one = one;
        this.take = take;
        this.having = having;
        this.innerKind = innerKind;
        this.keyKind = keyKind;
        this.symbols = symbols;
    }

    private record Key(long first, long second, long third, long fourth) {
        static Key of(Contribution event) {
            long[] keys = event.keys;
            int n = event.keyCount;
            return new Key(keys[0], n > 1 ? keys[1] : 0, n > 2 ? keys[2] : 0, n > 3 ? keys[3] : 0);
        }
    }

    private static final class Group {
        final Accumulator held;
        long clearedAt = Long.MIN_VALUE;
        long newest = Long.MIN_VALUE;

        Group(Accumulator held) {
            this.held = held;
        }
    }

    @Override
    boolean add(Contribution event, boolean ordered) {
        Group group = groups.computeIfAbsent(Key.of(event), _ -> new Group(one.get()));
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
        int size = 0;
        long[] found = new long[groups.size()];
        for (Map.Entry<Key, Group> entry : groups.entrySet()) {
            Accumulator held = entry.getValue().held;
            long value = held.isEmpty(now, today) ? Raw.ABSENT : held.value(now, today);
            if (value != Raw.ABSENT && passes(value)) {
                found[size++] = byKey() ? entry.getKey().first() : value;
            }
        }
        return combine(Arrays.copyOf(found, size));
    }

    @Override
    boolean isEmpty(long now, long today) {
        return groups.values().stream().allMatch(group -> group.held.isEmpty(now, today));
    }

    private boolean passes(long value) {
        if (having == null) {
            return true;
        }
        valueScope.value = value;
        return having.eval(valueScope) == 1;
    }

    private boolean byKey() {
        return take == Fold.Take.FIRST_KEY || take == Fold.Take.LAST_KEY;
    }

    private long combine(long[] values) {
        return byKey() ? outermost(values) : Combination.of(values, take, innerKind);
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
    }

    @Override
    long bytes() {
        long bytes = 120;
        for (Group group : groups.values()) {
            bytes += 120 + group.held.bytes();
        }
        return bytes;
    }

    /// A group's value, for `having`.
    private static final class ValueScope implements Scope {
        private long value;

        @Override
        public org.prevenance.event.Event event() {
            throw new IllegalStateException("`having` reads no event.");
        }

        @Override
        public long indicator(int ordinal) {
            return value;
        }

        @Override
        public long now() {
            return Raw.ABSENT;
        }

        @Override
        public long today() {
            return Raw.ABSENT;
        }

        @Override
        public int currency() {
            return -1;
        }
    }
}
