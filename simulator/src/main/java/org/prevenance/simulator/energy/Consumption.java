package org.prevenance.simulator.energy;

import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;

/// How much a home uses in each hour: something always on, more in winter, mornings and evenings; little when away.
/// The same home, day and hour always give the same.
final class Consumption {
    /// Shares of a day's use by local hour, in thousandths; none from 1 h to 5 h.
    private static final int[] BY_DAY = {
        15, 0, 0, 0, 0, 10, 40, 70, 60, 40, 30, 40, 65, 55, 40, 35, 40, 60, 90, 100, 90, 60, 40, 20
    };
    /// Water and heaters warmed at night.
    private static final int[] BY_NIGHT = {
        150, 120, 0, 0, 110, 120, 20, 10, 10, 5, 5, 5, 10, 10, 5, 5, 5, 10, 20, 25, 25, 20, 150, 160
    };

    private final Person person;
    private final Dice dice;
    /// Watt-hours in every hour, whatever happens.
    int alwaysOn;
    /// Watt-hours a day, over the year.
    int dailyMean;
    boolean nightHeater;
    /// From the first to the second day so many watt-hours more in each hour.
    int moreFrom = Frame.NEVER;

    int moreTo = Frame.NEVER;
    int more;
    /// From the first to the second day next to nothing.
    int idleFrom = Frame.NEVER;

    int idleTo = Frame.NEVER;

    Consumption(Person person, Dice dice) {
        this.person = person;
        this.dice = dice;
        alwaysOn = dice.between(1, 70, 120);
        dailyMean = dice.between(2, 7_000, 14_000);
    }

    static boolean night(int localHour) {
        return localHour >= 22 || localHour < 6;
    }

    /// Watt-hours in the hour that begins then.
    long wattHours(int day, int utcHour) {
        int local = (utcHour + Frame.hoursAhead(day)) % 24;
        if (day >= idleFrom && day <= idleTo) {
            return local == 12 ? 1 : 0;
        }
        long jitter = dice.between(day * 24L + utcHour, 0, 15);
        long above = day >= moreFrom && day <= moreTo ? more : 0;
        if (person.away(day)) {
            return alwaysOn + above + jitter;
        }
        long day0 = Math.max(0, (long) (dailyMean * season(day)) - 24L * alwaysOn);
        int share = (nightHeater ? BY_NIGHT : BY_DAY)[local];
        return alwaysOn
                + above
                + jitter
                + day0 * share / 1_000 * (80 + dice.between(-day * 24L - utcHour, 0, 40)) / 100;
    }

    long wattHours(int day) {
        long sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            sum += wattHours(day, hour);
        }
        return sum;
    }

    /// Millionths of a euro for one day.
    long cost(int day, Tariff tariff) {
        int ahead = Frame.hoursAhead(day);
        long sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            sum += wattHours(day, hour) * tariff.priceAt((hour + ahead) % 24) / 10;
        }
        return sum;
    }

    /// Mild winters: what a home uses in January is far from half more than in July.
    private static double season(int day) {
        return 1 + 0.1 * Math.cos(2 * Math.PI * (day - 15) / 365.25);
    }
}
