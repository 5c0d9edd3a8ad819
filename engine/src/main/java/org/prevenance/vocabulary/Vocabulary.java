package org.prevenance.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the loaded packs declare: kinds of subject, purposes, event types. Immutable.
public final class Vocabulary {
    private final List<String> kinds;
    private final Set<String> personKinds;
    private final Map<String, Purpose> purposes;
    private final List<EventType> types;
    private final Map<String, EventType> byName = new LinkedHashMap<>();

    /// @param personKinds the kinds that are people, who give and withdraw their own consent
    Vocabulary(List<String> kinds, Set<String> personKinds, Map<String, Purpose> purposes, List<EventType> types) {
        this.kinds = List.copyOf(kinds);
        this.personKinds = Set.copyOf(personKinds);
        this.purposes = Map.copyOf(purposes);
        this.types = List.copyOf(types);
        for (EventType type : types) {
            byName.put(type.name(), type);
        }
    }

    /// Kinds of subject; a kind's place is its number.
    public List<String> kinds() {
        return kinds;
    }

    /// The number of a kind, or -1.
    public int kind(String name) {
        return kinds.indexOf(name);
    }

    public boolean isPerson(int kind) {
        return personKinds.contains(kinds.get(kind));
    }

    public Map<String, Purpose> purposes() {
        return purposes;
    }

    /// The types, by ordinal.
    public List<EventType> types() {
        return types;
    }

    /// The type with this name, or null where it is not declared.
    public @Nullable EventType type(String name) {
        return byName.get(name);
    }
}
