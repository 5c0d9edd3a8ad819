package org.prevenance.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rail network as it shows in the events.
class RailWorldTest {
    private static final Settings SETTINGS =
            Settings.of(1, 120, 70).with(Sector.RAIL).with(Layout.ONE_FILE);

    @TempDir
    static Path folder;

    static List<JsonObject> events = List.of();
    static JsonObject truth = new JsonObject(Map.of());

    /// A train at the junction on a day, and its platform.
    private record Seen(String day, String number, String platform) {}

    @BeforeAll
    static void writeOneWorld() throws IOException {
        Simulate.write(folder.resolve("one"), SETTINGS);
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("one/events.ndjson"))) {
            events = lines.lines().map(Json::object).collect(Collectors.toList());
        }
        truth = Json.object(Files.readString(folder.resolve("one/truth.json")));
    }

    @Test
    void everyEventObeysTheVocabularyAndComesInTheOrderInWhichItBecameKnown() {
        String before = "";
        for (int i = 0; i < events.size(); i++) {
            JsonObject event = events.get(i);
            if (i % 11 == 0) { // there are 170,000
                assertEquals(List.of(), Vocabulary.faults(event), event::toString);
            }
            assertTrue(before.compareTo(event.text("recordedtime")) <= 0, event::toString);
            before = event.text("recordedtime");
        }
    }

    @Test
    void theSameSettingsGiveTheSameBytes() throws IOException {
        Simulate.write(folder.resolve("two"), SETTINGS);
        assertEquals(-1, Files.mismatch(folder.resolve("one/events.ndjson"), folder.resolve("two/events.ndjson")));
        assertEquals(-1, Files.mismatch(folder.resolve("one/truth.json"), folder.resolve("two/truth.json")));
    }

    /// As on real boards: about 94 % from one day to the next, and a change of timetable breaks it.
    @Test
    void theLastPlatformSeenIsMostlyRightUntilTheTimetableChanges() {
        Map<String, String> last = new HashMap<>();
        Map<String, int[]> rightOf = new TreeMap<>();
        for (Seen one : junction()) {
            String before = last.put(one.number, one.platform);
            int[] share = rightOf.computeIfAbsent(one.day, _ -> new int[2]);
            share[0] += one.platform.equals(before) ? 1 : 0;
            share[1]++;
        }
        String changed = happened("timetable-change").text("from");
        int[] ordinary = new int[2];
        rightOf.forEach((day, share) -> {
            if (day.compareTo("2024-01-14") > 0 && day.compareTo(changed) < 0) {
                ordinary[0] += share[0];
                ordinary[1] += share[1];
            }
        });
        double usually = ordinary[0] / (double) ordinary[1];
        assertTrue(usually > 0.92 && usually < 0.97, () -> "usually right: " + usually);
        int[] then = Objects.requireNonNull(rightOf.get(changed));
        assertTrue(then[0] < 0.5 * then[1], () -> "right on the day of the change: " + then[0] + " of " + then[1]);
    }

    /// As on real networks of regional and fast trains: most are in time, the mean is made by a few, and by a few days.
    @Test
    void delaysAreThoseOfARealNetwork() {
        Map<String, String> planned = new HashMap<>();
        Map<String, List<Double>> lateOf = new TreeMap<>();
        for (JsonObject event : events) {
            String trip = event.text("subject");
            JsonObject data = event.object("data");
            if (event.text("type").equals("trip.planned")) {
                data.objects("calls").stream()
                        .filter(call -> call.has("arrival"))
                        .forEach(call -> planned.put(trip + call.text("stop"), call.text("arrival")));
            } else if (event.text("type").equals("trip.called") && data.has("arrived")) {
                Instant due = Instant.parse(Objects.requireNonNull(planned.get(trip + data.text("stop"))));
                double late = Duration.between(due, Instant.parse(data.text("arrived")))
                                .toSeconds()
                        / 60.0;
                lateOf.computeIfAbsent(trip.substring(trip.length() - 8), _ -> new ArrayList<>())
                        .add(late);
            }
        }
        List<Double> days =
                lateOf.values().stream().map(RailWorldTest::mean).sorted().toList();
        List<Double> all = lateOf.values().stream().flatMap(List::stream).toList();

        assertEquals(2.5, mean(all), 0.75);
        assertEquals(0.92, all.stream().filter(late -> late < 6).count() / (double) all.size(), 0.02);
        assertTrue(days.getLast() > 3 * days.get(days.size() / 2), () -> "days: " + days);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    @Test
    void vehiclesAreToldByThoseOperatorsThatTellThem() {
        Set<String> sources = new TreeSet<>();
        Map<String, Set<String>> tripsOfVehicle = new TreeMap<>();
        for (JsonObject event : events) {
            if (event.text("type").equals("trip.assigned")) {
                sources.add(event.text("source"));
                tripsOfVehicle
                        .computeIfAbsent(event.object("data").text("vehicle"), _ -> new HashSet<>())
                        .add(event.text("subject"));
            }
        }
        assertEquals(Set.of("lac-mobil", "rail-nord"), sources);
        assertTrue(tripsOfVehicle.values().stream().anyMatch(trips -> trips.size() > 5 * 70), "five trips a day");
    }

    @Test
    void nobodyStopsAtThePlatformThatIsClosed() {
        JsonObject closed = happened("platform-closed");
        String platform = closed.text("where").replace("Clairville ", "");
        long used = junction().stream()
                .filter(one -> one.platform.equals(platform)
                        && one.day.compareTo(closed.text("from")) >= 0
                        && one.day.compareTo(closed.text("to")) <= 0)
                .count();
        assertEquals(0, used);
        assertTrue(junction().stream().anyMatch(one -> one.platform.equals(platform)));
    }

    @Test
    void operatorsPublishPlatformsEachInTheirWay() {
        Map<String, Set<Boolean>> published = new TreeMap<>();
        for (JsonObject event : events) {
            if (event.text("type").equals("trip.planned")) {
                JsonObject data = event.object("data");
                data.objects("calls")
                        .forEach(call -> published
                                .computeIfAbsent(data.text("operator"), _ -> new HashSet<>())
                                .add(call.has("platform")));
            }
        }
        assertEquals(Map.of("Rail Nord", Set.of(true), "Inter", Set.of(false), "Lac Mobil", Set.of(true)), published);
    }

    private static List<Seen> junction() {
        Map<String, Seen> seen = new TreeMap<>();
        for (JsonObject event : events) {
            JsonObject data = event.object("data");
            if (event.text("type").equals("trip.called")
                    && data.text("stop").equals("Clairville")
                    && data.has("platform")) {
                String[] trip = event.text("subject").replace("trip/", "").split("-", -1);
                String day = trip[1].replaceFirst("(....)(..)(..)", "$1-$2-$3");
                seen.put(trip[1] + event.text("time") + trip[0], new Seen(day, trip[0], data.text("platform")));
            }
        }
        List<Seen> all = new ArrayList<>(seen.values());
        all.sort(Comparator.comparing(Seen::day));
        return all;
    }

    private static JsonObject happened(String what) {
        return truth.objects("happened").stream()
                .filter(one -> one.text("what").equals(what))
                .findFirst()
                .orElseThrow();
    }
}
