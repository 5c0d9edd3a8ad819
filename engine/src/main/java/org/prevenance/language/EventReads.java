package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import java.util.BitSet;
import java.util.List;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Each;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Compiles what is read of an event of one type.
final class EventReads {
    private final EventType type;
    private final Ground ground;

    EventReads(EventType type, Ground ground) {
        this.type = type;
        this.ground = ground;
    }

    /// A field; absent where this type does not declare it.
    Node field(String path, ValueType valueType) {
        Field field = type.field(path);
        if (field == null) {
            return Node.constant(valueType, ABSENT);
        }
        BitSet read = ground.slotsRead().get(type.ordinal());
        int slot = field.slot();
        read.set(slot);
        if (valueType.kind() == Kind.MONEY) {
            read.set(slot + 1);
        }
        return value(slot, field.type(), valueType);
    }

    private static Node value(int slot, FieldType type, ValueType valueType) {
        if (valueType.kind() == Kind.MONEY) {
            return new Node(raw(slot), valueType, false, false, slot + 1);
        }
        boolean millionths = type == FieldType.NUMBER && valueType.kind() == Kind.NUMBER;
        return Node.of(valueType, millionths ? number(slot) : raw(slot));
    }

    /// A part of the item at hand, which stands in the row after the event's own values; of a type without the list,
    /// the event's own field.
    Node item(Reference.OfItem item, Usage usage) {
        Field list = ItemFields.list(type, item.list());
        if (list == null) {
            return field(item.part(), item.type());
        }
        Field part = ItemFields.part(type, item.list(), item.part());
        if (part == null) {
            return Node.constant(item.type(), ABSENT);
        }
        usage.item(item.part());
        return value(Each.of(type, list, List.of()).slot(part), part.type(), item.type());
    }

    private static Expr raw(int slot) {
        return scope -> scope.event().value(slot);
    }

    private static Expr number(int slot) {
        return scope -> {
            long micros = scope.event().value(slot);
            return micros == ABSENT ? ABSENT : Numbers.raw(micros / (double) Raw.MICROS);
        };
    }

    /// What every event has.
    Node part(Reference.Part part, ValueType valueType) {
        ZoneDays days = ground.days();
        if (part == Reference.Part.TYPE) {
            return Node.constant(valueType, ground.symbols().of(type.name()));
        }
        Expr code = switch (part) {
            case TIME -> scope -> scope.event().time();
            case KNOWN -> scope -> scope.event().known();
            case DAY -> scope -> days.day(scope.event().time());
            case HOUR -> scope -> days.hour(scope.event().time());
            case SUBJECT -> scope -> scope.event().subject();
            case SOURCE -> scope -> scope.event().source();
            case TYPE -> throw new IllegalStateException("The type is a constant.");
        };
        return Node.of(valueType, code);
    }
}
