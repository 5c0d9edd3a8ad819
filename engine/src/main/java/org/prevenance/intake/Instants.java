package org.prevenance.intake;

import org.prevenance.event.Raw;

/// RFC 3339 dates and instants, read eight characters at a time.
///
/// A word of text is compared with its pattern (`0000-00-`) by exclusive or: what remains is 0 to 9 where a digit
/// belongs and 0 where a mark belongs; one addition then shows every byte that is more than that.
final class Instants {
    private static final long DATE_PATTERN = Words.of("0000-00-");
    private static final long DATE_ROOM = room("0000-00-");
    private static final long HOUR_PATTERN = Words.of("00T00:00");
    private static final long HOUR_ROOM = room("00T00:00");
    private static final long SECOND_PATTERN = Words.of("0:00:00?");
    private static final long SECOND_ROOM = room("0:00:00?") & (-1L >>> 8);
    private static final long SMALL_T = 0x20L << 16;

    private static final int SHORTEST = "2025-03-04T23:59:00Z".length();
    private static final int LONGEST = "2025-03-04T23:59:00.123456789+01:00".length();
    private static final int[] NANO_DIGITS_TO_MICROS = {0, 100_000, 10_000, 1_000, 100, 10, 1};

    private Instants() {}

    static long micros(byte[] b, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST) {
            return Raw.ABSENT;
        }
        long date = Words.at(b, from) ^ DATE_PATTERN;
        long hour = (Words.at(b, from + 8) & ~SMALL_T) ^ HOUR_PATTERN;
        long second = (Words.at(b, from + 12) ^ SECOND_PATTERN) & (-1L >>> 8);
        long wrong = (date | date + DATE_ROOM) | (hour | hour + HOUR_ROOM) | (second | second + SECOND_ROOM);
        if ((wrong & Words.HIGHS) != 0) {
            return Raw.ABSENT;
        }
        long dates = pairs(date);
        long hours = pairs(hour);
        long day = day(pair(dates, 0) * 100 + pair(dates, 2), pair(dates, 5), pair(hours, 0));
        int h = pair(hours, 3);
        int m = pair(hours, 6);
        int s = pair(pairs(second), 5);
        if (day == Raw.ABSENT || h > 23 || m > 59 || s > 59) {
            return Raw.ABSENT;
        }
        long local = day * Raw.DAY + h * Raw.HOUR + m * Raw.MINUTE + s * Raw.SECOND;
        return length == SHORTEST && (b[to - 1] | 0x20) == 'z' ? local : withRest(b, from + 19, to, local);
    }

    static long epochDay(byte[] b, int from, int to) {
        if (to - from != 10 || !Scalars.isDigit(b[from + 8]) || !Scalars.isDigit(b[from + 9])) {
            return Raw.ABSENT;
        }
        long date = Words.at(b, from) ^ DATE_PATTERN;
        if (((date | date + DATE_ROOM) & Words.HIGHS) != 0) {
            return Raw.ABSENT;
        }
        long dates = pairs(date);
        int day = (b[from + 8] - '0') * 10 + (b[from + 9] - '0');
        return day(pair(dates, 0) * 100 + pair(dates, 2), pair(dates, 5), day);
    }

    /// Adds the fraction of a second, if any, and takes the offset away.
    private static long withRest(byte[] b, int from, int to, long local) {
        int i = from;
        long fraction = 0;
        if (b[i] == '.') {
            int first = ++i;
            while (i < to && Scalars.isDigit(b[i])) {
                if (i - first < 6) {
                    fraction = fraction * 10 + (b[i] - '0');
                }
                i++;
            }
            int digits = i - first;
            if (digits == 0 || digits > 9) {
                return Raw.ABSENT;
            }
            fraction *= digits >= 6 ? 1 : NANO_DIGITS_TO_MICROS[digits];
        }
        long offset = offset(b, i, to);
        return offset == Raw.ABSENT ? Raw.ABSENT : local + fraction - offset;
    }

    private static long offset(byte[] b, int from, int to) {
        if (to - from == 1) {
            return (b[from] | 0x20) == 'z' ? 0 : Raw.ABSENT;
        }
        if (to - from != 6 || (b[from] != '+' && b[from] != '-') || b[from + 3] != ':') {
            return Raw.ABSENT;
        }
        int hours = twoDigits(b, from + 1);
        int minutes = twoDigits(b, from + 4);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Raw.ABSENT;
        }
        long offset = hours * Raw.HOUR + minutes * Raw.MINUTE;
        return b[from] == '-' ? -offset : offset;
    }

    private static int twoDigits(byte[] b, int at) {
        return Scalars.isDigit(b[at]) && Scalars.isDigit(b[at + 1]) ? (b[at] - '0') * 10 + (b[at + 1] - '0') : -1;
    }

    /// Days since 1970-01-01; absent where the calendar has no such day.
    private static long day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return Raw.ABSENT;
        }
        // years counted from March, 400 years earlier so that none is negative: a leap day ends its year
        int y = month > 2 ? year + 400 : year + 399;
        int m = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (153 * m + 2) / 5 + day - 1;
        return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - (719_468 + 146_097);
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return 30 + ((month + (month >> 3)) & 1);
    }

    /// In each byte the two-digit number that starts there; at most 99, so no byte touches its neighbour.
    private static long pairs(long digits) {
        return digits * 10 + (digits >>> 8);
    }

    private static int pair(long pairs, int at) {
        return (int) (pairs >>> (at << 3)) & 0xFF;
    }

    /// What is added to each byte so that one that is too large reaches 128: more than 9 for a digit, more than 0 for a
    /// mark.
    private static long room(String pattern) {
        long room = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            room = room << 8 | (pattern.charAt(i) == '0' ? 127 - 9 : 127);
        }
        return room;
    }
}
