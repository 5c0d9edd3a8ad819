package org.prevenance.wording;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Fact.Bound;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Numerals.Numeral;
import org.prevenance.wording.Vocable.Role;

/// Numbers without a unit: an age, as in `children under 12`, or a count of what is named next, `3 chaînes`.
final class CountReader {
    private static final List<String> AGED = List.of("aged", "under", "over");
    private static final Set<String> AGES = Set.of(
            "age",
            "agee",
            "ages",
            "agees",
            "aged",
            "enfant",
            "enfants",
            "jeune",
            "jeunes",
            "senior",
            "seniors",
            "child",
            "children",
            "people",
            "customers",
            "adult",
            "old",
            "moins",
            "under",
            "over",
            "personnes",
            "voyageurs",
            "clients");

    private final Reading reading;
    private final Passage passage;
    private final Bounds bounds;
    private final Periods periods;
    private final Facts facts;

    CountReader(Reading reading, Passage passage, Bounds bounds, Periods periods, Facts facts) {
        this.reading = reading;
        this.passage = passage;
        this.bounds = bounds;
        this.periods = periods;
        this.facts = facts;
    }

    /// The token after the number and what it counts.
    int read(Numeral low, Numeral high, int first) {
        int next = high.next();
        Bound bound = bounds.of(first, next);
        if (isAge(low, first, next)) {
            facts.figure(Measure.AGE, "", low.value(), high.value(), "", bound, first, next);
            return next;
        }
        Vocable counted = isName(low, first, next) ? null : counted(next);
        if (counted == null || low.value() < 1) {
            return next;
        }
        int end = counted.last() + 1;
        facts.figure(Measure.COUNT, counted.concept(), low.value(), high.value(), periods.of(end), bound, first, end);
        return end;
    }

    private boolean isAge(Numeral number, int first, int next) {
        String words = passage.before(first);
        if (!Passage.endsWith(words, AGED) || number.value() >= 100 || number.value() % 1 != 0) {
            return false;
        }
        return passage.is(first - 2, AGES)
                || passage.is(first - 3, AGES)
                || words.endsWith(" aged")
                || passage.word(next).equals("s");
    }

    /// Whether the number is part of a name: `ligne 4`, a postcode, a telephone number.
    private boolean isName(Numeral number, int first, int next) {
        String previous = passage.word(first - 1);
        boolean code = passage.isNumber(first)
                && number.value() >= 1000
                && passage.word(first).length() >= 4
                && passage.length(first) == passage.word(first).length();
        return code
                || Reading.NAMED.contains(previous)
                || passage.isNumber(first - 1)
                || passage.isNumber(next)
                || previous.equals("-")
                || previous.equals("/");
    }

    private @Nullable Vocable counted(int at) {
        if (!passage.has(at) || !passage.token(at).isWord()) {
            return null;
        }
        Vocable vocable = reading.vocableAt(at);
        return vocable != null && vocable.role() == Role.CONTENT ? vocable : null;
    }
}
