package org.prevenance.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;

/// Which events were replaced or taken back, and since when that is known.
///
/// Of several corrections of one event the one known last stands. What was replaced once stays replaced, also when its
/// correction is itself taken back.
final class Corrections {
    private final Map<Identity, Change> changes = new HashMap<>();

    record Identity(int source, String id) {}

    /// @param since     when the first change became known
    /// @param corrector the id of the correction that stands; null after a retraction
    private record Change(long since, @Nullable String corrector) {}

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /// Records what a correction or retraction does to its target, and to an earlier correction of the same target.
    /// Returns
    /// the earlier correction's id, whose event no longer stands; null: none.
    @Nullable
    String record(Event change) {
        String target = change.target();
        if (target == null) {
            return null;
        }
        Identity identity = new Identity(change.source(), target);
        Change before = changes.get(identity);
        String corrector = change.standing() == Event.Standing.CORRECTION ? change.id() : null;
        changes.put(identity, new Change(before == null ? change.known() : before.since(), corrector));
        if (before == null || before.corrector() == null) {
            return null;
        }
        changes.putIfAbsent(new Identity(change.source(), before.corrector()), new Change(change.known(), corrector));
        return before.corrector();
    }

    /// Whether the event no longer stood, as known at an instant.
    boolean replaced(Event event, long knownUntil) {
        if (changes.isEmpty()) {
            return false;
        }
        Change change = changes.get(new Identity(event.source(), event.id()));
        return change != null && change.since() <= knownUntil;
    }

    void clear() {
        changes.clear();
    }
}
