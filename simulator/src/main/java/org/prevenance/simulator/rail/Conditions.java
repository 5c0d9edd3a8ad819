package org.prevenance.simulator.rail;

import java.time.LocalDate;
import java.util.List;
import org.prevenance.simulator.rail.Tracks.Section;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;

/// What a day brings: its weather, hour by hour, and troubles on the lines.
final class Conditions {
    /// A trouble on a track, from one second of the day to another.
    ///
    /// @param worst the minutes that it costs each train, at most
    private record Trouble(int from, int to, int worst) {
        static final Trouble NONE = new Trouble(0, 0, 0);

        /// The seconds that it costs who comes then: less and less, as it is being mended.
        int costs(int second, double luck) {
            if (second < from || second >= to) {
                return 0;
            }
            double left = (to - second) / (double) (to - from);
            return (int) (worst * 60 * (0.3 + 0.7 * luck) * (0.35 + 0.65 * left));
        }
    }

    private static final double TROUBLE = 0.07;
    /// Signals, points or wires of the junction fail.
    private static final double AT_JUNCTION = 0.025;

    private static final double SLOW_ZONE = 0.004;
    private static final int LONGEST_ZONE = 42;
    private static final double STORM = 0.05;
    private static final double WORKS = 0.01;

    private final int day;
    private final Dice network;
    private final Dice dice;
    private final boolean storm;
    private final int stormFrom;
    private final int stormHours;
    private final Trouble atJunction;

    /// @param network the same for all days
    Conditions(int day, Dice network) {
        this.day = day;
        this.network = network;
        dice = network.of(day);
        storm = dice.happens(1, STORM);
        stormFrom = dice.between(2, 5, 15);
        stormHours = dice.between(3, 4, 9);
        atJunction = atJunction();
    }

    /// By how much slower trains run than planned at this second of the day, 1 for not at all: speed limits in a gale,
    /// ice, wet leaves on the rails.
    double slowness(int second) {
        int hour = second / 3_600;
        double gale = Math.max(0, gust(hour) - 60) * 0.006;
        double ice = celsius10(hour) < 0 && rain10(hour) > 0 ? 0.08 : 0;
        double leaves = leavesFall() && (rain10(hour) > 0 || hour < 9) ? 0.03 : 0;
        return 1 + gale + ice + leaves;
    }

    private boolean leavesFall() {
        int ofYear = LocalDate.ofEpochDay(day).getDayOfYear();
        return ofYear > 285 && ofYear < 340;
    }

    /// How many seconds a train loses on these tracks, when it enters them then: where trains must run slowly for
    /// weeks, and in troubles.
    ///
    /// @param lot of this train and leg
    int lost(List<Section> sections, int second, Dice lot) {
        int lost = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            lost += (int) (slowZone(section) * (0.8 + 0.4 * lot.unit(20 + i)));
            lost += trouble(section).costs(second, lot.unit(40 + i));
            lost += section.touches(Network.JUNCTION) ? atJunction.costs(second, lot.unit(60 + i)) : 0;
        }
        return lost;
    }

    /// Seconds that each train loses since it must run slowly over a piece of this track; for one to six weeks.
    private int slowZone(Section section) {
        Dice track = network.of(section.from().name().hashCode())
                .of(section.to().name().hashCode());
        for (int begun = day; begun > day - LONGEST_ZONE; begun--) {
            Dice lot = track.of(begun);
            if (lot.happens(1, SLOW_ZONE) && begun + lot.between(2, 7, LONGEST_ZONE) > day) {
                return lot.between(3, 30, 150);
            }
        }
        return 0;
    }

    private Trouble trouble(Section section) {
        Dice lot = dice.of(section.place());
        boolean frost = celsius10(6) < -20;
        if (!lot.happens(1, storm ? TROUBLE * 4 : frost ? TROUBLE * 2 : TROUBLE)) {
            return Trouble.NONE;
        }
        int from = lot.between(2, 5 * 3_600, 20 * 3_600);
        return new Trouble(from, from + lot.between(3, 2_400, 13_000), lot.between(4, 8, lot.between(5, 12, 85)));
    }

    private Trouble atJunction() {
        Dice lot = dice.of(-1);
        if (!lot.happens(1, storm ? AT_JUNCTION * 3 : AT_JUNCTION)) {
            return Trouble.NONE;
        }
        int from = lot.between(2, 5 * 3_600, 19 * 3_600);
        return new Trouble(from, from + lot.between(3, 5_400, 16_000), lot.between(4, 10, 40));
    }

    /// How many seconds longer than planned people need to get in and out: in the morning on the way to the junction,
    /// in the evening on the way from it, each line and station by its own habit, more on some days than on others.
    int boards(Train train, int call, int second, Dice lot) {
        int hour = second / 3_600;
        int junction = Timetable.placeOf(train, Network.JUNCTION);
        boolean crowded = !Frame.weekend(day)
                && (hour >= 6 && hour < 9 && call < junction || hour >= 16 && hour < 19 && call > junction);
        Dice habit = network.of(train.line().number() * 2L + train.direction())
                .of(train.call(call).station().name().hashCode());
        double usual = habit.unit(crowded ? hour : 0);
        double today = 0.6 + 0.8 * dice.unit(50);
        return (int) ((crowded ? 120 : 40) * usual * usual * today * (0.4 + 1.2 * lot.unit(1_400 + call)));
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
