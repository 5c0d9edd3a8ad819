package org.prevenance.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks that everybody who answered flagged the same bills.
final class Agreement {
    private static final int SHOWN = 10;

    private Agreement() {}

    /// @throws IllegalStateException when two answers to the same data differ, with some of the bills that they
    /// differ in
    static void check(List<Run> runs, Map<String, Dataset> dataOf) {
        Map<Dataset, Run> firsts = new HashMap<>();
        for (Run run : runs) {
            Dataset data = dataOf.get(run.contestant().name());
            if (run.contestant().compared() && data != null) {
                Run first = firsts.putIfAbsent(data, run);
                if (first != null && !first.flagged().equals(run.flagged())) {
                    throw new IllegalStateException("%s and %s differ. Only the first flagged %s; only the second %s."
                            .formatted(
                                    first.contestant().title(),
                                    run.contestant().title(),
                                    some(without(first.flagged(), run.flagged())),
                                    some(without(run.flagged(), first.flagged()))));
                }
            }
        }
    }

    private static Set<String> without(Collection<String> some, Collection<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }

    private static String some(Set<String> bills) {
        List<String> shown = bills.stream().sorted().limit(SHOWN).toList();
        return bills.size() + " bills" + (bills.isEmpty() ? "" : " such as " + shown);
    }
}
