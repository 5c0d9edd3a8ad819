package org.prevenance.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Indicator;

/// Rolls the published values of many subjects up, to one value over time for each key.
///
/// Goes once through all changes of all subjects in the order of time. What changes at one instant is taken in
/// together,
/// so that neither the order of subjects nor who judged them matters.
final class Gathering {
    private final Indicator.Gathered gathered;
    private final Steps values;
    private final Steps wheres;
    private final Steps keys;
    private final ValueType.Kind kind;
    private final KeyReader keyReader;
    private final Symbols symbols;
    private final Map<Long, Group> groups = new HashMap<>();

    /// The key as it is looked up, from the key as a subject holds it.
    @FunctionalInterface
    private interface KeyReader {
        long read(long raw);
    }

    /// @param published what was published, by ordinal
    Gathering(Plan plan, Indicator indicator, Steps[] published) {
        this.gathered = (Indicator.Gathered) indicator.source();
        this.values = gathered.valueOrdinal() < 0 ? Steps.NONE : published[gathered.valueOrdinal()];
        this.wheres = gathered.whereOrdinal() < 0 ? Steps.NONE : published[gathered.whereOrdinal()];
        this.keys = published[gathered.byOrdinal()];
        this.kind = gathered.valueOrdinal() < 0
                ? ValueType.Kind.WHOLE
                : plan.indicators[gathered.valueOrdinal()].type().kind();
        boolean named = gathered.keyOrdinal() < 0
                && plan.indicators[gathered.byOrdinal()].type().kind() == ValueType.Kind.TEXT;
        Subjects subjects = plan.program.subjects();
        this.symbols = plan.program.symbols();
        this.keyReader = named ? text -> subjects.of(indicator.about(), symbols.text(text)) : raw -> raw;
    }

    /// What comes of no subject.
    static long ofNothing(Indicator.Rollup rollup) {
        return switch (rollup) {
            case COUNT, SUM, DISTINCT -> 0;
            case MEAN, MIN, MAX, MEDIAN, SHARE, LIST -> Raw.ABSENT;
        };
    }

    /// The value over time, by key.
    Steps steps() {
        long[] instants = distinct(keys.instants(), values.instants(), wheres.instants());
        long[] changes = changes(instants);
        Member[] members = new Member[keys.size()];
        Arrays.setAll(members, i -> new Member(keys.key(i)));
        Set<Group> touched = new LinkedHashSet<>();
        for (int i = 0; i < changes.length; i++) {
            int rank = (int) (changes[i] >>> 32);
            if (i == 0 || changes[i] != changes[i - 1]) {
                members[(int) changes[i]].look(instants[rank], touched);
            }
            if (i + 1 == changes.length || (int) (changes[i + 1] >>> 32) != rank) {
                touched.forEach(group -> group.note(instants[rank]));
                touched.clear();
            }
        }
        Steps.Writer writer = new Steps.Writer();
        groups.forEach((key, group) -> writer.timeline(key, Steps.NO_ROW, group.currency, group.timeline));
        return Steps.of(List.of(writer));
    }

    private static long[] distinct(long[]... instants) {
        return Arrays.stream(instants)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /// Who changes when: the rank of the instant above, the number of the subject below; ascending, some perhaps twice.
    private long[] changes(long[] instants) {
        return Stream.of(keys, values, wheres)
                .flatMapToLong(steps -> LongStream.range(0, steps.size()).flatMap(i -> {
                    int member = keys.find(steps.key((int) i));
                    return member < 0
                            ? LongStream.empty()
                            : steps.instants((int) i)
                                    .map(at -> (long) Arrays.binarySearch(instants, at) << 32 | member);
                }))
                .sorted()
                .toArray();
    }

    /// One of the subjects that are rolled up.
    private final class Member {
        private final long subject;
        private long key = Raw.ABSENT;
        private long value = Raw.ABSENT;

        Member(long subject) {
            this.subject = subject;
        }

        void look(long now, Set<Group> touched) {
            long newKey = keys.value(subject, Steps.NO_ROW, now);
            long newValue = value(now);
            if (newKey == Raw.ABSENT || newValue == Raw.ABSENT) {
                newKey = Raw.ABSENT;
                newValue = Raw.ABSENT;
            }
            if (newKey == key && newValue == value) {
                return;
            }
            if (key != Raw.ABSENT) {
                Group left = group(key);
                left.tally.remove(value);
                touched.add(left);
            }
            if (newKey != Raw.ABSENT) {
                Group entered = group(newKey);
                entered.tally.add(newValue);
                entered.meet(values.currency(subject, Steps.NO_ROW));
                touched.add(entered);
            }
            key = newKey;
            value = newValue;
        }

        private long value(long now) {
            if (gathered.whereOrdinal() >= 0 && wheres.value(subject, Steps.NO_ROW, now) != 1) {
                return Raw.ABSENT;
            }
            return gathered.valueOrdinal() < 0 ? 1 : values.value(subject, Steps.NO_ROW, now);
        }

        private Group group(long raw) {
            return groups.computeIfAbsent(keyReader.read(raw), _ -> new Group());
        }
    }

    private final class Group {
        private final Tally tally = Tally.of(gathered.rollup(), kind, symbols);
        private final Timeline timeline = new Timeline();
        private int currency = -1;
        private boolean mixed;

        void meet(int met) {
            mixed |= kind == ValueType.Kind.MONEY && currency >= 0 && met >= 0 && met != currency;
            currency = currency < 0 ? met : currency;
        }

        void note(long now) {
            long value = mixed ? Raw.ABSENT : tally.value();
            if (timeline.size() == 0 || timeline.latest() != value) {
                timeline.set(now, value);
            }
        }
    }
}
