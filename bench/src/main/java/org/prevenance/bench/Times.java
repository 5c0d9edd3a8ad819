package org.prevenance.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Instants and calendar days, without an object per event. Not thread-safe: it remembers the last span of equal
/// offset.
public final class Times {
    private static final long SECOND = 1_000_000;
    private static final long DAY_SECONDS = 86_400;

    private final ZoneRules rules;
    private long spanFrom = Long.MAX_VALUE;
    private long spanUntil = Long.MIN_VALUE;
    private long spanOffset;

    public Times(ZoneId zone) {
        rules = zone.getRules();
    }

    /// The calendar day (days since 1970-01-01) of an instant in microseconds since 1970 UTC.
    public int day(long micros) {
        if (micros < spanFrom || micros >= spanUntil) {
            findSpan(micros);
        }
        return (int) Math.floorDiv(Math.floorDiv(micros, SECOND) + spanOffset, DAY_SECONDS);
    }

    private void findSpan(long micros) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, SECOND));
        ZoneOffsetTransition next = rules.nextTransition(instant);
        ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
        spanFrom = last == null ? Long.MIN_VALUE : last.toEpochSecond() * SECOND;
        spanUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond() * SECOND;
        spanOffset = rules.getOffset(instant).getTotalSeconds();
    }

    /// Microseconds since 1970 UTC of an RFC 3339 date-time; digits under a microsecond are cut off.
    ///
    /// @throws IllegalArgumentException when the text has another shape
    public static long micros(char[] text, int offset, int length) {
        if (length < 20 || text[offset + 10] != 'T' || text[offset + 13] != ':') {
            throw notATime(text, offset, length);
        }
        long date = epochDay(number(text, offset, 4), number(text, offset + 5, 2), number(text, offset + 8, 2));
        long seconds = date * DAY_SECONDS
                + number(text, offset + 11, 2) * 3600L
                + number(text, offset + 14, 2) * 60L
                + number(text, offset + 17, 2);
        int end = offset + length;
        int at = offset + 19;
        long fraction = 0;
        if (text[at] == '.') {
            long unit = SECOND / 10;
            for (at++; at < end && text[at] >= '0' && text[at] <= '9'; at++, unit /= 10) {
                fraction += (text[at] - '0') * unit;
            }
        }
        return (seconds - shift(text, at, end, offset, length)) * SECOND + fraction;
    }

    private static long shift(char[] text, int at, int end, int offset, int length) {
        if (at + 1 == end && text[at] == 'Z') {
            return 0;
        }
        if (at + 6 != end || (text[at] != '+' && text[at] != '-')) {
            throw notATime(text, offset, length);
        }
        long shift = number(text, at + 1, 2) * 3600L + number(text, at + 4, 2) * 60L;
        return text[at] == '+' ? shift : -shift;
    }

    private static int number(char[] text, int offset, int digits) {
        int number = 0;
        for (int i = offset; i < offset + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw notATime(text, offset, digits);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /// Days since 1970-01-01 in the Gregorian calendar, with years that begin in March so that leap days come last.
    private static long epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        return 365L * marchYear
                + marchYear / 4
                - marchYear / 100
                + marchYear / 400
                + (153 * marchMonth + 2) / 5
                + day
                - 719_469;
    }

    private static IllegalArgumentException notATime(char[] text, int offset, int length) {
        return new IllegalArgumentException(
                "Expected a time such as 2025-03-01T07:30:00Z, found \"" + new String(text, offset, length) + "\".");
    }
}
