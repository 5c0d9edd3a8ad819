package org.prevenance.measure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The time over which figures are told.
///
/// @param from  cases opened, and complaints made, from then on count
/// @param until the last instant judged
public record Period(Instant from, Instant until, ZoneId zone) {
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(until);
    }

    /// Days from Monday to Friday, both ends included; public holidays are not known. A last day that only begins is
    /// none.
    /// At least 1.
    public long workingDays() {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = until.minusNanos(1).atZone(zone).toLocalDate();
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        long working = days / 7 * 5;
        for (LocalDate day = first.plusDays(days / 7 * 7); !day.isAfter(last); day = day.plusDays(1)) {
            boolean free = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            working += free ? 0 : 1;
        }
        return Math.max(1, working);
    }
}
