package org.prevenance.engine;

import java.util.BitSet;
import org.prevenance.event.Event;

/// The events that were applied so far, for what cannot be computed in passing.
public interface History {
    /// Shows every event that may count for the subject, and was known by `knownUntil`, in the order of time, then
    /// known
    /// time, then source, then id. Others may be shown too; the engine sorts them out. Corrections, retractions and
    /// what
    /// they replaced are all shown. The row is valid during the call only.
    ///
    /// @param types ordinals of the event types that matter; others need not be shown
    void replay(int subject, BitSet types, long knownUntil, Visitor visitor);

    /// Fills `into` with the event of this source and id, if it was known by `knownUntil`.
    boolean find(int source, String id, long knownUntil, Event into);

    /// Sees one event.
    @FunctionalInterface
    interface Visitor {
        void see(Event event);
    }
}
