package org.prevenance.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads files that DuckDB wrote.
class ParquetRowsTest {
    @TempDir
    Path folder;

    private Read write(String name, String options, String select) throws Exception {
        return write(name, options, select, Sources.none(Packs.VOCABULARY));
    }

    private Read write(String name, String options, String select, Sources sources) throws Exception {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet" + options + ")");
        }
        return Read.file(file, name, sources);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", COMPRESSION uncompressed",
                ", COMPRESSION snappy",
                ", COMPRESSION zstd",
                ", COMPRESSION gzip",
                ", COMPRESSION lz4_raw",
                ", PARQUET_VERSION v2",
                ", PARQUET_VERSION v2, COMPRESSION zstd, ROW_GROUP_SIZE 2048"
            })
    void columnsThatAlreadyAreAnEventsNeedNoMappingHoweverTheyArePacked(String options) throws Exception {
        Read read = write("usage.parquet", options, """
                SELECT 'u' || i AS id, 'urn:box' AS source, 'device.usage' AS type, 'device/D' || (i % 7) AS subject,
                       TIMESTAMPTZ '2026-01-01 00:00:00+00' + to_minutes(i) AS time,
                       CASE WHEN i % 3 = 0 THEN NULL ELSE i * 1000 END AS "data.bytes",
                       CASE WHEN i % 3 = 0 THEN i / 8 END AS "data.kwh"
                FROM range(5000) t(i)""");
        assertEquals(List.of(), read.refusals);
        assertEquals(5000, read.events.size());
        assertEquals("1 device.usage u0 urn:box device/D0 2026-01-01T00:00:00Z {kwh=0}", read.events.get(0));
        assertEquals("2 device.usage u1 urn:box device/D1 2026-01-01T00:01:00Z {bytes=1000}", read.events.get(1));
        assertEquals("4 device.usage u3 urn:box device/D3 2026-01-01T00:03:00Z {kwh=0.375}", read.events.get(3));
        assertEquals(
                "5000 device.usage u4999 urn:box device/D1 2026-01-04T11:19:00Z {bytes=4999000}",
                read.events.get(4999));
    }

    @Test
    void structsListsDecimalsDatesAndTruthValues() throws Exception {
        Read read = write("bills.parquet", "", """
                SELECT 'b1' AS id, 'bill.issued' AS type, 'contract/C1' AS subject,
                       TIMESTAMP '2026-03-29 02:30:00' AS time, TIMESTAMPTZ '2026-04-01 00:00:00+00' AS recordedtime,
                       {'bill': 'B1', 'amount': {'amount': 29.99::DECIMAL(18,2), 'currency': 'EUR'},
                        'from': DATE '2026-03-01', 'to': DATE '2026-03-31', 'estimated': true,
                        'lines': [{'label': 'Box', 'product': 'internet'}, {'label': 'TV', 'product': NULL}]} AS data
                UNION ALL
                SELECT 'b2', 'bill.issued', 'contract/C1', TIMESTAMP '2026-05-01 00:00:00', NULL,
                       {'bill': 'B2', 'amount': {'amount': 5.00, 'currency': 'EUR'}, 'from': DATE '2026-04-01',
                        'to': DATE '2026-04-30', 'estimated': NULL, 'lines': []}""");
        assertEquals(
                List.of(
                        "1 bill.issued b1 urn:file:bills contract/C1 2026-03-29T01:30:00Z known=2026-04-01T00:00:00Z"
                                + " {amount=29.99 EUR, bill=B1, estimated=true, from=2026-03-01, lines.label=Box|TV,"
                                + " lines.product=internet|, to=2026-03-31}",
                        "2 bill.issued b2 urn:file:bills contract/C1 2026-04-30T22:00:00Z"
                                + " {amount=5 EUR, bill=B2, from=2026-04-01, to=2026-04-30}"),
                read.all());
    }

    @Test
    void oneColumnMayBeATimeOfOneTypeAndADateOfAnother() throws Exception {
        Read read = write("all.parquet", "", """
                SELECT 'u1' AS id, 'urn:x' AS source, 'device.usage' AS type, 'device/D1' AS subject,
                       '2026-01-01T01:00:00Z' AS time,
                       {'bytes': 7, 'bill': NULL, 'amount': {'amount': NULL, 'currency': NULL},
                        'from': '2026-01-01T00:00:00Z', 'to': '2026-01-01T02:00:00+01:00'} AS data
                UNION ALL
                SELECT 'b1', 'urn:x', 'bill.issued', 'contract/C1', '2026-02-01T00:00:00Z',
                       {'bytes': NULL, 'bill': 'B1', 'amount': {'amount': '5.00', 'currency': 'EUR'},
                        'from': '2026-01-01', 'to': '2026-01-31'}
                UNION ALL
                SELECT 'u2', 'urn:x', 'device.usage', 'device/D1', '2026-01-03T00:00:00Z',
                       {'bytes': 8, 'bill': NULL, 'amount': {'amount': NULL, 'currency': NULL},
                        'from': 'yesterday', 'to': NULL}""");
        assertEquals(
                List.of(
                        "1 device.usage u1 urn:x device/D1 2026-01-01T01:00:00Z"
                                + " {bytes=7, from=2026-01-01T00:00:00Z, to=2026-01-01T01:00:00Z}",
                        "2 bill.issued b1 urn:x contract/C1 2026-02-01T00:00:00Z"
                                + " {amount=5 EUR, bill=B1, from=2026-01-01, to=2026-01-31}"),
                read.events);
        assertEquals(1, read.refusals.size());
        assertTrue(read.refusals.getFirst().contains("yesterday"), read.refusals.getFirst());
    }

    @Test
    void aLargeFileIsReadInPiecesThatKeepTheNumbersOfTheirRows() throws Exception {
        Read read = write("usage.parquet", ", ROW_GROUP_SIZE 2048", """
                SELECT 'u' || i AS id, 'urn:box' AS source, 'device.usage' AS type,
                       CASE WHEN i = 70000 THEN 'nobody' ELSE 'device/D' || (i % 7) END AS subject,
                       TIMESTAMPTZ '2026-01-01 00:00:00+00' AS time, i AS "data.bytes"
                FROM range(80000) t(i)""");
        assertEquals(79_999, read.events.size());
        for (int i = 0; i < 70_000; i++) {
            assertTrue(read.events.get(i).startsWith((i + 1) + " device.usage u" + i + " "), read.events.get(i));
        }
        assertEquals(1, read.refusals.size());
        assertTrue(read.refusals.getFirst().startsWith("70001 "), read.refusals.getFirst());
    }

    @Test
    void dataAsJson() throws Exception {
        Read read = write("json.parquet", "", """
                SELECT 'r1' AS id, 'urn:x' AS source, 'refund.issued' AS type, 'contract/C1' AS subject,
                       TIMESTAMPTZ '2026-01-01 00:00:00+00' AS time,
                       '{"amount": {"amount": "5.00", "currency": "EUR"}, "bill": "B1"}' AS data""");
        assertEquals(
                List.of("1 refund.issued r1 urn:x contract/C1 2026-01-01T00:00:00Z {amount=5 EUR, bill=B1}"),
                read.all());
    }

    @Test
    void aMappingReadsAnyColumns() throws Exception {
        Sources sources = Sources.parse("sources.yaml", """
                sources:
                  - files: "*.parquet"
                    events:
                      - type: device.usage
                        id: "{meter}-{day}"
                        subject: device/{meter}
                        time: day
                        data:
                          bytes: {column: volume_kb, scale: 1000}
                """, Packs.VOCABULARY);
        Read read = write("m.parquet", "", """
                SELECT 'M' || i AS meter, DATE '2026-01-01' AS day, 0.1::DOUBLE + i AS volume_kb
                FROM range(2) t(i)""", sources);
        assertEquals(
                List.of(
                        "1 device.usage M0-2026-01-01 urn:file:m device/M0 2025-12-31T23:00:00Z {bytes=100}",
                        "2 device.usage M1-2026-01-01 urn:file:m device/M1 2025-12-31T23:00:00Z {bytes=1100}"),
                read.all());
    }

    @Test
    void rowsThatAreNoEventsAreRefusedWithTheirContent() throws Exception {
        Read read = write("bad.parquet", "", """
                SELECT * FROM (VALUES
                  ('1', 'device.usage', 'device/D1', TIMESTAMPTZ '2026-01-01 00:00:00+00', 5),
                  ('2', 'device.usagee', 'device/D1', TIMESTAMPTZ '2026-01-01 00:00:00+00', 5),
                  ('3', 'device.usage', 'contract/C1', TIMESTAMPTZ '2026-01-01 00:00:00+00', 5),
                  (NULL, 'device.usage', 'device/D1', TIMESTAMPTZ '2026-01-01 00:00:00+00', 5),
                  ('5', 'device.usage', 'device/D1', NULL, 5),
                  ('6', 'device.usage', 'device/D1', TIMESTAMPTZ '2026-01-01 00:00:00+00', NULL)
                ) t(id, type, subject, time, "data.bytes")""");
        assertEquals(1, read.events.size());
        assertEquals(
                List.of("2 type", "3 subject", "4 id", "5 time", "6 data"),
                read.refusals.stream()
                        .map(refusal -> refusal.substring(0, refusal.indexOf(':')))
                        .toList());
        assertEquals(
                "{id: 3, type: device.usage, subject: contract/C1, time: 2026-01-01T00:00:00Z, data.bytes: 5}",
                read.raws.get(1));
    }

    /// The quick way (typed columns) and the plain way (texts) must agree on whatever a file holds.
    @Test
    void theQuickWayAdmitsAndRefusesAsThePlainWay() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                rows.add(randomRow(random, i));
            }
            String select = "SELECT * FROM (VALUES " + String.join(", ", rows) + ") t(id, source, type, subject, time,"
                    + " recordedtime, \"data.bytes\", \"data.kwh\", \"data.bill\", \"data.amount.amount\","
                    + " \"data.amount.currency\", \"data.from\", \"data.to\", \"data.estimated\", \"data.other\")";
            Read quick = write("w" + seed + ".parquet", "", select);
            Path csv = folder.resolve("w" + seed + ".csv");
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = 'UTC'");
                statement.execute("COPY (SELECT * FROM '" + folder.resolve("w" + seed + ".parquet") + "') TO '" + csv
                        + "' (HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ')");
            }
            Read plain = Read.file(csv, "w" + seed + ".csv", Sources.none(Packs.VOCABULARY));
            assertEquals(withoutLines(plain.events), withoutLines(quick.events), "seed " + seed);
            assertEquals(plain.refusals.size(), quick.refusals.size(), "seed " + seed);
            assertTrue(quick.events.size() > 20, "seed " + seed);
        }
    }

    private static List<String> withoutLines(List<String> events) {
        return events.stream()
                .map(event -> event.substring(event.indexOf(' ') + 1))
                .toList();
    }

    private static String randomRow(Random random, int i) {
        boolean bill = random.nextBoolean();
        String[] cells = {
            maybe(random, "'e" + i + "'", 30),
            maybe(random, random.nextInt(20) == 0 ? "''" : "'urn:s" + random.nextInt(3) + "'", 10),
            maybe(random, bill ? "'bill.issued'" : random.nextInt(20) == 0 ? "'no.type'" : "'device.usage'", 30),
            maybe(random, (bill ? "'contract/C" : "'device/D") + random.nextInt(9) + "'", 30),
            maybe(random, "TIMESTAMPTZ '2026-01-0" + (1 + random.nextInt(9)) + " 10:00:00+00'", 30),
            maybe(random, "TIMESTAMPTZ '2026-01-0" + (1 + random.nextInt(9)) + " 11:00:00+00'", 2),
            maybe(random, random.nextLong(-5, 1L << 40) + "::BIGINT", 3),
            maybe(
                    random,
                    random.nextInt(2) == 0
                            ? random.nextDouble() * 1e3 + "::DOUBLE"
                            : random.nextInt(100_000) / 1000.0 + "::DOUBLE",
                    2),
            maybe(random, "'B" + i + "'", 30),
            maybe(random, random.nextInt(-999, 99_999) / 100.0 + "::DECIMAL(12,2)", 30),
            maybe(random, random.nextInt(20) == 0 ? "'eur'" : "'EUR'", 30),
            maybe(random, "DATE '2026-0" + (1 + random.nextInt(9)) + "-01'", 30),
            maybe(random, "DATE '2026-0" + (1 + random.nextInt(9)) + "-28'", 30),
            maybe(random, random.nextBoolean() ? "true" : "false", 2),
            maybe(random, "'x'", 2)
        };
        return "(" + String.join(", ", cells) + ")";
    }

    private static String maybe(Random random, String sql, int oneIn) {
        return random.nextInt(oneIn) == 0 ? "NULL" : sql;
    }

    @Test
    void aFileThatIsNoParquetSaysSo() throws Exception {
        Path file = folder.resolve("x.parquet");
        Files.writeString(file, "id,type\n");
        java.io.IOException e = org.junit.jupiter.api.Assertions.assertThrows(
                java.io.IOException.class, () -> Read.file(file, "x.parquet", Sources.none(Packs.VOCABULARY)));
        assertEquals("This is no Parquet file, or its end is missing.", e.getMessage());
    }
}
