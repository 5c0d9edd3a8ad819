package org.prevenance.sources;

import org.jspecify.annotations.Nullable;

/// One mistake in a sources file, with its place.
///
/// @param line   from 1
/// @param column from 1
/// @param what   what is wrong, with the value
/// @param text   the line as written
/// @param hint   what to do, a full sentence; null where nothing sensible can be said
public record Mistake(String file, int line, int column, String what, String text, @Nullable String hint) {

    /// Four lines as a compiler would show them: place and reason, the line, a caret, the hint.
    public String message() {
        String head = "ERROR: %s:%d:%d: %s%n | %s%n | %s^"
                .formatted(file, line, column, what, text, ".".repeat(Math.max(0, column - 1)));
        return hint == null ? head : head + "%n%s".formatted(hint);
    }
}
