package org.prevenance.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// The special categories of personal data (GDPR article 9), as words in French and English that a field may be named
/// by.
final class SpecialCategories {
    private static final Set<String> WORDS = Set.of(
            "religion",
            "religious",
            "religieux",
            "religieuse",
            "faith",
            "belief",
            "beliefs",
            "croyance",
            "croyances",
            "confession",
            "politics",
            "political",
            "politique",
            "politiques",
            "vote",
            "sexual",
            "sexuality",
            "sexuel",
            "sexuelle",
            "sexualite",
            "health",
            "sante",
            "medical",
            "medicale",
            "disease",
            "illness",
            "maladie",
            "diagnosis",
            "diagnostic",
            "disability",
            "handicap",
            "ethnic",
            "ethnicity",
            "ethnie",
            "ethnique",
            "race",
            "racial",
            "raciale",
            "union",
            "syndicat",
            "syndical",
            "syndicale",
            "genetic",
            "genetique",
            "biometric",
            "biometrique",
            "origin",
            "origine");

    /// The conditions of article 9(2) under which such data may be kept.
    static final Set<String> BASES = Set.of(
            "explicit-consent",
            "employment-law",
            "vital-interest",
            "members-of-a-body",
            "made-public",
            "legal-claims",
            "public-interest",
            "health-care",
            "public-health",
            "research");

    private SpecialCategories() {}

    /// Whether a word of the name (`unionMember`, `health.declared`) names a special category.
    static boolean named(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        for (String word : plain.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")) {
            if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
