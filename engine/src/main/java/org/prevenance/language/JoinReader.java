package org.prevenance.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads which earlier events an indicator looks at beside each event: `with: {asked: contact.received, on:
/// event.contact}`.
final class JoinReader {
    private static final String EXAMPLE = "Write with: {asked: contact.received, on: event.contact}, for instance.";
    static final int FURTHEST_BACK = 100;

    private final Vocabulary vocabulary;
    private final Mistakes mistakes;

    JoinReader(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
    }

    Declared.@Nullable With read(Form form) {
        if (!form.has("with")) {
            return null;
        }
        int before = mistakes.size();
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(form.entries("with"));
        Yaml.Entry key = entries.remove("on");
        List<Declared.Joined> joined = new ArrayList<>();
        entries.forEach((name, entry) -> {
            Declared.Joined one = joined(name, entry);
            if (one != null) {
                joined.add(one);
            }
        });
        if (entries.isEmpty() && mistakes.size() == before) {
            mistakes.add(form.keyPlace("with"), "with names no event.", EXAMPLE);
        }
        return new Declared.With(joined, key == null ? null : key(key));
    }

    private @Nullable Formula key(Yaml.Entry key) {
        if (key.value() instanceof Yaml.Scalar scalar) {
            return Formula.parse(scalar, mistakes);
        }
        mistakes.add(key.key(), "on must be an expression, not " + key.value().what() + ".", EXAMPLE);
        return null;
    }

    private Declared.@Nullable Joined joined(String name, Yaml.Entry entry) {
        if (!PlaybookReader.canBeNamed(name)) {
            mistakes.add(
                    entry.key(),
                    name + " cannot be the name of an earlier event.",
                    "Use letters, digits and _, beginning with a small letter, and no word of the language.");
            return null;
        }
        return switch (entry.value()) {
            case Yaml.Scalar scalar -> joined(name, entry, scalar, 0);
            case Yaml.Mapping mapping -> {
                Form form = new Form(mapping, mistakes);
                form.require("of");
                Yaml.Scalar of = form.scalar("of");
                int back = back(form);
                form.done();
                yield of == null ? null : joined(name, entry, of, back);
            }
            default -> {
                mistakes.add(entry.value().place(), name + " must name an event type.", EXAMPLE);
                yield null;
            }
        };
    }

    private Declared.@Nullable Joined joined(String name, Yaml.Entry entry, Yaml.Scalar of, int back) {
        EventType type = Titles.type(of, vocabulary, mistakes);
        return type == null ? null : new Declared.Joined(entry.key(), name, type, back);
    }

    private int back(Form form) {
        Yaml.Scalar back = form.scalar("back");
        if (back == null) {
            return 0;
        }
        int count = back.text().matches("[1-9][0-9]{0,2}") ? Integer.parseInt(back.text()) : 0;
        if (count == 0 || count > FURTHEST_BACK) {
            mistakes.add(
                    back.place(),
                    "back must be a whole number from 1 (the latest) to " + FURTHEST_BACK + ", not " + back.text()
                            + ".");
            return 0;
        }
        return count - 1;
    }
}
