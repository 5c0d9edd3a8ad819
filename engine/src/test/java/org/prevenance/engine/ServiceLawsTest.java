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

/// The engine's laws on random lives under the packs about contacts, working days and channels, whose indicators join
/// events and compare groups. A failure names its seed.
class ServiceLawsTest {
    private static final int DAYS = 24;
    private static final int WORLDS = 40;

    private final World world = World.packs("care", "team", "channels");
    private final long until = ZoneDays.micros(ServiceLives.START) + (DAYS + 45) * Raw.DAY;

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {1_000, 2_000})
    void foldingInPassingIsFoldingAnew(long from) {
        Set<String> signals = new HashSet<>();
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<Event> events = known(seed);
            List<String> cases = world.cases(events, until);
            cases.forEach(one -> signals.add(one.replaceAll(".*signal=([^,]*),.*", "$1")));
            assertSame(seed, world.cases(events, until, (engine, event) -> engine.forgetFolded()), cases);
        }
        assertTrue(signals.size() >= 6, () -> "The worlds are too tame to prove anything: " + signals);
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = 3_000)
    void theOrderWithinOneKnownInstantDoesNotMatter(long from) {
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<Event> events = known(seed);
            List<Event> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(Comparator.comparingLong(Event::known));
            assertSame(seed, world.cases(events, until), world.cases(shuffled, until));
        }
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = 4_000)
    void judgingBetweenAnyTwoInstantsChangesNothing(long from) {
        for (long seed = from; seed < from + WORLDS; seed++) {
            List<Event> events = known(seed);
            Random random = new Random(seed);
            assertSame(seed, world.cases(events, until), world.cases(events, until, (engine, event) -> {
                if (random.nextInt(5) == 0) {
                    engine.advance(event.known());
                }
            }));
        }
    }

    private static void assertSame(long seed, List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<String> surplus = new ArrayList<>(found);
        surplus.removeAll(expected);
        assertEquals(String.join("\n", missing), String.join("\n", surplus), "seed " + seed);
        assertEquals(expected.size(), found.size(), "seed " + seed);
    }

    private List<Event> known(long seed) {
        return world.events(ServiceLives.of(seed, DAYS)).stream()
                .sorted(Comparator.comparingLong(Event::known)
                        .thenComparingLong(Event::time)
                        .thenComparing(event -> event.id()))
                .toList();
    }
}
