package org.prevenance.simulator;

/// What is the same for everybody in one world. Days are counted since 1970.
///
/// @param first the first day
/// @param last  the last day, included
record Frame(int first, int last) {
    /// Far enough in the future to mean "not in this world".
    static final int NEVER = 1_000_000;

    /// The collection platform that falls silent.
    static final String BROKEN_SOURCE = "metering-nord";

    static final int OUTAGE_DAYS = 21;

    static Frame of(Settings settings) {
        int first = (int) settings.start().toEpochDay();
        return new Frame(first, first + settings.days() - 1);
    }

    int days() {
        return last - first + 1;
    }

    /// First day without data from [#BROKEN_SOURCE].
    int outageFrom() {
        return first + days() / 2;
    }

    boolean inOutage(int day) {
        return day >= outageFrom() && day < outageFrom() + OUTAGE_DAYS;
    }

    /// Whether the whole outage lies within this world.
    boolean hasOutage() {
        return days() >= 150;
    }

    /// The day on which prices fall on the web; the other channels follow.
    int priceFall() {
        return first + days() / 4;
    }

    /// The instant at a second of a day, in seconds since 1970.
    static long at(int day, int secondOfDay) {
        return (long) day * EventLine.DAY_SECONDS + secondOfDay;
    }

    /// The same in hours; hours up to 21 are the same calendar day in Paris and in UTC.
    static long hour(int day, int hour) {
        return at(day, hour * 3600);
    }

    static int dayOf(long instant) {
        return (int) Math.floorDiv(instant, EventLine.DAY_SECONDS);
    }

    /// Whether something known then is in the export.
    boolean reaches(long known) {
        return dayOf(known) <= last;
    }
}
