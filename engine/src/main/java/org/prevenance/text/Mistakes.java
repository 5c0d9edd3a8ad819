package org.prevenance.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects mistakes, so that a reader reports all of them at once. Not thread-safe.
public final class Mistakes {
    private final Set<Mistake> found = new LinkedHashSet<>();

    public void add(Place place, String what) {
        add(place, what, null);
    }

    public void add(Place place, String what, @Nullable String hint) {
        found.add(Mistake.at(place, what, hint));
    }

    /// Says that `name` is not one of the known names, with the nearest of them as a hint.
    public void unknown(Place place, String what, String name, Collection<String> known) {
        String near = Nearest.to(name, known);
        add(place, what, near == null ? null : "Maybe write " + near + ".");
    }

    public int size() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// By file, line and column.
    public List<Mistake> sorted() {
        List<Mistake> sorted = new ArrayList<>(found);
        sorted.sort(null);
        return sorted;
    }
}
