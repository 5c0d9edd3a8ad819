package org.prevenance.language;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// Which kinds of subject an event can count for: what it is about, what it names, and what these are linked to.
final class Reach {
    private final Vocabulary vocabulary;

    Reach(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean concerns(EventType type, int kind) {
        BitSet reached = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(type.subjectKinds());
        type.idFields().forEach(field -> next.add(field.kind()));
        while (!next.isEmpty()) {
            int from = next.pop();
            if (!reached.get(from)) {
                reached.set(from);
                linkedTo(from, next);
            }
        }
        return reached.get(kind);
    }

    private void linkedTo(int kind, Deque<Integer> next) {
        for (EventType type : vocabulary.types()) {
            if (type.subjectKinds().contains(kind)) {
                type.fields().stream().filter(Field::link).forEach(field -> next.add(field.kind()));
            }
        }
    }
}
