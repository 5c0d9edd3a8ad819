package org.prevenance.forecast.gtfs;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/// How GTFS writes days and times.
///
/// Times of a service day count from twelve hours before its noon. That is midnight, but on the days on which clocks
/// change: then the train of 06:00 still leaves when clocks show 06:00. They go beyond 24:00 where a trip does.
final class FeedTime {
    /// No time is given.
    static final int NONE = Integer.MIN_VALUE;

    /// The text is no time.
    static final int WRONG = Integer.MIN_VALUE + 1;

    /// The text is no day.
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final int HALF_DAY = 12 * 3600;

    private FeedTime() {}

    /// Seconds since 1970 UTC from which the times of a service day count.
    static long start(int epochDay, ZoneId zone) {
        return LocalDate.ofEpochDay(epochDay)
                        .atTime(LocalTime.NOON)
                        .atZone(zone)
                        .toEpochSecond()
                - HALF_DAY;
    }

    /// Seconds of `6:05:00` or `25:10:00`.
    static int seconds(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        int length = text.length();
        if (length < 7 || text.charAt(length - 3) != ':' || text.charAt(length - 6) != ':') {
            return WRONG;
        }
        int seconds = number(text, length - 2, length);
        int minutes = number(text, length - 5, length - 3);
        int hours = number(text, 0, length - 6);
        return hours < 0 || hours > 999 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59
                ? WRONG
                : hours * 3600 + minutes * 60 + seconds;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - from > 3) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// `06:05:00` of seconds.
    static String clock(int seconds) {
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// Days since 1970-01-01 of `20260329`.
    static int day(String text) {
        if (text.length() != 8) {
            return NO_DAY;
        }
        try {
            return (int) LocalDate.parse(text, java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
                    .toEpochDay();
        } catch (DateTimeParseException e) {
            return NO_DAY;
        }
    }
}
