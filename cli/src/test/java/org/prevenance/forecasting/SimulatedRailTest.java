package org.prevenance.forecasting;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.Check;
import org.prevenance.check.Packs;
import org.prevenance.event.Raw;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.forecast.Forecasts;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;
import org.prevenance.playbook.Program;
import org.prevenance.signal.Case;
import org.prevenance.simulator.Sector;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;
import org.prevenance.sources.Sources;
import org.prevenance.text.NamedText;

/// Fourteen weeks of the simulated rail network: a small model learns from seven, is judged on five, and foretells two,
/// where the judge allows it. Who is told that they will be late?
class SimulatedRailTest {
    private static final String DECLARED = """
            forecast: on-leaving
            target: arrival
            purpose: service
            title: {fr: "En partant", en: "On leaving"}
            horizons:
              gate: {on: leaving, title: {fr: "au départ", en: "on leaving"}}
            parts: operator
            facts:
              late:       {trip: late}
              stop:       {trip: stop}
              minutes:    {trip: minutes}
              to:         {category: to}
              slack:      {vehicle: slack}
              number:     {median: gain, of: arrivals, at: to, same: [operator, number], last: 20}
              route_gain: {median: gain, of: arrivals, at: to, same: [operator, from], last: 100}
              leg_gain:   {mean: gain, of: arrivals, at: to, same: [line, from], last: 10}
              leg_last:   {last: gain, of: arrivals, at: to, same: [from], over: 2h}
              mate_leg:   {last: late, of: arrivals, at: to, same: [line, from], over: 3h}
              mates_gain: {mean: gain, of: arrivals, same: [line], over: 2h}
              usual_now:  {sum: [late, route_gain]}
            rivals:
              persistence: {gate: late}
              history:     {gate: usual_now}
            learn:
              middle: {trees: 60, rate: 0.1, leaves: 15, rows: 100, facts: 1}
              spread: {trees: 30, rate: 0.2, leaves: 15, rows: 100, facts: 1}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final Target target = Forecasts.read(List.of(new NamedText("on-leaving.forecast.yaml", DECLARED)))
            .orThrow()
            .getFirst();

    @Test
    void a_judged_model_tells_those_who_opted_in_that_they_will_be_late() throws IOException {
        Simulate.write(folder, Settings.of(1, 8_000, 98).with(Sector.RAIL));
        Program program =
                Packs.compile(Packs.shipped().choose(List.of("journeys"))).orThrow();
        Chronicle chronicle = chronicle(program);
        long end = chronicle.known(chronicle.size() - 1);
        long judged = end - 14 * Raw.DAY;
        long learnt = judged - 35 * Raw.DAY;

        ModelFile model = judged(
                target.train(chronicle, new Target.Origin("simulated", null), learnt, Work.SILENT),
                chronicle,
                new Target.Span(learnt, judged));
        List<Foretold> told = target.predict(chronicle, model, new Target.Span(judged, end), Work.SILENT)
                .made();
        try (OutputStream out = Files.newOutputStream(folder.resolve("forecasts.ndjson"))) {
            ForetoldEvents.write(told, out);
        }

        assertTrue(
                model.provenance().verdicts().stream().anyMatch(Provenance.Verdict::shown),
                () -> model.provenance().verdicts().toString());
        List<Case> cases = willBeLate(program);
        assertFalse(cases.isEmpty(), "somebody is told");
        Set<String> optedIn = optedIn();
        List<Booked> journeys = cases.stream().map(this::booked).toList();
        assertTrue(
                journeys.stream().allMatch(one -> optedIn.contains(one.customer)), () -> "not opted in: " + journeys);
        long right =
                journeys.stream().filter(one -> late(one).toMinutes() >= 15).count();
        assertTrue(right >= 0.75 * cases.size(), () -> right + " of " + cases.size() + " came 15 minutes late");
    }

    /// The same model, with what the judge says of it on later days.
    private ModelFile judged(ModelFile model, Chronicle chronicle, Target.Span span) {
        List<Provenance.Verdict> verdicts =
                Judge.judge(target.judge(chronicle, span, model, Work.SILENT)).places().stream()
                        .map(place -> new Provenance.Verdict(
                                place.horizon().name(),
                                place.part().name(),
                                place.verdict().isShown(),
                                place.verdict().toString()))
                        .toList();
        return new ModelFile(model.provenance().judged(Map.of(), verdicts), new TreeMap<>(model.parts()));
    }

    private Chronicle chronicle(Program program) throws IOException {
        return ChronicleReader.read(
                        new ChronicleReader.Request(
                                List.of(folder),
                                Sources.none(program.vocabulary()),
                                program.vocabulary(),
                                ChronicleReader.types(List.of(target), program.vocabulary()),
                                program.zone(),
                                Long.MAX_VALUE),
                        1,
                        Progress.NONE)
                .of(target)
                .chronicle();
    }

    private List<Case> willBeLate(Program program) throws IOException {
        return Check.run(program, new Check.Request(folder, null, 1, RowOpener.NONE), Progress.NONE).cases().stream()
                .filter(one -> one.signal().equals("journeys/will-be-late"))
                .toList();
    }

    private record Booked(String customer, String trip, String to) {}

    private Booked booked(Case one) {
        String line = lines("journeys.ndjson", "\"subject\":\"" + one.subject() + "\"")
                .getFirst();
        return new Booked(field(line, "customerId"), field(line, "tripId"), field(line, "to"));
    }

    private Set<String> optedIn() {
        return lines("customers.ndjson", "\"type\":\"consent.given\"").stream()
                .filter(line -> field(line, "purpose").equals("journey"))
                .map(line -> field(line, "subject").replace("customer/", ""))
                .collect(Collectors.toSet());
    }

    /// How late the train came where the journey ends.
    private Duration late(Booked one) {
        List<String> ofTrip = lines("trips.ndjson", "\"subject\":\"trip/" + one.trip + "\"");
        String stop = "\"stop\":\"" + one.to + "\",";
        String plan = ofTrip.stream()
                .filter(line -> line.contains("\"trip.planned\""))
                .findFirst()
                .orElseThrow();
        String call = ofTrip.stream()
                .filter(line -> line.contains("\"trip.called\"") && line.contains(stop))
                .findFirst()
                .orElseThrow();
        return Duration.between(
                Instant.parse(field(plan.substring(plan.indexOf(stop)), "arrival")),
                Instant.parse(field(call, "arrived")));
    }

    private List<String> lines(String file, String with) {
        try (Stream<String> lines = Files.lines(folder.resolve(file))) {
            return lines.filter(line -> line.contains(with)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String line, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(line);
        assertTrue(matcher.find(), () -> name + " is missing in " + line);
        return matcher.group(1);
    }
}
