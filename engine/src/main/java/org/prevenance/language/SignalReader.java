package org.prevenance.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Action;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one signal of a playbook.
final class SignalReader {
    private final Vocabulary vocabulary;
    private final Mistakes mistakes;
    private final Durations durations;

    SignalReader(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
        durations = new Durations(mistakes);
    }

    Declared.@Nullable Signal read(String name, Yaml.Entry entry) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            mistakes.add(entry.key(), "A signal's name is lower-case letters, digits and -, not " + name + ".");
        }
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(entry.value().place(), "A signal is described by a mapping, with when and because.");
            return null;
        }
        Form form = new Form(mapping, mistakes);
        form.require("when", "because");
        Declared.Title title = Titles.read(form, name, mistakes);
        Formula when = formula(form, "when");
        Formula until = formula(form, "until");
        Formula harm = formula(form, "harm");
        Declared.Duration holdsFor = durations.length(form.scalar("for"), "for");
        List<EventType> judged = new ArrayList<>();
        boolean dayEnd = judged(form, judged);
        List<Yaml.Scalar> evidence = form.has("evidence") ? form.scalars("evidence") : null;
        List<String> purposes = purposes(form);
        Form because = form.form("because");
        List<Declared.Sentence> sentences = because == null ? List.of() : sentences(because);
        List<Action> actions = new Actions(mistakes, durations).read(form);
        form.done();
        if (when == null || sentences.size() < 2) {
            return null;
        }
        return new Declared.Signal(
                entry.key(),
                name,
                title,
                when,
                judged,
                dayEnd,
                holdsFor == null ? Declared.Duration.NONE : holdsFor,
                until,
                harm,
                evidence,
                purposes,
                sentences.getFirst(),
                sentences.getLast(),
                actions);
    }

    private boolean judged(Form form, List<EventType> types) {
        boolean dayEnd = false;
        for (Yaml.Scalar moment : form.scalars("judged")) {
            if (moment.text().equals("day-end")) {
                dayEnd = true;
            } else {
                EventType type = Titles.type(moment, vocabulary, mistakes);
                if (type != null) {
                    types.add(type);
                }
            }
        }
        return dayEnd;
    }

    List<String> purposes(Form form) {
        List<String> purposes = new ArrayList<>();
        for (Yaml.Scalar purpose : form.scalars("purpose")) {
            if (!vocabulary.purposes().containsKey(purpose.text())) {
                mistakes.unknown(
                        purpose.place(),
                        "The purpose " + purpose.text() + " is not declared.",
                        purpose.text(),
                        vocabulary.purposes().keySet());
            }
            purposes.add(purpose.text());
        }
        return purposes;
    }

    private List<Declared.Sentence> sentences(Form because) {
        because.require("fr", "en");
        List<Declared.Sentence> sentences = new ArrayList<>();
        for (String language : List.of("fr", "en")) {
            Yaml.Scalar scalar = because.scalar(language);
            Declared.Sentence sentence = scalar == null ? null : sentence(scalar);
            if (sentence != null) {
                sentences.add(sentence);
            }
        }
        because.done();
        return sentences;
    }

    /// Text with `{expression}` holes; a brace that is meant is written twice.
    private Declared.@Nullable Sentence sentence(Yaml.Scalar scalar) {
        String text = scalar.text();
        List<String> texts = new ArrayList<>();
        List<Formula> holes = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        boolean wrong = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && twice) {
                literal.append(c);
                i++;
            } else if (c == '{') {
                int end = holeEnd(text, i);
                Formula hole = end < 0 ? null : Formula.parse(scalar, i + 1, text.substring(i + 1, end), mistakes);
                if (end < 0) {
                    mistakes.add(scalar.at(i, i + 1), "This { is never closed.", "Write {{ for a brace.");
                    return null;
                }
                wrong |= hole == null;
                if (hole != null) {
                    texts.add(literal.toString());
                    literal.setLength(0);
                    holes.add(hole);
                }
                i = end;
            } else {
                literal.append(c);
            }
        }
        texts.add(literal.toString());
        return wrong ? null : new Declared.Sentence(texts, holes);
    }

    /// The closing brace, those inside quotes left aside; -1 where there is none.
    private static int holeEnd(String text, int start) {
        char quote = 0;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Formula formula(Form form, String key) {
        Yaml.Scalar scalar = form.scalar(key);
        return scalar == null ? null : Formula.parse(scalar, mistakes);
    }

    /// Reads `then`.
    private record Actions(Mistakes mistakes, Durations durations) {
        List<Action> read(Form signal) {
            List<Action> actions = new ArrayList<>();
            switch (signal.any("then")) {
                case null -> {}
                case Yaml.Items list -> list.items().forEach(item -> action(item, actions));
                case Yaml other -> signal.wrongType("then", other, "a list of actions");
            }
            return actions;
        }

        private void action(Yaml item, List<Action> actions) {
            if (!(item instanceof Yaml.Mapping mapping) || mapping.entries().size() != 1) {
                mistakes.add(
                        item.place(),
                        "An action is one of call, device, message or silence with its settings.",
                        "Write - call: {team: billing, within: 2d, kind: service}.");
                return;
            }
            Form outer = new Form(mapping, mistakes);
            String name = mapping.entries().keySet().iterator().next();
            if (!List.of("call", "device", "message", "silence").contains(name)) {
                outer.done(List.of("call", "device", "message", "silence"));
                return;
            }
            Form form = outer.form(name);
            if (form != null) {
                actions.add(settings(Action.Kind.valueOf(name.toUpperCase(Locale.ROOT)), form));
            }
        }

        private Action settings(Action.Kind kind, Form form) {
            Map<String, String> settings = new LinkedHashMap<>();
            switch (kind) {
                case CALL -> {
                    form.require("team", "within", "kind");
                    copy(form, settings, "team", "kind");
                    Yaml.Scalar within = form.scalar("within");
                    if (durations.length(within, "within") != null && within != null) {
                        settings.put("within", within.text());
                    }
                    outreachKind(form);
                }
                case DEVICE -> {
                    form.require("command", "value");
                    copy(form, settings, "command", "value");
                }
                case MESSAGE -> {
                    form.require("channel", "kind", "fr", "en");
                    copy(form, settings, "channel", "kind", "fr", "en");
                    outreachKind(form);
                }
                case SILENCE -> {
                    form.require("reason");
                    copy(form, settings, "reason");
                }
            }
            form.done();
            return new Action(kind, settings);
        }

        private static void copy(Form form, Map<String, String> settings, String... keys) {
            for (String key : keys) {
                String value = form.text(key);
                if (value != null) {
                    settings.put(key, value);
                }
            }
        }

        private void outreachKind(Form form) {
            Yaml.Scalar kind = form.scalar("kind");
            if (kind != null && !List.of("service", "prospection").contains(kind.text())) {
                mistakes.unknown(
                        kind.place(),
                        "kind must be service or prospection, not " + kind.text() + ".",
                        kind.text(),
                        List.of("service", "prospection"));
            }
        }
    }
}
