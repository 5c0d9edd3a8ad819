package org.prevenance.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// Reads `2025-03-01T09:00Z`, `2025-03-01T10:00` (in the zone) and `2025-03-01` (its first instant in the zone).
record Times(ZoneId zone) {
    @Nullable
    ZonedDateTime read(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(zone);
            }
            boolean local = text.length() <= 19
                    && !text.endsWith("Z")
                    && !text.substring(10).matches(".*[+-].*");
            return local
                    ? LocalDateTime.parse(text).atZone(zone)
                    : OffsetDateTime.parse(text).toZonedDateTime();
        } catch (DateTimeException | StringIndexOutOfBoundsException _) {
            return null;
        }
    }

    /// A day means until its end.
    @Nullable
    Instant until(String text) {
        ZonedDateTime time = read(text);
        return time == null ? null : text.length() == 10 ? time.plusDays(1).toInstant() : time.toInstant();
    }

    Scenario.@Nullable Moment moment(String text) {
        ZonedDateTime time = read(text);
        if (time == null) {
            return null;
        }
        return text.length() == 10
                ? new Scenario.Moment.On(time.toLocalDate())
                : new Scenario.Moment.At(time.toInstant());
    }
}
