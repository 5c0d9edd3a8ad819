package org.prevenance.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceWorldTest {
    private static final int CONTRACTS = 120;

    @TempDir
    Path folder;

    @Test
    void everyContractHasItsEventsInTheOrderInWhichTheyBecameKnown() throws IOException {
        List<JsonObject> events = world("a", 365);
        Map<String, Long> counts = events.stream()
                .collect(Collectors.groupingBy(event -> event.text("type"), TreeMap::new, Collectors.counting()));
        assertEquals(
                Map.of(
                        "customer.registered",
                        120L,
                        "consent.given",
                        120L,
                        "contract.started",
                        120L,
                        "device.installed",
                        120L,
                        "bill.issued",
                        13L * 120,
                        "device.usage",
                        365L * 120),
                counts);
        String before = "";
        for (JsonObject event : events) {
            assertEquals(List.of(), Vocabulary.faults(event), event::toString);
            String known = event.text("recordedtime");
            assertTrue(before.compareTo(known) <= 0, event::toString);
            before = known;
        }
    }

    @Test
    void everyDayAllBoxesComeInAnotherOrder() throws IOException {
        Map<String, List<String>> byDay = world("b", 4).stream()
                .filter(event -> event.text("type").equals("device.usage"))
                .collect(Collectors.groupingBy(
                        event -> event.text("time").substring(0, 10),
                        Collectors.mapping(event -> event.text("subject"), Collectors.toList())));
        assertEquals(4, byDay.size());
        assertEquals(4, new HashSet<>(byDay.values()).size());
        byDay.values()
                .forEach(boxes -> assertEquals(CONTRACTS, Set.copyOf(boxes).size()));
    }

    @Test
    void theSameArgumentsGiveTheSameBytes() throws IOException {
        world("c", 30);
        world("d", 30);
        assertEquals(-1, Files.mismatch(folder.resolve("c/events.ndjson"), folder.resolve("d/events.ndjson")));
    }

    private List<JsonObject> world(String name, int days) throws IOException {
        long written = ReferenceWorld.write(folder.resolve(name), CONTRACTS, days, 9);
        List<String> lines = Files.readAllLines(folder.resolve(name).resolve("events.ndjson"));
        assertEquals(written, lines.size());
        return lines.stream().map(Json::object).toList();
    }
}
