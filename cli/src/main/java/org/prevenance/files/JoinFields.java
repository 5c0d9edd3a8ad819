package org.prevenance.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Which fields of an event put the subject that they name on the island of the event's own subject. Immutable.
final class JoinFields {
    private final int[][] slots;
    private final List<BitSet> slotsRead = new ArrayList<>();

    JoinFields(ReadPlan plan) {
        List<EventType> types = plan.vocabulary().types();
        slots = new int[types.size()][];
        for (EventType type : types) {
            BitSet joining = new BitSet();
            note(plan, type, type.fields(), joining);
            slots[type.ordinal()] = joining.stream().toArray();
            joining.or(plan.slotsRead().get(type.ordinal()));
            slotsRead.add(joining);
        }
    }

    private static void note(ReadPlan plan, EventType type, List<Field> fields, BitSet joining) {
        for (Field field : fields) {
            if (field.type() == FieldType.GROUP) {
                note(plan, type, field.parts(), joining);
            }
            if (field.type() == FieldType.ID && (field.link() || plan.joins().test(type, field))) {
                joining.set(field.slot());
            }
        }
    }

    /// The slots of the joining fields of a type; each holds a subject, or is absent.
    int[] of(EventType type) {
        return slots[type.ordinal()];
    }

    /// By type: what must be read of an event, the joining fields as well as what the plan reads.
    List<BitSet> slotsRead() {
        return slotsRead;
    }
}
