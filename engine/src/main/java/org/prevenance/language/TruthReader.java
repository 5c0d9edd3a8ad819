package org.prevenance.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Playbook.Truth;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;

/// Reads what a playbook says a backtest is to compare its signals with.
final class TruthReader {
    private final Formulas formulas;
    private final Mistakes mistakes;
    private final Durations durations;
    private final Set<String> signals;

    /// @param signals the names of the playbook's signals
    TruthReader(Formulas formulas, Mistakes mistakes, Set<String> signals) {
        this.formulas = formulas;
        this.mistakes = mistakes;
        this.signals = signals;
        durations = new Durations(mistakes);
    }

    List<Declared.Truth> read(Form playbook) {
        List<Declared.Truth> truths = new ArrayList<>();
        playbook.entries("truth").forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Mapping mapping) {
                truths.add(truth(name, entry, new Form(mapping, mistakes)));
            } else {
                mistakes.add(entry.key(), name + " needs of, and perhaps where.");
            }
        });
        return truths;
    }

    private Declared.Truth truth(String name, Yaml.Entry entry, Form form) {
        form.require("of");
        List<EventType> types = formulas.types(form, "of");
        Yaml.Scalar scalar = form.scalar("where");
        Formula where = scalar == null ? null : Formula.parse(scalar, mistakes);
        Truth.Counts as = form.oneOf("as", Truth.Counts.class);
        int within = within(form.scalar("within"));
        List<String> confirms = confirms(form);
        form.done();
        return new Declared.Truth(
                entry.key(), name, types, where, as == null ? Truth.Counts.COMPLAINT : as, within, confirms);
    }

    private int within(Yaml.@Nullable Scalar scalar) {
        Declared.Duration length = durations.length(scalar, "within");
        if (length == null || scalar == null) {
            return Truth.USUAL_DAYS;
        }
        if (length.days() == 0) {
            mistakes.add(scalar.place(), "within is counted in calendar days here.", "Write 180d, for instance.");
        }
        return length.days();
    }

    private @Nullable List<String> confirms(Form form) {
        if (!form.has("confirms")) {
            return null;
        }
        List<String> named = new ArrayList<>();
        for (Yaml.Scalar signal : form.scalars("confirms")) {
            if (!signals.contains(signal.text())) {
                mistakes.unknown(
                        signal.place(), signal.text() + " is not a signal of this playbook.", signal.text(), signals);
            }
            named.add(signal.text());
        }
        return named;
    }
}
