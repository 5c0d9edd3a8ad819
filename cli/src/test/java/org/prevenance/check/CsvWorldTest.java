package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prevenance.engine.Plan;
import org.prevenance.files.Limits;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Sector;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;
import org.prevenance.sources.Sources;
import org.prevenance.sources.SourcesException;

/// The CSV exports of a world, with the `sources.yaml` beside them, say the same as its events.
class CsvWorldTest {
    @TempDir
    Path folder;

    static Stream<Set<Sector>> worlds() {
        return Stream.of(
                EnumSet.of(Sector.TELECOM),
                EnumSet.of(Sector.BANK, Sector.JOURNEYS, Sector.CARE, Sector.CHANNELS, Sector.TEAM),
                EnumSet.of(Sector.APPLIANCES, Sector.ENERGY));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theSameCasesAreFoundInTheExportsAsInTheEvents(Set<Sector> sectors) throws IOException, SourcesException {
        Settings settings = new Settings(4, 150, 160, LocalDate.of(2024, 6, 1), true, Layout.BY_KIND, sectors);
        Simulate.write(folder.resolve("events"), settings);
        Simulate.write(folder.resolve("exports"), settings.with(Layout.CSV));
        assertEquals(
                Files.readString(folder.resolve("events/truth.json")).replace("BY_KIND", "CSV"),
                Files.readString(folder.resolve("exports/truth.json")));

        CheckResult events = check("events");
        CheckResult exports = check("exports");

        assertEquals(events.counts(), exports.counts());
        assertTrue(events.counts().quarantined() > 10, "broken lines");
        assertEquals(cases(events), cases(exports));
        assertTrue(events.cases().size() > 1, "cases: " + events.cases().size());
    }

    private CheckResult check(String name) throws IOException, SourcesException {
        Program program = Packs.compile(Packs.shipped().choose(List.of())).orThrow();
        Path world = folder.resolve(name);
        Path mapping = world.resolve("sources.yaml");
        RowOpener rows = Files.exists(mapping)
                ? Sources.load(mapping, program.vocabulary())
                        .opener(program.symbols(), program.subjects(), new Plan(program).slotsKept(), program.zone())
                : RowOpener.NONE;
        Check.Request request = new Check.Request(world, null, 2, rows);
        return Check.run(program, request, Limits.usual(), Progress.NONE);
    }

    private static String cases(CheckResult result) {
        String json = TelecomCheck.json(result);
        return json.substring(json.indexOf("\"cases\":"));
    }
}
