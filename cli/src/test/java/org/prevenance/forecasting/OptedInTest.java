package org.prevenance.forecasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.check.Packs;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.Progress;
import org.prevenance.forecast.Forecasts;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;
import org.prevenance.sources.Sources;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Who has not opted in, or has withdrawn, is as if never seen by a forecast whose purpose rests on consent.
class OptedInTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Target.Origin MADE = new Target.Origin("made", null);

    @TempDir
    Path folder;

    private final Vocabulary vocabulary = vocabulary();

    /// A quarter of the people never opted in; a quarter withdrew; of the rest some opted in late, are known to have
    /// done so only later, or withdrew and came back.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takenOutOfTheFilesTheyWouldLeaveTheSameModelTrialAndForecasts(long seed) throws IOException {
        List<String> all = machines(seed, Set.of());
        Set<Integer> never = new TreeSet<>();
        for (int machine = 0; machine < 80; machine++) {
            if (machine % 4 < 2) {
                never.add(machine);
            }
        }
        Chronicle some = read("all", all);
        Chronicle kept = read("kept", machines(seed, never));
        long end = kept.known(kept.size() - 1);

        assertTrue(kept.size() > 1_000);
        assertEquals(told(kept), told(some));
        ModelFile model = failure("care").train(some, MADE, end, Work.SILENT);
        assertArrayEquals(bytes(failure("care").train(kept, MADE, end, Work.SILENT)), bytes(model));
        Target.Span last = new Target.Span(end - 60 * Raw.DAY, end + 1);
        assertEquals(
                told(failure("care").judge(kept, last, null, Work.SILENT)),
                told(failure("care").judge(some, last, null, Work.SILENT)));
        assertEquals(
                failure("care").predict(kept, model, last, Work.SILENT),
                failure("care").predict(some, model, last, Work.SILENT));
    }

    @Test
    void whatHappenedBeforeTheOptInIsLeftOutAndCounted() throws IOException {
        ChronicleReader.Used used = used(
                "care",
                List.of(
                        link("device.installed", "device/D1", 0, 0, "contractId", "C1"),
                        link("contract.started", "contract/C1", 0, 0, "customerId", "P1"),
                        report("D1", 1, 1),
                        consent("given", "P1", 2, 2),
                        report("D1", 3, 3),
                        report("D2", 3, 3)));

        assertEquals(List.of("device/D1 3 known 3"), told(used.chronicle()));
        assertEquals(2, used.leftOut(), "one before the opt-in, one of a device that is nobody's");
    }

    @Test
    void aDeviceThatMovesIsTheNewOwnersFromThenOn() throws IOException {
        List<String> events = List.of(
                link("contract.started", "contract/C1", 0, 0, "customerId", "P1"),
                link("contract.started", "contract/C2", 0, 0, "customerId", "P2"),
                consent("given", "P1", 0, 0),
                link("device.installed", "device/D1", 0, 0, "contractId", "C1"),
                report("D1", 1, 1),
                report("D1", 5, 5),
                link("device.installed", "device/D1", 4, 9, "contractId", "C2"));

        assertEquals(List.of("device/D1 1 known 1"), told(used("care", events).chronicle()));
    }

    @Test
    void nobodyCouldUseAnEventBeforeTheOptInWasKnown() throws IOException {
        List<String> events = List.of(
                link("contract.started", "contract/C1", 0, 0, "customerId", "P1"),
                link("device.installed", "device/D1", 0, 0, "contractId", "C1"),
                consent("given", "P1", 0, 4),
                report("D1", 1, 1),
                report("D1", 5, 6));

        assertEquals(
                List.of("device/D1 1 known 4", "device/D1 5 known 6"),
                told(used("care", events).chronicle()));
    }

    @Test
    void aWithdrawalThatWasNotKnownYetChangesNothing() throws IOException {
        List<String> events = List.of(
                link("contract.started", "contract/C1", 0, 0, "customerId", "P1"),
                link("device.installed", "device/D1", 0, 0, "contractId", "C1"),
                consent("given", "P1", 0, 0),
                report("D1", 1, 1),
                consent("withdrawn", "P1", 2, 8));
        Files.write(folder.resolve("events.ndjson"), events);

        assertEquals(
                1, read(folder, "care", ZoneDays.micros(day(7))).chronicle().size());
        assertEquals(
                0, read(folder, "care", ZoneDays.micros(day(8))).chronicle().size());
    }

    @Test
    void aCorrectionThatMayNotBeUsedTakesAlongWhatItCorrects() throws IOException {
        List<String> events = new ArrayList<>(List.of(
                link("contract.started", "contract/C1", 0, 0, "customerId", "P1"),
                link("device.installed", "device/D1", 0, 0, "contractId", "C1"),
                consent("given", "P1", 2, 2),
                report("D1", 3, 3),
                report("D1", 4, 4)));
        events.add(event(
                "device.reported",
                "device/D1",
                1,
                5,
                "{\"celsius\": 4, \"corrects\": \"%s\"}".formatted("device.reported-device/D1-3-3")));

        assertEquals(List.of("device/D1 4 known 4"), told(used("care", events).chronicle()));
    }

    @Test
    void aPurposeThatRestsOnSomethingElseAsksNobody() throws IOException {
        ChronicleReader.Used used = used("service", List.of(report("D1", 1, 1), report("D2", 2, 2)));

        assertEquals(2, used.chronicle().size());
        assertEquals(0, used.leftOut());
    }

    @Test
    void aPurposeThatNobodyDeclaresIsRefusedWithItsPlace() {
        var refused = assertThrows(NotForetold.class, () -> ChronicleReader.types(List.of(failure("car")), vocabulary));

        String told = String.valueOf(refused.getMessage());
        assertTrue(told.startsWith("failure.forecast.yaml:4:1: The purpose car is not declared."), told);
        assertTrue(told.contains("Maybe write care."), told);
    }

    /// Eighty machines that run hot before they fail, each of a person of its own.
    private static List<String> machines(long seed, Set<Integer> without) {
        List<String> events = new ArrayList<>();
        for (int machine = 0; machine < 80; machine++) {
            if (without.contains(machine)) {
                continue;
            }
            Random random = new Random(seed * 1_000 + machine);
            String device = "M" + machine;
            int first = machine * 2;
            int life = 50 + random.nextInt(40);
            events.add(link("contract.started", "contract/" + device, first, first, "customerId", device));
            events.add(link("device.installed", "device/" + device, first, first, "contractId", device));
            switch (machine % 8) {
                case 0, 4 -> {}
                case 1, 5 -> {
                    int gone = first + 10 + random.nextInt(100);
                    events.add(consent("given", device, first, first));
                    events.add(consent("withdrawn", device, gone, gone + random.nextInt(5)));
                }
                case 2 -> events.add(consent("given", device, first, first + random.nextInt(20)));
                case 3 -> {
                    events.add(consent("given", device, first, first));
                    events.add(consent("withdrawn", device, first + 5, first + 5));
                    events.add(consent("given", device, first + 7, first + 9));
                }
                default -> events.add(consent("given", device, first, first));
            }
            for (int day = 1; day < life; day++) {
                double warm = 40 + random.nextGaussian() + 12 * Math.pow((double) day / life, 8);
                events.add(event(
                        "device.reported",
                        "device/" + device,
                        first + day,
                        first + day,
                        "{\"celsius\": %s}".formatted(warm)));
            }
            events.add(event("device.failed", "device/" + device, first + life, first + life, "{\"code\": \"X\"}"));
        }
        return events;
    }

    private static String link(String type, String subject, int day, int known, String field, String upper) {
        String product = type.equals("contract.started") ? ", \"product\": \"p\"" : "";
        return event(type, subject, day, known, "{\"%s\": \"%s\"%s}".formatted(field, upper, product));
    }

    private static String consent(String what, String person, int day, int known) {
        return event(
                "consent." + what, "customer/" + person, day, known, "{\"purpose\": \"care\", \"method\": \"web\"}");
    }

    private static String report(String device, int day, int known) {
        return event("device.reported", "device/" + device, day, known, "{\"celsius\": 40}");
    }

    private static String event(String type, String subject, int day, int known, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s-%s-%d-%d\",\"source\":\"made\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"recordedtime\":\"%s\",\"data\":%s}"
                .formatted(type, subject, day, known, type, subject, day(day), day(known), data);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
    }

    private Chronicle read(String name, List<String> events) throws IOException {
        Path in = Files.createDirectory(folder.resolve(name));
        Files.write(in.resolve("events.ndjson"), events);
        return read(in, "care", Long.MAX_VALUE).chronicle();
    }

    private ChronicleReader.Used used(String purpose, List<String> events) throws IOException {
        Files.write(folder.resolve("events.ndjson"), events);
        return read(folder, purpose, Long.MAX_VALUE);
    }

    private ChronicleReader.Used read(Path in, String purpose, long until) throws IOException {
        Target target = failure(purpose);
        var request = new ChronicleReader.Request(
                List.of(in),
                Sources.none(vocabulary),
                vocabulary,
                ChronicleReader.types(List.of(target), vocabulary),
                ZoneId.of("UTC"),
                until);
        return ChronicleReader.read(request, 1, Progress.NONE).of(target);
    }

    private static Target failure(String purpose) {
        return Forecasts.read(List.of(new NamedText("failure.forecast.yaml", """
                        forecast: failure
                        target: failure
                        title: {fr: "Panne", en: "Failure"}
                        purpose: %s
                        visit: 90 EUR
                        breakdown: 600 EUR
                        measures: [celsius]
                        """.formatted(purpose))))
                .orThrow()
                .getFirst();
    }

    private static Vocabulary vocabulary() {
        try {
            return VocabularyReader.read(Packs.shipped().choose(List.of()).vocabularies())
                    .orThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(ModelFile model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static List<String> told(Chronicle chronicle) {
        List<String> told = new ArrayList<>();
        Event row = new Event();
        for (int i = 0; i < chronicle.size(); i++) {
            chronicle.read(i, row);
            told.add("%s %d known %d"
                    .formatted(
                            chronicle.words().subjects().name(row.subject()),
                            daysAfterStart(row.time()),
                            daysAfterStart(row.known())));
        }
        return told;
    }

    private static long daysAfterStart(long micros) {
        return (micros - ZoneDays.micros(START)) / Raw.DAY;
    }

    private static Map<String, List<String>> told(Trial trial) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < trial.rows(); row++) {
            rows.add("%d %s %s %s"
                    .formatted(trial.asked(row), trial.truth(row), trial.said(0, row), trial.said(1, row)));
        }
        assertFalse(rows.isEmpty());
        return Map.of(trial.name(), rows);
    }
}
