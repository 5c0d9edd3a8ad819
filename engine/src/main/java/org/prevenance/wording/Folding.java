package org.prevenance.wording;

import java.text.Normalizer;
import java.util.Locale;

/// Words without what does not matter when they are compared.
final class Folding {
    private static final int MOST = 7;

    private Folding() {}

    /// In small letters and without accents.
    static String fold(String word) {
        boolean plain = word.chars().allMatch(c -> c < 128);
        if (plain) {
            return word.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'œ' -> kept.append("oe");
                case 'æ' -> kept.append("ae");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        kept.append(c);
                    }
                }
            }
        }
        return kept.toString();
    }

    /// A word without plural and feminine endings, cut after seven letters.
    ///
    /// The endings are those of the minimal French stemmer of Savoy (1999, "A stemming procedure and stopword list for
    /// general French corpora", JASIS 50) and of Harman's S-stemmer for English (1991, "How effective is suffixing?",
    /// JASIS 42). Cutting long words does about as much for both languages as full stemmers do (McNamee, Nicholas and
    /// Mayfield 2009, "Addressing morphological variation in alphabetic languages", SIGIR).
    static String stem(String folded) {
        String stem = folded;
        if (stem.length() > 5 && stem.endsWith("aux")) {
            stem = stem.substring(0, stem.length() - 3) + "al";
        } else if (stem.length() > 4 && stem.endsWith("ies")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else {
            stem = without(stem, "s");
            stem = without(stem, "x");
            stem = without(stem, "e");
            stem = without(stem, "r");
            stem = without(stem, "e");
        }
        return stem.length() > MOST ? stem.substring(0, MOST) : stem;
    }

    private static String without(String word, String ending) {
        return word.length() > 4 && word.endsWith(ending) ? word.substring(0, word.length() - 1) : word;
    }
}
