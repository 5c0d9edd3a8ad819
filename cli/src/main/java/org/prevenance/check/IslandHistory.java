package org.prevenance.check;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.engine.History;
import org.prevenance.event.Event;
import org.prevenance.files.Island;

/// The events of the island at hand, as the engine's history. Not thread-safe.
public final class IslandHistory implements History {
    private final Event row = new Event();
    private final Island island;
    /// Made when first asked for: most islands are never read again.
    private @Nullable Bearings bearings;

    public IslandHistory(Island island) {
        this.island = island;
    }

    @Override
    public void replay(int subject, BitSet types, long knownUntil, Visitor visitor) {
        for (int index : bearings().of(subject, island)) {
            if (island.known(index) <= knownUntil
                    && types.get(island.type(index).ordinal())) {
                island.read(index, row);
                visitor.see(row);
            }
        }
    }

    private Bearings bearings() {
        Bearings made = bearings;
        if (made == null) {
            made = new Bearings(island);
            bearings = made;
        }
        return made;
    }

    @Override
    public boolean find(int source, String id, long knownUntil, Event into) {
        int index = island.find(source, id);
        if (index < 0 || island.known(index) > knownUntil) {
            return false;
        }
        island.read(index, into);
        return true;
    }
}
