package org.prevenance.check;

import java.util.BitSet;
import org.prevenance.engine.History;
import org.prevenance.event.Event;
import org.prevenance.files.Island;

/// The events of the island at hand, as the engine's history. Not thread-safe.
public final class IslandHistory implements History {
    private final Event row = new Event();
    private final Island island;

    public IslandHistory(Island island) {
        this.island = island;
    }

    @Override
    public void replay(int subject, BitSet types, long knownUntil, Visitor visitor) {
        for (int i = 0; i < island.size(); i++) {
            int index = island.inTimeOrder(i);
            if (island.known(index) <= knownUntil) {
                island.read(index, row);
                if (types.get(row.type().ordinal())) {
                    visitor.see(row);
                }
            }
        }
    }

    @Override
    public boolean find(int source, String id, long knownUntil, Event into) {
        for (int i = 0; i < island.size() && island.known(i) <= knownUntil; i++) {
            island.read(i, into);
            if (into.source() == source && into.id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
