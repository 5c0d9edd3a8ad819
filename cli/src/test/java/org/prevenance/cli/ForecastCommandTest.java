package org.prevenance.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.Check;
import org.prevenance.check.Packs;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import picocli.CommandLine;

/// `forecast train` and `predict`, as a person calls them: on a small made line of 24 trains a day.
class ForecastCommandTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 80;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void makeLine() throws IOException {
        Files.createDirectories(folder.resolve("line"));
        Files.writeString(folder.resolve("small.forecast.yaml"), """
                forecast: small
                purpose: contract
                target: arrival
                title: {fr: "Petite ligne", en: "Small line"}
                horizons:
                  1h: {before: 1h}
                facts:
                  before: {last: late, of: arrivals, at: to}
                  number: {median: late, of: arrivals, at: to, same: [number], last: 30}
                rivals:
                  history: {1h: number}
                learn:
                  middle: {trees: 20, rate: 0.3, leaves: 4, rows: 20, facts: 1}
                  spread: {trees: 20, rate: 0.3, leaves: 4, rows: 20, facts: 1}
                """);
        Random random = new Random(4);
        List<String> events = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            double lost = random.nextInt(4) > 0 ? 10 + random.nextInt(20) : 0;
            for (int hour = 0; hour < 24; hour++) {
                Instant departure = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                Instant arrival = departure.plus(Duration.ofMinutes(40));
                Instant arrived = arrival.plusSeconds((long) ((lost + random.nextGaussian() * 3) * 60));
                String trip = day + "-" + hour;
                events.add(event("plan", trip, "trip.planned", START.minus(Duration.ofDays(7)), """
                        {"operator":"N","number":"%d","kind":"train","calls":[{"stop":"A","departure":"%s"},{"stop":"B","arrival":"%s"}]}""".formatted(
                                hour, departure, arrival)));
                events.add(event("in", trip, "trip.called", arrived, """
                        {"stop":"B","arrived":"%s"}""".formatted(arrived)));
            }
        }
        Files.write(folder.resolve("line/events.ndjson"), events);
    }

    private static String event(String id, String trip, String type, Instant time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s-%s\",\"source\":\"made\",\"type\":\"%s\",\"subject\":\"trip/%s\",\"time\":\"%s\",\"data\":%s}"
                .formatted(id, trip, type, trip, time, data);
    }

    @Test
    void what_it_learnt_it_foretells_as_events_that_check_reads() throws IOException {
        assertEquals(0, train("model"), errors::toString);
        assertEquals(0, train("again"), errors::toString);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("model/small.model")),
                Files.readAllBytes(folder.resolve("again/small.model")),
                "learning again on the same events makes the same file");

        assertEquals(0, predict(), errors::toString);

        List<String> lines = Files.readAllLines(folder.resolve("out/forecasts.ndjson"));
        assertEquals(24, lines.size());
        assertTrue(
                lines.getFirst()
                        .startsWith(
                                "{\"specversion\":\"1.0\",\"id\":\"forecast.arrival-trip/75-1-B-2025-03-17T00:00:00Z\",\"source\":\"urn:prevenance:forecast\",\"type\":\"forecast.arrival\",\"subject\":\"trip/75-1\",\"time\":\"2025-03-17T00:00:00Z\""),
                lines::getFirst);
        var program = Packs.compile(Packs.shipped().choose(List.of("journeys"))).orThrow();
        var request = new Check.Request(folder.resolve("out"), null, 1, RowOpener.NONE);
        var read = Check.run(program, request, Progress.NONE).counts();
        assertEquals(24, read.admitted());
        assertEquals(0, read.droppedFields());
    }

    @Test
    void what_was_learnt_must_be_there_and_of_this_forecast() throws IOException {
        assertEquals(2, predict());
        assertTrue(errors.toString().contains("is not there.\nMaybe train it first: "), errors::toString);

        Files.createDirectories(folder.resolve("model"));
        Files.writeString(folder.resolve("model/small.model"), "no ZIP");
        assertEquals(2, predict());
        assertTrue(errors.toString().contains("The file (small.model) is no model"), errors::toString);
    }

    @Test
    void a_broken_declaration_is_told_with_its_place() throws IOException {
        Path broken = folder.resolve("broken.forecast.yaml");
        Files.writeString(
                broken, Files.readString(folder.resolve("small.forecast.yaml")).replace("late,", "lat,"));

        assertEquals(2, run("forecast", "train", line(folder), "--forecast", broken.toString()));

        assertTrue(errors.toString().contains("broken.forecast.yaml:8:18: last cannot be of lat"), errors::toString);
        assertTrue(errors.toString().contains("Maybe write late."), errors::toString);
    }

    @Test
    void wrong_use_says_what_to_do() {
        assertEquals(2, run("forecast"));
        assertTrue(errors.toString().contains("Maybe write ./prevenance forecast train DIR"), errors::toString);
        assertEquals(2, run("forecast", "train", ".", "--forecast", "arival"));
        assertTrue(errors.toString().contains("Maybe write arrival."), errors::toString);
        assertEquals(3, run("forecast", "train", "nowhere", "--forecast", "arrival"));
        assertTrue(errors.toString().contains("The folder (nowhere) is not there."), errors::toString);
        assertEquals(2, run("forecast", "train", ".", "--format", "xml"));
        assertTrue(errors.toString().contains("The format (xml) is not known."), errors::toString);
    }

    @Test
    void of_several_forecasts_those_with_too_little_to_learn_from_are_passed_over() throws IOException {
        Path both = Files.createDirectories(folder.resolve("both"));
        Files.copy(folder.resolve("small.forecast.yaml"), both.resolve("small.forecast.yaml"));
        Files.writeString(both.resolve("phone.forecast.yaml"), """
                forecast: phone
                target: wait
                purpose: contract
                title: {fr: "Attente", en: "Wait"}
                """);

        assertEquals(
                0,
                run(
                        "forecast",
                        "judge",
                        line(folder),
                        "--forecast",
                        both.toString(),
                        "--out",
                        folder.resolve("judged").toString()),
                errors::toString);

        String json = Files.readString(folder.resolve("judged/forecast.json"));
        assertTrue(json.contains("{\"forecast\":\"small\""), "trains were judged");
        assertFalse(json.contains("{\"forecast\":\"phone\""), "nobody waited");
        assertEquals(3, run("forecast", "judge", line(folder), "--forecast", "wait"));
        assertTrue(errors.toString().contains("None of the events is of a type that"), errors::toString);
        assertEquals(2, run("forecast", "predict", line(folder)));
        assertTrue(
                errors.toString().contains("Passed over platform: The model (platform.model) is not there."),
                errors::toString);
    }

    @Test
    void studies_are_judged_by_one_command_and_their_figures_stand_on_a_page() throws IOException {
        Files.writeString(folder.resolve("studies.yaml"), """
                studies:
                  ours:
                    title: {fr: "Notre ligne", en: "Our line"}
                    folder: line
                    forecast: %s
                    from: 2025-02-15T00:00:00Z
                  theirs: {folder: elsewhere, forecast: arrival}
                """.formatted(declared()));
        Path page = Files.writeString(folder.resolve("page.md"), """
                <!-- figures: ours -->
                <!-- end of figures -->
                """);

        assertEquals(
                0,
                judge(
                        "--figures",
                        page.toString(),
                        "--out",
                        folder.resolve("judged").toString()));

        String figures = Files.readString(page);
        assertTrue(figures.contains("\n| mean error, minutes; share within 15 | 1h |\n"), figures);
        assertTrue(figures.contains("\n| what is usual | "), figures);
        String json = Files.readString(folder.resolve("judged/forecast.json"));
        assertTrue(json.contains("\"forecast\":\"small\",\"study\":\"ours\""), json.substring(0, 200));
        assertTrue(json.contains("\"fr\":\"Notre ligne\""), json.substring(0, 200));
    }

    @Test
    void studies_of_other_folders_and_other_options_are_refused() throws IOException {
        Files.writeString(
                folder.resolve("studies.yaml"), "studies: {theirs: {folder: elsewhere, forecast: arrival}}\n");

        assertEquals(2, judge());
        assertTrue(
                errors.toString().contains("is of a folder called line.\nMaybe name one of: elsewhere."),
                errors::toString);
        assertEquals(2, judge("--zone", "Europe/Paris"));
        assertTrue(errors.toString().contains("Maybe leave these out."), errors::toString);
        assertEquals(2, run("forecast", "judge", line(folder), "--figures", "page.md"));
        assertTrue(errors.toString().contains("--figures needs --studies."), errors::toString);
    }

    private int judge(String... further) {
        List<String> args = new ArrayList<>(List.of(
                "forecast",
                "judge",
                line(folder),
                "--studies",
                folder.resolve("studies.yaml").toString()));
        args.addAll(List.of(further));
        return run(args.toArray(String[]::new));
    }

    private int train(String out) {
        return run(
                "forecast",
                "train",
                line(folder),
                "--forecast",
                declared(),
                "--until",
                "2025-03-17T00:00:00Z",
                "--out",
                folder.resolve(out).toString());
    }

    private int predict() {
        return run(
                "forecast",
                "predict",
                line(folder),
                "--forecast",
                declared(),
                "--from",
                "2025-03-17T00:00:00Z",
                "--until",
                "2025-03-17T23:59:59Z",
                "--model",
                folder.resolve("model/small.model").toString(),
                "--out",
                folder.resolve("out").toString());
    }

    private String declared() {
        return folder.resolve("small.forecast.yaml").toString();
    }

    private static String line(Path folder) {
        return folder.resolve("line").toString();
    }

    private int run(String... args) {
        CommandLine command = Main.command().setErr(new PrintWriter(errors, true));
        return command.execute(args);
    }
}
