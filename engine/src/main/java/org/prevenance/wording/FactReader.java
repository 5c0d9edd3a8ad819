package org.prevenance.wording;

import java.util.List;

/// Finds facts of one sort where they begin in a text.
sealed interface FactReader permits AlwaysReader, DateReader, TimeReader, WeekdayReader, QuantityReader {
    /// The token after the fact that begins at a token; that token itself where none does.
    int read(int at);

    /// The figures, dates, times and opening days that a text states, in their order.
    static List<Fact> readAll(Reading reading) {
        Facts facts = new Facts(reading);
        Passage passage = new Passage(reading.tokens());
        Edges edges = new Edges(reading, passage);
        // what is read first takes its tokens: "le 7 mars" is no count, "9 h" after "à" no length of time
        List<FactReader> readers = List.of(
                new AlwaysReader(passage, facts),
                new DateReader(passage, edges, facts),
                new TimeReader(passage, edges, facts),
                new WeekdayReader(reading, passage, facts),
                new QuantityReader(reading, passage, facts));
        int at = 0;
        while (passage.has(at)) {
            int next = at;
            for (int i = 0; i < readers.size() && next == at; i++) {
                next = Math.max(at, readers.get(i).read(at));
            }
            at = Math.max(at + 1, next);
        }
        return new OpenDays(facts.found()).settled();
    }
}
