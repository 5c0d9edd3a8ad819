package org.prevenance.language;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;

/// What can be read of an event of one of several types: the fields that at least one of them declares, and what every
/// event has (`event.time`, `event.day`, …). A declared field comes before one of those of the same name.
final class EventFields {
    private static final Set<String> COMMON = Set.of("time", "known", "day", "hour", "subject", "source", "type");

    private final List<EventType> types;
    private final Vocabulary vocabulary;
    private final @Nullable ItemFields items;
    private final Map<String, Reference> known = new LinkedHashMap<>();
    private final Set<String> conflicting = new TreeSet<>();

    EventFields(List<EventType> types, Vocabulary vocabulary) {
        this(types, vocabulary, null);
    }

    /// @param list the list whose items are read one by one; null: none is
    EventFields(List<EventType> types, Vocabulary vocabulary, @Nullable String list) {
        this.types = types;
        this.vocabulary = vocabulary;
        this.items = list == null ? null : new ItemFields(types, list, vocabulary);
        for (String name : COMMON) {
            known.put(name, common(name));
        }
        for (EventType type : types) {
            type.fields().forEach(this::declare);
        }
    }

    private Reference common(String name) {
        return switch (name) {
            case "time" -> new Reference.OfEvent(Reference.Part.TIME, ValueType.of(Kind.TIME));
            case "known" -> new Reference.OfEvent(Reference.Part.KNOWN, ValueType.of(Kind.TIME));
            case "day" -> new Reference.OfEvent(Reference.Part.DAY, ValueType.of(Kind.DATE));
            case "hour" -> new Reference.OfEvent(Reference.Part.HOUR, ValueType.of(Kind.WHOLE));
            case "subject" -> new Reference.OfEvent(Reference.Part.SUBJECT, new ValueType(Kind.ID, subjectKind()));
            case "source" -> new Reference.OfEvent(Reference.Part.SOURCE, ValueType.of(Kind.TEXT));
            default -> new Reference.OfEvent(Reference.Part.TYPE, ValueType.of(Kind.TEXT));
        };
    }

    /// The kind of subject that all the types are about; null where there are several.
    private @Nullable String subjectKind() {
        List<Integer> kinds = types.stream()
                .flatMap(type -> type.subjectKinds().stream())
                .distinct()
                .toList();
        return kinds.size() == 1 ? vocabulary.kinds().get(kinds.getFirst()) : null;
    }

    private void declare(Field field) {
        if (field.parts().isEmpty()) {
            declare(field.name(), field, Types.ofField(field.type()));
        }
        boolean list = field.type() == FieldType.ITEMS;
        for (Field part : field.parts()) {
            declare(field.name() + "." + part.name(), part, list ? Kind.TEXTS : Types.ofField(part.type()));
        }
    }

    private void declare(String path, Field field, Kind kind) {
        Reference fresh = new Reference.OfField(path, type(field, kind, vocabulary));
        Reference before = known.put(path, fresh);
        if (before instanceof Reference.OfField && !Objects.equals(before, fresh)) {
            conflicting.add(path);
        }
    }

    static ValueType type(Field field, Kind kind, Vocabulary vocabulary) {
        String unit = kind == Kind.ID ? vocabulary.kinds().get(field.kind()) : kind == Kind.TEXTS ? null : field.unit();
        return new ValueType(kind, unit);
    }

    /// What can be read of the item at hand; null where no list is read item by item.
    @Nullable
    ItemFields items() {
        return items;
    }

    @Nullable
    Reference find(String path) {
        return conflicting.contains(path) ? null : known.get(path);
    }

    Collection<String> paths() {
        return new TreeSet<>(known.keySet());
    }

    String unknown(String path) {
        String names = String.join(", ", types.stream().map(EventType::name).toList());
        if (conflicting.contains(path)) {
            return path + " is not of the same type in all of " + names + ".";
        }
        for (EventType type : types) {
            Field field = type.field(path);
            if (field != null && !field.parts().isEmpty()) {
                String part = field.parts().getFirst().name();
                return path + " holds several fields; read one of them, such as event." + path + "." + part + ".";
            }
        }
        return names + (types.size() == 1 ? " declares no field " : " declare no field ") + path + ".";
    }

    /// Whether the path names a list or group, whose parts can be read.
    boolean holdsSeveral(String path) {
        return types.stream()
                .map(type -> type.field(path))
                .anyMatch(field -> field != null && !field.parts().isEmpty());
    }
}
