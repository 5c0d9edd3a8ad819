package org.prevenance.wording;

/// A word, number or sign of a text.
///
/// @param text   in small letters and without accents
/// @param number of a number its value; of a date as days since 1970-01-01; of a clock time in minutes; else 0
/// @param start  where it begins in the text, and `end` where it ends (exclusive)
record Token(Kind kind, String text, double number, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        /// `1er`, `2nd`.
        ORDINAL,
        /// `2025-03-01`, `01/03/2025`.
        DATE,
        /// `17:30`.
        CLOCK,
        SIGN,
        /// An address on the web.
        LINK,
        /// A comma, bracket or colon.
        PAUSE,
        /// The end of a sentence.
        END
    }

    boolean is(String word) {
        return text.equals(word);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
