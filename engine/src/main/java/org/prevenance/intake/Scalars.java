package org.prevenance.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.prevenance.event.Raw;

/// Numbers, dates and instants from text, exactly. All methods are pure; what is malformed or out of range gives
/// [Raw#ABSENT] and never an exception. Ranges of bytes are half-open.
///
/// Numbers follow the grammar of JSON (RFC 8259, section 6), dates and instants that of RFC 3339.
public final class Scalars {
    /// Longer numbers are refused: no quantity needs more, and exact arithmetic on them would be slow.
    static final int MAX_NUMBER_LENGTH = 1000;

    private static final BigDecimal NUMBER_LIMIT = new BigDecimal("9.2e12");
    private static final int MAX_EXPONENT = 1_000_000;
    private static final int KEPT_DIGITS = 6;
    private static final int MOST_PLAIN_DIGITS = 12;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Scalars() {}

    /// A decimal number in millionths, rounded half to even beyond six digits after the point. Absent from 9.2e12 on.
    public static long decimalMicros(byte[] b, int from, int to) {
        int start = from < to && b[from] == '-' ? from + 1 : from;
        int i = start;
        long micros = 0;
        while (i < to && isDigit(b[i])) {
            micros = micros * 10 + (b[i++] - '0');
        }
        int whole = i - start;
        int kept = 0;
        boolean point = i < to && b[i] == '.';
        if (point) {
            i++;
            while (kept < KEPT_DIGITS && i < to && isDigit(b[i])) {
                micros = micros * 10 + (b[i++] - '0');
                kept++;
            }
        }
        micros *= POWERS[KEPT_DIGITS - kept];
        int rest = i;
        if (kept == KEPT_DIGITS) {
            i = digitsEnd(b, i, to);
        }
        boolean plain = i == to && whole > 0 && whole <= MOST_PLAIN_DIGITS && (!point || kept > 0);
        if (!plain || (whole > 1 && b[start] == '0')) {
            return exactMicros(b, from, to);
        }
        micros += rest == to ? 0 : roundedUp(b, rest, to, micros);
        return start > from ? -micros : micros;
    }

    /// 1 where the digits that are not kept round the number up, half to even; else 0.
    private static long roundedUp(byte[] b, int from, int to, long micros) {
        if (b[from] != '5') {
            return b[from] > '5' ? 1 : 0;
        }
        for (int i = from + 1; i < to; i++) {
            if (b[i] != '0') {
                return 1;
            }
        }
        return micros & 1;
    }

    public static long decimalMicros(String text) {
        byte[] b = ascii(text);
        return decimalMicros(b, 0, b.length);
    }

    /// A whole number: `12`, `12.0`, `1.2e1`. Absent where it has a fraction or does not fit.
    public static long whole(byte[] b, int from, int to) {
        int start = from < to && b[from] == '-' ? from + 1 : from;
        int i = start;
        long value = 0;
        while (i < to && isDigit(b[i])) {
            value = value * 10 + (b[i++] - '0');
        }
        int digits = i - start;
        if (i < to || digits == 0 || digits > 18 || (digits > 1 && b[start] == '0')) {
            return exactWhole(b, from, to);
        }
        return start > from ? -value : value;
    }

    public static long whole(String text) {
        byte[] b = ascii(text);
        return whole(b, 0, b.length);
    }

    /// Microseconds since 1970 UTC of `2025-03-04T23:59:00.123456789+01:00`: any offset, at most nine digits of a
    /// second, of which six are kept. `t` and `z` may be small. Leap seconds are refused.
    public static long instantMicros(byte[] b, int from, int to) {
        return Instants.micros(b, from, to);
    }

    public static long instantMicros(String text) {
        byte[] b = ascii(text);
        return instantMicros(b, 0, b.length);
    }

    /// Days since 1970-01-01 of `2025-03-04`, years 0000 to 9999 of the Gregorian calendar.
    public static long epochDay(byte[] b, int from, int to) {
        return Instants.epochDay(b, from, to);
    }

    public static long epochDay(String text) {
        byte[] b = ascii(text);
        return epochDay(b, 0, b.length);
    }

    /// Whether the text is a number by the grammar of JSON, of any size.
    static boolean isNumber(byte[] b, int from, int to) {
        return from < to && numberEnd(b, from, to) == to;
    }

    /// Where the number that starts at `from` ends, or -1 where none starts or it breaks off.
    static int numberEnd(byte[] b, int from, int to) {
        int i = from < to && b[from] == '-' ? from + 1 : from;
        int whole = i;
        i = digitsEnd(b, i, to);
        if (i == whole || (i - whole > 1 && b[whole] == '0')) {
            return -1;
        }
        if (i < to && b[i] == '.') {
            int fraction = i + 1;
            i = digitsEnd(b, fraction, to);
            if (i == fraction) {
                return -1;
            }
        }
        if (i < to && (b[i] | 0x20) == 'e') {
            i++;
            if (i < to && (b[i] == '+' || b[i] == '-')) {
                i++;
            }
            int exponent = i;
            i = digitsEnd(b, exponent, to);
            if (i == exponent) {
                return -1;
            }
        }
        return i;
    }

    private static int digitsEnd(byte[] b, int from, int to) {
        int i = from;
        while (i < to && isDigit(b[i])) {
            i++;
        }
        return i;
    }

    private static long exactMicros(byte[] b, int from, int to) {
        if (to - from > MAX_NUMBER_LENGTH || !isNumber(b, from, to)) {
            return Raw.ABSENT;
        }
        BigDecimal exact = exact(b, from, to);
        int magnitude = magnitude(exact);
        if (exact.signum() == 0 || magnitude < -6) {
            return 0;
        }
        if (magnitude > 13 || exact.abs().compareTo(NUMBER_LIMIT) >= 0) {
            return Raw.ABSENT;
        }
        return exact.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    private static long exactWhole(byte[] b, int from, int to) {
        if (to - from > MAX_NUMBER_LENGTH || !isNumber(b, from, to)) {
            return Raw.ABSENT;
        }
        BigDecimal exact = exact(b, from, to).stripTrailingZeros();
        if (exact.signum() == 0) {
            return 0;
        }
        if (exact.scale() > 0 || magnitude(exact) > 19) {
            return Raw.ABSENT;
        }
        BigInteger whole = exact.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE ? whole.longValue() : Raw.ABSENT; // the lowest long is ABSENT itself
    }

    /// The n for which the number is below 10ⁿ and not below 10ⁿ⁻¹, its sign aside.
    private static int magnitude(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static BigDecimal exact(byte[] b, int from, int to) {
        int exponent = from;
        while (exponent < to && (b[exponent] | 0x20) != 'e') {
            exponent++;
        }
        var mantissa = new BigDecimal(new String(b, from, exponent - from, StandardCharsets.US_ASCII));
        return exponent == to ? mantissa : mantissa.scaleByPowerOfTen(exponent(b, exponent + 1, to));
    }

    /// The exponent, held within bounds beyond which every number is too large or rounds to zero anyway.
    private static int exponent(byte[] b, int from, int to) {
        boolean signed = b[from] == '-' || b[from] == '+';
        int value = 0;
        for (int i = signed ? from + 1 : from; i < to; i++) {
            value = Math.min(MAX_EXPONENT, value * 10 + (b[i] - '0'));
        }
        return b[from] == '-' ? -value : value;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /// Characters outside ASCII become `?`, which no number and no date contains.
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
