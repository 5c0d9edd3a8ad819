package org.prevenance.simulator.rail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.rail.Train.Call;
import org.prevenance.simulator.world.Dice;

/// The trains of a working day, or of a day at the weekend: when they call where, which one goes back with whose
/// vehicle, and who waits for whom at the junction.
final class Timetable {
    private static final int FIRST_HOUR = 5;
    private static final int LAST_HOUR = 22;
    private static final int HOUR = 3_600;
    /// What a vehicle needs at least before it goes back, in seconds.
    static final int TURN = 360;

    private static final int LONGEST_TURN = 5_400;
    /// At the junction trains meet about this minute of the hour.
    private static final int NODE_MINUTE = 54;

    final List<Train> trains = new ArrayList<>();
    /// The train that brings the vehicle, by the train's index; -1: it comes from the depot.
    final int[] broughtBy;
    /// The train that takes over its vehicle; -1: none.
    final int[] goesOnAs;
    /// The train for which one waits at the junction, by the index of who waits; -1: none.
    final int[] waitsFor;

    /// @param version 0 until the timetable changes, then 1
    Timetable(Dice dice, int version, boolean weekend) {
        for (Line line : Network.LINES) {
            for (int direction = 0; direction < 2; direction++) {
                run(line, direction, dice.of(line.number() * 4L + direction), version, weekend);
            }
        }
        broughtBy = new int[trains.size()];
        goesOnAs = new int[trains.size()];
        waitsFor = new int[trains.size()];
        turn();
        connect(dice.of(-7 - version));
    }

    /// Tells the trains of one line in one direction. A train of a working day that also runs at the weekend keeps its
    /// minute and its number.
    private void run(Line line, int direction, Dice dice, int version, boolean weekend) {
        int minute = Math.floorMod(NODE_MINUTE + dice.between(version, -8, 8) - toJunction(line, direction), 30);
        for (int half = FIRST_HOUR * 2; half <= LAST_HOUR * 2 + 1; half++) {
            int hour = half / 2;
            boolean peak = !weekend && (hour >= 6 && hour < 9 || hour >= 16 && hour < 19);
            int every = (peak ? line.peak() : line.offPeak()) / 30;
            int from = every > 1 ? direction + (line.number() % 2) * 2 : 0;
            boolean rests = weekend && (hour < 6 || hour > 21);
            if (!rests && Math.floorMod(half - from, every) == 0) {
                int leaves = half * HOUR / 2 + (minute + dice.between(100 + half, 0, 2)) * 60;
                trains.add(train(line, direction, half, leaves, version));
            }
        }
    }

    private static int toJunction(Line line, int direction) {
        int minutes = 0;
        List<Station> stations = line.along(direction);
        for (int i = 0; !stations.get(i).equals(Network.JUNCTION); i++) {
            minutes += line.legs(direction).get(i) + 1;
        }
        return minutes;
    }

    private Train train(Line line, int direction, int half, int leaves, int version) {
        List<Call> calls = new ArrayList<>();
        List<Station> stations = line.along(direction);
        int time = leaves;
        for (int i = 0; i < stations.size(); i++) {
            boolean end = i == 0 || i == stations.size() - 1;
            boolean node = stations.get(i).equals(Network.JUNCTION);
            int stays = end ? 0 : node ? line.atNode() * 60 : 60;
            calls.add(new Call(stations.get(i), time, time + stays));
            if (i < stations.size() - 1) {
                time += stays + line.legs(direction).get(i) * 60;
            }
        }
        boolean renumbered = version == 1 && line.number() % 3 == 1;
        int number = line.number() * 100 + (half * 2 + direction + (renumbered ? 50 : 0)) % 100;
        return new Train(trains.size(), String.valueOf(number), line, direction, List.copyOf(calls));
    }

    /// Each train goes on as the first one of its line that leaves the other way late enough.
    private void turn() {
        Arrays.fill(broughtBy, -1);
        Arrays.fill(goesOnAs, -1);
        List<Train> byEnd =
                trains.stream().sorted(Comparator.comparingInt(Train::ends)).toList();
        Map<Line, List<Train>> byLine = new HashMap<>();
        trains.forEach(train ->
                byLine.computeIfAbsent(train.line(), _ -> new ArrayList<>()).add(train));
        for (Train train : byEnd) {
            byLine.getOrDefault(train.line(), List.of()).stream()
                    .filter(next -> next.direction() != train.direction() && broughtBy[next.index()] < 0)
                    .filter(next ->
                            next.leaves() >= train.ends() + TURN && next.leaves() <= train.ends() + LONGEST_TURN)
                    .min(Comparator.comparingInt(Train::leaves))
                    .ifPresent(next -> {
                        broughtBy[next.index()] = train.index();
                        goesOnAs[train.index()] = next.index();
                    });
        }
    }

    /// The vehicle that makes a train, named by the first train that it makes on the day.
    String vehicle(Train train) {
        int brought = broughtBy[train.index()];
        return brought < 0 ? "V" + train.number() : vehicle(trains.get(brought));
    }

    /// A third of the trains at the junction wait for one of another line that comes three to nine minutes before.
    private void connect(Dice dice) {
        Arrays.fill(waitsFor, -1);
        for (Train train : trains) {
            int at = placeOf(train, Network.JUNCTION);
            if (at == train.last() || !dice.happens(train.index(), 0.33)) {
                continue;
            }
            int leaves = train.call(at).departure();
            trains.stream()
                    .filter(feeder -> !feeder.line().equals(train.line()))
                    .filter(feeder -> placeOf(feeder, Network.JUNCTION) > 0)
                    .filter(feeder -> {
                        int gap = leaves
                                - feeder.call(placeOf(feeder, Network.JUNCTION)).arrival();
                        return gap >= 180 && gap <= 540;
                    })
                    .findFirst()
                    .ifPresent(feeder -> waitsFor[train.index()] = feeder.index());
        }
    }

    /// The train of this number; null if none runs on such days.
    @Nullable
    Train numbered(String number) {
        return trains.stream()
                .filter(train -> train.number().equals(number))
                .findFirst()
                .orElse(null);
    }

    /// The place of this station among the train's calls; every train calls at the junction.
    static int placeOf(Train train, Station station) {
        for (int i = 0; i <= train.last(); i++) {
            if (train.call(i).station().equals(station)) {
                return i;
            }
        }
        return -1;
    }
}
