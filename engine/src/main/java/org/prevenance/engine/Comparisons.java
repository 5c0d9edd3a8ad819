package org.prevenance.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.wording.Answer;
import org.prevenance.wording.Comparison;
import org.prevenance.wording.Difference;

/// In what two texts contradict each other first; the newest comparisons are kept, since the same texts are looked at
/// at
/// every judgement. Not thread-safe.
final class Comparisons {
    private static final int MOST_KEPT = 1_024;

    private record Pair(long first, long second) {}

    /// @param difference null where they agree
    private record Outcome(@Nullable Difference difference) {}

    private final Symbols symbols;
    private final Map<Pair, Outcome> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Outcome> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Comparisons(Symbols symbols) {
        this.symbols = symbols;
    }

    /// @param first a symbol of a text and its sources, [Raw#ITEM_SEPARATOR] between
    @Nullable
    Difference of(long first, long second) {
        Pair pair = new Pair(first, second);
        Outcome outcome = kept.get(pair);
        if (outcome == null) {
            List<Difference> found = Comparison.of(answer(first), answer(second));
            outcome = new Outcome(found.isEmpty() ? null : found.getFirst());
            kept.put(pair, outcome);
        }
        return outcome.difference();
    }

    private Answer answer(long symbol) {
        String listed = symbols.text(symbol);
        List<String> sources = new ArrayList<>();
        int end = listed.indexOf(Raw.ITEM_SEPARATOR);
        String text = end < 0 ? listed : listed.substring(0, end);
        while (end >= 0) {
            int next = listed.indexOf(Raw.ITEM_SEPARATOR, end + 1);
            String source = listed.substring(end + 1, next < 0 ? listed.length() : next);
            if (!source.isBlank()) {
                sources.add(source);
            }
            end = next;
        }
        return new Answer(text, sources);
    }
}
