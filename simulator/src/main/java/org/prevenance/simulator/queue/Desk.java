package org.prevenance.simulator.queue;

import java.util.List;

/// A phone team.
///
/// @param calls         how many people mean to call on an ordinary weekday
/// @param handleSeconds how long one call keeps an adviser, on average
/// @param tight         advisers planned for each adviser's worth of work that is expected; under 1 the team lives on
///                      those who give up
record Desk(String id, String name, List<String> products, double calls, int handleSeconds, double tight) {
    static final int OPENS = 8;
    static final int CLOSES = 20;
    static final int HALF_HOURS = (CLOSES - OPENS) * 2;

    /// How the calls of a day lie on its half hours from eight to eight, in thousandths: a morning and a late
    /// afternoon.
    private static final int[] SHAPE = {
        24, 38, 54, 64, 66, 62, 56, 48, 36, 30, 32, 38, 44, 48, 50, 52, 52, 48, 42, 36, 30, 22, 16, 12
    };

    /// Monday to Sunday; nobody is there on Sundays.
    private static final double[] WEEK = {1.25, 1.0, 0.95, 0.95, 1.0, 0.6, 0};

    String subject() {
        return "point/" + id;
    }

    /// Calls in an hour, in a half hour of a day of the week (0: Monday), as planners expect them.
    double hourly(int weekday, int halfHour) {
        return calls * WEEK[weekday] * SHAPE[halfHour] / 1_000 * 2;
    }

    /// How many advisers are planned. Lunch is thinner than the calls ask for, and so is the evening.
    int planned(int weekday, int halfHour) {
        double load = hourly(weekday, halfHour) * handleSeconds / 3_600;
        boolean lunch = halfHour >= 8 && halfHour < 12;
        return load == 0 ? 0 : Math.max(2, (int) Math.round(load * tight * (lunch ? 0.9 : 1)));
    }

    static boolean open(int weekday) {
        return WEEK[weekday] > 0;
    }
}
