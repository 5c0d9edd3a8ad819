package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Wording FR = new Wording(Language.FRENCH, SampleCheck.PARIS);
    private static final Wording EN = new Wording(Language.ENGLISH, SampleCheck.PARIS);

    @Test
    void amountsAreWrittenAsReadersExpect() {
        assertEquals("1 234,50 €", plain(FR.amount(new BigDecimal("1234.5"), "EUR")));
        assertEquals("€1,234.50", EN.amount(new BigDecimal("1234.5"), "EUR"));
        assertEquals("12,35 CHF", plain(FR.amount(new BigDecimal("12.345"), "CHF")));
        assertEquals("CHF 1,000,000.00", plain(EN.amount(new BigDecimal("1e6"), "CHF")));
        assertEquals("-5,00 €", plain(FR.amount(new BigDecimal("-5"), "EUR")));
    }

    @Test
    void pointsAreCounted() {
        assertEquals("1 point", plain(FR.amount(new BigDecimal("1.00"), "points")));
        assertEquals("1 410 points", plain(FR.amount(new BigDecimal("1410"), "points")));
        assertEquals("12,5 points", plain(FR.amount(new BigDecimal("12.50"), "points")));
        assertEquals("1.5 points", plain(EN.amount(new BigDecimal("1.5"), "points")));
        assertEquals("0 points", plain(EN.amount(BigDecimal.ZERO, "points")));
    }

    @Test
    void daysBeginInTheGivenZone() {
        Instant lateInLondon = Instant.parse("2025-03-11T23:30:00Z");

        assertEquals("12 mars 2025", FR.date(lateInLondon));
        assertEquals("12 March 2025", EN.date(lateInLondon));
        assertEquals("1er août 2025", FR.date(Instant.parse("2025-08-01T10:00:00Z")));
    }

    @Test
    void zeroIsSingularInFrenchAndPluralInEnglish() {
        assertEquals("0 dossier", FR.count(0, "dossier", "dossiers", "case", "cases"));
        assertEquals("0 cases", EN.count(0, "dossier", "dossiers", "case", "cases"));
        assertEquals("1,000 cases", EN.count(1000, "dossier", "dossiers", "case", "cases"));
    }

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

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
