package org.prevenance.sources;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the word that somebody probably meant.
final class Nearest {
    private Nearest() {}

    /// The word that needs the fewest changed letters (at most a third of them), or null.
    static @Nullable String to(String written, Collection<String> words) {
        String best = null;
        int least = Math.max(1, written.length() / 3) + 1;
        for (String word : words) {
            int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /// `Maybe write (word).`, or the words to choose from where none is near.
    static @Nullable String hint(String written, Collection<String> words) {
        String near = to(written, words);
        if (near != null) {
            return "Maybe write (" + near + ").";
        }
        return words.isEmpty() || words.size() > 40 ? null : "Known here: " + String.join(", ", words) + ".";
    }

    /// How many letters must be put in, left out or replaced (Levenshtein 1966).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
