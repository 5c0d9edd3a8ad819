package org.prevenance.language;

import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Indicator;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.Vocabulary;

/// Reads indicators that look at other subjects.
final class AcrossReader {
    private final Vocabulary vocabulary;
    private final Mistakes mistakes;
    private final Formulas formulas;

    AcrossReader(Vocabulary vocabulary, Mistakes mistakes, Formulas formulas) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
        this.formulas = formulas;
    }

    /// `{read: monthly, of: offer}`
    Declared.@Nullable Indicator read(String name, Place place, Declared.Title title, Form form) {
        form.require("of");
        Yaml.Scalar read = form.scalar("read");
        Yaml.Scalar kind = form.scalar("of");
        Yaml.Scalar id = form.scalar("id");
        Yaml.Scalar at = form.scalar("at");
        boolean then = form.flag("then");
        boolean perEvent = id != null && id.text().startsWith(Names.EVENT + ".");
        if (at != null && (perEvent || then)) {
            mistakes.add(form.keyPlace("at"), "at does not go with what is read for each event.");
        }
        form.done();
        int other = kind(kind);
        return read == null || other < 0 ? null : new Declared.Read(place, name, title, read, other, id, at, then);
    }

    /// The kind of subject that is written, or -1.
    private int kind(Yaml.@Nullable Scalar written) {
        if (written == null) {
            return -1;
        }
        int kind = vocabulary.kind(written.text());
        if (kind < 0) {
            mistakes.unknown(
                    written.place(),
                    "The kind of subject " + written.text() + " is not declared.",
                    written.text(),
                    vocabulary.kinds());
        }
        return kind;
    }

    /// `{peers: median, of: usage, among: postcode}`
    Declared.@Nullable Indicator peers(String name, Place place, Declared.Title title, Form form) {
        form.require("of", "among");
        Indicator.Rollup rollup = form.oneOf("peers", Indicator.Rollup.class);
        Yaml.Scalar of = form.scalar("of");
        Yaml.Scalar among = form.scalar("among");
        form.done();
        return rollup == null || of == null || among == null
                ? null
                : new Declared.Peers(place, name, title, rollup, of, among);
    }

    /// `{least: offer.monthly, of: offer}`
    Declared.@Nullable Least least(String name, Place place, Declared.Title title, Form form) {
        form.require("of");
        Formula least = formulas.one(form, "least");
        int kind = kind(form.scalar("of"));
        Formula where = formulas.one(form, "where");
        String gives = form.text("gives");
        if (gives != null && !gives.equals("which")) {
            mistakes.add(form.keyPlace("gives"), "gives can only be which: the subject with the least.");
        }
        form.done();
        return least == null || kind < 0
                ? null
                : new Declared.Least(place, name, title, least, kind, where, gives != null);
    }

    /// `{gather: count, of: contract, by: offer_now}`
    Declared.@Nullable Gathered gathered(String name, Place place, Declared.Title title, Form form) {
        form.require("of", "by");
        Indicator.Rollup rollup = form.oneOf("gather", Indicator.Rollup.class);
        if (rollup != null && rollup != Indicator.Rollup.COUNT) {
            form.require("value");
        }
        int kind = kind(form.scalar("of"));
        Yaml.Scalar value = form.scalar("value");
        Yaml.Scalar where = form.scalar("where");
        Yaml.Scalar by = form.scalar("by");
        form.done();
        boolean whole = rollup == Indicator.Rollup.COUNT || value != null;
        return rollup == null || kind < 0 || by == null || !whole
                ? null
                : new Declared.Gathered(place, name, title, rollup, kind, value, where, by);
    }
}
