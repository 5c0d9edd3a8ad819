package org.prevenance.wording;

import java.util.Set;

/// `7 j/7`, `24/7`: open on all days. `24 h sur 24` says nothing that could be compared, and is no figure either.
final class AlwaysReader implements FactReader {
    private static final Set<String> OVER = Set.of("sur", "/");
    private static final int ALL_DAYS = 127;

    private final Passage passage;
    private final Facts facts;

    AlwaysReader(Passage passage, Facts facts) {
        this.passage = passage;
        this.facts = facts;
    }

    @Override
    public int read(int at) {
        if (!isWhole(at)) {
            return at;
        }
        for (int over = at + 1; over <= at + 3; over++) {
            if (passage.is(over, OVER) && isWhole(over + 1)) {
                int next = over + 2;
                if (passage.token(at).number() == 7 || passage.token(over + 1).number() == 7) {
                    facts.weekdays(ALL_DAYS, 0, at, next);
                }
                return next;
            }
        }
        return at;
    }

    /// All hours of a day, or all days of a week.
    private boolean isWhole(int at) {
        return passage.isNumber(at)
                && (passage.token(at).number() == 24 || passage.token(at).number() == 7);
    }
}
