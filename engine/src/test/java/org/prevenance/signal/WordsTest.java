package org.prevenance.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Words FR = new Words(Language.FRENCH, PARIS);
    private static final Words EN = new Words(Language.ENGLISH, PARIS);

    @ParameterizedTest
    @CsvSource({
        "30,        €30.00",
        "29.995,    €30.00",
        "29.994999, €29.99",
        "-1.005,    -€1.01",
        "1.999,     €2.00",
        "0.2516,    €0.2516",
        "0.333333,  €0.3333",
        "0.25,      €0.25",
        "0.00001,   €0.00",
        "1234.5,    '€1,234.50'"
    })
    void aPriceBelowOneHasFourDigits(BigDecimal amount, String shown) {
        assertEquals(shown, EN.money(amount, "EUR"));
    }

    @Test
    void amountsAreWrittenAsReadersExpect() {
        assertEquals("1 234,50 €", plain(FR.amount(new BigDecimal("1234.5"), "EUR")));
        assertEquals("€1,234.50", EN.amount(new BigDecimal("1234.5"), "EUR"));
        assertEquals("12,35 CHF", plain(FR.amount(new BigDecimal("12.345"), "CHF")));
        assertEquals("CHF 1,000,000.00", plain(EN.amount(new BigDecimal("1e6"), "CHF")));
        assertEquals("-5,00 €", plain(FR.amount(new BigDecimal("-5"), "EUR")));
    }

    @Test
    void thousandsStandApartByANarrowSpaceAndUnitsByAWideOneThatDoNotBreak() {
        assertEquals("1\u202f234,50\u00a0€", FR.amount(new BigDecimal("1234.5"), "EUR"));
        assertEquals("12\u202f345\u00a0kWh", FR.quantity(new BigDecimal("12345"), "kwh"));
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

    @ParameterizedTest
    @CsvSource({
        "0,   litres,     0 litre,     0 litres",
        "1,   litres,     1 litre,     1 litre",
        "1.5, litres,     '1,5 litre', 1.5 litres",
        "2,   litres,     2 litres,    2 litres",
        "-1,  days,       -1 jour,     -1 day",
        "1,   hours,      1 heure,     1 hour",
        "3,   years,      3 ans,       3 years",
        "0,   bytes,      0 octet,     0 bytes",
        "1,   seconds,    1 seconde,   1 second",
        "1,   kwh,        1 kWh,       1 kWh",
        "1,   litres/day, 1 litre/jour, 1 litre/day",
        "8,   litres/day, 8 litres/jour, 8 litres/day",
        "1,   crates,     1 crates,    1 crates"
    })
    void unitsStandInTheSingularWhereTheirNumberAsksForIt(
            BigDecimal number, String unit, String french, String english) {
        assertEquals(french, plain(FR.quantity(number, unit)));
        assertEquals(english, plain(EN.quantity(number, unit)));
    }

    @Test
    void bytesAreShortened() {
        assertEquals("999 octets", plain(FR.quantity(new BigDecimal("999"), "bytes")));
        assertEquals("1,5 Ko", plain(FR.quantity(new BigDecimal("1536"), "bytes")));
        assertEquals("1,536 bytes", plain(EN.exact(new BigDecimal("1536"), "bytes")));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
