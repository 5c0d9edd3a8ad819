package org.prevenance.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Raw;

class ScalarsTest {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{5,}$");
    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)([Zz]|[+-]\\d\\d:\\d\\d)");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "1, 1000000",
        "12.5, 12500000",
        "-29.99, -29990000",
        "0.000001, 1",
        "0.0000005, 0",
        "0.0000015, 2",
        "0.00000251, 3",
        "-0.0000015, -2",
        "1e-6, 1",
        "5e-7, 0",
        "1.5E3, 1500000000",
        "0e99999999999, 0",
        "1e-99999999999, 0",
        "999999999999.999999, 999999999999999999",
        "9199999999999.999999, 9199999999999999999",
        "-9199999999999.999999, -9199999999999999999",
        "0.1234564999999999999999999999, 123456",
        "0.12345650000000000000000000001, 123457"
    })
    void numbersAreHeldInMillionthsRoundedHalfToEven(String text, long micros) {
        assertEquals(micros, Scalars.decimalMicros(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                ".5",
                "5.",
                "01",
                "-01",
                "1e",
                "1e+",
                "1,5",
                "1 ",
                " 1",
                "1_0",
                "NaN",
                "Infinity",
                "0x1",
                "１",
                "9200000000000",
                "-9200000000000",
                "1e13",
                "1e99999999999",
                "9999999999999999999"
            })
    void otherTextsAreNoNumbers(String text) {
        assertEquals(Raw.ABSENT, Scalars.decimalMicros(text));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12.0, 12",
        "1.2e1, 12",
        "-0, 0",
        "120e-1, 12",
        "1e18, 1000000000000000000",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775807, -9223372036854775807",
        "9223372036854775807.000, 9223372036854775807",
        "0e999999999999, 0"
    })
    void wholeNumbersMayBeWrittenAsDecimals(String text, long value) {
        assertEquals(value, Scalars.whole(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                "1e-1",
                "9223372036854775808",
                "-9223372036854775808",
                "1e19",
                "1e999999999999",
                "1e-999999999999",
                "007"
            })
    void fractionsAndGiantsAreNoWholeNumbers(String text) {
        assertEquals(Raw.ABSENT, Scalars.whole(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01t00:00:00z, 0",
        "1970-01-01T01:00:00+01:00, 0",
        "1969-12-31T19:30:00-04:30, 0",
        "1970-01-01T00:00:00-00:00, 0",
        "1970-01-01T00:00:00.1Z, 100000",
        "1970-01-01T00:00:00.123456789Z, 123456",
        "1969-12-31T23:59:59.9999999Z, -1",
        "2024-02-29T12:00:00Z, 1709208000000000",
        "0000-01-01T00:00:00Z, -62167219200000000",
        "9999-12-31T23:59:59.999999999Z, 253402300799999999"
    })
    void instantsFollowRfc3339(String text, long micros) {
        assertEquals(micros, Scalars.instantMicros(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-03-04",
                "2025-03-04T23:59:00",
                "2025-03-04T23:59Z",
                "2025-03-04 23:59:00Z",
                "2025-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2025-13-01T00:00:00Z",
                "2025-00-01T00:00:00Z",
                "2025-04-31T00:00:00Z",
                "2025-03-04T24:00:00Z",
                "2025-03-04T23:60:00Z",
                "2025-06-30T23:59:60Z",
                "2025-03-04T23:59:00.Z",
                "2025-03-04T23:59:00.1234567890Z",
                "2025-03-04T23:59:00+1:00",
                "2025-03-04T23:59:00+0100",
                "2025-03-04T23:59:00+24:00",
                "2025-03-04T23:59:00+01:60",
                "2025-03-04T23:59:00ZZ",
                "+2025-03-04T23:59:00Z",
                "2025/03/04T23:59:00Z",
                "2025-03-04T23:59:00é"
            })
    void otherTextsAreNoInstants(String text) {
        assertEquals(Raw.ABSENT, Scalars.instantMicros(text));
    }

    @Test
    void everyDayOfTheCalendarIsKnownAndNoOther() {
        for (int year = 0; year <= 9999; year++) {
            boolean special = year < 8 || year % 100 < 2 || year > 9996 || (year > 1960 && year < 2040);
            for (int day = 0; special && day <= 14 * 33; day++) {
                String text = "%04d-%02d-%02d".formatted(year, day / 33, day % 33);
                assertEquals(epochDay(year, day / 33, day % 33), Scalars.epochDay(text), text);
            }
        }
    }

    private static long epochDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException _) {
            return Raw.ABSENT;
        }
    }

    @Test
    void mutatedNumbersAgreeWithExactArithmetic() {
        var random = new Random(7);
        for (int round = 0; round < 200_000; round++) {
            String text = mutated(random, number(random), "0123456789.-+eE");
            if (HUGE_EXPONENT.matcher(text).find()) {
                continue; // the library cannot say
            }
            assertEquals(micros(text), Scalars.decimalMicros(text), text);
            assertEquals(whole(text), Scalars.whole(text), text);
        }
    }

    private static String number(Random random) {
        String digits = Long.toString(random.nextLong() >> random.nextInt(64));
        int point = random.nextInt(digits.length() + 1);
        String fraction = random.nextInt(3) == 0 ? "" : "." + Math.abs(random.nextInt() >> random.nextInt(32));
        String exponent = random.nextInt(4) == 0 ? "e" + (random.nextInt(41) - 20) : "";
        return digits.substring(0, Math.max(1, point)) + fraction + exponent;
    }

    private static long micros(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Raw.ABSENT;
        }
        var exact = new BigDecimal(text);
        return exact.abs().compareTo(new BigDecimal("9.2e12")) >= 0
                ? Raw.ABSENT
                : exact.setScale(6, RoundingMode.HALF_EVEN).movePointRight(6).longValueExact();
    }

    private static long whole(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Raw.ABSENT;
        }
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException _) {
            return Raw.ABSENT;
        }
    }

    @Test
    void mutatedInstantsAgreeWithTheLibrary() {
        var random = new Random(11);
        for (int round = 0; round < 200_000; round++) {
            var time = LocalDateTime.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000), ZoneOffset.UTC);
            String text = "%s.%09d"
                    .formatted(
                            time.truncatedTo(ChronoUnit.SECONDS).toString().length() == 16
                                    ? time.truncatedTo(ChronoUnit.SECONDS) + ":00"
                                    : time.truncatedTo(ChronoUnit.SECONDS),
                            time.getNano());
            String cut = text.substring(0, random.nextBoolean() ? 19 : 20 + random.nextInt(10));
            String offset =
                    random.nextBoolean() ? "Z" : "%+03d:%02d".formatted(random.nextInt(48) - 24, random.nextInt(64));
            String mutated = mutated(random, cut + offset, "0123456789-:TtZz+. ");
            assertEquals(instant(mutated), Scalars.instantMicros(mutated), mutated);
        }
    }

    private static long instant(String text) {
        Matcher parts = INSTANT.matcher(text);
        if (!parts.matches()) {
            return Raw.ABSENT;
        }
        String offset = parts.group(3);
        int sign = offset.startsWith("-") ? -1 : 1;
        int hours = offset.length() == 1 ? 0 : Integer.parseInt(offset, 1, 3, 10);
        int minutes = offset.length() == 1 ? 0 : Integer.parseInt(offset, 4, 6, 10);
        if (hours > 23 || minutes > 59) {
            return Raw.ABSENT;
        }
        try {
            var utc = OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2) + "Z")
                    .toInstant();
            long micros = Math.floorDiv(utc.getNano(), 1000) + utc.getEpochSecond() * Raw.SECOND;
            return parts.group(2).startsWith("24")
                    ? Raw.ABSENT
                    : micros - sign * (hours * Raw.HOUR + minutes * Raw.MINUTE);
        } catch (DateTimeException _) {
            return Raw.ABSENT;
        }
    }

    private static String mutated(Random random, String text, String alphabet) {
        var mutated = new StringBuilder(text);
        for (int changes = random.nextInt(3); changes > 0 && !mutated.isEmpty(); changes--) {
            int at = random.nextInt(mutated.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(3)) {
                case 0 -> mutated.setCharAt(at, other);
                case 1 -> mutated.insert(at, other);
                default -> mutated.deleteCharAt(at);
            }
        }
        return mutated.toString();
    }
}
