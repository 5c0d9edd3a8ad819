package org.prevenance.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.backtest.Backtest;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.backtest.Compiled;
import org.prevenance.backtest.Selection;
import org.prevenance.backtest.Variation;
import org.prevenance.check.Packs;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.measure.Bootstrap;
import org.prevenance.signal.Language;

/// The page of a backtest in a real browser: the ten customers of `docs/backtest.md`.
class BacktestHtmlTest {
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
    void tells_the_figures_in_both_languages_draws_every_chart_and_fits_a_narrow_screen() throws IOException {
        Path file = folder.resolve("backtest.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            BacktestHtml.write(tenCustomers(), Language.FRENCH, out);
        }
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
            page.navigate(file.toUri().toString());

            assertThat(page.locator("h1")).hasText("40 jours avant la réclamation, en médiane");
            assertThat(page.locator("#lead")).containsText("4 réclamations sur 6 avaient déjà leur dossier");
            for (String chart : List.of("months", "leads", "future-chart", "vary-chart")) {
                assertThat(page.locator("#" + chart + " svg[role=img]")).hasCount(1);
            }
            assertThat(page.locator("#compare-said")).containsText("gagne 7 dossiers et en perd 0");
            assertFalse(
                    (Boolean) page.evaluate(
                            "document.documentElement.scrollWidth > document.documentElement.clientWidth"),
                    "the page scrolls sideways");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                    .click();
            assertThat(page.locator("h1")).hasText("40 days before the complaint, in the median");
            page.locator("#fate").selectOption("too-late");
            assertThat(page.locator("#case-table tbody tr")).hasCount(1);
            assertThat(page.locator("#case-table tbody")).containsText("contract/C4");
        }
        assertEquals(List.of(), troubles);
    }

    private static BacktestResult tenCustomers() throws IOException {
        Packs packs = Packs.shipped();
        Path example = packs.folder().resolveSibling("docs").resolve("examples/ten-customers");
        Selection main =
                Selection.of(packs, example.resolve("bills.playbook.yaml").toString(), List.of());
        Selection old =
                Selection.of(packs, example.resolve("older.playbook.yaml").toString(), List.of());
        return Backtest.run(
                Compiled.of("new", main, Variation.parse("enough.value=1,2"), old, "old"),
                new Backtest.Request(
                        example,
                        Instant.parse("2024-12-31T23:00:00Z"),
                        Instant.parse("2025-06-30T22:00:00Z"),
                        1,
                        Bootstrap.USUAL),
                _ -> RowOpener.NONE,
                Progress.NONE);
    }
}
