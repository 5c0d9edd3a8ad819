package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;
import org.prevenance.signal.Case;

/// Delays that are owed, found on random trips and journeys as a plain reading of all that was known at each instant
/// finds them: late, corrected and retracted events, plans published anew, stops that are not served, claims.
class JourneyLawsTest {
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-04-01T00:00:00Z");
    private static final List<String> STOPS = List.of("Dijon", "Lyon", "Nice");

    private final World world = World.ofPack("journeys");

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {1_000, 2_000})
    void delaysAreThoseOfAPlainReading(long from) {
        int found = 0;
        for (long seed = from; seed < from + 200; seed++) {
            List<Fact> facts = new Lives(seed).write();
            List<String> expected = plainly(facts);
            found += expected.size();
            assertEquals(expected, told(facts, seed, false), "seed " + seed);
            assertEquals(expected, told(facts, seed, true), "folded anew after each event, seed " + seed);
        }
        assertTrue(found > 150, "Only " + found + " cases: the worlds are too tame to prove anything.");
    }

    /// What the engine finds, whatever the order of events within an instant.
    private List<String> told(List<Fact> facts, long seed, boolean anew) {
        List<Event> events =
                new ArrayList<>(world.events(facts.stream().map(Fact::json).toList()));
        Collections.shuffle(events, new Random(seed));
        events.sort(Comparator.comparingLong(Event::known));
        Published published = new Published(world.stages);
        List<Case> cases = new ArrayList<>();
        for (Stage stage : world.stages.all()) {
            cases.addAll(apply(stage, events, published, anew));
            published.close(stage);
        }
        return cases.stream()
                .map(one -> "%s %s %s".formatted(one.subject(), one.openedAt(), one.closedAt()))
                .sorted()
                .toList();
    }

    private List<Case> apply(Stage stage, List<Event> events, Published published, boolean anew) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = new Engine(stage.plan(), published, history);
        for (Event event : events) {
            history.add(event);
            engine.apply(event);
            if (anew) {
                engine.forgetFolded();
            }
        }
        return engine.finish(ZoneDays.micros(UNTIL));
    }

    /// At each instant at which something became known, everything known then is looked at.
    private static List<String> plainly(List<Fact> facts) {
        TreeSet<Instant> instants = new TreeSet<>();
        facts.forEach(fact -> instants.add(fact.known()));
        List<String> cases = new ArrayList<>();
        for (String journey : List.of("J0", "J1", "J2")) {
            @Nullable Instant opened = null;
            for (Instant instant : instants) {
                boolean owed = isOwed(journey, standing(facts, instant));
                if (owed && opened == null) {
                    opened = instant;
                } else if (!owed && opened != null) {
                    cases.add("journey/%s %s %s".formatted(journey, opened, instant));
                    opened = null;
                }
            }
            if (opened != null) {
                cases.add("journey/%s %s null".formatted(journey, opened));
            }
        }
        return cases.stream().sorted().toList();
    }

    /// In the order of time, then known time, then id.
    private static List<Fact> standing(List<Fact> facts, Instant known) {
        List<Fact> seen =
                facts.stream().filter(fact -> !fact.known().isAfter(known)).toList();
        List<String> replaced = seen.stream().map(Fact::target).toList();
        return seen.stream()
                .filter(fact -> !fact.retracts() && !replaced.contains(fact.id()))
                .sorted(Comparator.comparing(Fact::time)
                        .thenComparing(Fact::known)
                        .thenComparing(Fact::id))
                .toList();
    }

    private static boolean isOwed(String journey, List<Fact> facts) {
        @Nullable Fact booked = last(facts.stream().filter(fact -> fact.is("journey.booked", "journey/" + journey)));
        boolean claimed = facts.stream()
                .anyMatch(fact ->
                        fact.type().equals("complaint.filed") && fact.stop().equals(journey));
        if (booked == null || claimed) {
            return false;
        }
        List<Fact> calls = facts.stream()
                .filter(fact -> fact.is("trip.called", "trip/" + booked.trip()))
                .toList();
        @Nullable
        Fact plan = last(facts.stream()
                .filter(fact -> fact.is("trip.planned", "trip/" + booked.trip()))
                .filter(fact ->
                        calls.isEmpty() || fact.time().isBefore(calls.getFirst().time())));
        List<Fact> here =
                calls.stream().filter(fact -> fact.stop().equals(booked.stop())).toList();
        @Nullable Fact arrival = last(here.stream().filter(fact -> !fact.cancelled()));
        if (plan == null || arrival == null || here.getLast().cancelled()) {
            return false;
        }
        Instant planned = plan.instant().plusSeconds(3600L * STOPS.indexOf(booked.stop()));
        return arrival.instant().getEpochSecond() - planned.getEpochSecond() >= 3600;
    }

    private static @Nullable Fact last(Stream<Fact> facts) {
        return facts.reduce((_, later) -> later).orElse(null);
    }

    /// One event of these worlds; what a type does not have is empty.
    ///
    /// @param stop    a stop, or of a claim the journey
    /// @param instant the planned arrival at the first stop, or the arrival
    /// @param target  the id of the event that it corrects or retracts, or empty
    private record Fact(
            String id,
            String type,
            String subject,
            Instant time,
            Instant known,
            String trip,
            String stop,
            Instant instant,
            boolean cancelled,
            String target,
            boolean retracts) {

        boolean is(String ofType, String about) {
            return type.equals(ofType) && subject.equals(about);
        }

        String json() {
            String change =
                    target.isEmpty() ? "" : "\"%s\":\"%s\",".formatted(retracts ? "retracts" : "corrects", target);
            return """
                {"specversion":"1.0","id":"%s","source":"s","type":"%s","subject":"%s","time":"%s","recordedtime":"%s",\
                "data":{%s%s}}""".formatted(id, type, subject, time, known, change, data());
        }

        private String data() {
            return switch (type) {
                case "trip.planned" -> "\"operator\":\"o\",\"number\":7,\"kind\":\"train\",\"calls\":[" + calls() + "]";
                case "trip.called" ->
                    "\"stop\":\"%s\",\"arrived\":\"%s\",\"cancelled\":%s".formatted(stop, instant, cancelled);
                case "journey.booked" ->
                    "\"customerId\":\"P\",\"tripId\":\"%s\",\"from\":\"Paris\",\"to\":\"%s\"".formatted(trip, stop);
                default -> "\"about\":\"delay\",\"journeyId\":\"%s\"".formatted(stop);
            };
        }

        private String calls() {
            List<String> calls = new ArrayList<>(List.of("{\"stop\":\"Paris\",\"platform\":5}"));
            for (int i = 0; i < STOPS.size(); i++) {
                calls.add(
                        "{\"stop\":\"%s\",\"arrival\":\"%s\"}".formatted(STOPS.get(i), instant.plusSeconds(3600L * i)));
            }
            return String.join(",", calls);
        }
    }

    /// Three journeys on two trips, within two days.
    private static final class Lives {
        private final Random random;
        private final List<Fact> facts = new ArrayList<>();

        Lives(long seed) {
            random = new Random(seed);
        }

        List<Fact> write() {
            for (int trip = 0; trip < 2; trip++) {
                add("trip.planned", "trip/T" + trip, random.nextInt(10));
            }
            for (int journey = 0; journey < 3; journey++) {
                add("journey.booked", "journey/J" + journey, random.nextInt(20));
            }
            for (int i = 0; i < 25; i++) {
                switch (random.nextInt(12)) {
                    case 0 -> add("trip.planned", "trip/T" + random.nextInt(2), random.nextInt(40));
                    case 1 -> add("journey.booked", "journey/J" + random.nextInt(3), random.nextInt(40));
                    case 2 -> add("complaint.filed", "customer/P", 20 + random.nextInt(40));
                    case 3, 4 -> change();
                    default -> add("trip.called", "trip/T" + random.nextInt(2), 15 + random.nextInt(30));
                }
            }
            return facts;
        }

        private void add(String type, String subject, int hour) {
            facts.add(fact(type, subject, START.plusSeconds(hour * 3600L + random.nextInt(3) * 600L), "", false));
        }

        /// Corrects or retracts an event that nothing changed yet, and that changes none itself.
        private void change() {
            Fact changed = facts.get(random.nextInt(facts.size()));
            boolean free = changed.target().isEmpty()
                    && facts.stream().noneMatch(fact -> fact.target().equals(changed.id()));
            if (free) {
                facts.add(fact(changed.type(), changed.subject(), changed.time(), changed.id(), random.nextBoolean()));
            }
        }

        private Fact fact(String type, String subject, Instant time, String target, boolean retracts) {
            long late = random.nextInt(3) == 0 ? random.nextInt(30) * 3600L : 0;
            return new Fact(
                    "e%03d".formatted(facts.size()),
                    type,
                    subject,
                    time,
                    time.plusSeconds(late),
                    "T" + random.nextInt(2),
                    type.equals("complaint.filed") ? "J" + random.nextInt(3) : STOPS.get(random.nextInt(3)),
                    START.plusSeconds((20 + random.nextInt(type.equals("trip.called") ? 9 : 3)) * 3600L),
                    random.nextInt(6) == 0,
                    target,
                    retracts);
        }
    }
}
