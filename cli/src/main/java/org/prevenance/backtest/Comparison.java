package org.prevenance.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prevenance.measure.JudgedCase;

/// How the cases of two versions differ. A case of one is the same as a case of the other when signal and subject are
/// the same and both stood open at some instant.
///
/// @param gained cases that only the new version has
/// @param lost   cases that only the old version has
/// @param kept   cases of both
public record Comparison(Outcome old, List<JudgedCase> gained, List<JudgedCase> lost, List<Kept> kept) {
    public Comparison {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        kept = List.copyOf(kept);
    }

    /// A case of both versions.
    public record Kept(JudgedCase before, JudgedCase after) {}

    static Comparison of(Outcome old, Outcome current) {
        Map<String, List<JudgedCase>> left = new HashMap<>();
        old.live()
                .cases()
                .forEach(one ->
                        left.computeIfAbsent(key(one), _ -> new ArrayList<>()).add(one));
        List<JudgedCase> gained = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (JudgedCase one : current.live().cases()) {
            List<JudgedCase> candidates = left.getOrDefault(key(one), List.of());
            JudgedCase same = candidates.stream()
                    .filter(other -> overlap(one, other))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                gained.add(one);
            } else {
                candidates.remove(same);
                kept.add(new Kept(same, one));
            }
        }
        List<JudgedCase> lost = old.live().cases().stream()
                .filter(one -> left.getOrDefault(key(one), List.of()).contains(one))
                .toList();
        return new Comparison(old, gained, lost, kept);
    }

    private static String key(JudgedCase one) {
        return one.signal() + " " + one.subject();
    }

    private static boolean overlap(JudgedCase a, JudgedCase b) {
        return !end(a).isBefore(b.opened()) && !end(b).isBefore(a.opened());
    }

    private static Instant end(JudgedCase one) {
        return one.closed() == null ? Instant.MAX : one.closed();
    }
}
