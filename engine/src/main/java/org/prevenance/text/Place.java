package org.prevenance.text;

/// Some characters of a text.
///
/// @param start offset of the first, in UTF-16 units
/// @param end   offset after the last
public record Place(NamedText in, int start, int end) {
    /// From 1.
    public int line() {
        int line = 1;
        for (int i = 0; i < start; i++) {
            if (in.text().charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /// In characters, from 1.
    public int column() {
        return in.text().codePointCount(in.lineStart(start), start) + 1;
    }

    /// How many characters of the first line it covers, at least 1.
    public int width() {
        int stop = Math.min(end, in.lineEnd(start));
        return stop <= start ? 1 : in.text().codePointCount(start, stop);
    }

    /// The whole line on which it begins.
    public String sourceLine() {
        return in.text().substring(in.lineStart(start), Math.max(in.lineStart(start), in.lineEnd(start)));
    }
}
