package org.prevenance.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one field of an event's data is made from a row.
sealed interface FieldSource {
    record Single(Value value) implements FieldSource {}

    /// An amount and its currency.
    record Money(Value amount, Value currency) implements FieldSource {}

    /// One cell that holds several texts.
    ///
    /// @param by   what stands between them
    /// @param part for a list of objects: the one part of each object that the texts are; else null
    record Split(Value value, String by, @Nullable String part) implements FieldSource {}

    /// A list of objects, each from its own columns; an object all of whose column cells are empty is left out.
    record Items(List<Map<String, FieldSource>> items) implements FieldSource {
        public Items {
            items = List.copyOf(items.stream().map(LinkedHashMap::new).toList());
        }
    }
}
