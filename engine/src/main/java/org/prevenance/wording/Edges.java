package org.prevenance.wording;

import java.util.List;
import java.util.Set;
import org.prevenance.wording.Fact.Edge;

/// Tells whether something begins or ends at a date or time, by the words before it.
final class Edges {
    private static final List<String> UNTIL_CUES = List.of(
            "jusqu au",
            "jusqu a",
            "jusqu",
            "until",
            "till",
            "by",
            "before",
            "avant",
            "avant le",
            "au plus tard",
            "au plus tard le",
            "no later than",
            "to",
            "au");
    private static final List<String> FROM_CUES = List.of(
            "a partir du",
            "a partir de",
            "a partir",
            "des",
            "des le",
            "a compter du",
            "a compter de",
            "from",
            "as of",
            "depuis le",
            "depuis",
            "since",
            "du",
            "after",
            "apres",
            "starting");
    private static final Set<String> UNTIL_WORDS = Set.of("end", "close");
    private static final Set<String> FROM_WORDS = Set.of("start", "open");

    private final Reading reading;
    private final Passage passage;

    Edges(Reading reading, Passage passage) {
        this.reading = reading;
        this.passage = passage;
    }

    /// @param first the token with which the date or time begins
    Edge of(int first) {
        String words = passage.before(first);
        if (words.endsWith(" le") || words.endsWith(" the")) {
            words = words.substring(0, words.lastIndexOf(' '));
        }
        if (Passage.endsWith(words, FROM_CUES)) {
            return Edge.FROM;
        }
        if (Passage.endsWith(words, UNTIL_CUES)) {
            return Edge.UNTIL;
        }
        return ofVerb(first);
    }

    /// What the nearest word before in the sentence says: `ferme`, `commence`.
    private Edge ofVerb(int first) {
        for (int i = reading.vocables().size() - 1; i >= 0; i--) {
            Vocable vocable = reading.vocables().get(i);
            if (vocable.first() < first && reading.sentence(vocable.first()) == reading.sentence(first)) {
                if (UNTIL_WORDS.contains(vocable.concept())) {
                    return Edge.UNTIL;
                }
                if (FROM_WORDS.contains(vocable.concept())) {
                    return Edge.FROM;
                }
            } else if (vocable.first() < first) {
                break;
            }
        }
        return Edge.NONE;
    }
}
