package org.prevenance.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Indicator;

/// Each peer's value of the indicators that subjects compare with those of their peers, as last judged.
///
/// A subject's value is noted when something that it reads changed and when a day begins. All peers must be applied by
/// one
/// engine.
final class PeerBoard {
    private final Plan plan;
    private final Map<Group, Map<Integer, Long>> values = new HashMap<>();
    private final Map<Seat, Long> seats = new HashMap<>();

    private record Group(int ordinal, long key) {}

    private record Seat(int ordinal, int subject) {}

    PeerBoard(Plan plan) {
        this.plan = plan;
    }

    /// Notes the subject's own value under its group.
    void note(Evaluator evaluator, SubjectState state, Indicator.Peers peers) {
        long key = evaluator.indicator(peers.groupOrdinal());
        long value = evaluator.indicator(peers.indicatorOrdinal());
        Long before = seats.put(new Seat(peers.indicatorOrdinal(), state.subject), key);
        if (before != null && before != key) {
            values.getOrDefault(new Group(peers.indicatorOrdinal(), before), new HashMap<>())
                    .remove(state.subject);
        }
        Map<Integer, Long> group =
                values.computeIfAbsent(new Group(peers.indicatorOrdinal(), key), _ -> new HashMap<>());
        if (key == Raw.ABSENT || value == Raw.ABSENT) {
            group.remove(state.subject);
        } else {
            group.put(state.subject, value);
        }
    }

    /// What the peers' values come to, the subject's own included; [Raw#ABSENT] without any.
    long value(Evaluator evaluator, Indicator.Peers peers) {
        long key = evaluator.indicator(peers.groupOrdinal());
        Map<Integer, Long> group = values.get(new Group(peers.indicatorOrdinal(), key));
        if (key == Raw.ABSENT || group == null || group.isEmpty()) {
            return Raw.ABSENT;
        }
        ValueType.Kind kind = plan.indicators[peers.indicatorOrdinal()].type().kind();
        long[] found = group.values().stream().mapToLong(Long::longValue).toArray();
        return Combination.of(found, peers.take(), kind);
    }

    void clear() {
        values.clear();
        seats.clear();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public String toString() {
        return Arrays.toString(values.keySet().toArray());
    }
}
