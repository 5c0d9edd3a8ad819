package org.prevenance.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the events of simulated phone queues say, read as anybody would read them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuesTest {
    private static final Settings WEEKS = Settings.of(5, 500, 15).with(Sector.QUEUES);

    private Path folder = Path.of("");
    private List<JsonObject> events = List.of();

    @BeforeAll
    void twoWeeksOfThreeTeams(@TempDir Path given) throws IOException {
        folder = given;
        Simulate.write(folder.resolve("world"), WEEKS);
        events = read(
                "contact.received", "contact.answered", "contact.abandoned", "callback.promised", "queue.observed");
    }

    @Test
    void everyCallIsAnsweredOrGivenUpAndNeverBoth() {
        Map<String, List<String>> ends = new HashMap<>();
        for (JsonObject event : events) {
            switch (event.text("type")) {
                case "contact.received" -> ends.put(contact(event), new ArrayList<>());
                case "contact.answered", "contact.abandoned" ->
                    ends.getOrDefault(contact(event), new ArrayList<>()).add(event.text("type"));
                default -> {}
            }
        }
        assertTrue(ends.size() > 10_000, () -> ends.size() + " calls");
        assertEquals(Set.of(1), ends.values().stream().map(List::size).collect(Collectors.toSet()));
        long givenUp = ends.values().stream()
                .filter(List.of("contact.abandoned")::equals)
                .count();
        assertTrue(givenUp > ends.size() / 20 && givenUp < ends.size() / 3, () -> givenUp + " of " + ends.size());
    }

    @Test
    void whoWaitsIsAnsweredInTurnAndThoseToBeCalledBackBeforeThem() {
        Map<String, Instant> promised = new HashMap<>();
        Map<String, Instant> latestTurn = new HashMap<>();
        Map<String, Instant> earliestDue = new HashMap<>();
        Set<String> outOfTurn = new HashSet<>();
        int calledBack = 0;
        for (JsonObject event : events) {
            switch (event.text("type")) {
                case "callback.promised" ->
                    promised.put(contact(event), Instant.parse(data(event).text("due")));
                case "contact.answered" -> {
                    Instant joined = time(event).minusSeconds((Long) data(event).get("waitSeconds"));
                    String point = data(event).text("pointId");
                    if (promised.containsKey(contact(event))) {
                        assertEquals(promised.remove(contact(event)), joined);
                        calledBack++;
                    } else {
                        Instant before = latestTurn.put(point, joined);
                        if (before != null && joined.isBefore(before)) {
                            outOfTurn.add(contact(event));
                        }
                        promised.forEach((other, due) -> {
                            if (other.startsWith(point) && due.isBefore(time(event))) {
                                earliestDue.put(other, due);
                            }
                        });
                    }
                }
                default -> {}
            }
        }
        assertEquals(Set.of(), outOfTurn);
        assertEquals(Map.of(), earliestDue);
        assertTrue(calledBack > 20, calledBack + " called back");
    }

    @Test
    void theBoardCountsWhatTheCallsSay() {
        Map<String, Set<String>> waiting = new HashMap<>();
        int compared = 0;
        for (JsonObject event : events) {
            String type = event.text("type");
            if (type.equals("queue.observed")) {
                String point = event.text("subject").substring("point/".length());
                long shown = (Long) data(event).get("waiting");
                assertTrue(
                        Math.abs(shown - waiting.getOrDefault(point, Set.of()).size()) <= 2,
                        () -> event + " " + waiting.get(point)); // calls of that very second
                compared++;
            } else {
                Set<String> line = waiting.computeIfAbsent(data(event).text("pointId"), _ -> new HashSet<>());
                if (type.equals("contact.received")) {
                    line.add(contact(event));
                } else {
                    line.remove(contact(event));
                }
            }
        }
        assertTrue(compared > 1_000, compared + " observations");
    }

    @Test
    void nobodyCallsOnASunday() {
        Set<Integer> days = events.stream()
                .map(event -> time(event)
                        .atZone(ZoneId.of("Europe/Paris"))
                        .getDayOfWeek()
                        .getValue())
                .collect(Collectors.toSet());
        assertEquals(Set.of(1, 2, 3, 4, 5, 6), days);
    }

    @Test
    void theSameSettingsTellTheSameCalls() throws IOException {
        Simulate.write(folder.resolve("again"), WEEKS);
        assertEquals(
                -1, Files.mismatch(folder.resolve("world/contacts.ndjson"), folder.resolve("again/contacts.ndjson")));
    }

    private List<JsonObject> read(String... types) throws IOException {
        Set<String> wanted = Set.of(types);
        Set<String> seen = new HashSet<>();
        try (var lines = Files.lines(folder.resolve("world/contacts.ndjson"))) {
            return lines.map(Json::object)
                    .filter(event -> wanted.contains(event.text("type")))
                    .filter(event -> event.text("type").equals("queue.observed")
                            || data(event).has("pointId"))
                    .filter(event -> seen.add(event.text("id")))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static JsonObject data(JsonObject event) {
        return new JsonObject((Map<String, Object>) event.get("data"));
    }

    private static String contact(JsonObject event) {
        return data(event).text("contact");
    }

    private static Instant time(JsonObject event) {
        return Instant.parse(event.text("time"));
    }
}
