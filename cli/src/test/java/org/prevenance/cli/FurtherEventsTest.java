package org.prevenance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.backtest.Backtest;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.backtest.Compiled;
import org.prevenance.backtest.Selection;
import org.prevenance.check.Check;
import org.prevenance.check.CheckResult;
import org.prevenance.check.Foretelling;
import org.prevenance.check.Further;
import org.prevenance.check.Packs;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.forecast.Forecasts;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;
import org.prevenance.forecasting.ChronicleReader;
import org.prevenance.forecasting.Declarations;
import org.prevenance.measure.Bootstrap;
import org.prevenance.playbook.Program;
import org.prevenance.report.BacktestText;
import org.prevenance.report.JsonReport;
import org.prevenance.report.TextReport;
import org.prevenance.signal.Case;
import org.prevenance.signal.Language;
import org.prevenance.sources.Sources;

/// A line of twelve trains a day to Bourg, each with its platform; P1 opted in, P2 did not, and both take the same
/// train.
class FurtherEventsTest {
    private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant LEARNT = START.plusSeconds(40 * 86_400L);
    private static final List<String> HORIZONS = List.of("24h", "2h", "60m", "20m");

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    private void event(String type, String subject, Instant time, String data) {
        lines.add(
                "{\"specversion\":\"1.0\",\"id\":\"e%d\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"data\":%s}"
                        .formatted(lines.size(), type, subject, time, data));
    }

    private void world() throws IOException {
        world(0);
    }

    /// @param later by so many minutes do trains run on the last day, when P1 and P2 travel
    private void world(int later) throws IOException {
        for (int day = 0; day < 41; day++) {
            for (int train = 0; train < 12; train++) {
                Instant arrival = arrival(day, train).plusSeconds(day < 40 ? 0 : later * 60L);
                String trip = "trip/" + train + "-" + day;
                event(
                        "trip.planned",
                        trip,
                        arrival.minusSeconds(172_800),
                        "{\"operator\":\"O\",\"number\":\"%d\",\"kind\":\"train\",\"calls\":[{\"stop\":\"Lyon\",\"departure\":\"%s\"},{\"stop\":\"Bourg\",\"arrival\":\"%s\"}]}"
                                .formatted(train, arrival.minusSeconds(3_600), arrival));
                event(
                        "trip.called",
                        trip,
                        arrival,
                        "{\"stop\":\"Bourg\",\"arrived\":\"%s\",\"platform\":\"%d\"}"
                                .formatted(arrival, train % 4 + 1));
            }
        }
        event("consent.given", "customer/P1", START, "{\"purpose\":\"journey\",\"method\":\"web\"}");
        for (String traveller : List.of("P1", "P2")) {
            event(
                    "journey.booked",
                    "journey/J-" + traveller,
                    START.plusSeconds(3_600),
                    "{\"customerId\":\"%s\",\"tripId\":\"2-40\",\"from\":\"Lyon\",\"to\":\"Bourg\"}"
                            .formatted(traveller));
        }
        Files.write(folder.resolve("events.ndjson"), lines);
        Files.writeString(folder.resolve("bourg.station.yaml"), """
                station: Bourg
                since: 2025-05-01
                places:
                  Hall:      {kind: meeting point, walk: {1: 1, 2: 2, 3: 5, 4: 6}}
                  East gate: {kind: meeting point, walk: {3: 1, 4: 2}}
                """);
    }

    private static Instant arrival(int day, int train) {
        return START.plusSeconds(day * 86_400L + (8 + train) * 3_600L);
    }

    private static Program program() throws IOException {
        return Packs.compile(Packs.shipped().choose(List.of("journeys"))).orThrow();
    }

    private FurtherEvents.Asked asked(Program program) {
        return new FurtherEvents.Asked(
                folder, Sources.none(program.vocabulary()), program.vocabulary(), program.zone(), 1, Long.MAX_VALUE);
    }

