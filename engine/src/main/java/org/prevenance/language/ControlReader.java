package org.prevenance.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one control of a playbook.
final class ControlReader {
    private final Mistakes mistakes;
    private final Durations durations;
    private final SignalReader signals;

    ControlReader(Vocabulary vocabulary, Mistakes mistakes) {
        this.mistakes = mistakes;
        this.durations = new Durations(mistakes);
        this.signals = new SignalReader(vocabulary, mistakes);
    }

    Declared.@Nullable Control read(String name, Yaml.Entry entry) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            mistakes.add(entry.key(), "A control's name is lower-case letters, digits and -, not " + name + ".");
        }
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(entry.value().place(), "A control is described by a mapping, with command and value.");
            return null;
        }
        Form form = new Form(mapping, mistakes);
        form.require("command", "value");
        Declared.Title title = Titles.read(form, name, mistakes);
        Formula when = formula(form, "when");
        String command = form.text("command");
        Formula value = formula(form, "value");
        Formula step = formula(form, "step");
        Form handForm = form.form("hand");
        Declared.Hand hand = handForm == null ? null : hand(handForm);
        List<String> purposes = signals.purposes(form);
        form.done();
        return command == null || value == null
                ? null
                : new Declared.Control(entry.key(), name, title, when, command, value, step, hand, purposes);
    }

    private Declared.@Nullable Hand hand(Form form) {
        form.require("shows", "at", "rest");
        Formula shows = formula(form, "shows");
        Formula at = formula(form, "at");
        Yaml.Scalar written = form.scalar("rest");
        Declared.Duration rest = durations.length(written, "rest");
        if (written != null && rest != null && rest.days() > 0) {
            mistakes.add(written.place(), "rest is an exact length of time.", "Write 48h, for instance.");
        }
        form.done();
        return shows == null || at == null || rest == null ? null : new Declared.Hand(shows, at, rest.micros());
    }

    private @Nullable Formula formula(Form form, String key) {
        Yaml.Scalar scalar = form.scalar(key);
        return scalar == null ? null : Formula.parse(scalar, mistakes);
    }
}
