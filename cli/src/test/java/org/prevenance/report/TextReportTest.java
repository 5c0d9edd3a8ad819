package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Counts;
import org.prevenance.files.Quarantined;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;

class TextReportTest {
    @Test
    void saysWhatIsAtStakeAndShowsTheCasesToLookAtFirst() {
        List<Case> cases = List.of(
                SampleCheck.one("contract/C9", "Équipement rendu, 120,00 € facturés depuis.", SampleCheck.euros("120")),
                SampleCheck.one("contract/C7", "Équipement rendu, 30,00 € facturés depuis.", SampleCheck.euros("30")));

        assertEquals("""

                2 dossiers, dont 2 ouverts.
                En jeu : 150,00 €, dont 150,00 € dans les dossiers ouverts.
                Une même facture peut prouver deux dossiers ; elle compte alors deux fois dans ce total.
                Période jugée : du 1er janvier 2024 au 31 décembre 2025.

                  Trouble             Dossiers  Ouverts    En jeu  Le plus ancien
                  Rendu mais facturé         2        2  150,00 €    12 mars 2025

                Cherché sans rien trouver : Facture qui bondit ; Facturé après la fin ; Facturé sans usage ; Facturé
                deux fois ; Box qui faiblit ; Plus cher qu'un nouveau client.

                Les dossiers

                   1. 120,00 € · contract/C9 · Rendu mais facturé · depuis le 12 mars 2025
                      Équipement rendu, 120,00 € facturés depuis.

                   2. 30,00 € · contract/C7 · Rendu mais facturé · depuis le 12 mars 2025
                      Équipement rendu, 30,00 € facturés depuis.

                1 205 144 événements lus, 812 doublons, 0 mis de côté.
                96 champs inconnus n'ont pas été gardés.

                Tout est dans out :
                  report.html        à ouvrir dans un navigateur : tous les dossiers, avec leurs preuves
                  cases.csv          les dossiers, pour un tableur
                  cases.json         les dossiers, pour un programme
                  quarantine.ndjson  ce qui a été mis de côté, et pourquoi
                """, text(SampleCheck.result(cases, Map.of(), List.of()), Language.FRENCH, "out"));
    }

    @Test
    void saysPlainlyThatNothingWasFound() {
        String text = text(SampleCheck.of(0, 1), Language.ENGLISH, null);

        assertTrue(text.startsWith("\nNo trouble found.\nPeriod judged: 1 January 2024 to 31 December 2025.\n"), text);
        assertTrue(text.contains("Looked for, none found: Bill that jumps; "), text);
    }

    @Test
    void saysThatNothingWasJudgedWhereNothingWasAdmitted() {
        String text = text(SampleCheck.empty(), Language.FRENCH, null);

        assertTrue(text.contains("Aucun événement n'a pu être pris en compte : rien n'a été jugé."), text);
        assertFalse(text.contains("Aucun trouble trouvé"), text);
    }

    @Test
    void warnsOfManyItemsSetAsideWithTheThreeMostFrequentReasons() {
        List<Quarantined> aside = List.of(
                item("a.csv", 1, "the amount (x) is not a number"),
                item("a.csv", 2, "the amount (y) is not a number"),
                item("a.csv", 3, "the amount (z) is not a number"),
                item("b.csv", 1, "the line is not JSON"),
                item("b.csv", 2, "the line is not JSON"),
                item("b.csv", 3, "no id"),
                item("b.csv", 4, "no id"),
                item("b.csv", 5, "no type"));
        var counts = new Counts(20, 12, 0, 8, 0);
        var result = new CheckResult(
                counts, List.of(), SampleCheck.FROM, SampleCheck.UNTIL, aside, Map.of(), SampleCheck.SIGNALS);

        String text = text(result, Language.ENGLISH, null);

        assertTrue(text.endsWith("""
                        20 events read, 8 set aside.

                        Beware: many events were set aside; cases may be missing. Most frequent reasons:
                               3  the amount (x) is not a number (for example a.csv:1)
                               2  the line is not JSON (for example b.csv:1)
                               2  no id (for example b.csv:3)
                        """), text);
    }

    @Test
    void moneyComesBeforePointsAndBothBeforeCasesWithoutHarm() {
        var cases = List.of(
                SampleCheck.one("contract/none", "x", null),
                SampleCheck.one("contract/points", "x", new Harm(java.math.BigDecimal.valueOf(900), Harm.POINTS)),
                SampleCheck.one("contract/money", "x", SampleCheck.euros("5")));

        String text = text(SampleCheck.result(cases, Map.of(), List.of()), Language.FRENCH, null);

        assertTrue(text.indexOf("contract/money") < text.indexOf("contract/points"), text);
        assertTrue(text.indexOf("contract/points") < text.indexOf("contract/none"), text);
    }

    @Test
    void whatATerminalWouldObeyIsLeftOut() {
        var bad = SampleCheck.one("contract/\u001b]0;hit\u0007\u202eC1", "a\r\nb\u001b[2Jc\u0085", null);

        String text = text(SampleCheck.result(List.of(bad), Map.of(), List.of()), Language.FRENCH, null);

        assertTrue(text.chars().noneMatch(c -> (c < ' ' && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0x202e), text);
    }

    @Test
    void noLineIsWiderThanAHundredCharacters() {
        var random = new Random(20251121);
        for (int world = 0; world < 200; world++) {
            List<Case> cases = new java.util.ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                cases.add(SampleCheck.one(
                        "contract/" + word(random, 150),
                        word(random, 300) + " " + word(random, 40),
                        SampleCheck.euros("9")));
            }
            String reason = word(random, 500);
            var aside = Collections.nCopies(3, item(word(random, 120), 12, reason));
            for (Language language : Language.values()) {
                String text = text(SampleCheck.result(cases, Map.of(), aside), language, word(random, 200));
                text.lines().forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 100, line));
            }
        }
    }

    private static String word(Random random, int most) {
        return "é".repeat(1 + random.nextInt(most));
    }

    private static Quarantined item(String file, long line, String reason) {
        return new Quarantined(file, line, null, reason, "raw");
    }

    private static String text(CheckResult result, Language language, String folder) {
        return TextReport.of(result, language, SampleCheck.PARIS, folder)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
