package org.prevenance.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads the expressions and event types that stand under a key.
final class Formulas {
    private final Vocabulary vocabulary;
    private final Mistakes mistakes;

    Formulas(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
    }

    /// Null where none stands there, or one that cannot be read, which is reported.
    @Nullable
    Formula one(Form form, String key) {
        Yaml.Scalar scalar = form.scalar(key);
        return scalar == null ? null : Formula.parse(scalar, mistakes);
    }

    /// Those that can be read; the others are reported.
    List<Formula> all(Form form, String key) {
        List<Formula> formulas = new ArrayList<>();
        for (Yaml.Scalar scalar : form.scalars(key)) {
            Formula formula = Formula.parse(scalar, mistakes);
            if (formula != null) {
                formulas.add(formula);
            }
        }
        return formulas;
    }

    /// Each once; those that the vocabulary does not declare are reported.
    List<EventType> types(Form form, String key) {
        List<EventType> types = new ArrayList<>();
        for (Yaml.Scalar name : form.scalars(key)) {
            EventType type = Titles.type(name, vocabulary, mistakes);
            if (type != null && !types.contains(type)) {
                types.add(type);
            }
        }
        return types;
    }
}
