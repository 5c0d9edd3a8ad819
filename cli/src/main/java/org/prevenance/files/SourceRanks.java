package org.prevenance.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.prevenance.event.Symbols;

/// The sources met, ranked by their text, so that events can be put in order by source without looking at texts.
/// Immutable.
final class SourceRanks {
    private final int[] ranks;

    /// @param sources their symbols
    SourceRanks(BitSet sources, Symbols symbols) {
        ranks = new int[sources.length()];
        int rank = 0;
        List<Integer> byText = new ArrayList<>(sources.stream().boxed().toList());
        byText.sort(Comparator.comparing(source -> symbols.text(source)));
        for (int source : byText) {
            ranks[source] = rank++;
        }
    }

    int of(int source) {
        return ranks[source];
    }
}
