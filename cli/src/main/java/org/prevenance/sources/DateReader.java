package org.prevenance.sources;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.prevenance.event.Raw;
import org.prevenance.intake.Scalars;

/// Reads dates and times by patterns, in order; without patterns as ISO 8601 (`2026-03-29`, `2026-03-29 14:05:00`,
/// `2026-03-29T14:05:00Z`).
///
/// A local time that exists twice, when summer time ends, is read with the **earlier offset**, thus as the first of
/// the two instants. One that does not exist, when summer time begins, is moved on by the length of the gap. Days that
/// no month has (31 February) are not read. Not thread-safe: it remembers what it read last.
final class DateReader {
    /// Patterns of our own: a count since 1970 UTC; how many microseconds one is.
    static final Map<String, Long> EPOCHS =
            new TreeMap<>(Map.of("epoch-seconds", 1_000_000L, "epoch-millis", 1_000L, "epoch-micros", 1L));

    private static final int REMEMBERED = 1 << 12;

    private static final List<String> ISO_LOCAL = List.of("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendPattern("[XXX][XX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final List<FixedPattern> fixed = new ArrayList<>();
    private final List<DateTimeFormatter> formats = new ArrayList<>();
    private final List<String> patterns;
    private final ZoneId zone;
    private final long epoch;
    private final String[] texts = new String[REMEMBERED];
    private final long[] micros = new long[REMEMBERED];

    /// @param zone of what names no zone itself
    DateReader(List<String> patterns, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        this.zone = zone;
        this.epoch = patterns.isEmpty() ? 0 : EPOCHS.getOrDefault(patterns.getFirst(), 0L);
        List<String> quick = patterns.isEmpty() ? ISO_LOCAL : patterns;
        for (String pattern : quick) {
            FixedPattern one = FixedPattern.of(pattern);
            if (one == null) {
                break; // the order of patterns decides: none may overtake one that is read slowly
            }
            fixed.add(one);
        }
        for (String pattern : patterns) {
            if (!EPOCHS.containsKey(pattern)) {
                formats.add(format(pattern, Locale.FRENCH));
                if (pattern.contains("MMM") || pattern.contains("E") || pattern.contains("a")) {
                    formats.add(format(pattern, Locale.ENGLISH));
                }
            }
        }
        if (patterns.isEmpty()) {
            formats.add(ISO);
        }
    }

    /// Microseconds since 1970 UTC, a date alone meaning the start of its day; [Raw#ABSENT] for what cannot be read.
    long micros(String text) {
        int place = text.hashCode() & (REMEMBERED - 1);
        if (text.equals(texts[place])) {
            return micros[place];
        }
        long read = epoch == 0 ? read(text) : count(text);
        texts[place] = text;
        micros[place] = read;
        return read;
    }

    /// The day in the zone, counted from 1970-01-01; [Raw#ABSENT] for what cannot be read.
    long day(String text) {
        long instant = micros(text);
        if (instant == Raw.ABSENT) {
            return Raw.ABSENT;
        }
        return LocalDate.ofInstant(instant(instant), zone).toEpochDay();
    }

    /// What was expected, for a message.
    String expected() {
        return patterns.isEmpty() ? "a date such as 2026-03-29 or 2026-03-29T14:05:00Z" : String.join(" or ", patterns);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, Raw.SECOND), Math.floorMod(micros, Raw.SECOND) * 1_000L);
    }

    private long count(String text) {
        try {
            return Math.multiplyExact(Long.parseLong(text.strip()), epoch);
        } catch (NumberFormatException | ArithmeticException e) {
            return Raw.ABSENT;
        }
    }

    private long read(String text) {
        if (patterns.isEmpty()) {
            long instant = Scalars.instantMicros(text);
            if (instant != Raw.ABSENT) {
                return instant;
            }
        }
        for (int i = 0; i < fixed.size(); i++) {
            long local = fixed.get(i).local(text);
            if (local != Raw.ABSENT) {
                return zoned(local);
            }
        }
        return readSlowly(text);
    }

    private long zoned(long local) {
        long seconds = Math.floorDiv(local, Raw.SECOND);
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return Math.multiplyExact(time.atZone(zone).toEpochSecond(), Raw.SECOND); // the earlier offset in an overlap
    }

    private long readSlowly(String text) {
        for (DateTimeFormatter format : formats) {
            if (format.parseUnresolved(text, new java.text.ParsePosition(0)) != null) {
                try {
                    return micros(format.parseBest(
                            text, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from, LocalDate::from));
                } catch (DateTimeException e) {
                    // the next pattern may fit
                }
            }
        }
        return Raw.ABSENT;
    }

    private long micros(TemporalAccessor read) {
        Instant instant = switch (read) {
            case OffsetDateTime time -> time.toInstant();
            case ZonedDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant(); // the earlier offset in an overlap
            case LocalDate date -> date.atStartOfDay(zone).toInstant();
            default -> throw new DateTimeException("Not a date: " + read);
        };
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), Raw.SECOND), instant.getNano() / 1_000L);
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.indexOf('G') >= 0 ? pattern : pattern.replace('y', 'u'));
        if (pattern.indexOf('d') < 0 && pattern.indexOf('D') < 0 && pattern.indexOf('e') < 0) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        if (pattern.indexOf('H') >= 0 && pattern.indexOf('m') < 0) {
            builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
        }
        return builder.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    static String isoDay(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    static String isoInstant(long micros) {
        return instant(micros).toString();
    }
}
