package org.prevenance.wording;

import java.util.List;

/// What one channel answers.
///
/// @param sources where its figures come from: addresses or names
public record Answer(String text, List<String> sources) {
    public Answer {
        sources = List.copyOf(sources);
    }

    public static Answer of(String text) {
        return new Answer(text, List.of());
    }
}
