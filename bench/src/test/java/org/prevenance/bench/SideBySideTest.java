package org.prevenance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.bench.Contestant.Kind;

class SideBySideTest {
    private static final Contestant OURS = new Contestant(Contestants.OURS, "Ours", List.of(), Kind.CASES);
    private static final Contestant THEIRS = new Contestant("theirs", "Theirs", List.of(), Kind.FLAGGED_BILLS);

    @TempDir
    Path folder;

    @Test
    void aWholeRunInProcessesOfTheirOwnWritesItsTable() throws IOException, InterruptedException, SQLException {
        Path page =
                Files.writeString(folder.resolve("page.md"), "a\n<!-- results: side-by-side -->\nold\n<!-- end -->\nz");
        String only = "parse-jackson,hand-written,duckdb-join-parquet";
        SideBySide.main(new String[] {
            "--contracts",
            "60",
            "--days",
            "250",
            "--rounds",
            "2",
            "--only",
            only,
            "--work",
            folder.toString(),
            "--page",
            page.toString()
        });
        String text = Files.readString(page);
        assertTrue(text.startsWith("a\n<!-- results"), text);
        assertTrue(text.endsWith("<!-- end -->\nz"), text);
        assertFalse(text.contains("old"), text);
        assertTrue(text.contains("The 2 contestants that answer flagged the same bills in every round"), text);
        assertFalse(text.contains("in every round: 0"), text);
        assertTrue(text.contains("| `hand-written`"), text);
    }

    @Test
    void aDifferentAnswerStopsTheRunAndSaysWhere() {
        Dataset data = new Dataset(folder, folder, folder, folder, 1, 1, 1, 1);
        IllegalStateException stop = assertThrows(
                IllegalStateException.class,
                () -> Agreement.check(
                        List.of(run(OURS, 1, "F1", "F2"), run(THEIRS, 1, "F2", "F3")),
                        Map.of(OURS.name(), data, THEIRS.name(), data)));
        assertEquals(
                "Ours and Theirs differ. Only the first flagged 1 bills such as [F1]; only the second 1 bills such as [F3].",
                stop.getMessage());
    }

    @Test
    void ratiosAreTakenWithinEachRound() {
        Table table = new Table(
                List.of(
                        List.of(run(OURS, 1), run(THEIRS, 2)),
                        List.of(run(OURS, 10), run(THEIRS, 40)),
                        List.of(run(OURS, 2), run(THEIRS, 6))),
                _ -> 6_000_000,
                Contestants.OURS);
        String theirs = table.markdown()
                .lines()
                .filter(line -> line.startsWith("| Theirs"))
                .findFirst()
                .orElseThrow();
        assertTrue(theirs.contains("1.00 (0.15–3.00)"), theirs);
        assertTrue(theirs.contains("0.33 (0.25–0.50)"), theirs);
    }

    @Test
    void aCaseIsToldAsTheBillsFromItsOpeningToItsClosing() throws IOException {
        StringBuilder bills = new StringBuilder();
        for (int month = 1; month <= 6; month++) {
            for (int contract = 1; contract <= 2; contract++) {
                bills.append("{\"type\":\"bill.issued\",\"subject\":\"contract/C%d\",".formatted(contract))
                        .append("\"time\":\"2024-0%d-01T12:00:00Z\",".formatted(month))
                        .append("\"data\":{\"bill\":\"F%d-%d\"}}%n".formatted(contract, month));
            }
        }
        Path events = Files.writeString(folder.resolve("events.ndjson"), bills);
        Path report = Files.writeString(folder.resolve("report.json"), """
                {"events":{"read":12},"cases":[
                  {"signal":"s","subject":"contract/C2","openedAt":"2024-05-01T12:00:20Z","closedAt":null,"evidence":["e"]},
                  {"subject":"contract/C1","openedAt":"2024-02-01T12:00:00Z","closedAt":"2024-04-01T12:00:20Z"}]}
                """);
        assertEquals(List.of("F1-2", "F1-3", "F2-5", "F2-6"), FlaggedCases.bills(report, events));

        Files.writeString(report, "{\"cases\":[{\"subject\":\"contract/C1\",\"openedAt\":\"2024-07-02T00:00:00Z\"}]}");
        assertThrows(IllegalStateException.class, () -> FlaggedCases.bills(report, events));
    }

    @Test
    void aPageWithoutAPlaceIsLeftAlone() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "no markers");
        assertThrows(IllegalStateException.class, () -> Page.write(page, "side-by-side", "results"));
        assertEquals("no markers", Files.readString(page));
    }

    @Test
    void aContestantThatFailsIsNamedWithItsOutput() {
        Contestant broken = new Contestant("broken", "Broken", List.of("false"), Kind.NOTHING);
        IllegalStateException stop = assertThrows(IllegalStateException.class, () -> Run.of(broken, folder, folder));
        assertTrue(message(stop).startsWith("Broken ended with status 1. Look at "), message(stop));
    }

    @Test
    void whatAProcessReportsIsReadBack() {
        Measured measured = Measured.parse(List.of("noise", "MEASURED work=1.5 flagged=3 hash=ab peak=2048"));
        assertNotNull(measured);
        assertEquals(new Measured(1.5, 3, "ab", 2048), measured);
    }

    @Test
    void wrongOptionsAreNamed() {
        assertStartsWith("Expected a whole number after --rounds, found \"many\".", "--rounds", "many");
        assertStartsWith("Unknown option \"--fast\".", "--fast", "1");
        assertStartsWith("Missing value after \"--seed\".", "--seed");
    }

    private static void assertStartsWith(String start, String... arguments) {
        String message = message(assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments)));
        assertTrue(message.startsWith(start), message);
    }

    private static String message(Exception thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static Run run(Contestant contestant, double seconds, String... flagged) {
        return new Run(contestant, seconds, seconds + 1, 1024, 1, List.of(flagged));
    }
}
