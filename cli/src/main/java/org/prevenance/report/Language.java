package org.prevenance.report;

import java.util.Locale;

/// The language that a report speaks.
public enum Language {
    FRENCH("fr"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// The language with this ISO 639 code, as given to `--lang`.
    ///
    /// @throws IllegalArgumentException for any other code than `fr` and `en`
    public static Language of(String code) {
        return switch (code) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            default ->
                throw new IllegalArgumentException(
                        "The language (%s) is not one that reports speak.\nMaybe write --lang fr or --lang en."
                                .formatted(code));
        };
    }

    /// French for a French locale, English for all others.
    public static Language of(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? FRENCH : ENGLISH;
    }

    /// The ISO 639 code.
    public String code() {
        return code;
    }

    String pick(String fr, String en) {
        return this == FRENCH ? fr : en;
    }
}
