package org.prevenance.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    private static final String USAGE = """
            sources:
              - files: "*.csv"
                events:
                  - type: device.usage
                    id: "{no}"
                    subject: device/{meter}
                    time: at
                    data:
                      litres: litres
            """;

    @TempDir
    Path folder;

    @Test
    void frenchBillsInWindows1252WithDecimalCommaAndFrenchDates() throws Exception {
        Read read = Read.csv(folder, "factures/2026.csv", """
                Numéro;Contrat;Montant TTC;Date facture;Début;Fin;Estimée
                F1;C12;"1 234,50 €";05/03/2026 14:30;01/02/2026;28/02/2026;oui
                F2;C13;-12,00;06/03/2026 09:00;01/02/2026;28/02/2026;non
                """, Charset.forName("windows-1252"), """
                sources:
                  - files: "factures/*.csv"
                    separator: ";"
                    encoding: windows-1252
                    decimal: ","
                    dates: [dd/MM/yyyy HH:mm, dd/MM/yyyy]
                    events:
                      - type: bill.issued
                        id: bill-{Numéro}
                        source: urn:billing
                        subject: contract/{Contrat}
                        time: Date facture
                        data:
                          bill: Numéro
                          amount: {money: Montant TTC, currency: EUR}
                          from: Début
                          to: Fin
                          estimated: Estimée
                """);
        assertEquals(List.of(), read.refusals);
        assertEquals(
                List.of(
                        "2 bill.issued bill-F1 urn:billing contract/C12 2026-03-05T13:30:00Z"
                                + " {amount=1234.5 EUR, bill=F1, estimated=true, from=2026-02-01, to=2026-02-28}",
                        "3 bill.issued bill-F2 urn:billing contract/C13 2026-03-06T08:00:00Z"
                                + " {amount=-12 EUR, bill=F2, estimated=false, from=2026-02-01, to=2026-02-28}"),
                read.events);
    }

    @Test
    void aLocalTimeThatExistsTwiceIsReadWithTheEarlierOffset() throws Exception {
        Read read = Read.csv(folder, "meter.csv", """
                no,meter,at,litres
                1,M1,2026-10-25 02:30:00,1
                2,M1,2026-03-29 02:30:00,2
                3,M1,2026-10-25T02:30:00+01:00,3
                4,M1,2026-10-25,4
                """, USAGE);
        assertEquals(
                List.of(
                        "2 device.usage 1 urn:file:meter device/M1 2026-10-25T00:30:00Z {litres=1}", // still summer
                        // time
                        "3 device.usage 2 urn:file:meter device/M1 2026-03-29T01:30:00Z {litres=2}", // moved on to
                        // 03:30
                        "4 device.usage 3 urn:file:meter device/M1 2026-10-25T01:30:00Z {litres=3}",
                        "5 device.usage 4 urn:file:meter device/M1 2026-10-24T22:00:00Z {litres=4}"),
                read.events);
    }

    @Test
    void raggedAndMistakenRowsAreRefusedWithLineColumnAndReason() throws Exception {
        Read read = Read.csv(folder, "meter.csv", """
                no,meter,at,litres
                1,M1,2026-01-01,5
                2,M1,2026-01-01
                3,M1,2026-01-01,5,6
                4,M1,2026-01-01,5,

                5,M1,2026-02-31,5
                6,M1,2026-01-01,5 l
                7,,2026-01-01,5
                8,M1,,5
                9,M1,2026-01-01,
                """, USAGE);
        assertEquals(
                List.of(
                        "2 device.usage 1 urn:file:meter device/M1 2025-12-31T23:00:00Z {litres=5}",
                        "5 device.usage 4 urn:file:meter device/M1 2025-12-31T23:00:00Z {litres=5}"),
                read.events);
        assertEquals(
                List.of(
                        "3 null: It has 3 fields, expected 4 as in the header. Maybe a text with (,) needs quotes.",
                        "4 null: It has 5 fields, expected 4 as in the header. Maybe a text with (,) needs quotes.",
                        "7 at: Found \"2026-02-31\", expected a date such as 2026-03-29 or 2026-03-29T14:05:00Z.",
                        "8 litres: Found \"5 l\", expected a number such as 1234.56.",
                        "9 subject: It is missing; every event needs it.",
                        "10 time: It is missing; every event needs the instant at which it happened.",
                        "11 data: None of bytes, kwh, litres, seconds, cycles is there; an event of type device.usage"
                                + " needs at least one of them."),
                read.refusals);
        assertEquals("2,M1,2026-01-01", read.raws.getFirst());
    }

    @Test
    void theSameRowHasTheSameIdInWhicheverFileAndOrderItStands() throws Exception {
        String yaml = USAGE.replace("        id: \"{no}\"\n", "");
        Read one = Read.csv(folder, "a.csv", "no,meter,at,litres\n1,M1,2026-01-01,5\n2,M1,2026-01-01,5\n", yaml);
        Read other = Read.csv(folder, "b.csv", "no,meter,at,litres\n2,M1,2026-01-01,5\n1,M1,2026-01-01,5\n", yaml);
        assertEquals(id(one, 0), id(other, 1));
        assertEquals(id(one, 1), id(other, 0));
        assertNotEquals(id(one, 0), id(one, 1));
        assertEquals("a359e5340c67135774d7e84c0dde5633", id(one, 0), "ids are kept in stores: never change");
    }

    private static String id(Read read, int event) {
        return read.events.get(event).split(" ")[2];
    }

    @Test
    void quotesLineBreaksByteOrderMarkAndWindowsLineEndsAreRead() throws Exception {
        Read read = Read.csv(
                folder,
                "contacts.csv",
                "\uFEFFid;who;at;text\r\n"
                        + "1;P1;2026-01-01T10:00:00Z;\"He said \"\"no\"\";\r\ntwice\"\r\n"
                        + "2;P1;2026-01-01T11:00:00Z;ok\r\n",
                """
                sources:
                  - files: contacts.csv
                    separator: ";"
                    events:
                      - type: contact.received
                        id: id
                        subject: customer/{who}
                        time: at
                        data: {contact: id, channel: {constant: phone}, text: text}
                """);
        assertEquals(
                List.of(
                        "2 contact.received 1 urn:file:contacts customer/P1 2026-01-01T10:00:00Z"
                                + " {channel=phone, contact=1, text=He said \"no\";\r\ntwice}",
                        "4 contact.received 2 urn:file:contacts customer/P1 2026-01-01T11:00:00Z"
                                + " {channel=phone, contact=2, text=ok}"),
                read.events);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotHideTheRowsBeforeIt() throws Exception {
        Read read =
                Read.csv(folder, "meter.csv", "no,meter,at,litres\n1,M1,2026-01-01,5\n2,\"M1,2026-01-01,5\n", USAGE);
        assertEquals(1, read.events.size());
        assertEquals(1, read.refusals.size());
    }

    @Test
    void bytesOfAnotherEncodingAreRefusedAndNotGuessed() throws Exception {
        Read read = Read.csv(
                folder, "meter.csv", "no,meter,at,litres\n1,Été,2026-01-01,5\n", StandardCharsets.ISO_8859_1, USAGE);
        assertEquals(List.of(), read.events);
        assertEquals(
                List.of(
                        "2 null: Found \"\uFFFDt\uFFFD\", where bytes are not UTF-8. Maybe write (encoding: windows-1252)."),
                read.refusals);
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedAsAWhole() throws Exception {
        Read read = Read.csv(folder, "meter.csv", "no,metre,at,litres\n1,M1,2026-01-01,5\n", USAGE);
        assertEquals(
                List.of(
                        "1 meter: sources.yaml:4 uses the column (meter), which this file has not; it has no, metre, at,"
                                + " litres. Maybe write (metre). The file was not read."),
                read.refusals);
    }

    @Test
    void filesWithoutAHeaderCompressedWithLinesBeforeTheRows() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("export of 2026\n\n7\tM1\t1767225600\t5\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("meter.tsv.gz");
        Files.write(file, bytes.toByteArray());
        Sources sources = Sources.parse("sources.yaml", """
                sources:
                  - files: "*.tsv.gz"
                    separator: tab
                    header: false
                    columns: [no, meter, at, litres]
                    skip: 2
                    dates: epoch-seconds
                    events:
                      - {type: device.usage, id: no, subject: "device/{meter}", time: at, data: {litres: litres}}
                """, Packs.VOCABULARY);
        Read read = Read.file(file, "meter.tsv.gz", sources);
        assertEquals(List.of("3 device.usage 7 urn:file:meter device/M1 2026-01-01T00:00:00Z {litres=5}"), read.events);
    }

    @Test
    void columnsThatAlreadyAreAnEventsNeedNoMapping() throws Exception {
        Files.writeString(folder.resolve("e.csv"), """
                id,source,type,subject,time,recordedtime,data.bytes,data_bill,data.amount.amount,data.amount.currency,data.from,data.to
                1,urn:x,device.usage,device/D1,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,12,,,,,
                2,urn:x,bill.issued,contract/C1,2026-01-01T00:00:00Z,,,B1,29.99,EUR,2026-01-01,2026-01-31
                """);
        Files.writeString(folder.resolve("j.csv"), """
                id;source;type;subject;time;data
                1;urn:x;device.usage;device/D1;2026-01-01T00:00:00Z;"{""bytes"": 12, ""other"": 1}"
                2;urn:x;refund.issued;contract/C1;2026-01-01T00:00:00Z;"{""amount"": {""amount"": ""5.00"", ""currency"": ""EUR""}, ""corrects"": ""r1""}"
                """);
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Sources none = Sources.none(Packs.VOCABULARY);
        assertEquals(
                List.of(
                        "2 device.usage 1 urn:x device/D1 2026-01-01T00:00:00Z known=2026-01-02T00:00:00Z {bytes=12}",
                        "3 bill.issued 2 urn:x contract/C1 2026-01-01T00:00:00Z"
                                + " {amount=29.99 EUR, bill=B1, from=2026-01-01, to=2026-01-31}"),
                Read.file(folder.resolve("e.csv"), "e.csv", none).events);
        assertEquals(
                List.of(
                        "2 device.usage 1 urn:x device/D1 2026-01-01T00:00:00Z dropped=1 {bytes=12}",
                        "3 refund.issued 2 urn:x contract/C1 2026-01-01T00:00:00Z CORRECTION=r1 {amount=5 EUR}"),
                Read.file(folder.resolve("j.csv"), "j.csv", none).all());
        assertEquals(List.of("no mapping"), Read.file(folder.resolve("other.csv"), "other.csv", none).refusals);
    }
}
