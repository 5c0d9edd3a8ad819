package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures that the judge writes into a page.
class FiguresPageTest {
    private static final List<String> KNOWN = List.of("arrival", "platform", "elsewhere");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void tables_stand_where_the_page_asks_for_them_and_the_rest_stays() throws IOException {
        Path page = page("""
                # Ours
                <!-- figures: arrival -->
                old
                <!-- end of figures -->
                between
                <!-- figures: elsewhere -->
                not judged now
                <!-- end of figures -->
                <!-- figures: platform from 2025-11-09 to 2025-11-11 -->
                <!-- end of figures -->
                after
                """);

        Set<String> left = FiguresPage.write(page, SampleJudged.twoForecasts(), KNOWN);
        String once = Files.readString(page);
        FiguresPage.write(page, SampleJudged.twoForecasts(), KNOWN);

        assertEquals(Set.of("elsewhere"), left);
        assertEquals(once, Files.readString(page), "writing again changes nothing");
        List<String> lines = once.lines().toList();
        assertTrue(
                lines.contains(
                        "| mean error, minutes; share within 15 | at departure | 2 hours before | the day before |"),
                once);
        assertTrue(
                once.contains("\nbetween\n<!-- figures: elsewhere -->\nnot judged now\n<!-- end of figures -->\n"),
                once);
        assertTrue(lines.contains("| wrong, % | 2025-11-09 | 2025-11-10 | 2025-11-11 |"), once);
        assertTrue(
                once.startsWith(
                        "# Ours\n<!-- figures: arrival -->\n15,120 questions on 84 days, 2025-09-01 to 2025-11-23."),
                once);
        assertTrue(once.endsWith("<!-- end of figures -->\nafter\n"), once);
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.startsWith(
                                        "| **shown** | 2 of 5: Lyon Part-Dieu, Paris Montparnasse | nowhere: worse than what is usual | ")),
                once);
    }

    @Test
    void a_page_that_asks_for_what_nobody_declared_is_refused_and_left_as_it_was() throws IOException {
        refused(
                "<!-- figures: arival -->\n<!-- end of figures -->\n",
                "page.md:1: No study is called arival.\nMaybe write arrival.");
        refused(
                "one\n<!-- figures: arrival -->\n",
                "page.md:2: These figures have no end.\nMaybe write a line <!-- end of figures --> below.");
        refused(
                "<!-- figures: arrival from monday to friday -->\n<!-- end of figures -->\n",
                "page.md:1: (monday) is no date.\nMaybe write it like 2024-05-03.");
    }

    private void refused(String text, String message) throws IOException {
        Path page = page(text);
        IOException refusal =
                assertThrows(IOException.class, () -> FiguresPage.write(page, SampleJudged.twoForecasts(), KNOWN));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith(message), refusal::getMessage);
        assertEquals(text, Files.readString(page));
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }
}
