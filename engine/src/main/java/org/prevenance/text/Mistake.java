package org.prevenance.text;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Something wrong in a text that a person wrote: where, what, and what to do about it.
///
/// @param line       from 1
/// @param column     in characters, from 1
/// @param width      how many characters are concerned, at least 1
/// @param what       what is wrong and what was expected
/// @param sourceLine the line as written
/// @param hint       what to write instead; null where nothing is near
public record Mistake(
        String file,
        int line,
        int column,
        int width,
        String what,
        String sourceLine,
        @Nullable String hint) implements Comparable<Mistake> {
    private static final Comparator<Mistake> ORDER = Comparator.comparing(Mistake::file)
            .thenComparingInt(Mistake::line)
            .thenComparingInt(Mistake::column)
            .thenComparing(Mistake::what);

    public static Mistake at(Place place, String what, @Nullable String hint) {
        return new Mistake(
                place.in().file(), place.line(), place.column(), place.width(), what, place.sourceLine(), hint);
    }

    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }

    /// `file:line:column: what`, the line, a caret under the place, and the hint.
    public String render() {
        StringBuilder out = new StringBuilder();
        out.append(file).append(':').append(line).append(':').append(column).append(": ");
        out.append(what).append("\n    ").append(sourceLine.replace('\t', ' ')).append("\n    ");
        out.repeat(' ', column - 1).repeat('^', width);
        if (hint != null) {
            out.append("\n  ").append(hint);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return render();
    }
}
