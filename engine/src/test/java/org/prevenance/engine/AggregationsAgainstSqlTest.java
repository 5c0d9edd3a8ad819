package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.playbook.Indicator;

/// Each aggregation says what plain SQL says of the events known at that instant: exactly for wholes, money, times,
/// dates
/// and texts, to a billionth for numbers. On random lives that cross the days on which clocks change.
class AggregationsAgainstSqlTest {
    private static final int LIVES = 160;
    private static final int SHOWN = 25;

    private final List<MeterLives.Life> lives = IntStream.range(0, LIVES)
            .mapToObj(meter -> MeterLives.of(meter, 7_000L + meter))
            .toList();
    private final List<AskedIndicator> asked = AskedIndicators.all();
    private final World world = World.of(MeterLives.VOCABULARY, playbook(asked));
    private final List<Indicator> indicators = indicators();

    @TempDir
    Path folder;

    /// Which meter is looked at, and when (microseconds since 1970).
    private record Look(long meter, long at) {}

    @Test
    void everyAggregationSaysWhatSqlSays() throws IOException, SQLException {
        Map<Look, @Nullable Object[]> told = new HashMap<>();
        lives.forEach(life -> live(life, told));
        List<String> differences = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 1");
            MeterTables.create(lives, folder, statement);
            for (int i = 0; i < asked.size(); i++) {
                compare(i, told, statement, differences);
            }
        }
        assertEquals(
                "",
                String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))),
                () -> differences.size() + " of " + asked.size() + " indicators differ");
    }

    private List<Indicator> indicators() {
        Map<String, Indicator> byName = new HashMap<>();
        world.program.indicators().forEach(indicator -> byName.put(indicator.name(), indicator));
        return IntStream.range(0, asked.size())
                .mapToObj(i -> Objects.requireNonNull(byName.get("i" + i)))
                .toList();
    }

    private static String playbook(List<AskedIndicator> asked) {
        StringBuilder text = new StringBuilder("""
            playbook: test/all
            about: meter
            zone: Europe/Paris
            indicators:
              last_reset: {last: event.time, of: meter.reset, purpose: test}
              reset_day: {last: event.day, of: meter.reset, purpose: test}
              resets: {count: true, of: meter.reset, by: event.k, take: sum, purpose: test}
              reset_at: {last: event.time, of: meter.reset, by: event.k, take: max, purpose: test}
            """);
        for (int i = 0; i < asked.size(); i++) {
            text.append("  i")
                    .append(i)
                    .append(": ")
                    .append(asked.get(i).yaml())
                    .append('\n');
        }
        return text.toString();
    }

    /// Plays a life to the engine and reads all indicators at each look.
    private void live(MeterLives.Life life, Map<Look, @Nullable Object[]> told) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = new Engine(world.stages.plan(), new Published(world.stages), history);
        List<Event> events = events(life);
        int next = 0;
        for (var look : life.looks()) {
            long at = ZoneDays.micros(look);
            for (; next < events.size() && events.get(next).known() <= at; next++) {
                history.add(events.get(next));
                engine.apply(events.get(next));
            }
            @Nullable Object[] values = new @Nullable Object[asked.size()];
            for (int i = 0; i < values.length; i++) {
                Indicator indicator = indicators.get(i);
                values[i] = value(
                        indicator, engine.indicator(world.subject("meter/M" + life.meter()), indicator.ordinal(), at));
            }
            told.put(new Look(life.meter(), at), values);
        }
    }

    private List<Event> events(MeterLives.Life life) {
        List<String> lines = new ArrayList<>();
        for (MeterLives.Reading reading : life.readings()) {
            lines.add(reading.json(life.meter()));
            if (reading.gone() != null) {
                lines.add(reading.retraction(life.meter()));
            }
        }
        return world.events(lines).stream()
                .sorted(Comparator.comparingLong(Event::known))
                .toList();
    }

    private @Nullable Object value(Indicator indicator, long raw) {
        if (raw == Raw.ABSENT) {
            return null;
        }
        return switch (indicator.type().kind()) {
            case NUMBER -> Numbers.of(raw);
            case TEXT -> world.program.symbols().text(raw);
            default -> raw;
        };
    }

    private void compare(int number, Map<Look, @Nullable Object[]> told, Statement statement, List<String> differences)
            throws SQLException {
        AskedIndicator indicator = asked.get(number);
        try (ResultSet row = statement.executeQuery(indicator.sql())) {
            int rows = 0;
            int wrong = 0;
            String first = "";
            while (row.next()) {
                rows++;
                Look look = new Look(row.getLong("meter"), row.getLong("look"));
                @Nullable Object expected = plain(row.getObject("value"));
                @Nullable Object got = told.getOrDefault(look, new @Nullable Object[asked.size()])[number];
                if (!same(expected, got)) {
                    first = wrong++ > 0 ? first : "%s: SQL says %s, the engine %s".formatted(look, expected, got);
                }
            }
            if (wrong > 0 || rows != told.size()) {
                differences.add(
                        "%s: %d of %d looks differ, such as %s".formatted(indicator.yaml(), wrong, rows, first));
            }
        } catch (SQLException e) {
            throw new SQLException(
                    "The SQL of %s failed: %s%n%s".formatted(indicator.yaml(), e.getMessage(), indicator.sql()), e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDate day ? (Long) day.toEpochDay() : value;
    }

    private static boolean same(@Nullable Object expected, @Nullable Object got) {
        if (got instanceof Double number) {
            return expected instanceof Number other && near(other.doubleValue(), number);
        }
        if (got instanceof Long whole) {
            return expected instanceof Number other
                    && other.doubleValue() == other.longValue()
                    && other.longValue() == whole;
        }
        return expected == null ? got == null : expected.equals(got);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
