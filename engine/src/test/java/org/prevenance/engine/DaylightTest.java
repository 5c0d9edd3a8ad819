package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.signal.Command;

/// The lamp that follows the daylight, in a closed loop: its commands light the room, and what its sensor sees of the
/// room makes the next commands.
class DaylightTest {
    private static final Instant MIDNIGHT = Instant.parse("2025-03-04T00:00:00Z");
    private static final int DAY = 24 * 60;
    private static final double TARGET = 300;
    /// As light as a command's least step, and what the light may change by in the minute until the next look.
    private static final double TOLERANCE = TARGET * 8 / 254 + 4;

    private final World world = World.of(playbook());

    private static String playbook() {
        try {
            return Files.readString(Path.of("../playbooks/appliances/daylight.playbook.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException("The playbook is not where it was.", e);
        }
    }

    /// From dark to 800 lux at noon, and to dark again.
    private static double clearSky(double minute) {
        return Math.max(0, -800 * Math.cos(2 * Math.PI * minute / DAY));
    }

    @Test
    void overADayItHoldsTheLightWithFewCommands() {
        Room room = new Room(DaylightTest::clearSky, TARGET, TARGET);
        for (int minute = 0; minute < DAY; minute++) {
            room.live(minute, true);
            if (minute > 1) {
                assertTrue(room.seen >= TARGET - TOLERANCE, "too dark at minute %d: %s".formatted(minute, room));
                boolean lampCanHelp = clearSky(minute) < TARGET;
                assertTrue(
                        !lampCanHelp || room.seen <= TARGET + TOLERANCE,
                        "too bright at minute %d: %s".formatted(minute, room));
            }
        }
        List<Integer> levels = room.levels();
        for (int i = 1; i < levels.size(); i++) {
            assertTrue(Math.abs(levels.get(i) - levels.get(i - 1)) >= 8, levels::toString);
        }
        assertTrue(levels.size() >= 30 && levels.size() <= 2 * 254 / 8 + 2, () -> levels.size() + ": " + levels);
    }

    @ParameterizedTest(name = "{0} lux from outside")
    @ValueSource(doubles = {0, 10, 100, 290, 299, 1000})
    void whereTheLightStaysTheLampDoes(double outside) {
        Room room = new Room(_ -> outside, TARGET, TARGET);
        room.live(0, DAY, true);
        assertTrue(room.levels().size() <= 1, () -> room.levels().toString());
    }

    @ParameterizedTest(name = "its own light is {0} times what it was told")
    @ValueSource(doubles = {0.6, 0.8, 1.2, 1.4})
    void itComesToRestThoughItsOwnLightIsNotWellKnown(double error) {
        Room room = new Room(_ -> 100, TARGET, TARGET * error);
        room.live(0, DAY, true);
        assertTrue(room.levels().size() <= 10, () -> room.levels().toString());
        int last = room.levels().size();
        room.live(DAY, 2 * DAY, true);
        assertEquals(last, room.levels().size(), () -> room.levels().toString());
    }

    @Test
    void notKnowingItsOwnLightItWouldFlicker() {
        Room room = new Room(_ -> 100, 0, TARGET);
        room.live(0, DAY, true);
        assertTrue(room.levels().size() > DAY / 2, () -> room.levels().toString());
    }

    @Test
    void cloudsMoveItNoMoreThanTheyMoveTheLight() {
        Random random = new Random(5);
        double[] clouds = random.doubles(DAY, -40, 40).toArray();
        Room room = new Room(minute -> Math.max(0, 150 + clouds[(int) minute]), TARGET, TARGET);
        room.live(0, DAY, true);
        int worthIt = 0;
        double before = 150;
        for (double cloud : clouds) { // how often the daylight moved by a step since it last did
            if (Math.abs(150 + cloud - before) >= TARGET * 7 / 254) {
                worthIt++;
                before = 150 + cloud;
            }
        }
        int most = worthIt;
        assertTrue(room.levels().size() <= most, () -> room.levels().size() + " commands for " + most + " moves");
    }

    @Test
    void aHandIsLeftAloneForTwoHours() {
        Room room = new Room(_ -> 100, TARGET, TARGET);
        room.live(0, 60, true);
        room.level = 40;
        room.live(60, 60 + 120, true);
        assertEquals(List.of(169), room.levels());
        assertEquals(40, room.level);
        room.live(60 + 120, 60 + 125, true);
        assertEquals(List.of(169, 169), room.levels());
        assertEquals(
                Duration.ofMinutes(60 + 120),
                Duration.between(MIDNIGHT, room.commands().getLast().at()));
    }

    @Test
    void tenMinutesAfterTheLastPersonItIsOff() {
        Room room = new Room(_ -> 0, TARGET, TARGET);
        room.live(0, 30, true);
        room.live(30, 60, false);
        room.live(60, 90, true);
        assertEquals(List.of(254, 0, 254), room.levels());
        assertEquals(
                List.of(0L, 40L, 60L),
                room.commands().stream()
                        .map(command -> Duration.between(MIDNIGHT, command.at()).toMinutes())
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameReportsGiveTheSameCommandsInAnyOrderAndFoldedAnew(long seed) {
        List<Event> events = reports(seed);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(Comparator.comparingLong(Event::known));
        List<String> expected = commands(events, false);
        assertTrue(expected.size() >= 5, () -> "The reports are too tame to prove anything: " + expected);
        assertEquals(String.join("\n", expected), String.join("\n", commands(shuffled, false)), "shuffled");
        assertEquals(String.join("\n", expected), String.join("\n", commands(events, true)), "folded anew");
    }

    private List<String> commands(List<Event> events, boolean anew) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = world.lastEngine(new Published(world.stages), history);
        events.forEach(event -> {
            history.add(event);
            engine.apply(event);
            if (anew) {
                engine.forgetFolded();
            }
        });
        engine.finish(events.getLast().known() + Raw.DAY);
        return engine.commands().stream()
                .map(command -> command.at() + " " + command.value() + " "
                        + command.from().stream()
                                .map(figure -> figure.indicator() + "=" + figure.en())
                                .toList())
                .toList();
    }

    /// Reports that come late, at one instant, corrected and taken back.
    private List<Event> reports(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>(installed(TARGET));
        for (int i = 0; i < 300; i++) {
            Instant time = MIDNIGHT.plusSeconds(random.nextInt(48 * 3600) / 300 * 300L);
            Instant known = random.nextInt(4) == 0 ? time.plusSeconds(600L * random.nextInt(12)) : time;
            String change = i > 20 && random.nextInt(15) == 0
                    ? (random.nextBoolean() ? "\"corrects\":\"r%d\"," : "\"retracts\":\"r%d\",")
                            .formatted(random.nextInt(i))
                    : "";
            String data = switch (random.nextInt(40)) {
                case 0 -> "\"brightness\":" + random.nextInt(255);
                case 1 -> "\"on\":%s,\"lux\":%d".formatted(random.nextBoolean(), random.nextInt(300));
                case 2, 3, 4, 5, 6, 7, 8, 9, 10 -> "\"occupied\":" + (random.nextInt(4) > 0);
                default -> "\"lux\":" + random.nextInt(400);
            };
            events.add(event("r" + i, "device.reported", "device/L1", time, known, "{" + change + data + "}"));
        }
        events.sort(Comparator.comparingLong(Event::known));
        return events;
    }

    private List<Event> installed(double ownLux) {
        Instant before = MIDNIGHT.minusSeconds(3600);
        return List.of(
                event(
                        "a",
                        "contract.started",
                        "contract/C1",
                        before,
                        before,
                        "{\"customerId\":\"P1\",\"product\":\"home\"}"),
                event("b", "consent.given", "customer/P1", before, before, "{\"purpose\":\"care\",\"method\":\"web\"}"),
                event(
                        "c",
                        "device.installed",
                        "device/L1",
                        before,
                        before,
                        "{\"contractId\":\"C1\",\"targetLux\":%s,\"ownLux\":%s}".formatted(TARGET, ownLux)));
    }

    private Event event(String id, String type, String subject, Instant time, Instant known, String data) {
        return world.event("""
                {"specversion":"1.0","id":"%s","source":"s","type":"%s","subject":"%s","time":"%s",\
                "recordedtime":"%s","data":%s}""".formatted(id, type, subject, time, known, data));
    }

    /// A room with a window and a lamp, whose sensor sees both.
    private final class Room {
        private final EventList history = new EventList(world.program.symbols());
        private final Engine engine = world.lastEngine(new Published(world.stages), history);
        private final DoubleUnaryOperator daylight;
        private final double lampLux;
        private int obeyed;
        private int level;
        private double seen;

        /// @param toldLux what the engine was told that the lamp adds at full brightness
        /// @param lampLux what it adds
        Room(DoubleUnaryOperator daylight, double toldLux, double lampLux) {
            this.daylight = daylight;
            this.lampLux = lampLux;
            installed(toldLux).forEach(this::apply);
        }

        void live(int from, int to, boolean occupied) {
            for (int minute = from; minute < to; minute++) {
                live(minute, occupied);
            }
        }

        /// The sensor looks and reports, and the lamp obeys at once.
        void live(int minute, boolean occupied) {
            Instant now = MIDNIGHT.plusSeconds(minute * 60L);
            seen = daylight.applyAsDouble(minute) + lampLux * level / 254;
            apply(event(
                    "r" + minute,
                    "device.reported",
                    "device/L1",
                    now,
                    now,
                    "{\"on\":%s,\"brightness\":%d,\"lux\":%.3f,\"occupied\":%s}"
                            .formatted(level > 0, level, seen, occupied)));
            engine.advance(ZoneDays.micros(now) + 1);
            List<Command> commands = commands();
            for (; obeyed < commands.size(); obeyed++) {
                level = Integer.parseInt(commands.get(obeyed).value());
            }
        }

        private void apply(Event event) {
            history.add(event);
            engine.apply(event);
        }

        List<Command> commands() {
            return engine.commands();
        }

        List<Integer> levels() {
            return commands().stream()
                    .map(command -> Integer.parseInt(command.value()))
                    .toList();
        }

        @Override
        public String toString() {
            return "%.1f lux seen, lamp at %d".formatted(seen, level);
        }
    }
}
