package org.prevenance.playbook;

import java.util.List;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// A list of objects in events of one type, whose items count one by one. An item is read as a row of its own: the
/// event's values first, then the item's.
///
/// @param list      a field of type items
/// @param firstSlot where the item's values begin in that row
/// @param read      the parts of the list that some expression reads
public record Each(Field list, int firstSlot, List<Field> read) {
    public Each {
        read = List.copyOf(read);
    }

    public static Each of(EventType type, Field list, List<Field> read) {
        return new Each(list, type.slotCount(), read);
    }

    /// Where a part's value stands in an item's row; money takes this slot and the next.
    public int slot(Field part) {
        int slot = firstSlot;
        for (Field before : list.parts()) {
            if (before.equals(part)) {
                return slot;
            }
            slot += width(before);
        }
        throw new IllegalArgumentException("The list (" + list.name() + ") has no part (" + part.name() + ").");
    }

    /// How many slots an item's row has, those of the event included.
    public int slotCount() {
        return firstSlot + list.parts().stream().mapToInt(Each::width).sum();
    }

    private static int width(Field part) {
        return part.type() == FieldType.MONEY ? 2 : 1;
    }
}
