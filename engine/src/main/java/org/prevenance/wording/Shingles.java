package org.prevenance.wording;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much of one text stands in another: rows of three words that both have, after Broder (1997, "On the resemblance
/// and containment of documents", SEQUENCES). Answers are short, so all rows are compared and none are sampled.
final class Shingles {
    private static final int LENGTH = 3;

    private final Set<String> rows = new HashSet<>();

    Shingles(List<String> words) {
        int length = Math.min(LENGTH, words.size());
        for (int i = 0; length > 0 && i + length <= words.size(); i++) {
            rows.add(String.join(" ", words.subList(i, i + length)));
        }
    }

    /// Broder's containment: the share of these rows that the other text has too; 0 of an empty text.
    double containedIn(Shingles other) {
        return rows.isEmpty() ? 0 : common(other) / (double) rows.size();
    }

    /// Broder's resemblance: the rows that both have, of all.
    double resemblance(Shingles other) {
        int common = common(other);
        int all = rows.size() + other.rows.size() - common;
        return all == 0 ? 0 : common / (double) all;
    }

    private int common(Shingles other) {
        boolean fewer = rows.size() <= other.rows.size();
        Set<String> larger = fewer ? other.rows : rows;
        return (int)
                (fewer ? rows : other.rows).stream().filter(larger::contains).count();
    }
}
