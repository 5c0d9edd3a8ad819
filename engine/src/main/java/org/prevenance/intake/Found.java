package org.prevenance.intake;

/// How refusals quote what was found.
final class Found {
    private static final int LONGEST_QUOTE = 60;

    private Found() {}

    /// `Found "abc"`, shortened where it is long.
    static String text(String text) {
        return "Found \"" + shortened(text) + "\"";
    }

    static String shortened(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return text.substring(0, end) + "…";
    }
}
