package org.prevenance.wording;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How much two things said are about the same (Dice's coefficient, 1945): twice what both have, of all that each has.
final class Alike {
    /// Contexts below this weight come from other sentences and exclude nothing.
    private static final double NEAR = 0.5;

    private Alike() {}

    /// 0 to 1; 0 where the two exclude each other, 1 where both are empty.
    static double sets(Set<String> a, Set<String> b) {
        if (excluded(a, b)) {
            return 0;
        }
        int all = a.size() + b.size();
        return all == 0 ? 1 : 2.0 * a.stream().filter(b::contains).count() / all;
    }

    static double weighted(Map<String, Double> a, Map<String, Double> b) {
        if (excluded(near(a), near(b))) {
            return 0;
        }
        double both = 0;
        double all = 0;
        for (Map.Entry<String, Double> entry : a.entrySet()) {
            all += entry.getValue();
            both += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0.0));
        }
        for (double weight : b.values()) {
            all += weight;
        }
        return all == 0 ? 1 : 2 * both / all;
    }

    private static Set<String> near(Map<String, Double> context) {
        Set<String> near = new HashSet<>();
        context.forEach((concept, weight) -> {
            if (weight >= NEAR) {
                near.add(concept);
            }
        });
        return near;
    }

    /// Whether they name different members of one set, such as adults and children.
    static boolean excluded(Collection<String> a, Collection<String> b) {
        for (String one : a) {
            int slash = one.indexOf('/');
            if (slash > 0 && !b.contains(one)) {
                String set = one.substring(0, slash + 1);
                boolean other = b.stream().anyMatch(concept -> concept.startsWith(set));
                boolean shared = a.stream().anyMatch(concept -> concept.startsWith(set) && b.contains(concept));
                if (other && !shared) {
                    return true;
                }
            }
        }
        return false;
    }
}
