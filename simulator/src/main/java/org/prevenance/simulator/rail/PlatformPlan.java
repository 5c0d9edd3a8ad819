package org.prevenance.simulator.rail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Dice;

/// On which platform each train is meant to stop. A line has its platform in each direction, some numbers have one of
/// their own, and where two would meet one of them goes next door.
final class PlatformPlan {
    /// A vehicle that stands no longer than this stays on its platform until it goes back.
    private static final int STAYS = 1_200;
    /// Minutes around a stop in which nobody else should use the platform, in seconds.
    static final int APART = 120;
    /// How long before it leaves a train stands at its first station.
    static final int READY = 480;

    private static final double OWN_HABIT = 0.12;
    private static final double OTHER_AT_WEEKENDS = 0.05;

    /// A platform is taken from one second to another.
    private record Taken(int platform, int from, int to) {}

    /// One stay at a station: of one train, or of one that ends and of the one that goes back with its vehicle.
    private record Stay(Train train, int call, int from, int to) {}

    private final Timetable timetable;
    private final Dice dice;
    private final int version;
    private final int closed;
    private final @Nullable PlatformPlan workingDays;
    private final int[][] platforms;
    private final Map<Station, List<Taken>> taken = new HashMap<>();
    /// The train that takes over on the same platform, by the index of the one that ends there; -1: none.
    final int[] stays;

    /// @param closed      the platform of the junction that is closed; 0: none
    /// @param workingDays the plan that those trains keep at the weekend which also run on working days; null: this is
    /// it
    PlatformPlan(Timetable timetable, Dice dice, int version, int closed, @Nullable PlatformPlan workingDays) {
        this.timetable = timetable;
        this.dice = dice;
        this.version = version;
        this.closed = closed;
        this.workingDays = workingDays;
        List<Train> trains = timetable.trains;
        platforms = new int[trains.size()][];
        stays = new int[trains.size()];
        trains.forEach(train -> {
            platforms[train.index()] = new int[train.last() + 1];
            stays[train.index()] = -1;
        });
        for (Train train : trains) {
            int brought = timetable.broughtBy[train.index()];
            if (brought >= 0 && train.leaves() - trains.get(brought).ends() <= STAYS) {
                stays[brought] = train.index();
            }
        }
        everyStay().forEach(this::settle);
    }

    /// Numbered from 1.
    int platform(Train train, int call) {
        return platforms[train.index()][call];
    }

    /// What travellers are told with the timetable; 0: nothing.
    int published(Train train, int call) {
        return switch (train.line().operator().publishes) {
            case PLANNED -> platform(train, call);
            case NOTHING -> 0;
            case DEFAULT -> usual(train.line(), 0, train.call(call).station());
        };
    }

    /// The platforms on which a train may stop instead, the likeliest first.
    List<Integer> instead(Train train, int call, int platform) {
        Station station = train.call(call).station();
        List<Integer> others = new ArrayList<>();
        for (int other = 1; other <= station.platforms(); other++) {
            if (other != platform && !isClosed(station, other)) {
                others.add(other);
            }
        }
        others.sort(Comparator.comparingInt((Integer other) -> station.usual(other, train.direction()) ? 0 : 1)
                .thenComparingInt(other -> Math.abs(other - platform))
                .thenComparingInt(other -> other));
        return others;
    }

    private boolean isClosed(Station station, int platform) {
        return station.equals(Network.JUNCTION) && platform == closed;
    }

    private List<Stay> everyStay() {
        List<Stay> stays = new ArrayList<>();
        for (Train train : timetable.trains) {
            for (int call = 0; call <= train.last(); call++) {
                boolean handedOver = call == 0 && broughtToThePlatform(train);
                if (!handedOver) {
                    stays.add(new Stay(train, call, from(train, call), until(train, call)));
                }
            }
        }
        stays.sort(Comparator.comparingInt(Stay::from).thenComparingInt(stay -> stay.train.index()));
        return stays;
    }

    private boolean broughtToThePlatform(Train train) {
        int brought = timetable.broughtBy[train.index()];
        return brought >= 0 && stays[brought] == train.index();
    }

    private static int from(Train train, int call) {
        return call == 0 ? train.leaves() - READY : train.call(call).arrival();
    }

    private int until(Train train, int call) {
        if (call < train.last()) {
            return train.call(call).departure();
        }
        int next = stays[train.index()];
        return next < 0
                ? train.ends() + Timetable.TURN
                : timetable.trains.get(next).leaves();
    }

    private void settle(Stay stay) {
        Station station = stay.train.call(stay.call).station();
        int habit = habit(stay.train, stay.call);
        int platform = habit;
        if (isClosed(station, habit) || !free(station, habit, stay)) {
            List<Integer> others = instead(stay.train, stay.call, habit);
            platform = others.stream()
                    .filter(other -> free(station, other, stay))
                    .findFirst()
                    .orElse(others.getFirst());
        }
        taken.computeIfAbsent(station, _ -> new ArrayList<>()).add(new Taken(platform, stay.from, stay.to));
        platforms[stay.train.index()][stay.call] = platform;
        int next = stays[stay.train.index()];
        if (stay.call == stay.train.last() && next >= 0) {
            platforms[next][0] = platform;
        }
    }

    private boolean free(Station station, int platform, Stay stay) {
        return taken.getOrDefault(station, List.of()).stream()
                .noneMatch(other ->
                        other.platform == platform && other.from < stay.to + APART && stay.from < other.to + APART);
    }

    private int habit(Train train, int call) {
        Station station = train.call(call).station();
        Dice own = dice.of(Integer.parseInt(train.number())).of(station.name().hashCode());
        if (workingDays != null) {
            if (own.happens(20 + version, OTHER_AT_WEEKENDS)) {
                return among(station, train.direction(), own.unit(30 + version));
            }
            Train same = workingDays.timetable.numbered(train.number());
            if (same != null) {
                return workingDays.platform(same, call);
            }
        }
        return own.happens(version, OWN_HABIT)
                ? among(station, train.direction(), own.unit(10 + version))
                : usual(train.line(), train.direction(), station);
    }

    private int usual(Line line, int direction, Station station) {
        Dice lot = dice.of(line.number()).of(station.name().hashCode());
        return among(station, direction, lot.unit(version * 2L + direction));
    }

    private static int among(Station station, int direction, double chance) {
        int lower = station.platforms() / 2;
        return direction == 0 ? 1 + (int) (chance * lower) : lower + 1 + (int) (chance * (station.platforms() - lower));
    }
}
