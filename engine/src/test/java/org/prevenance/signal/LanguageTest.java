package org.prevenance.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void theLanguageFollowsTheLocaleUnlessNamed() {
        assertEquals(Language.FRENCH, Language.of(Locale.CANADA_FRENCH));
        assertEquals(Language.ENGLISH, Language.of(Locale.GERMANY));
        assertEquals(Language.FRENCH, Language.of("fr"));
        var refused = assertThrows(IllegalArgumentException.class, () -> Language.of("de"));
        assertEquals(
                "The language (de) is not one that reports speak.\nMaybe write --lang fr or --lang en.",
                refused.getMessage());
    }
}
