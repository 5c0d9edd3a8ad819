package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prevenance.files.Limits;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Sector;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;

/// With all packs that ship, a check of a world finds what its stories say, sector by sector, and nothing else.
class SectorsTruthTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: seed {1}, {2} customers for {3} days from {4}")
    @CsvSource({
        "TELECOM, 1, 120, 400, 2024-01-01",
        "ENERGY, 1, 70, 400, 2024-01-01",
        "ENERGY, 2, 60, 366, 2025-06-11",
        "APPLIANCES, 1, 50, 130, 2024-01-01",
        "APPLIANCES, 2, 45, 160, 2024-09-20",
        "BANK, 1, 60, 380, 2024-01-01",
        "JOURNEYS, 1, 60, 120, 2024-01-01",
        "CHANNELS, 1, 50, 90, 2024-01-01",
        "CHANNELS, 2, 50, 140, 2024-09-01",
        "CARE, 1, 60, 90, 2024-01-01",
        "CARE, 2, 80, 60, 2024-10-01",
        "TEAM, 1, 30, 120, 2024-01-01",
        "TEAM, 2, 30, 90, 2024-09-16",
        "RAIL, 1, 300, 70, 2024-02-01"
    })
    void everyStoryIsFoundAndNothingElse(Sector sector, long seed, int customers, int days, LocalDate start)
            throws IOException {
        agree(new Settings(seed, customers, days, start, false, Layout.BY_KIND, EnumSet.of(sector)));
    }

    @Test
    void allSectorsTogether() throws IOException {
        agree(new Settings(7, 400, 366, LocalDate.of(2024, 1, 1), true, Layout.BY_KIND, Sector.usual()));
    }

    private void agree(Settings settings) throws IOException {
        Path world = folder.resolve("world");
        Simulate.write(world, settings);
        CheckResult result = check(world, settings);
        Set<String> judged =
                result.signals().stream().map(CheckResult.SignalAbout::name).collect(Collectors.toSet());
        ToldStories stories = new ToldStories(world, PARIS).of(judged);
        assertEquals("", String.join("\n", stories.differences(TelecomCheck.found(result))));
    }

    private static CheckResult check(Path world, Settings settings) throws IOException {
        Program program = Packs.compile(Packs.shipped().choose(List.of())).orThrow();
        Instant until =
                settings.start().plusDays(settings.days()).atStartOfDay(PARIS).toInstant();
        return Check.run(program, new Check.Request(world, until, 2, RowOpener.NONE), Limits.usual(), Progress.NONE);
    }

    @Test
    void aStoryIsToldOfEverySignalThatShips() throws IOException {
        Path world = folder.resolve("world");
        Settings settings = Settings.of(1, 400, 366);
        Simulate.write(world, settings);
        Set<String> told = new TreeSet<>(new ToldStories(world, PARIS).signals());
        Set<String> judged = new TreeSet<>();
        Packs.compile(Packs.shipped().choose(List.of()))
                .orThrow()
                .signals()
                .forEach(signal -> judged.add(signal.name()));
        judged.removeAll(told);
        assertEquals(Set.of(), judged);
    }
}
