package org.prevenance.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectorsTest {
    @TempDir
    Path folder;

    @Test
    void theWholeWorldSpeaksEveryTypeOfItsVocabularyAndEachEventHasItsOwnName() throws IOException {
        Simulate.write(folder, Settings.of(3, 400, 130).with(Layout.ONE_FILE));
        Set<String> spoken = new TreeSet<>();
        Map<String, String> types = new HashMap<>();
        String before = "";
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("events.ndjson"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject event = Json.object(line);
                assertEquals(List.of(), Vocabulary.faults(event), line);
                assertTrue(before.compareTo(event.text("recordedtime")) <= 0, line);
                before = event.text("recordedtime");
                spoken.add(event.text("type"));
                String what = event.text("type") + " " + event.text("subject") + " " + event.text("time");
                String same = types.putIfAbsent(event.text("source") + " " + event.text("id"), what);
                assertTrue(same == null || same.equals(what), line);
            }
        }
        assertEquals(Vocabulary.typesOfUsualSectors(), spoken);
    }

    @Test
    void everySignalHasTroublesAndNearMisses() throws IOException {
        Simulate.write(folder, Settings.of(1, 400, 366));
        Map<String, Set<Boolean>> kinds = new TreeMap<>();
        for (JsonObject story : stories(folder)) {
            kinds.computeIfAbsent(story.text("signal"), _ -> new HashSet<>()).add((Boolean) story.get("mustBeFound"));
            assertTrue(story.text("why").length() > 5, story::toString);
        }
        List<String> oneSided = new ArrayList<>();
        kinds.forEach((signal, both) -> {
            if (both.size() < 2) {
                oneSided.add(signal);
            }
        });
        assertEquals(List.of(), oneSided);
        assertEquals(
                Set.of(
                        "telecom/returned-but-billed",
                        "telecom/billed-but-unused",
                        "telecom/billed-after-end",
                        "telecom/billed-twice",
                        "telecom/bill-jump",
                        "telecom/dearer-than-new",
                        "telecom/box-failing",
                        "energy/flow-never-stops",
                        "energy/base-load-up",
                        "energy/tariff-misfit",
                        "energy/estimates-adrift",
                        "energy/supply-unused",
                        "appliances/too-warm",
                        "appliances/wearing-out",
                        "appliances/device-asks",
                        "appliances/gone-silent",
                        "appliances/left-on",
                        "bank/unused-option",
                        "bank/insured-twice",
                        "bank/wrong-audience",
                        "journeys/delay-owed",
                        "journeys/will-be-late",
                        "journeys/platform-known",
                        "channels/price-gap",
                        "channels/answer-gap",
                        "channels/process-gap",
                        "channels/left-behind",
                        "channels/too-many-changes",
                        "care/hung-up-waiting",
                        "care/asks-again",
                        "care/sent-around",
                        "care/wait-misannounced",
                        "team/overloaded"),
                kinds.keySet());
    }

    @Test
    void aWorldOfSomeSectorsTellsOfTheseOnly() throws IOException {
        Simulate.write(folder, Settings.of(1, 200, 200).with(Sector.ENERGY, Sector.CARE));
        Set<String> packs = new TreeSet<>();
        for (JsonObject story : stories(folder)) {
            String signal = story.text("signal");
            if (!signal.equals("appliances/gone-silent")) { // a meter falls silent too
                packs.add(signal.substring(0, signal.indexOf('/')));
            }
        }
        assertEquals(Set.of("energy", "care"), packs);
    }

    @Test
    void theOrderOfTheSectorsChangesNothing() throws IOException {
        Simulate.write(folder.resolve("a"), Settings.of(1, 60, 60).with(Sector.BANK, Sector.TELECOM));
        Simulate.write(folder.resolve("b"), Settings.of(1, 60, 60).with(Sector.TELECOM, Sector.BANK));
        assertEquals(-1, Files.mismatch(folder.resolve("a/bills.ndjson"), folder.resolve("b/bills.ndjson")));
        assertEquals(-1, Files.mismatch(folder.resolve("a/truth.json"), folder.resolve("b/truth.json")));
    }

    @Test
    void worldsOfAnyLengthCanBeTold() throws IOException {
        for (int days = 1; days < 100; days = days * 2 + 1) {
            Settings settings = Settings.of(days, 30, days);
            Simulate.write(folder.resolve("d" + days), settings);
            assertTrue(Files.size(folder.resolve("d" + days + "/customers.ndjson")) > 0);
        }
    }

    @Test
    void settingsThatMakeNoWorldAreRefused() {
        assertEquals(
                "No sector is called (telcom). There are telecom, energy, appliances, bank, journeys, channels, care, team, rail, queues.",
                assertThrows(IllegalArgumentException.class, () -> Sector.of("telcom"))
                        .getMessage());
        assertEquals(
                "A world needs at least one sector.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Settings(1, 1, 1, LocalDate.EPOCH, false, Layout.ONE_FILE, Set.of()))
                        .getMessage());
        assertEquals(
                "The number of days (3661) must be between 1 and 3660.",
                assertThrows(IllegalArgumentException.class, () -> Settings.of(1, 1, 3_661))
                        .getMessage());
    }

    private static List<JsonObject> stories(Path world) throws IOException {
        return Json.object(Files.readString(world.resolve("truth.json"))).objects("stories");
    }
}
