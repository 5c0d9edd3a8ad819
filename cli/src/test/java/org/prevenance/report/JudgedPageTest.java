package org.prevenance.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.signal.Language;

/// The page of judged forecasts in a real browser, with the text and the JSON that tell the same.
class JudgedPageTest {
    private static final List<Judged> JUDGED = SampleJudged.twoForecasts();
    private static Chromium chromium;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void says_where_it_may_be_relied_on_in_both_languages_and_fits_a_narrow_screen() throws IOException {
        JudgedFolder.write(JUDGED, Language.FRENCH, folder);
        List<String> troubles = new ArrayList<>();
        try (Page page = chromium.browser().newPage()) {
            page.onConsoleMessage(message -> troubles.add(message.text()));
            page.onPageError(troubles::add);
            page.onRequest(request -> {
                if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
                    troubles.add(request.url());
                }
            });
            page.setViewportSize(390, 800);
            page.navigate(folder.resolve("forecast.html").toUri().toString());

            assertThat(page.locator("h1")).hasText("5 sur 19 cas où l’on peut s’y fier");
            Locator lyon = page.locator("#verdicts tr").filter(new Locator.FilterOptions().setHasText("Lyon"));
            assertThat(lyon.first()).containsText("Montrée3,2 min d’erreur ; l’habitude : 6,6 min");
            assertThat(lyon.first()).containsText("Se taitpas mieux que l’habitude");
            for (String chart : List.of("errors", "horizons", "weeks", "coverage", "calibration", "plan")) {
                assertThat(page.locator("#" + chart + " svg[role=img]")).hasCount(1);
            }
            assertThat(page.locator("#alarms li").first()).containsText("10 novembre 2025 – l’horaire a changé");
            assertThat(page.locator("#eta-table tbody tr")).hasCount(5);
            assertFalse(
                    (Boolean) page.evaluate(
                            "document.documentElement.scrollWidth > document.documentElement.clientWidth"),
                    "the page scrolls sideways");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                    .click();
            assertThat(page.locator("h1")).hasText("5 of 19 cases where it may be relied on");
            page.locator("#horizon").selectOption("2h");
            page.locator("#part").selectOption("Lyon Part-Dieu");
            assertThat(page.locator("#verdict-said"))
                    .containsText("Lyon Part-Dieu, 2 hours before: the forecast keeps silent. Reason: no better than"
                            + " what is usual");
            page.locator("#forecast").selectOption("1");
            assertThat(page.locator("#verdict-said")).containsText("Lyon Part-Dieu, 2 hours before");
            assertThat(page.locator("#horizons-section")).isHidden();
            assertThat(page.locator("#calibration-said"))
                    .containsText("It is 90% sure or more for 78.8% of its answers");
        }
        assertEquals(List.of(), troubles);
    }

    @Test
    void a_cell_of_the_first_table_leads_to_its_figures_by_keyboard() throws IOException {
        JudgedFolder.write(JUDGED, Language.ENGLISH, folder);
        try (Page page = chromium.browser().newPage()) {
            page.navigate(folder.resolve("forecast.html").toUri().toString());

            page.locator("#verdicts .choose")
                    .filter(new Locator.FilterOptions().setHasText("Shown"))
                    .first()
                    .press("Enter");

            assertThat(page.locator("#verdict-said"))
                    .containsText("Lyon Part-Dieu, at departure: the forecast is shown. It beats what is usual");
            assertThat(page.locator("#horizon")).isFocused();
        }
    }

    @Test
    void the_text_fits_its_width_and_says_the_same() {
        String text = JudgedText.of(JUDGED, Language.FRENCH, "out");

        assertTrue(text.lines().allMatch(line -> line.codePointCount(0, line.length()) <= 100), text);
        assertTrue(text.contains("La prévision se montre dans 2 cas sur 15 ; ailleurs elle se tait."), text);
        assertTrue(text.contains("Se tait (Brest) : trop peu de jours pour le dire\u00a0: 10, il en faut 14."), text);
        assertTrue(text.contains("10 novembre 2025 : l’horaire a changé"), text);
    }

    @Test
    void the_json_is_one_line_that_never_changes() throws IOException {
        JudgedFolder.write(JUDGED, Language.FRENCH, folder);
        String once = Files.readString(folder.resolve("forecast.json"));
        JudgedFolder.write(SampleJudged.twoForecasts(), Language.ENGLISH, folder);

        assertEquals(once, Files.readString(folder.resolve("forecast.json")));
        assertEquals(1, once.lines().count());
        assertTrue(
                once.startsWith(
                        "{\"forecasts\":[{\"forecast\":\"arrival\",\"study\":\"arrival\",\"title\":{\"fr\":\"Retard à l’arrivée\""));
    }
}
