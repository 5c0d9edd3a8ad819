package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;

/// The engine's laws, on random lives under the whole telecom pack. A failure names its seed.
class LawsTest {
    private static final int DAYS = 100;
    private static final int WORLDS = 150;

    private final World world = World.telecom();
    private final long until = ZoneDays.micros(RandomLives.START) + (DAYS + 20) * Raw.DAY;

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {1_000, 2_000})
    void theOrderWithinOneKnownInstantDoesNotMatter(long from) {
        Set<String> signals = new HashSet<>();
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<Event> events = known(seed);
            List<String> expected = world.cases(events, until);
            expected.forEach(one -> signals.add(one.replaceAll(".*signal=([^,]*),.*", "$1")));
            assertSame(seed, expected, world.cases(shuffledWithinInstants(events, seed), until));
        }
        assertTrue(signals.size() >= 5, () -> "The worlds are too tame to prove anything: " + signals);
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {3_000, 4_000})
    void judgingBetweenAnyTwoInstantsChangesNothing(long from) {
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<Event> events = known(seed);
            Random random = new Random(seed);
            EventList history = new EventList(world.program.symbols());
            Engine engine = world.lastEngine(world.published(events, until), history);
            for (Event event : events) {
                if (random.nextInt(5) == 0) {
                    engine.advance(event.known());
                }
                history.add(event);
                engine.apply(event);
            }
            assertSame(seed, world.cases(events, until), World.tell(engine.finish(until)));
        }
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {5_000, 6_000})
    void foldingInPassingIsFoldingAnew(long from) {
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<Event> events = known(seed);
            EventList history = new EventList(world.program.symbols());
            Engine engine = world.lastEngine(world.published(events, until), history);
            for (Event event : events) {
                history.add(event);
                engine.apply(event);
                engine.forgetFolded();
            }
            assertSame(seed, World.tell(engine.finish(until)), world.cases(events, until));
        }
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = 7_000)
    void aWithdrawnPurposeLeavesWhatNeverHavingSeenItsEventsWouldLeave(long from) {
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<String> lines = new ArrayList<>(RandomLives.of(seed, DAYS));
            lines.removeIf(line -> line.contains("\"care\"") || line.contains("retracts") || line.contains("corrects"));
            lines.add(consent("given", "2025-03-01T00:00:00Z", 0));
            lines.add(consent("withdrawn", "2025-06-28T00:00:00Z", 0));
            lines.add(consent("given", "2025-03-01T00:00:00Z", 1));
            lines.add(consent("withdrawn", "2025-06-28T00:00:00Z", 1));
            List<String> without = lines.stream()
                    .filter(line -> !line.contains("device.usage") && !line.contains("device.reported"))
                    .toList();
            assertSame(seed, world.cases(known(without), until), world.cases(known(lines), until));
        }
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = 8_000)
    void peopleWhoAreErasedAreAsIfNeverSeen(long from) {
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<String> kept = RandomLives.of(seed, DAYS);
            List<String> all = new ArrayList<>(kept);
            RandomLives.of(seed + WORLDS, DAYS).stream()
                    .filter(line -> !line.contains("\"subject\":\"offer/"))
                    .map(LawsTest::ofOthers)
                    .forEach(all::add);
            List<String> found = world.cases(known(all), until);
            List<String> ofOthers = found.stream()
                    .filter(one -> one.contains("subject=contract/Y"))
                    .toList();
            assertTrue(seed > from || !ofOthers.isEmpty(), "Nothing would be erased.");
            List<String> rest = new ArrayList<>(found);
            rest.removeAll(ofOthers);
            assertSame(seed, world.cases(known(kept), until), rest);
        }
    }

    /// The same life, led by other people with other contracts and boxes.
    private static String ofOthers(String line) {
        return line.replaceAll("\"(id|corrects|retracts)\":\"", "\"$1\":\"other-")
                .replaceAll("(customer/|\"customerId\":\")K", "$1X")
                .replaceAll("(contract/|\"contractId\":\")C", "$1Y")
                .replaceAll("(device/)D", "$1Z");
    }

    /// The difference is said alone: whole worlds are too long to read.
    private static void assertSame(long seed, List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<String> surplus = new ArrayList<>(found);
        surplus.removeAll(expected);
        assertEquals(String.join("\n", missing), String.join("\n", surplus), "seed " + seed);
        assertEquals(expected.size(), found.size(), "seed " + seed);
    }

    private static String consent(String what, String time, int customer) {
        return """
            {"specversion":"1.0","id":"c-%s-%d","source":"s","type":"consent.%s","subject":"customer/K%d","time":"%s",\
            "data":{"purpose":"care","method":"web"}}""".formatted(what, customer, what, customer, time);
    }

    private List<Event> known(long seed) {
        return known(RandomLives.of(seed, DAYS));
    }

    private List<Event> known(List<String> lines) {
        return world.events(lines).stream()
                .sorted(Comparator.comparingLong(Event::known)
                        .thenComparingLong(Event::time)
                        .thenComparing(event -> event.id()))
                .toList();
    }

    private static List<Event> shuffledWithinInstants(List<Event> events, long seed) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(Comparator.comparingLong(Event::known));
        return shuffled;
    }
}
