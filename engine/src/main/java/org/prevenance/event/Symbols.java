package org.prevenance.event;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/// Texts that are met often, each kept once and known by a small number. Thread-safe.
public final class Symbols {
    private final ConcurrentHashMap<String, Integer> ordinals = new ConcurrentHashMap<>();
    private volatile String[] texts = new String[64];
    private int count;

    /// The symbol of `text`, the same for equal texts as long as this table lives.
    public int of(String text) {
        Integer known = ordinals.get(text);
        return known != null ? known : add(text);
    }

    private synchronized int add(String text) {
        Integer known = ordinals.get(text);
        if (known != null) {
            return known;
        }
        String[] current = texts;
        if (count == current.length) {
            current = Arrays.copyOf(current, count * 2);
        }
        current[count] = text;
        texts = current; // a volatile write, so that readers see the new text
        ordinals.put(text, count);
        return count++;
    }

    /// The text behind a symbol that [#of] gave.
    public String text(long symbol) {
        return texts[(int) symbol];
    }

    public synchronized int size() {
        return count;
    }
}
