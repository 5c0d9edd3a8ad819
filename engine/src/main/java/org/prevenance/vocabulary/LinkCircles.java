package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prevenance.text.Mistakes;

/// Refuses links that go in a circle, through however many kinds: a subject would stand above itself, and what counts
/// for it would never end.
final class LinkCircles {
    private final List<String> kinds;
    private final Mistakes mistakes;
    private final List<Link> links = new ArrayList<>();

    private record Link(int lower, int upper, String name) {}

    LinkCircles(List<String> kinds, Mistakes mistakes) {
        this.kinds = kinds;
        this.mistakes = mistakes;
    }

    /// Adds the link that a field of the type makes from each of its kinds of subject, unless it would close a circle.
    void add(String type, List<Integer> about, DeclaredField field) {
        if (!field.link() || field.kind() < 0) {
            return;
        }
        String name = type + "." + field.name();
        for (int lower : about) {
            List<String> path = new ArrayList<>();
            if (leads(field.kind(), lower, path, new HashSet<>())) {
                String already = path.isEmpty()
                        ? "of a subject to one of its own kind (" + kinds.get(lower) + ")"
                        : "from " + kinds.get(lower) + " to " + kinds.get(field.kind()) + ", which is linked back by "
                                + String.join(", ", path);
                mistakes.add(
                        field.place(),
                        name + " would make a circle: a link " + already + ".",
                        "Leave link: true out of one of them: an event counts for what it names without it, too.");
                return;
            }
            links.add(new Link(lower, field.kind(), name));
        }
    }

    /// Whether links lead up from one kind to another; `path` then names them in order.
    private boolean leads(int from, int to, List<String> path, Set<Integer> seen) {
        if (from == to) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        for (Link link : links) {
            if (link.lower == from) {
                path.add(link.name);
                if (leads(link.upper, to, path, seen)) {
                    return true;
                }
                path.removeLast();
            }
        }
        return false;
    }
}
