package org.prevenance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All who answer must answer the same question: in small worlds that are meaner than the reference work, and at the
/// edges of each condition.
class SameAnswerTest {
    @TempDir
    Path folder;

    @Test
    void everybodyFlagsTheSameBillsInRandomWorlds() throws IOException, SQLException {
        for (long seed = 1; seed <= 12; seed++) {
            Path events = folder.resolve("world-" + seed + ".ndjson");
            SampleWorld.write(events, 30, 200, seed);
            Answer plain = PlainAnswer.of(events);
            assertTrue(!plain.flagged().isEmpty(), "nothing to find with seed " + seed);
            assertEquals(plain, HandWritten.answer(events), "hand-written, seed " + seed);
            Path parquet = folder.resolve("world-" + seed + ".parquet");
            DuckDb.toParquet(events, parquet, 2);
            for (Path file : List.of(events, parquet)) {
                assertEquals(plain, DuckDb.answer(file, DuckDb.WINDOWS, 2), "windows on " + file);
                assertEquals(plain, DuckDb.answer(file, DuckDb.JOIN, 2), "join on " + file);
            }
        }
    }

    @Test
    void fiftyDaysAreEnoughAndFortyNineAreNot() throws IOException, SQLException {
        assertEquals(List.of("F"), flagged(usage(1, "00:10", "1") + days(12, 61, "10000")));
        assertEquals(List.of(), flagged(usage(1, "00:10", "1") + days(13, 61, "10000")));
    }

    @Test
    void aMillionBytesAreUse() throws IOException, SQLException {
        assertEquals(List.of("F"), flagged(days(1, 60, "10000") + usage(61, "00:30", "409999")));
        assertEquals(List.of(), flagged(days(1, 60, "10000") + usage(61, "00:30", "410000")));
    }

    @Test
    void theFirstUsageIsSixtyDaysAgoByTheCalendarOfParis() throws IOException, SQLException {
        String heard = days(2, 61, "1");
        assertEquals(List.of("F"), flagged(usage(1, "22:59", "1") + heard));
        assertEquals(List.of(), flagged(usage(1, "23:00", "1") + heard));
    }

    @Test
    void whatIsUsedAfterTheBillDoesNotCount() throws IOException, SQLException {
        assertEquals(List.of("F"), flagged(days(1, 61, "1"), usage(61, "12:01", "5000000")));
        assertEquals(List.of(), flagged(days(1, 61, "1") + usage(61, "11:59", "5000000")));
    }

    @Test
    void anUnsortedFileIsRefused() throws IOException {
        Path events =
                Files.writeString(folder.resolve("unsorted.ndjson"), usage(2, "10:00", "1") + usage(1, "10:00", "1"));
        assertThrows(IllegalStateException.class, () -> HandWritten.answer(events));
    }

    /// Usages from a first to a last day of 2024, each at 00:10 UTC, which in winter is the same day in Paris.
    private static String days(int first, int last, String bytes) {
        StringBuilder lines = new StringBuilder();
        for (int day = first; day <= last; day++) {
            lines.append(usage(day, "00:10", bytes));
        }
        return lines.toString();
    }

    private static String usage(int day, String time, String bytes) {
        return line("device.usage", "device/B", day, time, "{\"bytes\":" + bytes + "}");
    }

    private static String line(String type, String subject, int day, String time, String data) {
        return "{\"id\":\"x\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%sT%s:00Z\",\"data\":%s}\n"
                .formatted(type, subject, LocalDate.ofYearDay(2024, day), time, data);
    }

    private List<String> flagged(String before) throws IOException, SQLException {
        return flagged(before, "");
    }

    /// What everybody flags when the bill `F` is issued on day 61 at noon.
    private List<String> flagged(String before, String after) throws IOException, SQLException {
        Path events = Files.writeString(
                folder.resolve("edge.ndjson"),
                line("device.installed", "device/B", 1, "00:00", "{\"contractId\":\"C\"}")
                        + before
                        + line("bill.issued", "contract/C", 61, "12:00", "{\"bill\":\"F\"}")
                        + after);
        Answer answer = PlainAnswer.of(events);
        assertEquals(answer, HandWritten.answer(events));
        assertEquals(answer, DuckDb.answer(events, DuckDb.WINDOWS, 2));
        assertEquals(answer, DuckDb.answer(events, DuckDb.JOIN, 2));
        return answer.flagged();
    }
}
