package org.prevenance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers for the seven telecom signals that owe nothing to the engine: the catalogue said again in plain SQL,
/// as known at each instant, run by DuckDB over the events as they stand in the files.
///
/// Slow and simple on purpose. Understands lines of JSON that obey the vocabulary, links that do not
/// change late, and one contract per customer; duplicates, late events, corrections and retractions count as the
/// catalogue says. Cases found under a consent that was withdrawn are gone, as they are for the engine.
final class SqlOracle {
    private static final List<String> SIGNALS = List.of(
            "returned-but-billed",
            "billed-after-end",
            "billed-twice",
            "bill-jump",
            "billed-but-unused",
            "dearer-than-new",
            "box-failing");

    private SqlOracle() {}

    /// The signals that it answers for.
    static Set<String> names() {
        return SIGNALS.stream().map(signal -> "telecom/" + signal).collect(Collectors.toSet());
    }

    /// One case.
    ///
    /// @param closedAt null while open
    /// @param harm     as last judged while open; money, or points for `box-failing`
    record Found(
            String signal,
            String subject,
            Instant openedAt,
            @Nullable Instant closedAt,
            BigDecimal harm) {
        LocalDate openedOn(ZoneId zone) {
            return openedAt.atZone(zone).toLocalDate();
        }
    }

    /// All cases by signal, subject and opening.
    ///
    /// @param files lines of JSON, one event each
    /// @param until up to when is judged, as if live
    /// @param zone  whose calendar days count
    static List<Found> find(List<Path> files, Instant until, ZoneId zone) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("set preserve_insertion_order = true");
            load(files, statement);
            days(connection, zone);
            statement.execute("create table finish as select timestamp '%s' as until"
                    .formatted(LocalDateTime.ofInstant(until, ZoneOffset.UTC)));
            run("facts", statement);
            for (String signal : SIGNALS) {
                run(signal, statement);
            }
            run("cases", statement);
            return read(statement);
        }
    }

    private static void load(List<Path> files, Statement statement) throws SQLException {
        String names = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
        statement.execute("""
                create table line as
                select source, id, type, subject, cast(time as timestamp) as time,
                       cast(coalesce(recordedtime, time) as timestamp) as known, data, row_number() over () as place
                from read_json(%s, format = 'newline_delimited', columns = {source: 'varchar', id: 'varchar',
                     type: 'varchar', subject: 'varchar', time: 'varchar', recordedtime: 'varchar', data: 'json'})
                """.formatted(names));
    }

    private static void days(Connection connection, ZoneId zone) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table day (day date, starts timestamp, ends timestamp)");
            try (ResultSet span = statement.executeQuery("select min(time), max(known) from line")) {
                span.next();
                LocalDate first =
                        span.getObject(1, LocalDateTime.class).toLocalDate().minusDays(1);
                insert(
                        connection,
                        first,
                        span.getObject(2, LocalDateTime.class).toLocalDate().plusDays(62),
                        zone);
            }
        }
    }

    private static void insert(Connection connection, LocalDate from, LocalDate to, ZoneId zone) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into day values (?, ?, ?)")) {
            for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
                insert.setObject(1, day);
                insert.setObject(2, start(day, zone));
                insert.setObject(3, start(day.plusDays(1), zone));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static LocalDateTime start(LocalDate day, ZoneId zone) {
        return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    }

    private static void run(String name, Statement statement) throws SQLException, IOException {
        try (InputStream in = requireNonNull(SqlOracle.class.getResourceAsStream(name + ".sql"), name)) {
            statement.execute(new String(in.readAllBytes(), UTF_8));
        } catch (SQLException e) {
            throw new SQLException("The oracle's %s.sql failed: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static List<Found> read(Statement statement) throws SQLException {
        List<Found> all = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select signal, subject, opened_at, closed_at, harm from found order by signal, subject, opened_at")) {
            while (row.next()) {
                LocalDateTime closed = row.getObject(4, LocalDateTime.class);
                all.add(new Found(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        closed == null ? null : closed.toInstant(ZoneOffset.UTC),
                        row.getBigDecimal(5)));
            }
        }
        return all;
    }
}
