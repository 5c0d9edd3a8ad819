package org.prevenance.intake;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Which field each slot of an event type belongs to, and which fields an event of the type cannot do without.
final class Layout {
    private final EventType type;
    private final int[] owners;
    private final String[] paths;
    private final BitSet listed = new BitSet();
    private final BitSet required = new BitSet();
    private final BitSet alternatives = new BitSet();

    Layout(EventType type) {
        this.type = type;
        owners = new int[type.slotCount()];
        paths = new String[type.slotCount()];
        Arrays.fill(paths, "data");
        for (int index = 0; index < type.fields().size(); index++) {
            Field field = type.fields().get(index);
            place(field, index, "data." + field.name());
            required.set(index, field.required());
            alternatives.set(index, type.atLeastOneOf().contains(field.name()));
        }
    }

    private void place(Field field, int index, String path) {
        if (field.slot() >= 0) {
            owners[field.slot()] = index;
            paths[field.slot()] = path;
        }
        for (Field part : field.parts()) {
            place(part, index, path + "." + part.name());
            if (field.type() == FieldType.ITEMS) {
                listed.set(part.slot());
            }
        }
    }

    EventType type() {
        return type;
    }

    /// The place, among the type's fields, of the field that this slot or its list or group belongs to.
    int owner(int slot) {
        return owners[slot];
    }

    /// `data.lines.product`.
    String path(int slot) {
        return paths[slot];
    }

    /// Whether the slot holds one value for each item of a list.
    boolean isListed(int slot) {
        return listed.get(slot);
    }

    /// What is missing when just these fields, by their places, are present; null: nothing.
    @Nullable
    Refusal missing(BitSet present) {
        for (int index = required.nextSetBit(0); index >= 0; index = required.nextSetBit(index + 1)) {
            if (!present.get(index)) {
                String name = type.fields().get(index).name();
                return new Refusal("data." + name, "It is missing; every event of type " + type.name() + " needs it.");
            }
        }
        return alternatives.isEmpty() || alternatives.intersects(present)
                ? null
                : new Refusal(
                        "data",
                        "None of %s is there; an event of type %s needs at least one of them."
                                .formatted(String.join(", ", type.atLeastOneOf()), type.name()));
    }

    /// What is missing inside a list or group of which just these slots are filled; null: nothing.
    @Nullable
    Refusal missingPart(BitSet slots) {
        for (Field field : type.fields()) {
            boolean given = field.parts().stream().anyMatch(part -> slots.get(part.slot()));
            for (Field part : field.parts()) {
                if (given && part.required() && !slots.get(part.slot())) {
                    return new Refusal(path(part.slot()), "It is missing; " + field.name() + " needs it.");
                }
            }
        }
        return null;
    }
}
