package org.prevenance.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.prevenance.expression.Expr;

/// What some expressions read, gathered while they are compiled.
final class Usage {
    private final SortedSet<Integer> indicators = new TreeSet<>();
    private final SortedSet<Integer> others = new TreeSet<>();
    private final SortedSet<String> fields = new TreeSet<>();
    private final SortedSet<String> items = new TreeSet<>();
    private final List<Expr> timers = new ArrayList<>();
    private boolean readsToday;

    void indicator(int ordinal) {
        indicators.add(ordinal);
    }

    /// An indicator that is read of another subject for each event.
    void other(int ordinal) {
        others.add(ordinal);
    }

    void field(String path) {
        fields.add(path);
    }

    /// @param part of the items of a list
    void item(String part) {
        items.add(part);
    }

    void today() {
        readsToday = true;
    }

    /// @param instant when a comparison of `elapsed(…)` turns
    void timer(Expr instant) {
        timers.add(instant);
    }

    List<Integer> indicators() {
        return List.copyOf(indicators);
    }

    List<Integer> others() {
        return List.copyOf(others);
    }

    /// Paths of the event fields read.
    SortedSet<String> fields() {
        return fields;
    }

    /// Names of the parts of items read.
    SortedSet<String> items() {
        return items;
    }

    List<Expr> timers() {
        return List.copyOf(timers);
    }

    boolean readsToday() {
        return readsToday;
    }
}
