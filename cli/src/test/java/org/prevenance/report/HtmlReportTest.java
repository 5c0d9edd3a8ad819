package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Quarantined;
import org.prevenance.signal.Language;

class HtmlReportTest {
    @Test
    void needsNothingElse() throws IOException {
        String page = page(SampleCheck.of(50, 1));

        assertFalse(page.matches("(?s).*(src=|@import|url\\(|https?://(?!www\\.w3\\.org/2000/svg)).*"));
        assertFalse(page.contains("{{"), "a hole of the template was left open");
    }

    @Test
    void nothingOfTheDataCanBecomeMarkup() throws IOException {
        String attack = "</script><script>alert(1)</script><!-- & \u2028\u2029";
        var bad = SampleCheck.one("contract/" + attack, attack, null);
        var aside = List.of(new Quarantined(attack, 1, attack, attack, attack));
        String page = page(SampleCheck.result(List.of(bad), Map.of(), aside));
        String data = page.substring(page.indexOf("id=\"data\">") + 10, page.indexOf("</script>"));

        assertTrue(data.startsWith("{") && data.endsWith("}"), "the data ends where its script ends");
        assertTrue(data.chars().noneMatch(c -> c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029));
        assertTrue(data.contains("contract/\\u003C/script"), data);
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        assertEquals(page(SampleCheck.of(200, 5)), page(SampleCheck.of(200, 5)));
    }

    @Test
    void aFolderHoldsAllFourFiles(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("a/b");

        ReportFolder.write(SampleCheck.of(5, 1), Language.FRENCH, SampleCheck.PARIS, folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(
                    new String[] {"cases.csv", "cases.json", "quarantine.ndjson", "report.html"},
                    files.map(file -> file.getFileName().toString()).sorted().toArray());
        }
        assertEquals(
                "{\"file\":\"bills-2025.ndjson\",\"line\":904,\"field\":null,\"reason\":\"the line is not JSON\","
                        + "\"raw\":\"{\\\"id\\\":\"}",
                Files.readAllLines(folder.resolve("quarantine.ndjson")).get(4));
    }

    private static String page(CheckResult result) throws IOException {
        var out = new ByteArrayOutputStream();
        HtmlReport.write(result, Language.FRENCH, SampleCheck.PARIS, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
