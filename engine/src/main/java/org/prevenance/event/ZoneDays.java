package org.prevenance.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Calendar days of one time zone, daylight saving included. Immutable, thread-safe.
///
/// Instants are microseconds since 1970 UTC, days are numbered from 1970-01-01. The starts of the days from 1990 to
/// 2069 are
/// kept in a table; others are computed.
public final class ZoneDays {
    private static final int FIRST = (int) LocalDate.of(1990, 1, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2070, 1, 1).toEpochDay();

    private final ZoneId zone;
    private final long[] starts = new long[LAST - FIRST + 1];
    private final long guessShift;

    public ZoneDays(ZoneId zone) {
        this.zone = zone;
        for (int day = FIRST; day <= LAST; day++) {
            starts[day - FIRST] = computeStart(day);
        }
        // the distance between UTC midnight and local midnight on some day: never wrong by more than one day elsewhere
        this.guessShift = FIRST * Raw.DAY - starts[0];
    }

    public ZoneId zone() {
        return zone;
    }

    /// The day that holds this instant.
    public long day(long micros) {
        long day = Math.floorDiv(micros + guessShift, Raw.DAY);
        if (micros < start(day)) {
            return day - 1;
        }
        return micros >= start(day + 1) ? day + 1 : day;
    }

    /// The first instant of a day.
    public long start(long day) {
        return day >= FIRST && day <= LAST ? starts[(int) day - FIRST] : computeStart(day);
    }

    /// The hour of the day, 0 to 23, as a clock shows it.
    public int hour(long micros) {
        long day = day(micros);
        long start = start(day);
        if (start(day + 1) - start == Raw.DAY) {
            return (int) ((micros - start) / Raw.HOUR);
        }
        return instant(micros).atZone(zone).getHour(); // clocks change on this day
    }

    /// The instant `days` calendar days later at the same local time.
    public long plusDays(long micros, long days) {
        return micros(instant(micros).atZone(zone).plusDays(days).toInstant());
    }

    private long computeStart(long day) {
        return micros(LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant());
    }

    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), Raw.SECOND), instant.getNano() / 1_000L);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, Raw.SECOND), Math.floorMod(micros, Raw.SECOND) * 1_000L);
    }
}
