package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Place;

/// A field as one pack writes it, before it has a slot.
record DeclaredField(
        String name,
        FieldType type,
        @Nullable String unit,
        boolean required,
        int kind,
        boolean link,
        Sensitivity sensitivity,
        List<DeclaredField> parts,
        List<String> values,
        Place place) {

    /// Whether another pack declares the same thing; words for people (`values`) may differ.
    boolean agreesWith(DeclaredField other) {
        boolean same = type == other.type
                && Objects.equals(unit, other.unit)
                && required == other.required
                && kind == other.kind
                && link == other.link
                && sensitivity == other.sensitivity
                && parts.size() == other.parts.size();
        for (int i = 0; same && i < parts.size(); i++) {
            same = parts.get(i).name.equals(other.parts.get(i).name)
                    && parts.get(i).agreesWith(other.parts.get(i));
        }
        return same;
    }

    /// Gives slots to fields in order; `next[0]` is the first free slot, and afterwards the next free one.
    static List<Field> withSlots(List<DeclaredField> fields, int[] next) {
        List<Field> placed = new ArrayList<>();
        for (DeclaredField field : fields) {
            placed.add(field.withSlot(next));
        }
        return placed;
    }

    private Field withSlot(int[] next) {
        boolean nested = type == FieldType.ITEMS || type == FieldType.GROUP;
        int slot = nested ? -1 : next[0];
        List<Field> placedParts = new ArrayList<>();
        if (type == FieldType.ITEMS) {
            for (DeclaredField part : parts) { // a list of values takes one slot, whatever its type
                placedParts.add(part.placed(next[0]++, List.of()));
            }
        } else if (type == FieldType.GROUP) {
            placedParts.addAll(withSlots(parts, next));
        } else {
            next[0] += type == FieldType.MONEY ? 2 : 1;
        }
        return placed(slot, placedParts);
    }

    private Field placed(int slot, List<Field> placedParts) {
        return new Field(name, type, unit, required, kind, link, sensitivity, slot, placedParts, values);
    }
}
