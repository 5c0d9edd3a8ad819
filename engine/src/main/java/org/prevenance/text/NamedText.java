package org.prevenance.text;

/// The content of a file, with the name that messages call it by.
///
/// @param file as a reader would find it, `playbooks/telecom/bills.playbook.yaml`
/// @param text the whole content, lines ended by `\n` or `\r\n`
public record NamedText(String file, String text) {
    /// The place of the character at this offset; an offset past the end means the end.
    public Place at(int offset) {
        return at(offset, offset + 1);
    }

    /// The place of the characters from `start` until before `end`.
    public Place at(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        return new Place(this, from, Math.max(from, Math.min(end, text.length())));
    }

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        int stop = end < 0 ? text.length() : end;
        return stop > 0 && stop > lineStart(offset) && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
    }

    @Override
    public String toString() {
        return file;
    }
}
