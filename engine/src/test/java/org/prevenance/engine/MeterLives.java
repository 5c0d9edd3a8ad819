package org.prevenance.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Random readings of one meter each, around the days on which clocks change: late, at equal times, known at equal
/// instants, taken back, incomplete, and a few from the future; and the instants at which they are looked at.
final class MeterLives {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final String VOCABULARY = """
        pack: test
        kinds:
          meter: {}
        purposes:
          test: {basis: contract}
        types:
          meter.read:
            about: meter
            purpose: test
            sensitivity: technical
            fields:
              w:    {type: whole}
              x:    {type: number}
              m:    {type: money}
              ok:   {type: bool}
              k:    {type: text}
              d:    {type: date}
              tags: {type: texts}
              bill: {type: text}
              parts:
                type: items
                parts:
                  w:  {type: whole}
                  x:  {type: number}
                  m:  {type: money}
                  ok: {type: bool}
                  k:  {type: text}
                  d:  {type: date}
          meter.reset:
            about: meter
            purpose: test
            sensitivity: technical
            fields:
              k: {type: text}
        """;

    private static final int HOURS = 45 * 24;
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2025, 3, 10), // clocks go forward on the 30th
            LocalDate.of(2025, 10, 6), // and back on the 26th
            LocalDate.of(2024, 12, 18), // a year ends
            LocalDate.of(2024, 2, 5)); // a February of 29 days

    /// One reading or reset; what is null is not said.
    ///
    /// @param known whole hours and minutes, so that many events become known at one instant
    /// @param gone  when it became known that it never was; null: it stands
    record Reading(
            String id,
            boolean reset,
            Instant time,
            Instant known,
            @Nullable Instant gone,
            @Nullable Long w,
            @Nullable Long hundredths,
            @Nullable Long cents,
            @Nullable Boolean ok,
            @Nullable String k,
            @Nullable LocalDate d,
            @Nullable List<String> tags,
            @Nullable String bill,
            @Nullable List<Item> parts) {

        String json(int meter) {
            StringJoiner data = new StringJoiner(",", "{", "}");
            new Item(w, hundredths, cents, ok, k, d).putInto(data);
            put(data, "bill", quoted(bill));
            put(
                    data,
                    "parts",
                    parts == null ? null : parts.stream().map(Item::json).toList());
            put(
                    data,
                    "tags",
                    tags == null
                            ? null
                            : "["
                                    + String.join(
                                            ",",
                                            tags.stream()
                                                    .map(t -> "\"" + t + "\"")
                                                    .toList()) + "]");
            return event(meter, id, known, data.toString());
        }

        /// The event that takes it back; only where `gone` is not null.
        String retraction(int meter) {
            return event(meter, "r-" + id, gone == null ? known : gone, "{\"retracts\":\"" + id + "\"}");
        }

        private String event(int meter, String eventId, Instant at, String data) {
            return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"s\",\"type\":\"meter.%s\",\"subject\":\"meter/M%d\",\"time\":\"%s\",\"recordedtime\":\"%s\",\"data\":%s}"
                    .formatted(eventId, reset ? "reset" : "read", meter, time, at, data);
        }

        private static void put(StringJoiner data, String name, @Nullable Object value) {
            if (value != null) {
                data.add("\"" + name + "\":" + value);
            }
        }

        private static @Nullable String quoted(@Nullable Object value) {
            return value == null ? null : "\"" + value + "\"";
        }

        private static String decimal(long hundredths) {
            return (hundredths < 0 ? "-" : "")
                    + Math.abs(hundredths) / 100
                    + ".%02d".formatted(Math.abs(hundredths) % 100);
        }
    }

    /// What a reading says, and each item of its list too.
    record Item(
            @Nullable Long w,
            @Nullable Long hundredths,
            @Nullable Long cents,
            @Nullable Boolean ok,
            @Nullable String k,
            @Nullable LocalDate d) {

        private String json() {
            StringJoiner members = new StringJoiner(",", "{", "}");
            putInto(members);
            return members.toString();
        }

        private void putInto(StringJoiner data) {
            Reading.put(data, "w", w);
            Reading.put(data, "x", hundredths == null ? null : Reading.decimal(hundredths));
            Reading.put(
                    data,
                    "m",
                    cents == null ? null : "{\"amount\":\"" + Reading.decimal(cents) + "\",\"currency\":\"EUR\"}");
            Reading.put(data, "ok", ok);
            Reading.put(data, "k", Reading.quoted(k));
            Reading.put(data, "d", Reading.quoted(d));
        }
    }

    /// One meter's life.
    ///
    /// @param looks instants at which its indicators are read, in order
    record Life(int meter, List<Reading> readings, List<Instant> looks) {}

    private final Random random;

    private MeterLives(long seed) {
        random = new Random(seed);
    }

    static Life of(int meter, long seed) {
        return new MeterLives(seed).life(meter);
    }

    private Life life(int meter) {
        Instant start = STARTS.get(meter % STARTS.size()).atStartOfDay(PARIS).toInstant();
        boolean resets = random.nextInt(3) > 0;
        List<Reading> readings = new ArrayList<>();
        int count = 20 + random.nextInt(90);
        for (int i = 0; i < count; i++) {
            readings.add(reading(i, start, resets && random.nextInt(12) == 0));
        }
        TreeSet<Instant> looks = new TreeSet<>();
        while (looks.size() < 6) {
            looks.add(look(start, readings));
        }
        return new Life(meter, readings, List.copyOf(looks));
    }

    private Reading reading(int number, Instant start, boolean reset) {
        // some days are crowded hour after hour, so that streaks and ties come about
        int hour = random.nextInt(3) == 0 ? 300 + random.nextInt(60) : random.nextInt(HOURS);
        Instant time = start.plusSeconds(hour * 3600L + (random.nextInt(3) == 0 ? random.nextInt(60) * 60L : 0));
        boolean future = random.nextInt(40) == 0;
        long late = future
                ? -random.nextInt(20) * 3600L
                : switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(15 * 24) * 3600L;
                    case 1 -> random.nextInt(3) * 3600L;
                    default -> 0;
                };
        Instant known = time.plusSeconds(late);
        Instant gone = random.nextInt(15) == 0 ? known.plusSeconds(random.nextInt(200) * 3600L) : null;
        String k = random.nextInt(8) == 0 ? null : "k" + random.nextInt(4);
        if (reset) {
            return new Reading(
                    "e" + number, true, time, known, gone, null, null, null, null, k, null, null, null, null);
        }
        return new Reading(
                "e" + number,
                false,
                time,
                known,
                gone,
                maybe((long) random.nextInt(20) - 4),
                maybe((long) random.nextInt(4000) - 1000),
                maybe((long) random.nextInt(9000) - 500),
                future ? null : maybe(random.nextInt(8) > 0),
                k,
                maybe(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60))),
                switch (random.nextInt(4)) {
                    case 0 -> null;
                    case 1 -> List.of("t" + random.nextInt(3));
                    default -> List.of("t" + random.nextInt(3), "t" + (3 + random.nextInt(2)));
                },
                maybe("b" + random.nextInt(6)),
                maybe(Stream.generate(this::item).limit(random.nextInt(4)).toList()));
    }

    private Item item() {
        return new Item(
                maybe((long) random.nextInt(20) - 4),
                maybe((long) random.nextInt(4000) - 1000),
                maybe((long) random.nextInt(9000) - 500),
                maybe(random.nextInt(8) > 0),
                maybe("k" + random.nextInt(4)),
                maybe(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60))));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(7) == 0 ? null : value;
    }

    /// When an event became known, a day's start, or any other instant.
    private Instant look(Instant start, List<Reading> readings) {
        return switch (random.nextInt(3)) {
            case 0 -> readings.get(random.nextInt(readings.size())).known();
            case 1 ->
                LocalDate.ofInstant(start, PARIS)
                        .plusDays(random.nextInt(60))
                        .atStartOfDay(PARIS)
                        .toInstant();
            default -> start.plusSeconds(random.nextInt(60 * 24 * 60) * 60L);
        };
    }
}
