package org.prevenance.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.prevenance.playbook.Fold;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;

/// Reads by what events are grouped, and what becomes of the groups.
final class GroupReader {
    private static final Set<String> COMPARING = Set.of("contradictions", "contradiction");

    private final Mistakes mistakes;
    private final Formulas formulas;
    private final AggregationReader aggregations;

    GroupReader(Mistakes mistakes, Formulas formulas, AggregationReader aggregations) {
        this.mistakes = mistakes;
        this.formulas = formulas;
        this.aggregations = aggregations;
    }

    /// @param key the aggregation
    Declared.Group read(String key, Form form) {
        List<Formula> by = formulas.all(form, "by");
        boolean repeated = key.equals("repeated");
        if (COMPARING.contains(key)) {
            return compared(form, by);
        }
        aggregations.onlyWith(form, "sources", key, "contradictions");
        List<EventType> unless = form.has("unless") ? formulas.types(form, "unless") : List.of();
        List<Fold.Take> takes = takes(form, by.size(), repeated);
        Fold.Take take = takes.isEmpty() ? null : takes.getLast();
        if (repeated) {
            form.require("by", "apart");
        }
        for (String grouped : List.of("take", "having", "unless")) {
            if (form.has(grouped) && !form.has("by")) {
                mistakes.add(
                        form.keyPlace(grouped), grouped + " needs groups.", "Add by: event.subject, for instance.");
            }
        }
        Fold.Take combined = take == null && repeated ? Fold.Take.SUM : take;
        List<Fold.Take> inner = takes.isEmpty() ? List.of() : takes.subList(0, takes.size() - 1);
        return new Declared.Group(
                by, unless, inner, combined, formulas.one(form, "having"), formulas.one(form, "apart"), List.of());
    }

    /// One way to combine groups, or several: each but the last takes the last key away.
    private List<Fold.Take> takes(Form form, int keys, boolean repeated) {
        List<Yaml.Scalar> written = form.scalars("take");
        if (written.size() > 1 && (repeated || written.size() > keys)) {
            mistakes.add(
                    form.keyPlace("take"),
                    repeated
                            ? "repeated has one take."
                            : "take has " + written.size() + " steps, and by only "
                                    + (keys == 1 ? "one key." : keys + " keys."),
                    repeated ? null : "Each step but the last takes one key away: by: [event.day, event.hour].");
        }
        List<Fold.Take> takes = new ArrayList<>();
        for (Yaml.Scalar scalar : written) {
            Fold.Take take = form.oneOf(scalar, "take", Fold.Take.class);
            if (take != null) {
                takes.add(take);
            }
        }
        return takes;
    }

    /// The groups whose texts are compared: one key, and nothing that makes their values one.
    private Declared.Group compared(Form form, List<Formula> by) {
        form.require("by");
        for (String needless : List.of("take", "having")) {
            if (form.has(needless)) {
                form.any(needless);
                mistakes.add(
                        form.keyPlace(needless),
                        needless + " does not go with contradictions.",
                        "Leave it out: contradictions counts the pairs of groups, contradiction tells the first.");
            }
        }
        if (by.size() > 1) {
            mistakes.add(by.get(1).place(), "contradictions compares the groups of one key.", "Keep one key in by.");
        }
        List<EventType> unless = form.has("unless") ? formulas.types(form, "unless") : List.of();
        List<Formula> sources = formulas.all(form, "sources");
        return new Declared.Group(by, unless, List.of(), null, null, null, sources);
    }
}
