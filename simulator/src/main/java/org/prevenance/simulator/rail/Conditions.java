package org.prevenance.simulator.rail;

import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;

/// What a day brings: its weather, hour by hour, and troubles on the lines.
final class Conditions {
    /// A trouble on a leg of a line, from one second of the day to another.
    ///
    /// @param costs the minutes that it costs each train, at most
    private record Trouble(int from, int to, int costs) {}

    private static final double TROUBLE = 0.07;
    private static final double STORM = 0.05;
    private static final double WORKS = 0.01;

    private final int day;
    private final Dice network;
    private final Dice dice;
    private final boolean storm;
    private final int stormFrom;
    private final int stormHours;

    /// @param network the same for all days
    Conditions(int day, Dice network) {
        this.day = day;
        this.network = network;
        dice = network.of(day);
        storm = dice.happens(1, STORM);
        stormFrom = dice.between(2, 5, 15);
        stormHours = dice.between(3, 4, 9);
    }

    /// By how much slower trains run than planned at this second of the day, 1 for not at all.
    double slowness(int second) {
        int hour = second / 3_600;
        return 1 + Math.max(0, gust(hour) - 60) * 0.003 + (celsius10(hour) < 0 && rain10(hour) > 0 ? 0.06 : 0);
    }

    /// How many seconds a train loses on the leg that begins at this call, when it leaves then.
    ///
    /// @param lot of this train
    int lost(Line line, int direction, int call, int second, Dice lot) {
        int leg = direction == 0 ? call : line.legs().size() - 1 - call;
        Trouble trouble = trouble(line, leg);
        if (second < trouble.from || second >= trouble.to) {
            return 0;
        }
        return lot.between(40 + call, trouble.costs * 20, trouble.costs * 60);
    }

    private Trouble trouble(Line line, int leg) {
        Dice lot = dice.of(line.number() * 16L + leg);
        if (!lot.happens(1, storm ? TROUBLE * 4 : TROUBLE)) {
            return new Trouble(0, 0, 0);
        }
        int from = lot.between(2, 5 * 3_600, 20 * 3_600);
        return new Trouble(from, from + lot.between(3, 2_400, 13_000), lot.between(4, 8, lot.between(5, 12, 85)));
    }

    int celsius10(int hour) {
        double season = -Math.cos((Math.floorMod(day, 365) - 15) * 2 * Math.PI / 365);
        double ofDay = -Math.cos((hour - 4) * 2 * Math.PI / 24);
        return (int) (110 + 90 * season + 40 * ofDay) + dice.between(10, -45, 45);
    }

    /// Kilometres an hour.
    int gust(int hour) {
        int calm = dice.between(20, 8, 40) + dice.between(100 + hour, -5, 5);
        boolean storms = storm && hour >= stormFrom && hour < stormFrom + stormHours;
        return Math.max(0, storms ? calm + 50 + dice.between(200 + hour, 0, 25) : calm);
    }

    /// Tenths of a millimetre.
    int rain10(int hour) {
        boolean storms = storm && hour >= stormFrom && hour < stormFrom + stormHours;
        boolean wet = dice.happens(30, 0.35) && dice.happens(300 + hour, 0.4);
        return storms ? dice.between(400 + hour, 10, 80) : wet ? dice.between(400 + hour, 1, 25) : 0;
    }

    /// The instant at a second of this local day, in seconds since 1970.
    long instant(int second) {
        return Frame.at(day, second) - Frame.hoursAhead(day) * 3_600L;
    }

    /// The platform of a station where people work on this day; 0: none. They come for two to nine days.
    int worksAt(Station station) {
        for (int begun = day; begun > day - 9; begun--) {
            Dice lot = network.of(begun).of(station.name().hashCode());
            if (lot.happens(1, WORKS) && begun + lot.between(2, 2, 9) > day) {
                return lot.between(3, 1, station.platforms());
            }
        }
        return 0;
    }
}
