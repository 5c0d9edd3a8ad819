package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;

/// A check of a simulated world finds what its stories say, when and at what harm they say it, and nothing else.
class TruthTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}: {1} customers for {2} days from {3}, messy {4}")
    @CsvSource({
        "1, 180, 400, 2024-01-01, false",
        "2, 150, 300, 2024-06-15, true",
        "3, 120, 500, 2023-03-01, false",
        "4, 180, 365, 2025-01-01, true",
        "5, 100, 240, 2024-09-01, false"
    })
    void everyStoryIsFoundAndNothingElse(long seed, int customers, int days, LocalDate start, boolean messy)
            throws IOException {
        Path world = folder.resolve("world");
        Simulate.write(world, Settings.telecom(seed, customers, days, start, messy, Layout.BY_KIND));
        CheckResult result = new TelecomCheck(world)
                .withUntil(start.plusDays(days).atStartOfDay(PARIS).toInstant())
                .result();
        ToldStories stories = new ToldStories(world, PARIS).of(judged(result));
        assertEquals("", String.join("\n", stories.differences(TelecomCheck.found(result))));
    }

    @Test
    void theWorldsTellStoriesOfEverySignal() throws IOException {
        Path world = folder.resolve("world");
        Simulate.write(world, Settings.telecom(1, 180, 400, LocalDate.of(2024, 1, 1), false, Layout.BY_KIND));
        Set<String> judged = judged(new TelecomCheck(world).result());
        Set<String> told =
                new HashSet<>(new ToldStories(world, PARIS).of(judged).signals());
        assertEquals(new TreeSet<>(judged), new TreeSet<>(told));
        assertTrue(judged.size() >= 7, judged::toString);
    }

    private static Set<String> judged(CheckResult result) {
        return result.signals().stream().map(CheckResult.SignalAbout::name).collect(Collectors.toSet());
    }
}
