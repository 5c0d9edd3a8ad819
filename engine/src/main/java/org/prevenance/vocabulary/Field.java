package org.prevenance.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One declared field of an event type, or one part of a list or group.
///
/// @param name     as in JSON
/// @param unit     `bytes`, `kwh`, `celsius`, …; null for what has none
/// @param kind     for an id: the number of the kind of subject that it names; else -1
/// @param link     whether events about this event's subject also count, from its time on, for the subject named here
/// @param slot     where its value stands in an event's row; money takes this slot and the next; -1 for
///                 [FieldType#ITEMS] and [FieldType#GROUP], whose parts have slots
/// @param parts    the fields inside [FieldType#ITEMS] and [FieldType#GROUP], else empty
/// @param values   the usual values, for documentation and hints; others are accepted
public record Field(
        String name,
        FieldType type,
        @Nullable String unit,
        boolean required,
        int kind,
        boolean link,
        Sensitivity sensitivity,
        int slot,
        List<Field> parts,
        List<String> values) {
    public Field {
        parts = List.copyOf(parts);
        values = List.copyOf(values);
    }
}
