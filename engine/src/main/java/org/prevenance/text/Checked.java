package org.prevenance.text;

import java.util.List;
import java.util.stream.Collectors;

/// What came out of reading texts: a value, or every mistake found in them.
public sealed interface Checked<T> {
    record Right<T>(T value) implements Checked<T> {}

    /// @param mistakes by file, line and column; at least one
    record Wrong<T>(List<Mistake> mistakes) implements Checked<T> {
        public Wrong {
            mistakes = List.copyOf(mistakes);
        }

        /// All mistakes, ready to be printed.
        public String render() {
            return mistakes.stream().map(Mistake::render).collect(Collectors.joining("\n\n"));
        }
    }

    /// The value.
    ///
    /// @throws IllegalArgumentException with all mistakes in its message
    default T orThrow() {
        return switch (this) {
            case Right<T>(T value) -> value;
            case Wrong<T> wrong ->
                throw new IllegalArgumentException(wrong.mistakes().size() + " mistakes:\n" + wrong.render());
        };
    }

    /// The mistakes; none for a right value.
    default List<Mistake> allMistakes() {
        return switch (this) {
            case Right<T> _ -> List.of();
            case Wrong<T>(List<Mistake> mistakes) -> mistakes;
        };
    }
}
