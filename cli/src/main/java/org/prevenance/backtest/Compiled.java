package org.prevenance.backtest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.language.Playbooks;
import org.prevenance.playbook.Program;
import org.prevenance.text.Checked;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Compiles all candidates of a backtest, so that they share one vocabulary and can be tried on events read once.
public final class Compiled {
    private final Vocabulary vocabulary;
    private final Symbols symbols = new Symbols();
    private final Subjects subjects;

    private Compiled(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.subjects = new Subjects(vocabulary.kinds());
    }

    /// All candidates.
    ///
    /// @param name of the main candidate
    /// @param old  an older version; null: none
    /// @throws IOException with what is wrong: mistakes of playbooks, a path that leads nowhere
    public static Backtest.Candidates of(
            String name, Selection main, @Nullable Variation variation, @Nullable Selection old, String oldName)
            throws IOException {
        var vocabularies =
                old == null ? main.vocabularies() : Selection.together(main.vocabularies(), old.vocabularies());
        Compiled compiled = new Compiled(right(VocabularyReader.read(vocabularies)));
        Candidate candidate = compiled.candidate(name, main);
        List<Candidate> variations = new ArrayList<>();
        if (variation != null) {
            for (String value : variation.values()) {
                variations.add(compiled.candidate(value, varied(variation, main, value)));
            }
        }
        return new Backtest.Candidates(
                candidate,
                variation == null ? null : new BacktestResult.Varied(variation.path(), present(variation, main)),
                variations,
                old == null ? null : compiled.candidate(oldName, old));
    }

    private static String present(Variation variation, Selection main) throws IOException {
        try {
            return variation.present(main);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Selection varied(Variation variation, Selection main, String value) throws IOException {
        try {
            return variation.with(main, value);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Candidate candidate(String name, Selection selection) throws IOException {
        Program program = right(Playbooks.compile(vocabulary, selection.all(), symbols, subjects));
        return Candidate.of(name, program, selection.signals(program));
    }

    private static <T> T right(Checked<T> checked) throws IOException {
        return switch (checked) {
            case Checked.Right<T>(T value) -> value;
            case Checked.Wrong<T> wrong -> throw new IOException(wrong.render());
        };
    }
}
