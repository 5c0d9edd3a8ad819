package org.prevenance.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;

/// Which events were replaced or taken back, and since when that is known.
///
/// Of several changes of one event the one known last stands (of those known at one instant, the one with the last id).
/// What was replaced once stays replaced, also when its correction is itself taken back.
final class Corrections {
    private final Map<Identity, Change> changes = new HashMap<>();
    /// Changes that no longer stand because a later one of the same target does, and since when that is known.
    private final Map<Identity, Long> overtaken = new HashMap<>();

    private record Identity(int source, String id) {}

    /// @param since when the first change became known
    /// @param known when the change that stands became known
    /// @param id    the id of the change that stands
    private record Change(long since, long known, String id) {
        boolean isBefore(Event other) {
            return known != other.known() ? known < other.known() : id.compareTo(other.id()) < 0;
        }
    }

    /// Records what a correction or retraction does to its target. Returns the id of the change of the same target that
    /// no longer stands because of it, which may be its own; null: none.
    @Nullable
    String record(Event change) {
        String target = change.target();
        if (target == null) {
            return null;
        }
        Identity identity = new Identity(change.source(), target);
        Change before = changes.get(identity);
        if (before == null) {
            changes.put(identity, new Change(change.known(), change.known(), change.id()));
            return null;
        }
        boolean stands = before.isBefore(change);
        if (stands) {
            changes.put(identity, new Change(before.since(), change.known(), change.id()));
        }
        String loser = stands ? before.id() : change.id();
        overtaken.putIfAbsent(new Identity(change.source(), loser), change.known());
        return loser;
    }

    /// Whether the event no longer stood, as known at an instant.
    boolean replaced(Event event, long knownUntil) {
        if (changes.isEmpty()) {
            return false;
        }
        Identity identity = new Identity(event.source(), event.id());
        Change change = changes.get(identity);
        return (change != null && change.since() <= knownUntil)
                || overtaken.getOrDefault(identity, Long.MAX_VALUE) <= knownUntil;
    }

    void clear() {
        changes.clear();
        overtaken.clear();
    }
}
