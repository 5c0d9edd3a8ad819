package org.prevenance.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads what indicators, signals and playbooks have in common: titles, and names of event types.
final class Titles {
    private Titles() {}

    /// What a screen calls it, in both languages; the name where no title is written.
    static Declared.Title read(Form form, String name, Mistakes mistakes) {
        Form title = form.form("title");
        if (title == null) {
            return new Declared.Title(name, name);
        }
        title.require("fr", "en");
        String fr = title.text("fr");
        String en = title.text("en");
        title.done();
        return new Declared.Title(fr == null ? name : fr, en == null ? name : en);
    }

    static @Nullable EventType type(Yaml.Scalar name, Vocabulary vocabulary, Mistakes mistakes) {
        EventType type = vocabulary.type(name.text());
        if (type == null) {
            List<String> known =
                    vocabulary.types().stream().map(EventType::name).toList();
            mistakes.unknown(name.place(), "The event type " + name.text() + " is not declared.", name.text(), known);
        }
        return type;
    }
}
