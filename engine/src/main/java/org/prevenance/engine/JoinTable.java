package org.prevenance.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.playbook.Fold;

/// The latest events of each key that a fold's next events may be joined to, for folding in passing.
///
/// It knows only the latest, so it says where that is not enough: then the fold must be made anew. Not thread-safe.
final class JoinTable {
    private static final int ROW_BYTES = 320;

    private final List<Fold.Join> joins;
    private final List<Map<Long, List<Event>>> newest = new ArrayList<>();
    /// The latest time of an event that was joined, or that was itself looked for.
    private long lookedAt;

    JoinTable(List<Fold.Join> joins, long lookedAt) {
        this.joins = joins;
        this.lookedAt = lookedAt;
        joins.forEach(_ -> newest.add(new HashMap<>()));
    }

    /// Whether an event comes after all those that were looked from, so that it changes nothing for them.
    boolean isNext(Event event) {
        return event.time() > lookedAt;
    }

    void lookedFrom(Event event) {
        lookedAt = Math.max(lookedAt, event.time());
    }

    /// Whether the events that the one at hand may be joined to are still all here: none of the key is later.
    boolean knows(int join, long key, Event from) {
        List<Event> rows = newest.get(join).getOrDefault(key, List.of());
        return rows.isEmpty() || rows.getLast().time() <= from.time();
    }

    @Nullable
    Event look(int join, long key) {
        List<Event> rows = newest.get(join).getOrDefault(key, List.of());
        int at = rows.size() - 1 - joins.get(join).back();
        return at < 0 ? null : rows.get(at);
    }

    /// Keeps a copy of an event that later ones may be joined to; false where its order among the others is not known.
    boolean keep(int join, long key, Event event) {
        List<Event> rows = newest.get(join).computeIfAbsent(key, _ -> new ArrayList<>(1));
        int at = rows.size();
        while (at > 0 && isBefore(event, rows.get(at - 1))) {
            at--;
        }
        if (at > 0 && !isBefore(rows.get(at - 1), event)) {
            return false;
        }
        rows.add(at, event.copy());
        if (rows.size() > joins.get(join).back() + 1) {
            rows.removeFirst();
        }
        return true;
    }

    private static boolean isBefore(Event a, Event b) {
        return a.time() < b.time() || (a.time() == b.time() && a.known() < b.known());
    }

    void put(int join, long key, Event event) {
        newest.get(join).computeIfAbsent(key, _ -> new ArrayList<>(1)).add(event);
    }

    /// About how many bytes it takes on the heap.
    long bytes() {
        long bytes = 64;
        for (Map<Long, List<Event>> byKey : newest) {
            bytes += 48
                    + byKey.values().stream()
                            .mapToLong(rows -> 120L + (long) ROW_BYTES * rows.size())
                            .sum();
        }
        return bytes;
    }
}
