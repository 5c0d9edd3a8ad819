package org.prevenance.text;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Finds, for each character of a scalar's value, where it stands in the file: quotes, escapes, indentation and folded
/// lines lie between the two.
final class ScalarOffsets {
    private final String file;
    private final int end;
    private final boolean escapes;
    private final boolean doubledQuotes;
    private int at;

    private ScalarOffsets(String file, Place place, ScalarStyle style) {
        this.file = file;
        end = place.end();
        escapes = style == ScalarStyle.DOUBLE_QUOTED;
        doubledQuotes = style == ScalarStyle.SINGLE_QUOTED;
        at = place.start();
        if (escapes || doubledQuotes) {
            at++;
        } else if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            at = Math.min(end, file.indexOf('\n', at) + 1);
        }
    }

    static int[] of(String file, Place place, String value, ScalarStyle style) {
        return new ScalarOffsets(file, place, style).offsets(value);
    }

    private int[] offsets(String value) {
        int[] offsets = new int[value.length() + 1];
        for (int i = 0; i < value.length(); i++) {
            char wanted = value.charAt(i);
            skipEscapedLineBreak();
            if (wanted != '\n') {
                skipLineBreaks(wanted);
            }
            offsets[i] = Math.min(at, Math.max(0, end - 1));
            advance(wanted);
        }
        offsets[value.length()] = Math.min(at, end);
        return offsets;
    }

    /// Passes over what the value does not hold: line ends and indentation (a folded line end is one space).
    private void skipLineBreaks(char wanted) {
        while (at < end && file.charAt(at) != wanted && Character.isWhitespace(file.charAt(at))) {
            if (wanted == ' ' && file.charAt(at) == '\n') {
                return;
            }
            at++;
        }
    }

    /// Passes over a backslash at the end of a line, which joins the next line without a space.
    private void skipEscapedLineBreak() {
        boolean joins = escapes && (file.startsWith("\\\n", at) || file.startsWith("\\\r\n", at));
        if (joins) {
            at++;
            while (at < end && Character.isWhitespace(file.charAt(at))) {
                at++;
            }
        }
    }

    private void advance(char wanted) {
        if (at >= end) {
            return;
        }
        char written = file.charAt(at);
        if (escapes && written == '\\') {
            at += 2 + hexDigits(file.charAt(Math.min(at + 1, end - 1)));
        } else if (doubledQuotes && written == '\'') {
            at += 2;
        } else if (written == wanted || written == '\n') {
            at++;
        }
    }

    private static int hexDigits(char escape) {
        return switch (escape) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
    }
}
