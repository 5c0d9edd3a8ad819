package org.prevenance.wording;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Numerals.Numeral;
import org.prevenance.wording.Token.Kind;
import org.prevenance.wording.Units.Unit;

/// Numbers, ranges and units as they stand in a sentence: `une demi-heure`, `3 à 5`, `10 Mbit/s`.
final class Figures {
    /// Before these `a week` is a length of time, elsewhere it is `each week`.
    private static final Set<String> ONE_CUES = Set.of(
            "within", "in", "for", "about", "than", "takes", "take", "wait", "least", "lasts", "after", "only", "of");
    private static final Set<String> ONE = Set.of("un", "une", "one", "a", "an");
    private static final Set<String> JOINTS = Set.of("a", "to", "-", "–", "ou", "or");

    private final Passage passage;

    Figures(Passage passage) {
        this.passage = passage;
    }

    /// A number; also `un mois`, `une heure`, `a week`, `half an hour`. [Numeral#NONE] where none begins.
    Numeral number(int at) {
        Numeral numeral = Numerals.at(passage.tokens(), at);
        if (numeral.next() >= 0) {
            boolean half = passage.word(numeral.next()).equals("et")
                    && passage.word(numeral.next() + 1).startsWith("demi");
            return half ? new Numeral(numeral.value() + 0.5, numeral.next() + 2) : numeral;
        }
        if (passage.says(at, "half an") || passage.says(at, "half a")) {
            return new Numeral(0.5, at + 2);
        }
        String word = passage.word(at);
        if (word.startsWith("demi") || word.equals("half")) {
            int next = afterHyphen(at + 1);
            return isTimeUnit(next) ? new Numeral(0.5, next) : Numeral.NONE;
        }
        return ONE.contains(word) ? one(at, word) : Numeral.NONE;
    }

    private Numeral one(int at, String word) {
        if (passage.word(at + 1).startsWith("demi")) {
            return new Numeral(0.5, afterHyphen(at + 2));
        }
        if (passage.says(at + 1, "quart d")) {
            return new Numeral(0.25, at + 3);
        }
        boolean per = (word.equals("a") || word.equals("an")) && at > 0 && !passage.is(at - 1, ONE_CUES);
        return isTimeUnit(at + 1) && !per ? new Numeral(1, at + 1) : Numeral.NONE;
    }

    private int afterHyphen(int at) {
        return passage.word(at).equals("-") ? at + 1 : at;
    }

    private boolean isTimeUnit(int at) {
        Unit unit = unit(at);
        return unit != null
                && unit.measure() == Measure.DURATION
                && passage.word(at).length() > 1;
    }

    /// The upper end of `3 à 5`, `3-5`, `entre 3 et 5`; the number itself where it is no range.
    ///
    /// @param first the token with which the figure begins
    Numeral upperEnd(Numeral low, int first) {
        String joint = passage.word(low.next());
        String words = passage.before(first);
        boolean between = words.endsWith(" entre") || words.endsWith(" between");
        boolean joins = JOINTS.contains(joint) || between && (joint.equals("et") || joint.equals("and"));
        if (!joins || !passage.has(low.next() + 1)) {
            return low;
        }
        int at = low.next() + 1;
        boolean sign = Units.of(passage.word(at)) != null && passage.is(at, Kind.SIGN) && passage.has(at + 1);
        Numeral high = Numerals.at(passage.tokens(), sign ? at + 1 : at);
        return high.next() > 0 && high.value() > low.value() ? high : low;
    }

    @Nullable
    Unit unit(int at) {
        String word = passage.word(at);
        if (isPerSecond(at)) {
            Unit speed = Units.of(word + "/s");
            return speed == null ? Units.of(word) : speed;
        }
        if (word.equals("m") && passage.word(at + 1).equals("/")) {
            return null;
        }
        return Units.of(word.equals("an") ? "ans" : word);
    }

    /// The token after the unit that begins here.
    int unitEnd(int at) {
        if (isPerSecond(at)) {
            return at + 3;
        }
        return passage.word(at).equals("°") && passage.word(at + 1).equals("c") ? at + 2 : at + 1;
    }

    private boolean isPerSecond(int at) {
        return passage.word(at + 1).equals("/") && passage.word(at + 2).equals("s");
    }
}
