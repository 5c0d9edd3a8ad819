package org.prevenance.simulator.rail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The tracks of the network on one day, and who ran on them. Lines that run between the same stations share a track
/// in each direction, and who does not stop there passes over it too. Nobody overtakes between two stations: behind a
/// train that is late the next one is late. Not thread-safe.
final class Tracks {
    /// The least time between two trains that leave a section, in seconds.
    private static final int APART = 150;
    /// After so long those behind are led around, on the other track.
    private static final int LED_AROUND = 1_200;

    /// A track from one station to the next, in one direction.
    ///
    /// @param minutes that a train which stops at both is planned to take
    record Section(Station from, Station to, int minutes) {
        /// The same in both directions.
        long place() {
            return (long) from.name().hashCode() + to.name().hashCode();
        }

        boolean touches(Station station) {
            return from.equals(station) || to.equals(station);
        }
    }

    /// One train on one section, in seconds of the day.
    private record Pass(int entered, int left, int plannedEntered, int plannedLeft) {}

    private record Leg(Station from, Station to) {}

    private static final Map<Leg, List<Section>> SECTIONS = new HashMap<>();

    static {
        for (Line line : Network.LINES) {
            for (int direction = 0; direction < 2; direction++) {
                List<Station> stations = line.along(direction);
                for (int i = 0; i + 1 < stations.size(); i++) {
                    Leg leg = new Leg(stations.get(i), stations.get(i + 1));
                    SECTIONS.put(leg, longest(leg));
                }
            }
        }
    }

    private final Map<Leg, List<Pass>> passes = new HashMap<>();

    /// The way of those that stop most often between the two stations.
    private static List<Section> longest(Leg leg) {
        return Network.LINES.stream()
                .flatMap(line -> IntStream.range(0, 2).mapToObj(direction -> way(line, direction, leg)))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static List<Section> way(Line line, int direction, Leg leg) {
        List<Station> stations = line.along(direction);
        int from = stations.indexOf(leg.from);
        int to = stations.indexOf(leg.to);
        return from < 0 || to < from
                ? List.of()
                : IntStream.range(from, to)
                        .mapToObj(i -> new Section(
                                stations.get(i),
                                stations.get(i + 1),
                                line.legs(direction).get(i)))
                        .toList();
    }

    /// The sections of a leg, in their order.
    static List<Section> between(Station from, Station to) {
        return SECTIONS.getOrDefault(new Leg(from, to), List.of());
    }

    /// Lets a train run over a leg, behind those that are ahead of it.
    ///
    /// @param now    when it leaves
    /// @param drives how long it would take alone, in seconds
    /// @return when it comes out
    int run(Train train, int call, int now, int drives) {
        List<Section> sections =
                between(train.call(call).station(), train.call(call + 1).station());
        int minutes = sections.stream().mapToInt(Section::minutes).sum();
        int planned = train.call(call).departure();
        int plans = train.call(call + 1).arrival() - planned;
        int enters = now;
        int behind = 0;
        int passed = 0;
        for (Section section : sections) {
            passed += section.minutes;
            int plannedEnters = planned + plans * (passed - section.minutes) / minutes;
            int plannedLeaves = planned + plans * passed / minutes;
            int alone = now + drives * passed / minutes + behind;
            List<Pass> before = passes.computeIfAbsent(new Leg(section.from, section.to), _ -> new ArrayList<>());
            int leaves = alone;
            for (Pass pass : before) {
                if (pass.entered <= enters && !overtakes(pass, plannedEnters, plannedLeaves)) {
                    leaves = Math.max(leaves, pass.left + apart(pass, plannedLeaves));
                }
            }
            leaves = Math.min(leaves, alone + LED_AROUND);
            before.add(new Pass(enters, leaves, plannedEnters, plannedLeaves));
            behind += leaves - alone;
            enters = leaves;
        }
        return enters;
    }

    /// Whether a train is planned to pass another one between these stations: then there is a loop.
    private static boolean overtakes(Pass pass, int plannedEnters, int plannedLeaves) {
        return pass.plannedEntered <= plannedEnters && pass.plannedLeft > plannedLeaves;
    }

    /// What is planned closer together may be so.
    private static int apart(Pass pass, int plannedLeaves) {
        int planned = plannedLeaves - pass.plannedLeft;
        return planned < 0 ? APART : Math.min(APART, planned);
    }
}
