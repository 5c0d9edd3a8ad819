package org.prevenance.sources;

import java.util.List;
import java.util.stream.Collectors;
import org.prevenance.text.Mistake;

/// A sources file that cannot be used. Carries every mistake in it, in the order of the file.
public final class SourcesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    SourcesException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::render).collect(Collectors.joining("\n\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
