package org.prevenance.sources;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prevenance.text.Nearest;

/// The columns of a file, by name; capital letters and spaces around a name do not matter.
final class Header {
    private final List<String> names;
    private final Map<String, Integer> byName = new HashMap<>();

    Header(List<String> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            byName.putIfAbsent(names.get(i), i);
            byName.putIfAbsent(folded(names.get(i)), i);
        }
    }

    /// The number of a column that [#require] made sure of.
    int of(String name) {
        Integer exact = byName.get(name);
        Integer found = exact == null ? byName.get(folded(name)) : exact;
        if (found == null) {
            throw new IllegalArgumentException("There is no column (" + name + ").");
        }
        return found;
    }

    /// @param place where the mapping is written that uses them
    void require(Collection<String> columns, String place) throws UnknownColumn {
        for (String column : columns) {
            if (!byName.containsKey(column) && !byName.containsKey(folded(column))) {
                String near = Nearest.to(column, names);
                throw new UnknownColumn(
                        column,
                        "%s uses the column (%s), which this file has not; it has %s.%s The file was not read."
                                .formatted(
                                        place,
                                        column,
                                        String.join(", ", names),
                                        near == null
                                                ? " A fixed text is written ({constant: %s}).".formatted(column)
                                                : " Maybe write (%s).".formatted(near)));
            }
        }
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
