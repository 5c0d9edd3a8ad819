package org.prevenance.wording;

import java.util.List;
import org.prevenance.wording.Fact.Measure;

/// The weekdays of a whole text: where several days are named together, the others are closed.
final class OpenDays {
    private static final int ALL = 127;

    private final List<Fact> facts;

    OpenDays(List<Fact> facts) {
        this.facts = facts;
    }

    List<Fact> settled() {
        int open = 0;
        int closed = 0;
        boolean several = false;
        for (Fact fact : facts) {
            if (fact.measure() == Measure.WEEKDAYS) {
                open |= (int) fact.low();
                closed |= (int) fact.high();
                several |= Integer.bitCount((int) fact.low()) > 1;
            }
        }
        int taken = closed;
        int rest = several ? closed | ALL & ~open : closed;
        return facts.stream()
                .map(fact -> fact.measure() == Measure.WEEKDAYS ? fact.days((int) fact.low() & ~taken, rest) : fact)
                .toList();
    }
}
