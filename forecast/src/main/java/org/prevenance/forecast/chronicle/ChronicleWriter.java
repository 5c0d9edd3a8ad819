package org.prevenance.forecast.chronicle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.prevenance.event.Event;
import org.prevenance.event.Symbols;

/// Collects events in any order and puts them into the one in which they became known. Not thread-safe.
public final class ChronicleWriter {
    private final Chronicle.Words words;
    private final Rows rows;

    public ChronicleWriter(Chronicle.Words words) {
        this.words = words;
        this.rows = new Rows(words.vocabulary().types());
    }

    /// Keeps a copy of an event, which must not have been added before.
    public void add(Event event) {
        rows.add(event);
    }

    /// All events that were added.
    public Chronicle finish() {
        Symbols symbols = words.symbols();
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(rows::known)
                        .thenComparingLong(rows::time)
                        .thenComparing(row -> symbols.text(rows.source(row)))
                        .thenComparing(rows::id, Arrays::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Chronicle(words, rows, order, replaced(order));
    }

    private int[] replaced(int[] order) {
        int[] replaced = new int[order.length];
        Arrays.fill(replaced, -1);
        if (rows.anyTargets()) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < order.length; i++) {
                places.put(name(order[i], rows.idText(order[i])), i);
            }
            for (int i = 0; i < order.length; i++) {
                String target = rows.target(order[i]);
                if (target != null) {
                    replaced[i] = places.getOrDefault(name(order[i], target), -1);
                }
            }
        }
        return replaced;
    }

    private String name(int row, String id) {
        return rows.source(row) + " " + id;
    }
}
