package org.prevenance.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The question in SQL, run by DuckDB in this process on all events at once.
public final class DuckDb {
    /// The columns that the question needs; DuckDB decodes no other.
    private static final String NDJSON = """
            read_ndjson('%s', columns = {
                type: 'VARCHAR', subject: 'VARCHAR', time: 'TIMESTAMPTZ',
                data: 'STRUCT(bytes BIGINT, bill VARCHAR, "contractId" VARCHAR)'})
            """;

    /// Whole events, as somebody would keep them: every field of the reference work in a column of its own.
    private static final String WHOLE = """
            read_ndjson('%s', columns = {
                id: 'VARCHAR', source: 'VARCHAR', type: 'VARCHAR', subject: 'VARCHAR',
                time: 'TIMESTAMPTZ', recordedtime: 'TIMESTAMPTZ',
                data: 'STRUCT(since DATE, purpose VARCHAR, "method" VARCHAR, "customerId" VARCHAR, product VARCHAR,
                    monthly STRUCT(amount VARCHAR, currency VARCHAR), "contractId" VARCHAR, category VARCHAR,
                    bytes BIGINT, bill VARCHAR, amount STRUCT(amount VARCHAR, currency VARCHAR),
                    "from" DATE, "to" DATE)'})
            """;

    private static final String LINKED = """
            WITH event AS (SELECT * FROM %s),
            link AS (
                SELECT subject AS device, 'contract/' || data.contractId AS contract
                FROM event WHERE type = 'device.installed'),
            usage AS (
                SELECT contract, epoch_us(time) AS micros, data.bytes AS bytes,
                       (time AT TIME ZONE 'Europe/Paris')::DATE AS day
                FROM event JOIN link ON subject = device
                WHERE type = 'device.usage' AND data.bytes IS NOT NULL),
            bill AS (
                SELECT subject AS contract, epoch_us(time) AS micros, data.bill AS bill,
                       (time AT TIME ZONE 'Europe/Paris')::DATE AS day
                FROM event WHERE type = 'bill.issued'),
            """;

    /// Window functions over usages and bills together. A usage is the first of its day when the one before it has
    /// another day; the window begins at the start of a day, so that such first usages count its days.
    static final String WINDOWS = LINKED + """
            fact AS (
                SELECT contract, micros, day, bytes, NULL AS bill FROM usage
                UNION ALL
                SELECT contract, micros, day, NULL, bill FROM bill),
            marked AS (
                SELECT *, bytes IS NOT NULL AND day IS DISTINCT FROM
                       max(CASE WHEN bytes IS NOT NULL THEN day END) OVER (PARTITION BY contract ORDER BY micros
                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS new_day,
                       epoch_us((day - 59)::TIMESTAMP AT TIME ZONE 'Europe/Paris') AS since
                FROM fact),
            judged AS (
                SELECT bill, day, count(*) FILTER (new_day) OVER span AS heard, sum(bytes) OVER span AS used,
                       min(CASE WHEN bytes IS NOT NULL THEN day END) OVER (PARTITION BY contract ORDER BY micros
                           ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS first_day
                FROM marked
                WINDOW span AS (PARTITION BY contract ORDER BY micros
                    RANGE BETWEEN (micros - since) PRECEDING AND CURRENT ROW))
            SELECT bill FROM judged
            WHERE bill IS NOT NULL AND day - first_day >= 60 AND heard >= 50 AND used < 1000000
            """;

    /// Bills joined with the usages of their 60 days.
    static final String JOIN = LINKED + """
            start AS (SELECT contract, min(day) AS first_day FROM usage GROUP BY contract)
            SELECT bill.bill
            FROM bill JOIN start ON bill.contract = start.contract AND bill.day - start.first_day >= 60
            JOIN usage ON usage.contract = bill.contract AND usage.micros <= bill.micros AND usage.day > bill.day - 60
            GROUP BY bill.bill
            HAVING count(DISTINCT usage.day) >= 50 AND sum(usage.bytes) < 1000000
            """;

    private DuckDb() {}

    /// The flagged bills of a file of events, NDJSON or (by its name) Parquet.
    public static Answer answer(Path events, String query, int threads) throws SQLException {
        String table = events.toString().endsWith(".parquet")
                ? "read_parquet('%s')".formatted(events)
                : NDJSON.formatted(events);
        try (Connection connection = open(threads);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.formatted(table))) {
            List<String> flagged = new ArrayList<>();
            while (rows.next()) {
                flagged.add(rows.getString(1));
            }
            return new Answer(flagged);
        }
    }

    /// Writes the same events, whole, as Parquet: its `data` is a struct.
    public static void toParquet(Path events, Path parquet, int threads) throws SQLException {
        try (Connection connection = open(threads);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT * FROM %s) TO '%s' (FORMAT parquet)".formatted(WHOLE.formatted(events), parquet));
        }
    }

    private static Connection open(int threads) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
        }
        return connection;
    }
}
