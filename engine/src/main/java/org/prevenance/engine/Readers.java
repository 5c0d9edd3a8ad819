package org.prevenance.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Who reads whose indicators.
final class Readers {
    private final Map<Integer, Set<SubjectState>> readers = new HashMap<>();

    void add(int subject, SubjectState reader) {
        readers.computeIfAbsent(subject, _ -> new LinkedHashSet<>()).add(reader);
    }

    void of(int subject, Consumer<SubjectState> each) {
        readers.getOrDefault(subject, Set.of()).forEach(each);
    }

    void clear() {
        readers.clear();
    }
}
