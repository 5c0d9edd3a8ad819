package org.prevenance.simulator.queue;

import java.util.List;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;

/// What a day has in store for one desk: how many call and who is there, by the clock of Paris. Seconds are since
/// eight.
///
/// @param busy     how much more or less people call than usual
/// @param advisers who is really there, by half hour
/// @param outage   when an outage begins after which people call, if one does; else negative
record DayPlan(Desk desk, int weekday, double busy, int[] advisers, int outage, int blindFrom, int blindTo) {
    private static final int HALF_HOUR = 1_800;
    /// After an outage calls come so many times as often, and this halves in so many seconds.
    private static final double SURGE = 3.5;

    private static final double SURGE_HALVES = 2_400;

    /// @param outages the seconds at which outages begin that day, that concern all desks
    static DayPlan of(Desk desk, int day, Dice dice, List<Integer> outages) {
        Luck luck = new Luck(dice.of(11));
        int weekday = Math.floorMod(day + 3, 7);
        double busy = luck.logNormal(1, 0.12);
        int[] advisers = new int[Desk.HALF_HOURS];
        double away = luck.happens(0.08) ? 0.2 : 0.05; // a bad day for the team, or a usual one
        int most = 0;
        for (int half = 0; half < advisers.length; half++) {
            advisers[half] = desk.planned(weekday, half);
            most = Math.max(most, advisers[half]);
        }
        int[] absent = absences(luck, most, away);
        int meeting = luck.happens(0.15) ? luck.between(4, 19) : -1;
        for (int half = 0; half < advisers.length; half++) {
            int there = advisers[half] - absent[half] * advisers[half] / Math.max(1, most);
            advisers[half] = Math.max(1, half == meeting ? there * 2 / 3 : there);
        }
        int blind = luck.happens(0.04) ? luck.between(0, 9 * 3_600) : -1;
        return new DayPlan(
                desk,
                weekday,
                busy,
                advisers,
                outages.isEmpty() ? -1 : outages.getFirst(),
                blind,
                blind < 0 ? -1 : blind + luck.between(1_800, 7_200));
    }

    /// How many of the team are not there in each half hour: some all day, some come late, some leave early.
    private static int[] absences(Luck luck, int team, double share) {
        int[] absent = new int[Desk.HALF_HOURS];
        for (int adviser = 0; adviser < team; adviser++) {
            if (luck.happens(share)) {
                int from = luck.happens(0.25) ? luck.between(0, absent.length - 1) : 0;
                int to = from == 0 && luck.happens(0.25) ? luck.between(1, absent.length) : absent.length;
                for (int half = from; half < to; half++) {
                    absent[half]++;
                }
            }
        }
        return absent;
    }

    /// Calls in a second, at a second of the day.
    double rate(int second) {
        double rate = desk.hourly(weekday, second / HALF_HOUR) * busy / 3_600;
        return outage < 0 || second < outage
                ? rate
                : rate * (1 + SURGE * Math.pow(0.5, (second - outage) / SURGE_HALVES));
    }

    int advisers(int second) {
        return advisers[Math.min(second / HALF_HOUR, advisers.length - 1)];
    }

    /// As the roster says, whoever is away.
    int planned(int second) {
        return Math.max(1, desk.planned(weekday, Math.min(second / HALF_HOUR, advisers.length - 1)));
    }

    /// Whether the board that counts the queue shows anything.
    boolean shown(int second) {
        return second < blindFrom || second >= blindTo;
    }

    /// The instant of a second of this day's opening.
    static long instant(int day, int second) {
        return Frame.hour(day, Desk.OPENS - Frame.hoursAhead(day)) + second;
    }
}
