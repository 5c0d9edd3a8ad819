package org.prevenance.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.playbook.Fold;

/// All earlier events that a fold's events may be joined to, for folding anew.
///
/// Used in two passes over the same events in the order of [History]: first [#add] what can be joined, then [#look]
/// from
/// each event and [#pass] it. Not thread-safe.
final class JoinedEvents {
    private final List<Fold.Join> joins;
    private final List<List<Event>> rows = new ArrayList<>();
    private final List<Map<Long, List<Integer>>> places = new ArrayList<>();
    /// By join: how many rows are at or before the event at hand.
    private final int[] reached;
    /// By join: how many events of its type were passed.
    private final int[] passed;

    JoinedEvents(List<Fold.Join> joins) {
        this.joins = joins;
        this.reached = new int[joins.size()];
        this.passed = new int[joins.size()];
        for (int i = 0; i < joins.size(); i++) {
            rows.add(new ArrayList<>());
            places.add(new HashMap<>());
        }
    }

    /// @param key [Raw#ABSENT]: nothing is joined to it
    void add(int join, long key, Event event) {
        List<Event> all = rows.get(join);
        if (key != Raw.ABSENT) {
            places.get(join).computeIfAbsent(key, _ -> new ArrayList<>()).add(all.size());
        }
        all.add(event);
    }

    /// The event to which the one at hand is joined.
    @Nullable
    Event look(int join, long key, Event from) {
        List<Event> all = rows.get(join);
        while (reached[join] < all.size() && all.get(reached[join]).time() <= from.time()) {
            reached[join]++;
        }
        boolean own = joins.get(join).type() == from.type().ordinal();
        List<Integer> ofKey = places.get(join).getOrDefault(key, List.of());
        int before = countBelow(ofKey, own ? passed[join] : reached[join])
                - 1
                - joins.get(join).back();
        return before < 0 ? null : all.get(ofKey.get(before));
    }

    /// Goes on to the next event.
    void pass(Event event) {
        for (int i = 0; i < passed.length; i++) {
            passed[i] += joins.get(i).type() == event.type().ordinal() ? 1 : 0;
        }
    }

    private static int countBelow(List<Integer> places, int bound) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What must be kept of them so that later events can be joined in passing.
    ///
    /// @param lookedAt the latest time of an event that was looked from
    JoinTable latest(long lookedAt) {
        JoinTable table = new JoinTable(joins, lookedAt);
        for (int i = 0; i < rows.size(); i++) {
            List<Event> all = rows.get(i);
            int join = i;
            places.get(i).forEach((key, at) -> {
                int from = Math.max(0, at.size() - 1 - joins.get(join).back());
                at.subList(from, at.size()).forEach(place -> table.put(join, key, all.get(place)));
            });
        }
        return table;
    }
}
