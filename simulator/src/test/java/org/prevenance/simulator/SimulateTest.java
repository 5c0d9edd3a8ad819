package org.prevenance.simulator;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Story;

class SimulateTest {
    private static final int CUSTOMERS = 150;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<? extends Story<?>> STORIES =
            Cast.roles(World.sectors(settings(5, false, Layout.ONE_FILE), new Dice(1))).stream()
                    .map(Cast.Role::story)
                    .toList();

    @TempDir
    static Path folder;

    static List<JsonObject> events = List.of();
    static JsonObject truth = new JsonObject(Map.of());

    @BeforeAll
    static void writeOneWorld() throws IOException {
        Path out = folder.resolve("one");
        Simulate.write(out, settings(5, false, Layout.ONE_FILE));
        events = Files.readAllLines(out.resolve("events.ndjson")).stream()
                .map(Json::object)
                .toList();
        truth = Json.object(Files.readString(out.resolve("truth.json")));
    }

    private static Settings settings(long seed, boolean messy, Layout layout) {
        return Settings.telecom(seed, CUSTOMERS, 300, START, messy, layout);
    }

    @Test
    void theSameSettingsGiveTheSameBytes() throws IOException {
        Simulate.write(folder.resolve("a"), settings(3, true, Layout.BY_KIND));
        Simulate.write(folder.resolve("b"), settings(3, true, Layout.BY_KIND));
        Simulate.write(folder.resolve("c"), settings(4, true, Layout.BY_KIND));
        for (String file : files(folder.resolve("a"))) {
            byte[] bytes = Files.readAllBytes(folder.resolve("a").resolve(file));
            assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b").resolve(file)), file);
        }
        assertFalse(Files.mismatch(folder.resolve("a/bills.ndjson"), folder.resolve("c/bills.ndjson")) < 0);
    }

    @Test
    void everyEventObeysTheVocabulary() {
        for (JsonObject event : events) {
            assertEquals(List.of(), Vocabulary.faults(event), event::toString);
        }
    }

    @Test
    void eventsStandInTheOrderInWhichTheyBecameKnownAndNothingIsKnownOutsideTheWorld() {
        String before = START.toString();
        for (JsonObject event : events) {
            String known = event.text("recordedtime");
            assertTrue(before.compareTo(known) <= 0, event::toString);
            before = known;
        }
        assertTrue(before.compareTo(START.plusDays(300).toString()) < 0, before);
    }

    @Test
    void onePairOfSourceAndIdIsOneEvent() {
        Map<String, JsonObject> byId = new HashMap<>();
        int again = 0;
        for (JsonObject event : events) {
            JsonObject first = byId.putIfAbsent(event.get("source") + " " + event.get("id"), event);
            if (first != null) {
                again++;
                assertEquals(withoutKnown(first), withoutKnown(event));
            }
        }
        assertTrue(again > 30, "repeated: " + again);
    }

    @Test
    void whatIsCorrectedOrRetractedExistsOnTheSameSource() {
        Set<String> ids = new HashSet<>();
        List<String> wanted = new ArrayList<>();
        for (JsonObject event : events) {
            ids.add(event.get("source") + " " + event.get("id"));
            JsonObject data = event.object("data");
            for (String name : List.of("corrects", "retracts")) {
                if (data.has(name)) {
                    wanted.add(event.get("source") + " " + data.get(name));
                }
            }
        }
        assertTrue(wanted.size() > 10, "mended: " + wanted.size());
        assertTrue(
                ids.containsAll(wanted),
                () -> wanted.stream().filter(id -> !ids.contains(id)).toList().toString());
    }

    @Test
    void eachStoryIsLivedAsOftenAsDeclared() {
        Map<String, Long> lived = stories(truth).stream()
                .collect(Collectors.groupingBy(
                        story -> story.get("signal") + "/" + story.get("story"), TreeMap::new, Collectors.counting()));
        // what befalls offers, and what comes besides a story, is not declared
        lived.keySet().removeIf(name -> !name.startsWith("telecom/"));
        Map<String, Long> declared = new TreeMap<>();
        for (Story<?> story : STORIES) {
            declared.put(story.signal() + "/" + story.name(), (long) story.howMany(CUSTOMERS, STORIES.size()));
        }
        assertEquals(declared, lived);
    }

    @Test
    void aTroubleOpensWithinTheWorldAndItsInstantIsThatOfAnEvent() {
        Set<Object> instants =
                events.stream().map(event -> event.get("recordedtime")).collect(Collectors.toSet());
        for (JsonObject story : stories(truth)) {
            if (story.get("mustBeFound").equals(true)) {
                String from = story.text("opensFrom");
                String by = story.text("opensBy");
                assertAll(
                        story.toString(),
                        () -> assertTrue(from.compareTo(by) <= 0),
                        () -> assertTrue(from.compareTo(truth.text("from")) >= 0),
                        () -> assertTrue(by.compareTo(truth.text("until")) < 0),
                        () -> assertTrue(!story.has("opensAt") || instants.contains(story.get("opensAt"))));
            }
        }
    }

    @Test
    void aWorldTooShortForAStoryLeavesItOut() throws IOException {
        Simulate.write(folder.resolve("short"), Settings.of(1, 200, 30).with(Sector.TELECOM));
        JsonObject told = Json.object(Files.readString(folder.resolve("short/truth.json")));
        assertEquals(
                List.of(),
                stories(told).stream().filter(story -> story.has("customer")).toList());
    }

    @Test
    void storiesUnfoldInWorldsOfAnyLengthAndSeed() throws IOException {
        for (int seed = 0; seed < 8; seed++) {
            int days = 90 + seed * 47;
            Path out = folder.resolve("any-" + seed);
            Simulate.write(out, Settings.telecom(seed, 150, days, START.plusDays(seed * 41L), false, Layout.ONE_FILE));
            JsonObject told = Json.object(Files.readString(out.resolve("truth.json")));
            long able = STORIES.stream()
                    .filter(story -> story.minimumDays() <= days)
                    .count();
            assertTrue(stories(told).size() >= able, "seed " + seed);
            for (JsonObject story : stories(told)) {
                String until = told.text("until");
                assertTrue(!story.has("opensBy") || story.text("opensBy").compareTo(until) <= 0, story::toString);
            }
        }
    }

    @Test
    void aMessyWorldHasAFewBrokenLinesMoreAndNothingElse() throws IOException {
        Simulate.write(folder.resolve("messy"), settings(5, true, Layout.ONE_FILE));
        List<String> tidy = Files.readAllLines(folder.resolve("one/events.ndjson"));
        List<String> messy = Files.readAllLines(folder.resolve("messy/events.ndjson"));
        Set<String> right = new HashSet<>(tidy);
        assertEquals(tidy, messy.stream().filter(right::contains).toList());
        JsonObject told = Json.object(Files.readString(folder.resolve("messy/truth.json")));
        assertEquals((long) (messy.size() - tidy.size()), told.get("brokenLines"));
        assertTrue(messy.size() > tidy.size() + 10);
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirName() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Settings.of(1, 0, 10));
        assertEquals("The number of customers (0) must be between 1 and 1000000.", refused.getMessage());
    }

    private static List<JsonObject> stories(JsonObject truth) {
        return truth.objects("stories");
    }

    private static Map<String, Object> withoutKnown(JsonObject event) {
        Map<String, Object> rest = new HashMap<>(event.members());
        rest.remove("recordedtime");
        return rest;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
