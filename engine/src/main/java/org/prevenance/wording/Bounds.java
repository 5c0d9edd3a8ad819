package org.prevenance.wording;

import java.util.List;
import org.prevenance.wording.Fact.Bound;

/// Tells whether a figure is a least or a most, by the words around it: `au moins 3`, `up to 5`, `18 ans et plus`.
final class Bounds {
    private static final List<String> LEAST = List.of(
            "plus de",
            "plus d",
            "au moins",
            "minimum",
            "minimum de",
            "des",
            "a partir de",
            "au dela de",
            "superieur a",
            "superieure a",
            "depasse",
            "depasser",
            "over",
            "above",
            "more than",
            "at least",
            "from",
            "minimum of",
            "exceed",
            "exceeds",
            "aged",
            "least",
            "than");
    private static final List<String> MOST = List.of(
            "moins de",
            "moins d",
            "jusqu a",
            "au plus",
            "maximum",
            "maximum de",
            "dans la limite de",
            "limite a",
            "limitee a",
            "plafonne a",
            "plafonnes a",
            "sous",
            "en dessous de",
            "within",
            "up to",
            "less than",
            "under",
            "below",
            "no more than",
            "not more than",
            "no later than",
            "not exceed",
            "pas depasser",
            "moins",
            "fewer than");
    private static final List<String> LEAST_AFTER = List.of(
            "minimum",
            "ou plus",
            "et plus",
            "or more",
            "or over",
            "and over",
            "and above",
            "or older",
            "+",
            "au moins");
    private static final List<String> MOST_AFTER =
            List.of("maximum", "max", "au plus", "au maximum", "or less", "ou moins", "at most");

    private final Passage passage;

    Bounds(Passage passage) {
        this.passage = passage;
    }

    /// @param first the token with which the figure begins
    /// @param next  the token after it
    Bound of(int first, int next) {
        String words = passage.before(first);
        if (words.endsWith(" d") || words.endsWith(" a") && !words.endsWith(" jusqu a")) {
            words = words.substring(0, words.lastIndexOf(' '));
        }
        String following = passage.after(next);
        if (Passage.endsWith(words, MOST) || Passage.startsWith(following, MOST_AFTER)) {
            return Bound.MOST;
        }
        if (Passage.endsWith(words, LEAST) || Passage.startsWith(following, LEAST_AFTER)) {
            return words.endsWith(" not more than") ? Bound.MOST : Bound.LEAST;
        }
        return Bound.NONE;
    }
}
