package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.wording.Difference;

/// The latest text of each group, and which of them contradict each other (see
/// [org.prevenance.playbook.Aggregation.Contradictions]).
final class Contradictions extends Accumulator {
    private final Groups latest;
    private final boolean told;
    private final Comparisons comparisons;
    private final Symbols symbols;

    /// @param latest the last text of each group, by one key
    Contradictions(Groups latest, boolean told, Comparisons comparisons, Symbols symbols) {
        this.latest = latest;
        this.told = told;
        this.comparisons = comparisons;
        this.symbols = symbols;
    }

    private record Said(long key, String group, long text) {}

    /// Two groups whose texts contradict each other.
    private record Pair(Said first, Said second, Difference difference) {}

    @Override
    boolean add(Contribution event, boolean ordered) {
        return latest.add(event, ordered);
    }

    @Override
    long value(long now, long today) {
        List<Pair> pairs = pairs(now, today);
        if (!told) {
            return pairs.size();
        }
        return pairs.isEmpty() ? Raw.ABSENT : symbols.of(words(pairs.getFirst()));
    }

    private static String words(Pair pair) {
        Difference difference = pair.difference();
        String first = pair.first().group();
        String second = pair.second().group();
        return difference.inFrench(first, second) + Raw.ITEM_SEPARATOR + difference.inEnglish(first, second);
    }

    /// The keys of the groups that contradict another.
    Set<Long> contradicting(long now, long today) {
        Set<Long> keys = new HashSet<>();
        for (Pair pair : pairs(now, today)) {
            keys.add(pair.first().key());
            keys.add(pair.second().key());
        }
        return keys;
    }

    /// By the names of the groups.
    private List<Pair> pairs(long now, long today) {
        List<Said> said = new ArrayList<>();
        latest.table(now, today).forEach((key, text) -> said.add(new Said(key, name(key), text)));
        said.sort(Comparator.comparing(Said::group));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            for (int j = i + 1; j < said.size(); j++) {
                Difference difference =
                        comparisons.of(said.get(i).text(), said.get(j).text());
                if (difference != null) {
                    pairs.add(new Pair(said.get(i), said.get(j), difference));
                }
            }
        }
        return pairs;
    }

    private String name(long key) {
        return key == Raw.ABSENT ? "" : symbols.text(key).replace(Raw.ITEM_SEPARATOR, ' ');
    }

    @Override
    boolean isEmpty(long now, long today) {
        return latest.isEmpty(now, today);
    }

    @Override
    long nextChange(long now) {
        return latest.nextChange(now);
    }

    @Override
    void clear() {
        latest.clear();
    }

    @Override
    long bytes() {
        return 40 + latest.bytes();
    }
}
