package org.prevenance.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The objects of a JSON file, which is an array of them, or just one after another; each in the same buffer. Only
/// finds where
/// they begin and end: what is in them is for the reader of events. Not thread-safe.
final class JsonItems {
    private final int longest;
    private byte[] buffer = new byte[1 << 16];
    private InputStream in = InputStream.nullInputStream();
    private int filled;
    private int at;
    private int from;
    private long lines;
    private long line;
    private boolean begun;
    private long items;
    private boolean inArray;
    private boolean over;
    private @Nullable String problem;

    /// @param longest larger items are refused, and nothing after them is read
    JsonItems(int longest) {
        this.longest = longest;
    }

    void open(InputStream newIn) {
        in = newIn;
        filled = 0;
        at = 0;
        from = 0;
        lines = 1;
        begun = false;
        items = 0;
        inArray = false;
        over = false;
    }

    /// Whether a file that begins so has a whole object on its first line that is not blank: then it is read line by
    /// line, so
    /// that one broken line does not spoil others.
    static boolean looksLikeLines(byte[] start, int length) {
        int at = 0;
        while (at < length && start[at] != '{') {
            if (start[at] == '[' || start[at] == '"') {
                return false;
            }
            at++;
        }
        int depth = 0;
        boolean quoted = false;
        for (; at < length && start[at] != '\n'; at++) {
            byte c = start[at];
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    return onlyObjectOfItsLine(start, at + 1, length);
                }
            }
        }
        return false;
    }

    private static boolean onlyObjectOfItsLine(byte[] start, int after, int length) {
        int at = after;
        while (at < length && start[at] != '\n' && start[at] <= ' ') {
            at++;
        }
        return at < length && start[at] == '\n';
    }

    /// Moves to the next item, which is an object unless [#problem] says otherwise.
    boolean next() throws IOException {
        problem = null;
        from = at;
        int c = over ? -1 : skipToItem();
        from = at;
        line = lines;
        if (c < 0) {
            if (inArray && !over) {
                over = true;
                problem = "The array is not closed: the file seems to be cut. Maybe fetch it again.";
                return true;
            }
            return false;
        }
        if (c == '[' && !begun) {
            begun = true;
            inArray = true;
            at++;
            return next();
        }
        scan(c);
        begun = true;
        items++;
        return true;
    }

    private int skipToItem() throws IOException {
        while (true) {
            int c = peek();
            if (c == '\n') {
                lines++;
            } else if (c == ']' && inArray) {
                inArray = false;
            } else if (c < 0 || (c > ' ' && c != 0xEF && c != 0xBB && c != 0xBF && (c != ',' || !inArray))) {
                return c;
            }
            at++;
            from = at;
        }
    }

    private void scan(int first) throws IOException {
        if (first == '{' || first == '[') {
            nested();
        } else {
            bare();
        }
        if (problem == null && first != '{') {
            problem = "Expected an object, found %s. Maybe this is no file of events."
                    .formatted(first == '[' ? "an array" : "a bare value");
            over = !inArray || items == 0;
        }
    }

    private void nested() throws IOException {
        int depth = 0;
        boolean quoted = false;
        while (problem == null) {
            int c = peek();
            if (c < 0) {
                over = true;
                problem = "The object is not closed: the file seems to be cut, or a brace or quote is missing.";
                return;
            }
            at++;
            if (c == '\n') {
                lines++;
            }
            if (quoted) {
                quoted = c != '"';
                if (c == '\\' && peek() >= 0) {
                    at++;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return;
            }
            if (at - from > longest) {
                over = true;
                problem = "An object has more than " + longest + " bytes, or a brace or quote is missing.";
            }
        }
    }

    private void bare() throws IOException {
        int c = peek();
        boolean quoted = false;
        while (c >= 0 && c != '\n' && (quoted || (c != ',' && c != ']' && c != '{')) && at - from < Lines.CLIP) {
            quoted ^= c == '"';
            at++;
            c = peek();
        }
        if (at == from) {
            at++; // a stray separator
        }
    }

    private int peek() throws IOException {
        if (at == filled && !readMore()) {
            return -1;
        }
        return buffer[at] & 0xFF;
    }

    private boolean readMore() throws IOException {
        if (from > 0) {
            filled -= from;
            at -= from;
            System.arraycopy(buffer, from, buffer, 0, filled);
            from = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, count);
        return count > 0;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return at;
    }

    /// The line on which the item begins, from 1.
    long line() {
        return line;
    }

    /// Why the item is no object; null where it is one.
    @Nullable
    String problem() {
        return problem;
    }

    /// The item as text, clipped where it is refused.
    String text() {
        int length = problem == null ? at - from : Math.min(at - from, Lines.CLIP);
        return new String(buffer, from, length, StandardCharsets.UTF_8);
    }
}
