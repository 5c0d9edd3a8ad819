package org.prevenance.wording;

import java.util.Map;

/// A figure, date or time that a text states.
///
/// @param unit     of money the currency, of a length of time its unit, of a count what is counted
/// @param low      the value; of a range its lower end. Durations are in hours, dates `year × 10000 + month × 100 +
/// day`
///                 with 0 for what is not said, times of day in minutes, weekdays the open days as bits (Monday is 1)
/// @param high     the upper end of a range, else as `low`; of weekdays the closed days
/// @param per      what the figure is for one of (`month`, `kwh`); empty: nothing said
/// @param bound    whether it is a least or most
/// @param edge     whether something begins or ends then
/// @param free     whether something is free in its sentence: then money is a threshold
/// @param context  what its sentence is about, with weights from 0 to 1
/// @param start    where it begins in the text, and `end` where it ends
record Fact(
        Measure measure,
        String unit,
        double low,
        double high,
        String per,
        Bound bound,
        Edge edge,
        boolean free,
        Map<String, Double> context,
        int start,
        int end) {
    enum Measure {
        MONEY,
        PERCENT,
        DURATION,
        AGE,
        TIME_OF_DAY,
        DATE,
        WEEKDAYS,
        DATA,
        SPEED,
        ENERGY,
        POWER,
        MASS,
        DISTANCE,
        VOLUME,
        TEMPERATURE,
        COUNT
    }

    enum Bound {
        NONE,
        LEAST,
        MOST
    }

    enum Edge {
        NONE,
        FROM,
        UNTIL
    }

    /// The same weekdays, with other open and closed days.
    Fact days(int open, int closed) {
        return new Fact(measure, unit, open, closed, per, bound, edge, free, context, start, end);
    }

    private boolean isRange() {
        return low != high;
    }

    /// Whether both can be answers to one question: the same measure, of the same thing.
    boolean comparable(Fact other) {
        return measure == other.measure
                && (unit.equals(other.unit) || measure == Measure.DURATION)
                && (per.equals(other.per) || per.isEmpty() || other.per.isEmpty())
                && (measure == Measure.DURATION
                        || bound == other.bound
                        || bound == Bound.NONE
                        || other.bound == Bound.NONE)
                && (edge == other.edge || edge == Edge.NONE || other.edge == Edge.NONE)
                && (measure != Measure.MONEY || threshold() == other.threshold());
    }

    private boolean threshold() {
        return free && bound != Bound.NONE;
    }

    /// Whether both say the same, in whatever notation.
    boolean agrees(Fact other) {
        return switch (measure) {
            case DATE -> sameDate((int) low, (int) other.low);
            case WEEKDAYS -> ((int) low & (int) other.high) == 0 && ((int) high & (int) other.low) == 0;
            case DURATION -> durationsMeet(other);
            default ->
                isRange() == other.isRange()
                        ? same(low, other.low) && same(high, other.high)
                        : low <= other.high + 1e-9 && other.low <= high + 1e-9;
        };
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }

    /// What one of them leaves open fits anything.
    private static boolean sameDate(int a, int b) {
        int yearA = a / 10_000;
        int yearB = b / 10_000;
        int dayA = a % 100;
        int dayB = b % 100;
        return (yearA == yearB || yearA == 0 || yearB == 0)
                && a / 100 % 100 == b / 100 % 100
                && (dayA == dayB || dayA == 0 || dayB == 0);
    }

    /// A month is 28 to 31 days. In French eight days are a week and fifteen days two weeks, beside their plain sense.
    private boolean durationsMeet(Fact other) {
        boolean months = unit.equals("month") && other.unit.equals("month");
        if (months || unit.equals(other.unit)) {
            return isRange() == other.isRange()
                    ? same(low, other.low) && same(high, other.high)
                    : low <= other.high + 1e-9 && other.low <= high + 1e-9;
        }
        if (isRange() && other.isRange()) {
            return near(low, unit, other.low, other.unit) && near(high, unit, other.high, other.unit);
        }
        return least(low, unit) <= most(other.high, other.unit) && least(other.low, other.unit) <= most(high, unit);
    }

    private static boolean near(double a, String unitA, double b, String unitB) {
        return least(a, unitA) <= most(b, unitB) && least(b, unitB) <= most(a, unitA);
    }

    private static double least(double hours, String unit) {
        return switch (unit) {
            case "month" -> hours * 28 / 30;
            default -> hours;
        };
    }

    private static double most(double hours, String unit) {
        return switch (unit) {
            case "month" -> hours * 31 / 30;
            case "week" -> hours == 7 * 24 ? 8 * 24 : hours == 14 * 24 ? 15 * 24 : hours;
            case "workday" -> hours * 7 / 5;
            default -> hours;
        };
    }
}
