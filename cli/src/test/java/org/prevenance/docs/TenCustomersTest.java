package org.prevenance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.prevenance.backtest.Backtest;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.backtest.Compiled;
import org.prevenance.backtest.Selection;
import org.prevenance.check.Packs;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.measure.Bootstrap;
import org.prevenance.measure.Estimate;
import org.prevenance.measure.Fate;
import org.prevenance.measure.Figures;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.Measure;
import org.prevenance.signal.Harm;

/// The ten customers of `docs/backtest.md`: each story is told by the page and found by the program, and so is each
/// figure.
class TenCustomersTest {
    private static final Path ROOT = Block.root();
    private static final Path EXAMPLE = ROOT.resolve("docs/examples/ten-customers");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    @Test
    void the_commands_of_the_page_answer_as_the_page_says() throws Exception {
        List<Block> blocks = Block.of(ROOT.resolve("docs/backtest.md"));
        int commands = 0;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i).language().equals("sh")
                    && blocks.get(i + 1).language().equals("text")) {
                assertEquals(
                        blocks.get(i + 1).text().strip(),
                        Typed.answer(blocks.get(i).text().strip(), ROOT).strip());
                commands++;
            }
        }
        assertEquals(3, commands);
    }

    @Test
    void each_customers_story_ends_as_the_table_says() throws IOException {
        List<JudgedCase> cases = backtest().main().live().cases();
        List<List<String>> stories = stories();

        assertEquals(10, stories.size());
        for (List<String> story : stories) {
            String contract = "contract/C" + story.getFirst();
            String told = cases.stream()
                    .filter(one -> one.subject().equals(contract))
                    .map(TenCustomersTest::told)
                    .findFirst()
                    .orElse("– | – |  |  | ");
            assertEquals(String.join(" | ", story.subList(3, 8)), told, contract);
        }
    }

    @Test
    void each_figure_is_the_one_that_a_pencil_finds() throws IOException {
        BacktestResult result = backtest();
        Figures live = result.main().live().together();
        Figures seen = result.main().hindsight().together();

        assertEquals(129, result.period().workingDays());
        assertEquals(4.0 / 8, value(live, Measure.PRECISION));
        assertEquals(4.0 / 6, value(live, Measure.RECALL));
        assertEquals(16, value(live, Measure.LEAD_10), 1e-9);
        assertEquals(40, value(live, Measure.LEAD_50));
        assertEquals(56, value(live, Measure.LEAD_90), 1e-9);
        assertEquals(9.0 / 129, value(live, Measure.CALLS));
        assertEquals("330.00", live.found().getFirst().amount().toPlainString());
        assertEquals("60.00", live.prevented().getFirst().amount().toPlainString());
        assertEquals(5.0 / 7, value(seen, Measure.PRECISION));
        assertEquals(5.0 / 6, value(seen, Measure.RECALL));
        assertEquals(25, value(seen, Measure.LEAD_50));
    }

    private static BacktestResult backtest() throws IOException {
        Selection playbook = Selection.of(
                Packs.shipped(), EXAMPLE.resolve("bills.playbook.yaml").toString(), List.of());
        return Backtest.run(
                Compiled.of("", playbook, null, null, ""),
                new Backtest.Request(
                        EXAMPLE,
                        Instant.parse("2024-12-31T23:00:00Z"),
                        Instant.parse("2025-06-30T22:00:00Z"),
                        2,
                        Bootstrap.USUAL),
                _ -> RowOpener.NONE,
                Progress.NONE);
    }

    /// The rows of the page's table of customers, each with its cells.
    private static List<List<String>> stories() throws IOException {
        return java.nio.file.Files.readAllLines(ROOT.resolve("docs/backtest.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> List.of(line.substring(2, line.length() - 1).split(" \\|", -1)))
                .map(cells -> cells.stream().map(String::strip).toList())
                .toList();
    }

    private static String told(JudgedCase one) {
        Integer lead = one.isJudged() ? one.verdict().leadDays() : null;
        return String.join(
                " | ",
                DAY.format(one.opened().atZone(PARIS)),
                one.isJudged() ? fate(one) : "too recent: 27 days before the end",
                lead == null ? "–" : lead.toString(),
                whole(one.harm()),
                whole(one.prevented()));
    }

    private static String fate(JudgedCase one) {
        if (one.verdict().fate() == Fate.CONFIRMED && one.verdict().leadDays() == null) {
            return "confirmed, by the refund";
        }
        return switch (one.verdict().fate()) {
            case CONFIRMED -> "confirmed";
            case TOO_LATE -> "found too late";
            case FALSE_ALARM -> "false alarm";
            case UNCONFIRMED -> "not confirmed";
        };
    }

    private static String whole(Harm harm) {
        return harm.amount().stripTrailingZeros().toPlainString();
    }

    private static double value(Figures figures, Measure measure) {
        Estimate estimate = figures.get(measure);
        return estimate == null ? Double.NaN : estimate.value();
    }
}
