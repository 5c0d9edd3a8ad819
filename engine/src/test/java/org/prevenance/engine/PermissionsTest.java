package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;

/// What may be used outside of the engine is what an indicator of the same purpose counts: on random lives with late,
/// corrected and retracted links and opt-ins, at every instant.
class PermissionsTest {
    private static final int DAYS = 60;
    private static final int WORLDS = 50;

    private final World world = World.of("""
            playbook: test/reports
            about: device
            title: {fr: "Relevés", en: "Reports"}
            indicators:
              reports: {count: true, of: device.reported, purpose: care}
            signals:
              heard:
                title: {fr: "Entendu", en: "Heard"}
                when: reports > 0
                because: {fr: "{reports}", en: "{reports}"}
            """);
    private final List<Integer> devices = IntStream.range(0, 5)
            .mapToObj(number -> world.subject("device/D" + number))
            .toList();

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {100, 200})
    void anIndicatorCountsWhatIsPermitted(long from) {
        Set<Long> counts = new HashSet<>();
        for (long seed = from; seed < from + WORLDS; seed++) {
            Played played = new Played();
            for (List<Event> instant : instants(seed)) {
                played.play(instant);
                long now = instant.getFirst().known();
                for (int device : devices) {
                    long counted = played.engine.indicator(device, world.indicator("reports"), now);
                    assertEquals(counted, played.permitted(device, now), "seed " + seed);
                    counts.add(counted);
                }
            }
        }
        assertTrue(counts.size() > 5, () -> "The worlds are too tame to prove anything: " + counts);
    }

    private final class Played {
        final EventList history = new EventList(world.program.symbols());
        final Engine engine = new Engine(world.plan, new Published(world.stages), history);
        final Permissions permissions = new Permissions(
                world.program.vocabulary(), world.program.symbols(), world.program.subjects(), world.program.zone());
        final Corrections corrections = new Corrections();
        final Map<Integer, List<Event>> reports = new HashMap<>();
        final Map<Event, Boolean> last = new HashMap<>();

        Played() {
            permissions.reset(history);
        }

        void play(List<Event> instant) {
            Set<Integer> changed = new HashSet<>();
            for (Event event : instant) {
                history.add(event);
                engine.apply(event);
                permissions.take(event);
                corrections.record(event);
            }
            permissions.settle(changed::add);
            last.forEach((event, before) ->
                    assertTrue(before == permits(event) || changed.contains(event.subject()), event::id));
            for (Event event : instant) {
                if (event.type().name().equals("device.reported")) {
                    reports.computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                            .add(event);
                }
            }
            reports.values().forEach(all -> all.forEach(event -> last.put(event, permits(event))));
        }

        private boolean permits(Event event) {
            return permissions.permits(event.subject(), event.time(), "care");
        }

        long permitted(int device, long now) {
            return reports.getOrDefault(device, List.of()).stream()
                    .filter(event -> event.standing() != Event.Standing.RETRACTION && !corrections.replaced(event, now))
                    .filter(this::permits)
                    .count();
        }
    }

    /// Events that became known together, in order.
    private List<List<Event>> instants(long seed) {
        List<Event> events = world.events(RandomLives.of(seed, DAYS)).stream()
                .sorted(Comparator.comparingLong(Event::known)
                        .thenComparingLong(Event::time)
                        .thenComparing(event -> event.id()))
                .toList();
        List<List<Event>> instants = new ArrayList<>();
        for (Event event : events) {
            if (instants.isEmpty() || instants.getLast().getFirst().known() != event.known()) {
                instants.add(new ArrayList<>());
            }
            instants.getLast().add(event);
        }
        return instants;
    }
}
