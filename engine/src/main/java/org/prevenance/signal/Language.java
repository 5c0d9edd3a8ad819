package org.prevenance.signal;

import java.util.Locale;

/// The languages in which Prévenance speaks to people.
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

    /// Whichever of the two is spoken.
    public String pick(String fr, String en) {
        return this == FRENCH ? fr : en;
    }
}
