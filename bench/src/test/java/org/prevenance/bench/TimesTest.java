package org.prevenance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void readsInstantsAndDaysAsTheStandardLibraryDoes() {
        Random random = new Random(7);
        Times times = new Times(BilledUnused.ZONE);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-1_000_000_000L, 4_000_000_000L))
                    .plus(random.nextInt(3) * 123_456L, ChronoUnit.MICROS);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1440) - 720));
            String text = random.nextBoolean() ? instant.toString() : withSeconds(instant.atOffset(offset));
            long micros = micros(text);
            assertEquals(ChronoUnit.MICROS.between(Instant.EPOCH, instant), micros, text);
            LocalDate day = instant.atZone(BilledUnused.ZONE).toLocalDate();
            assertEquals(day, LocalDate.ofEpochDay(times.day(micros)), text);
        }
    }

    @Test
    void daysTurnAtMidnightInParisAlsoAroundClockChanges() {
        Times times = new Times(BilledUnused.ZONE);
        for (LocalDate day = LocalDate.of(2024, 3, 25);
                day.isBefore(LocalDate.of(2024, 11, 5));
                day = day.plusDays(1)) {
            long start = day.atStartOfDay(BilledUnused.ZONE).toEpochSecond() * 1_000_000;
            assertEquals(day.toEpochDay(), times.day(start));
            assertEquals(day.toEpochDay() - 1, times.day(start - 1));
        }
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text :
                new String[] {"2024-01-01", "2024-01-01 10:00:00Z", "2024-01-01T10:00:00", "x024-01-01T10:00:00Z"}) {
            assertThrows(IllegalArgumentException.class, () -> micros(text), text);
        }
    }

    private static String withSeconds(OffsetDateTime time) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx")
                .format(time)
                .replace(".000000", "");
    }

    private static long micros(String text) {
        char[] padded = ("  " + text + "  ").toCharArray();
        return Times.micros(padded, 2, text.length());
    }
}
