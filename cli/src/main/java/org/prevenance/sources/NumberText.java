package org.prevenance.sources;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as people write them (`1 234,56 €`, `12,00-`, `.5`), turned into plain decimals (`1234.56`).
///
/// @param decimal   the decimal mark
/// @param thousands what stands between groups of digits besides spaces; `\0`: nothing
record NumberText(char decimal, char thousands) {
    private static final int LONGEST = 1000;

    /// The plain decimal; null where the text is no number. Spaces within and a euro sign at an end are let go.
    @Nullable
    String plain(String text) {
        if (isPlain(text)) {
            return text;
        }
        if (text.length() > LONGEST) {
            return null;
        }
        StringBuilder plain = new StringBuilder(text.length() + 1);
        boolean minus = false;
        boolean point = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
            } else if (c == decimal && !point) {
                plain.append(digits == 0 ? "0." : ".");
                point = true;
            } else if (c == thousands && thousands != '\0' && digits > 0 && !point) {
                if (!isGroup(text, i)) {
                    return null;
                }
            } else if (isMinus(c) && !minus && (digits == 0 || i == text.length() - 1)) {
                minus = true;
            } else if ((c == 'e' || c == 'E') && digits > 0) {
                return exponent(plain, text.substring(i), minus);
            } else if (!(c == '+' && digits == 0) && !isSpace(c) && c != '€') {
                return null;
            }
        }
        return digits == 0 ? null : clean(plain, minus);
    }

    /// Whether it is a number by the grammar of JSON already, without exponent.
    private boolean isPlain(String text) {
        int length = text.length();
        int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && decimal == '.' && point < 0 && i > first) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        boolean zero = first < length && text.charAt(first) == '0' && first + 1 < length && point != first + 1;
        return first < length && point != length - 1 && !zero;
    }

    private static @Nullable String exponent(StringBuilder plain, String exponent, boolean minus) {
        try {
            BigDecimal read = new BigDecimal(clean(plain, minus) + exponent);
            return Math.abs(read.scale()) > LONGEST ? null : read.toPlainString();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String clean(StringBuilder plain, boolean minus) {
        int point = plain.indexOf(".");
        if (point == plain.length() - 1) {
            plain.setLength(plain.length() - 1);
            point = plain.length();
        }
        int end = point < 0 ? plain.length() : point;
        int zeros = 0;
        while (zeros < end - 1 && plain.charAt(zeros) == '0') {
            zeros++;
        }
        return (minus ? "-" : "") + plain.substring(zeros);
    }

    /// Whether exactly three digits follow, so that `1.5` is not read as 15 where the point separates thousands.
    private static boolean isGroup(String text, int at) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - at - 1 == 3;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\t';
    }

    /// What was expected, for a message.
    String expected() {
        return "a number such as 1234" + decimal + "56";
    }
}
