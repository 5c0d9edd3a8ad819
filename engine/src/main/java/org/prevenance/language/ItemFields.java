package org.prevenance.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Nearest;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;

/// What can be read of an item of a list in events of one of several types. An event of a type without that list is its
/// own and only item: `item.product` is then its field `product`.
final class ItemFields {
    static final String ITEM = "item";

    private final List<EventType> types;
    private final String list;
    private final Map<String, Reference.OfItem> known = new TreeMap<>();
    private final Map<String, Reference.OfItem> conflicting = new HashMap<>();

    ItemFields(List<EventType> types, String list, Vocabulary vocabulary) {
        this.types = types;
        this.list = list;
        for (EventType type : types) {
            for (Field part : of(type, list)) {
                Reference.OfItem fresh = new Reference.OfItem(
                        list, part.name(), EventFields.type(part, Types.ofField(part.type()), vocabulary));
                Reference.OfItem before = known.put(part.name(), fresh);
                if (before != null && !before.equals(fresh)) {
                    conflicting.put(part.name(), fresh);
                }
            }
        }
    }

    /// The list of this name that events of the type have, or null.
    static @Nullable Field list(EventType type, String name) {
        Field field = type.field(name);
        return field != null && field.type() == FieldType.ITEMS ? field : null;
    }

    /// The parts of an item, or the fields of an event that is its own item.
    private static List<Field> of(EventType type, String list) {
        Field field = list(type, list);
        return field != null
                ? field.parts()
                : type.fields().stream().filter(one -> one.parts().isEmpty()).toList();
    }

    /// The part of an item of this event type, or null.
    static @Nullable Field part(EventType type, String list, String part) {
        return of(type, list).stream()
                .filter(field -> field.name().equals(part))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Reference find(String part) {
        return conflicting.containsKey(part) ? null : known.get(part);
    }

    String unknown(String part) {
        String names = String.join(
                ", ",
                types.stream()
                        .map(type -> list(type, list) == null ? type.name() : type.name() + "." + list)
                        .toList());
        return conflicting.containsKey(part)
                ? part + " is not of the same type in all of " + names + "."
                : names + (types.size() == 1 ? " declares no part " : " declare no part ") + part + ".";
    }

    @Nullable
    String near(String part) {
        Collection<String> parts = known.keySet();
        return conflicting.containsKey(part) ? null : Nearest.to(part, parts);
    }
}
