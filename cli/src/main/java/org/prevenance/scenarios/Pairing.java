package org.prevenance.scenarios;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.scenario.Scenario.Expected;
import org.prevenance.scenario.Scenario.Moment;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;

/// Pairs expectations with cases found, one to one and as many as possible, and tells what is left over.
///
/// @param missed     expectations that no case meets, in order of writing
/// @param unexpected cases that meet none, by signal, subject and opening
record Pairing(List<Expected> missed, List<Case> unexpected) {
    private static final Comparator<Case> ORDER =
            Comparator.comparing(Case::signal).thenComparing(Case::subject).thenComparing(Case::openedAt);

    static Pairing of(List<Expected> expected, List<Case> found, ZoneId zone) {
        List<Case> cases = found.stream().sorted(ORDER).toList();
        Search search = new Search(expected, cases, zone);
        List<Expected> missed = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!search.pair(i, new boolean[cases.size()])) {
                missed.add(expected.get(i));
            }
        }
        return new Pairing(missed, search.free());
    }

    static boolean concerns(Expected expected, Case one) {
        return one.signal().equals(expected.signal()) && one.subject().equals(expected.subject());
    }

    private static boolean meets(Expected expected, Case one, ZoneId zone) {
        return concerns(expected, one)
                && (expected.opened() == null || isAt(expected.opened(), one.openedAt(), zone))
                && (expected.closed() == null ? one.closedAt() == null : isAt(expected.closed(), one.closedAt(), zone))
                && (expected.by() == null || expected.by().equals(one.closedBy()))
                && (expected.harm() == null || isSame(expected.harm(), one.harm()));
    }

    static boolean isAt(Moment expected, @Nullable Instant found, ZoneId zone) {
        return found != null
                && switch (expected) {
                    case Moment.At(Instant instant) -> instant.equals(found);
                    case Moment.On(var day) -> day.equals(found.atZone(zone).toLocalDate());
                };
    }

    private static boolean isSame(Harm expected, @Nullable Harm found) {
        return found != null
                && expected.amount().compareTo(found.amount()) == 0
                && expected.currency().equals(found.currency());
    }

    /// An expectation may take a case from another one that can do with a different case.
    private static final class Search {
        private final List<Expected> expected;
        private final List<Case> cases;
        private final ZoneId zone;
        private final int[] takenBy;

        Search(List<Expected> expected, List<Case> cases, ZoneId zone) {
            this.expected = expected;
            this.cases = cases;
            this.zone = zone;
            this.takenBy = IntStream.generate(() -> -1).limit(cases.size()).toArray();
        }

        boolean pair(int wanting, boolean[] tried) {
            for (int i = 0; i < cases.size(); i++) {
                if (!tried[i] && meets(expected.get(wanting), cases.get(i), zone)) {
                    tried[i] = true;
                    if (takenBy[i] < 0 || pair(takenBy[i], tried)) {
                        takenBy[i] = wanting;
                        return true;
                    }
                }
            }
            return false;
        }

        List<Case> free() {
            return IntStream.range(0, cases.size())
                    .filter(i -> takenBy[i] < 0)
                    .mapToObj(cases::get)
                    .toList();
        }
    }
}
