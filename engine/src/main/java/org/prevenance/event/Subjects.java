package org.prevenance.event;

import java.util.List;

/// The subjects met so far (`contract/C12`), each known by a small number from 0 up. Thread-safe.
public final class Subjects {
    private final Symbols names = new Symbols();
    private final List<String> kinds;
    private volatile byte[] kindOf = new byte[64];

    /// @param kinds the kinds that the vocabulary declares, at most 127; a kind's place in the list is its number
    public Subjects(List<String> kinds) {
        if (kinds.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("At most 127 kinds of subject, not " + kinds.size() + ".");
        }
        this.kinds = List.copyOf(kinds);
    }

    /// The number of the subject `kind/id`, or -1 where the kind is not declared or a part is empty.
    public int of(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            return -1;
        }
        int kind = kinds.indexOf(name.substring(0, slash));
        return kind < 0 ? -1 : register(name, kind);
    }

    /// The number of the subject with the bare `id` and this kind.
    public int of(int kind, String id) {
        return register(kinds.get(kind) + "/" + id, kind);
    }

    private int register(String name, int kind) {
        int subject = names.of(name);
        byte[] current = kindOf;
        if (subject >= current.length || current[subject] == 0) {
            remember(subject, kind);
        }
        return subject;
    }

    private synchronized void remember(int subject, int kind) {
        byte[] current = kindOf;
        if (subject >= current.length) {
            current = java.util.Arrays.copyOf(current, Math.max(subject + 1, current.length * 2));
        }
        current[subject] = (byte) (kind + 1);
        kindOf = current;
    }

    /// The whole name, `contract/C12`.
    public String name(int subject) {
        return names.text(subject);
    }

    /// The bare id, `C12`.
    public String id(int subject) {
        String name = name(subject);
        return name.substring(name.indexOf('/') + 1);
    }

    /// The number of the subject's kind.
    public int kind(int subject) {
        return kindOf[subject] - 1;
    }

    public int size() {
        return names.size();
    }

    public List<String> kinds() {
        return kinds;
    }
}
