package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One declared event type. Immutable.
public final class EventType {
    private final String name;
    private final int ordinal;
    private final String purpose;
    private final List<Integer> subjectKinds;
    private final List<Field> fields;
    private final List<String> atLeastOneOf;
    private final int endsLinkTo;
    private final Map<String, Field> byPath = new HashMap<>();
    private final int slotCount;

    /// @param ordinal      its number in the vocabulary, from 0
    /// @param purpose      name of the purpose that its data is collected for
    /// @param subjectKinds numbers of the kinds of subject that it may be about
    /// @param atLeastOneOf names of fields of which one must be there; empty: no such rule
    /// @param endsLinkTo   number of the kind to which this event ends its subject's link, or -1
    EventType(
            String name,
            int ordinal,
            String purpose,
            List<Integer> subjectKinds,
            List<Field> fields,
            List<String> atLeastOneOf,
            int endsLinkTo,
            int slotCount) {
        this.name = name;
        this.ordinal = ordinal;
        this.purpose = purpose;
        this.subjectKinds = List.copyOf(subjectKinds);
        this.fields = List.copyOf(fields);
        this.atLeastOneOf = List.copyOf(atLeastOneOf);
        this.endsLinkTo = endsLinkTo;
        this.slotCount = slotCount;
        for (Field field : fields) {
            byPath.put(field.name(), field);
            for (Field part : field.parts()) {
                byPath.put(field.name() + "." + part.name(), part);
            }
        }
    }

    public String name() {
        return name;
    }

    public int ordinal() {
        return ordinal;
    }

    /// The purpose that its data is collected for; an indicator names its own.
    public String purpose() {
        return purpose;
    }

    public List<Integer> subjectKinds() {
        return subjectKinds;
    }

    public List<Field> fields() {
        return fields;
    }

    public List<String> atLeastOneOf() {
        return atLeastOneOf;
    }

    public int endsLinkTo() {
        return endsLinkTo;
    }

    /// How many slots an event of this type takes.
    public int slotCount() {
        return slotCount;
    }

    /// The field with this name, or the part with this path (`lines.product`); null where none is declared.
    public @Nullable Field field(String path) {
        return byPath.get(path);
    }

    /// The fields that name another subject.
    public List<Field> idFields() {
        List<Field> ids = new ArrayList<>();
        for (Field field : fields) {
            if (field.type() == FieldType.ID) {
                ids.add(field);
            }
        }
        return ids;
    }

    @Override
    public String toString() {
        return name;
    }
}
