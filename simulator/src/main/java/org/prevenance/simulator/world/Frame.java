package org.prevenance.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/// What is the same for everybody in one world. Days are counted since 1970.
///
/// @param first the first day
/// @param last  the last day, included
public record Frame(int first, int last) {
    /// Far enough in the future to mean "not in this world".
    public static final int NEVER = 1_000_000;

    private static final ZoneRules PARIS = ZoneId.of("Europe/Paris").getRules();

    /// The collection platform that falls silent.
    public static final String BROKEN_SOURCE = "metering-nord";

    public static final int OUTAGE_DAYS = 21;

    /// Saturdays and Sundays.
    public static boolean weekend(int day) {
        return Math.floorMod(day + 3, 7) >= 5;
    }

    /// How many hours Paris is ahead of UTC at noon of this day: 1 or 2.
    public static int hoursAhead(int day) {
        return PARIS.getOffset(Instant.ofEpochSecond(hour(day, 12))).getTotalSeconds() / 3600;
    }

    /// The same day of the month so many months later.
    public static int monthsAfter(int day, int months) {
        return (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
    }

    /// If this day is the first of a month, the first of the month before; else [#NEVER].
    public static int monthBegun(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getDayOfMonth() == 1 ? (int) date.minusMonths(1).toEpochDay() : NEVER;
    }

    public int days() {
        return last - first + 1;
    }

    /// First day without data from [#BROKEN_SOURCE].
    public int outageFrom() {
        return first + days() / 2;
    }

    public boolean inOutage(int day) {
        return day >= outageFrom() && day < outageFrom() + OUTAGE_DAYS;
    }

    /// Whether the whole outage lies within this world.
    public boolean hasOutage() {
        return days() >= 150;
    }

    /// The day on which prices fall on the web; the other channels follow.
    public int priceFall() {
        return first + days() / 4;
    }

    /// The instant at a second of a day, in seconds since 1970.
    public static long at(int day, int secondOfDay) {
        return (long) day * EventLine.DAY_SECONDS + secondOfDay;
    }

    /// The same in hours; hours up to 21 are the same calendar day in Paris and in UTC.
    public static long hour(int day, int hour) {
        return at(day, hour * 3600);
    }

    public static int dayOf(long instant) {
        return (int) Math.floorDiv(instant, EventLine.DAY_SECONDS);
    }

    /// Whether something known then is in the export.
    public boolean reaches(long known) {
        return dayOf(known) <= last;
    }
}
