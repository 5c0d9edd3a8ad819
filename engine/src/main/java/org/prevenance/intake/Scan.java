package org.prevenance.intake;

/// Steps over JSON text, byte by byte or eight bytes at a time.
///
/// Every step takes a position and gives the position after what it stepped over, or [#GIVE_UP] where the text is not
/// plainly right: it may be wrong, or right in an unusual way (escapes, great depth). The text ends before `end`,
/// and the byte at `end - 1` is a `}`; so no step that starts before `end` and stops at a byte that does not belong
/// to it ever looks beyond.
final class Scan {
    static final int GIVE_UP = -1;

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 100;
    private static final int USUAL_INSTANT = "2025-03-04T23:59:00Z".length();
    private static final long QUOTES = Words.ONES * '"';
    private static final long BACKSLASHES = Words.ONES * '\\';
    private static final long SPACES = Words.ONES * ' ';

    private Scan() {}

    /// Over white space, of which there may be none.
    static int space(byte[] b, int at) {
        int i = at;
        while (b[i] <= ' ' && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    /// Over white space, the mark, and white space again.
    static int mark(byte[] b, int at, char mark) {
        int i = b[at] == mark ? at : space(b, at);
        if (b[i] != mark) {
            return GIVE_UP;
        }
        i++;
        return b[i] > ' ' ? i : space(b, i);
    }

    /// From after the opening quote of a string to its closing quote. Gives up on escapes and on invalid UTF-8.
    static int text(byte[] b, int from, int end) {
        int i = from;
        long union = 0;
        int lastWord = b.length - Long.BYTES;
        while (i <= lastWord && i < end) {
            long word = Words.at(b, i);
            long marks = marks(word);
            if (marks != 0) {
                int length = Long.numberOfTrailingZeros(marks) >>> 3;
                union |= length == 0 ? 0 : word & (-1L >>> (Long.SIZE - (length << 3)));
                return closed(b, from, i + length, end, union);
            }
            union |= word;
            i += Long.BYTES;
        }
        while (i < end && b[i] != '"' && b[i] != '\\' && (b[i] >= ' ' || b[i] < 0)) {
            union |= b[i++];
        }
        return closed(b, from, i, end, union);
    }

    /// Like [#text], where the text must be an instant: if a quote stands where that of a usual instant stands,
    /// the caller's check of the instant will also find out whether all bytes before it are right.
    static int instant(byte[] b, int from, int end) {
        int usual = from + USUAL_INSTANT;
        return usual < end && b[usual] == '"' && b[usual - 1] == 'Z' ? usual : text(b, from, end);
    }

    private static int closed(byte[] b, int from, int to, int end, long union) {
        if (to >= end || b[to] != '"') {
            return GIVE_UP;
        }
        return (union & Words.HIGHS) == 0 || Utf8.firstInvalid(b, from, to) < 0 ? to : GIVE_UP;
    }

    /// Has a high bit at the first byte that is a quote, a backslash or a control character; bits above it may be
    /// wrong.
    private static long marks(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        long found = (quote - Words.ONES & ~quote) | (backslash - Words.ONES & ~backslash) | (word - SPACES & ~word);
        return found & Words.HIGHS;
    }

    /// Over a number of usual length.
    static int number(byte[] b, int from, int end) {
        int to = Scalars.numberEnd(b, from, end);
        return to - from > LONGEST_NUMBER ? GIVE_UP : to;
    }

    static int literal(byte[] b, int from, int end, String literal) {
        int to = from + literal.length();
        if (to > end) {
            return GIVE_UP;
        }
        for (int i = from; i < to; i++) {
            if (b[i] != literal.charAt(i - from)) {
                return GIVE_UP;
            }
        }
        return to;
    }

    static int bool(byte[] b, int from, int end) {
        return literal(b, from, end, b[from] == 't' ? "true" : "false");
    }

    /// Over any value, checking that it is JSON.
    static int value(byte[] b, int from, int end) {
        return value(b, from, end, 0);
    }

    private static int value(byte[] b, int from, int end, int depth) {
        return switch (b[from]) {
            case '"' -> {
                int close = text(b, from + 1, end);
                yield close < 0 ? GIVE_UP : close + 1;
            }
            case '{' -> depth == DEEPEST ? GIVE_UP : object(b, from, end, depth + 1);
            case '[' -> depth == DEEPEST ? GIVE_UP : array(b, from, end, depth + 1);
            case 't', 'f' -> bool(b, from, end);
            case 'n' -> literal(b, from, end, "null");
            default -> number(b, from, end);
        };
    }

    private static int object(byte[] b, int from, int end, int depth) {
        int i = space(b, from + 1);
        if (b[i] == '}') {
            return inside(i + 1, end);
        }
        while (true) {
            i = b[i] == '"' ? text(b, i + 1, end) : GIVE_UP;
            i = i < 0 ? GIVE_UP : mark(b, i + 1, ':');
            i = i < 0 ? GIVE_UP : value(b, i, end, depth);
            if (i < 0) {
                return GIVE_UP;
            }
            i = space(b, i);
            if (b[i] != ',') {
                return b[i] == '}' ? inside(i + 1, end) : GIVE_UP;
            }
            i = space(b, i + 1);
        }
    }

    private static int array(byte[] b, int from, int end, int depth) {
        int i = space(b, from + 1);
        if (b[i] == ']') {
            return i + 1;
        }
        while (true) {
            i = value(b, i, end, depth);
            if (i < 0) {
                return GIVE_UP;
            }
            i = space(b, i);
            if (b[i] != ',') {
                return b[i] == ']' ? i + 1 : GIVE_UP;
            }
            i = space(b, i + 1);
        }
    }

    /// The position after a `}`: only the last one, which closes the event, stands right before the end.
    static int inside(int at, int end) {
        return at < end ? at : GIVE_UP;
    }
}
