package org.prevenance.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesProposalTest {
    @TempDir
    Path folder;

    private String propose() throws Exception {
        return SourcesProposal.propose(folder, Packs.VOCABULARY);
    }

    private static void assertHas(String yaml, String part) {
        assertTrue(yaml.contains(part), () -> "No (" + part + ") in:\n" + yaml);
    }

    @Test
    void frenchBillsAreRecognisedAndReadAsProposed() throws Exception {
        String csv = """
                Numéro facture;N° contrat;Montant TTC;Date facture;Date début;Date fin
                F1;C12;29,99 €;05/03/2026;01/02/2026;28/02/2026
                F2;C13;12,00 €;16/03/2026;01/02/2026;28/02/2026
                """;
        Files.write(folder.resolve("factures.csv"), csv.getBytes(Charset.forName("windows-1252")));
        String yaml = propose();
        Read read =
                Read.file(folder.resolve("factures.csv"), "factures.csv", Sources.parse("s", yaml, Packs.VOCABULARY));
        assertEquals(
                List.of(
                        "2 bill.issued F1 urn:file:factures contract/C12 2026-03-04T23:00:00Z"
                                + " {amount=29.99 EUR, bill=F1, from=2026-02-01, to=2026-02-28}",
                        "3 bill.issued F2 urn:file:factures contract/C13 2026-03-15T23:00:00Z"
                                + " {amount=12 EUR, bill=F2, from=2026-02-01, to=2026-02-28}"),
                read.all(),
                yaml);
        assertHas(yaml, "encoding: windows-1252");
        assertHas(yaml, "decimal: \",\"");
        assertHas(yaml, "# Tried on the first rows: 2 events, 0 rows refused.");
    }

    @Test
    void datesThatLeaveOpenWhetherTheDayComesFirstAreSaidToDoSo() throws Exception {
        Files.writeString(folder.resolve("releves.csv"), """
                compteur,date,litres
                M1,01/02/2026,5
                M1,02/02/2026,6
                """);
        assertHas(propose(), "date: dd/MM/yyyy # ? day or month first: no value has a day above 12");
        Files.writeString(folder.resolve("releves.csv"), """
                compteur,date,litres
                M1,01/02/2026,5
                M1,01/22/2026,6
                """);
        assertHas(propose(), "date: MM/dd/yyyy\n");
    }

    @Test
    void whatIsMissingIsAskedForInComments() throws Exception {
        Files.writeString(folder.resolve("mensualites.csv"), "contrat,montant\nC1,5\n");
        Files.writeString(folder.resolve("colours.csv"), "red,green\n#f00,#0f0\n");
        String yaml = propose();
        assertHas(yaml, "sources: []");
        assertHas(yaml, "# ? when did it happen? No column is a date");
        Sources.parse("s", yaml, Packs.VOCABULARY);
    }

    @Test
    void unitsAreTakenFromNames() throws Exception {
        Files.writeString(folder.resolve("conso.csv"), "box,jour,volume_mo\nB1,2026-01-01,5.5\n");
        String yaml = propose();
        assertHas(yaml, "bytes: {column: volume_mo, scale: 1000000}");
        Read read = Read.file(folder.resolve("conso.csv"), "conso.csv", Sources.parse("s", yaml, Packs.VOCABULARY));
        assertTrue(
                read.events.getFirst().endsWith("device/B1 2025-12-31T23:00:00Z {bytes=5500000}"),
                read.events::toString);
    }

    @Test
    void parquetAndFilesThatNeedNothing() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'M1' AS meter_id, TIMESTAMP '2026-01-01 10:00:00' AS read_at, 1.5 AS kwh) TO '"
                            + folder.resolve("readings.parquet") + "' (FORMAT parquet)");
        }
        Files.writeString(folder.resolve("events.csv"), "id,source,type,subject,time,data\n");
        String yaml = propose();
        assertHas(yaml, "events.csv: its columns already are an event's");
        Read read = Read.file(
                folder.resolve("readings.parquet"), "readings.parquet", Sources.parse("s", yaml, Packs.VOCABULARY));
        assertTrue(read.events.getFirst().endsWith("device/M1 2026-01-01T09:00:00Z {kwh=1.5}"), yaml);
    }
}
