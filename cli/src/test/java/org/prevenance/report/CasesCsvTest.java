package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.signal.Case;
import org.prevenance.signal.Language;

class CasesCsvTest {
    private static final Case BILLED =
            SampleCheck.one("contract/C1", "Rendu, et \"toujours\" facturé.", SampleCheck.euros("1234.5"));

    @Test
    void frenchSpreadsheetsGetSemicolonsAndDecimalCommas() throws IOException {
        assertEquals(
                "\ufeffsujet;trouble;signal;ouvert le;refermé le;état;en jeu;monnaie;pourquoi;nombre de preuves;preuves\r\n"
                        + "contract/C1;Rendu mais facturé;telecom/returned-but-billed;2025-03-12 09:30;;ouvert;\"1234,50\";EUR;"
                        + "\"Rendu, et \"\"toujours\"\" facturé.\";1;b-1\r\n",
                csv(BILLED, Language.FRENCH));
    }

    @Test
    void englishSpreadsheetsGetCommasAndDecimalPoints() throws IOException {
        assertTrue(csv(BILLED, Language.ENGLISH)
                .endsWith(
                        "contract/C1,Returned but billed,telecom/returned-but-billed,2025-03-12 09:30,,open,1234.50,EUR,"
                                + "\"Rendu, et \"\"toujours\"\" facturé.\",1,b-1\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "=HYPERLINK(\"http://x\",\"y\")"})
    void aTextIsNeverRunAsAFormula(String formula) throws IOException {
        String csv = csv(SampleCheck.one(formula, formula, null), Language.FRENCH);
        String escaped = "'" + formula;

        String cell = escaped.matches("[^\";,\t\r\n]*") ? escaped : '"' + escaped.replace("\"", "\"\"") + '"';
        assertTrue(csv.contains("\r\n" + cell + ";"), csv);
        assertTrue(csv.contains(";" + cell + ";1;"), csv);
    }

    @Test
    void aLineBreakStaysInsideItsCell() throws IOException {
        String csv = csv(SampleCheck.one("contract/C1", "a\nb;c", null), Language.FRENCH);

        assertTrue(csv.contains(";;;\"a\nb;c\";1;"), csv);
    }

    private static String csv(Case only, Language language) throws IOException {
        var out = new ByteArrayOutputStream();
        CasesCsv.write(SampleCheck.result(List.of(only), Map.of(), List.of()), language, SampleCheck.PARIS, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