    /// What was known by [#LEARNT], allowed where said.
    private Path model(Program program, List<Provenance.Verdict> verdicts) throws IOException {
        Path home = Objects.requireNonNull(
                Packs.shipped().folder().toAbsolutePath().normalize().getParent());
        Target target = Forecasts.read(new Declarations(home).choose(List.of("platform")))
                .orThrow()
                .getFirst();
        Chronicle chronicle = ChronicleReader.read(
                        new ChronicleReader.Request(
                                List.of(folder),
                                Sources.none(program.vocabulary()),
                                program.vocabulary(),
                                ChronicleReader.types(List.of(target), program.vocabulary()),
                                program.zone(),
                                ZoneDays.micros(LEARNT)),
                        1,
                        Progress.NONE)
                .of(target)
                .chronicle();
        ModelFile model =
                target.train(chronicle, new Target.Origin("tests", null), ZoneDays.micros(LEARNT), Work.SILENT);
        Path file = folder.resolve("platform.model");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ModelFile(model.provenance().judged(Map.of(), verdicts), new TreeMap<>(model.parts())).write(out);
        }
        return file;
    }

    private CheckResult check(Program program, Further further) throws IOException {
        return Check.run(program, new Check.Request(folder, further, null, 1, RowOpener.NONE), Progress.NONE);
    }

    private List<Case> cases(Program program, Further further) throws IOException {
        return check(program, further).cases().stream()
                .filter(one -> one.signal().equals("journeys/platform-known"))
                .toList();
    }

    private static List<Provenance.Verdict> allowed(String stop) {
        return HORIZONS.stream()
                .map(horizon -> new Provenance.Verdict(horizon, stop, true, "in this test"))
                .toList();
    }

    @Test
    void only_who_opted_in_is_told_the_platform() throws IOException {
        world();
        Program program = program();
        Further further = FurtherEvents.of(asked(program), List.of(model(program, allowed("Bourg"))));

        List<Case> cases = cases(program, further);

        assertEquals(List.of("journey/J-P1"), cases.stream().map(Case::subject).toList());
        // a day before, the model was still learning
        assertEquals(arrival(40, 2).minusSeconds(7_200), cases.getFirst().openedAt());
        assertEquals(0, further.forecasts().getFirst().withheld());
    }

    /// The plan of the day, known two days before, is another one: what was learnt holds no more.
    @Test
    void on_the_first_day_of_a_new_timetable_nobody_is_told_and_the_answer_says_so() throws IOException {
        world(25);
        Program program = program();
        Further further = FurtherEvents.of(asked(program), List.of(model(program, allowed("Bourg"))));

        CheckResult result = check(program, further);

        assertEquals(List.of(), cases(program, further));
        Foretelling told = result.forecasts().getFirst();
        assertEquals("platform", told.name());
        assertEquals(0, told.made());
        Foretelling.Silence silence = told.silences().getFirst();
        assertEquals(LocalDate.of(2025, 6, 10), silence.day());
        assertEquals("plan-changed", silence.code());
        long withheld = told.withheld();
        assertEquals(37, withheld);
        String text = TextReport.of(result, Language.ENGLISH, program.zone(), null);
        assertTrue(text.contains("""
                        Platform: 0 forecasts were made, %d were withheld, as the world was no longer the one that the model
                        learnt from:
                          10 June 2025: %d; the timetable changed on 10 June 2025: 100%% of what is planned is new.
                        """.formatted(withheld, withheld)), text);
        String french = TextReport.of(result, Language.FRENCH, program.zone(), null);
        assertTrue(french.contains("10 juin 2025\u00a0: %d\u00a0; l’horaire a changé".formatted(withheld)), french);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonReport.write(result, json);
        assertTrue(
                json.toString(StandardCharsets.UTF_8)
                        .contains(
                                "\"made\":0,\"withheld\":[{\"day\":\"2025-06-10\",\"forecasts\":%d,\"code\":\"plan-changed\""
                                        .formatted(withheld)),
                json::toString);
    }

    @Test
    void a_backtest_finds_the_same_cases_as_a_check() throws IOException {
        for (int later : new int[] {0, 25}) {
            lines.clear();
            world(later);
            Program program = program();
            Further further = FurtherEvents.of(asked(program), List.of(model(program, allowed("Bourg"))));

            BacktestResult tried = Backtest.run(
                    Compiled.of("journeys", Selection.of(Packs.shipped(), "journeys", List.of()), null, null, ""),
                    new Backtest.Request(folder, further, null, null, 2, Bootstrap.USUAL),
                    _ -> RowOpener.NONE,
                    Progress.NONE);

            assertEquals(
                    check(program, further).cases().stream()
                            .map(one -> one.signal() + " " + one.subject() + " " + one.openedAt())
                            .sorted()
                            .toList(),
                    tried.main().live().cases().stream()
                            .map(one -> one.signal() + " " + one.subject() + " " + one.opened())
                            .sorted()
                            .toList());
            assertEquals(later == 0, !tried.main().live().cases().isEmpty());
            String text = BacktestText.of(tried, Language.ENGLISH, null);
            assertEquals(later != 0, text.contains("10 June 2025: "), text);
        }
    }

    @Test
    void where_the_judge_does_not_allow_it_nobody_is_told() throws IOException {
        world();
        Program program = program();
        Further further = FurtherEvents.of(asked(program), List.of(model(program, allowed("Lyon"))));

        assertEquals(List.of(), cases(program, further));
    }

    @Test
    void without_a_model_only_the_maps_are_added() throws IOException {
        world();
        Program program = program();
        Further further = FurtherEvents.of(asked(program), List.of());

        List<String> added = Files.readAllLines(further.files().getFirst());
        assertEquals(4, added.size());
        assertTrue(added.get(2).contains("\"meet\":\"East gate\",\"meetMinutes\":1,\"meetSpared\":4"), added.get(2));
        assertEquals(List.of(), cases(program, further));
    }

    @Test
    void a_map_with_a_mistake_is_refused_with_its_place() throws IOException {
        world();
        Files.writeString(folder.resolve("bourg.station.yaml"), "station: Bourg\nsince: 2025-05-01\n");
        Program program = program();

        WrongUse refused = assertThrows(WrongUse.class, () -> FurtherEvents.of(asked(program), List.of()));

        assertTrue(String.valueOf(refused.getMessage()).contains("bourg.station.yaml:1"), refused::getMessage);
    }
}
