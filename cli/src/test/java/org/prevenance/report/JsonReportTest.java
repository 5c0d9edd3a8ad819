package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Counts;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonReportTest {
    @Test
    void writesExactlyTheAgreedKeysInTheirOrder() throws IOException {
        var open = new Case(
                "telecom/returned-but-billed",
                "contract/C1",
                Instant.parse("2025-03-12T00:00:00Z"),
                null,
                null,
                new Harm(new BigDecimal("123.45"), "EUR"),
                List.of("b-2", "b-1"),
                2,
                new Case.Because("Rendu à temps.", "Returned in time."),
                List.of(new Case.Figure("billed", "Facturé", "Billed", "123,45 €", "€123.45")));
        var closed = new Case(
                "telecom/box-failing",
                "contract/C2",
                Instant.parse("2025-03-12T10:00:00.25Z"),
                Instant.parse("2025-04-01T09:00:00Z"),
                "gone",
                new Harm(new BigDecimal("7"), "points"),
                List.of(),
                63,
                new Case.Because("a", "b"),
                List.of());
        var counts = new Counts(10, 7, 1, 2, 3);

        assertEquals(
                """
                {"events":{"read":10,"admitted":7,"duplicates":1,"quarantined":2,"droppedFields":3},"cases":[\
                {"signal":"telecom/returned-but-billed","subject":"contract/C1","openedAt":"2025-03-12T00:00:00Z",\
                "closedAt":null,"closedBy":null,"harm":{"amount":"123.45","currency":"EUR"},\
                "evidence":["b-2","b-1"],"evidenceCount":2,\
                "because":{"fr":"Rendu à temps.","en":"Returned in time."}},\
                {"signal":"telecom/box-failing","subject":"contract/C2","openedAt":"2025-03-12T10:00:00.250Z",\
                "closedAt":"2025-04-01T09:00:00Z","closedBy":"gone","harm":{"amount":"7.00","currency":"points"},\
                "evidence":[],"evidenceCount":63,"because":{"fr":"a","en":"b"}}]}
                """, json(new CheckResult(counts, List.of(open, closed), null, null, List.of(), Map.of(), List.of())));
    }

    @Test
    void writesNullForASignalWithoutHarm() throws IOException {
        String json = json(result(SampleCheck.one("contract/C1", "x", null)));

        assertEquals(true, json.contains("\"closedBy\":null,\"harm\":null,\"evidence\""), json);
    }

    @Test
    void keepsEveryDigitOfAnAmountAndShowsAtLeastTwo() {
        assertEquals("12.00", JsonReport.exact(new BigDecimal("12")));
        assertEquals("1200.00", JsonReport.exact(new BigDecimal("1.2E3")));
        assertEquals("0.10", JsonReport.exact(new BigDecimal("0.100000")));
        assertEquals("0.123456", JsonReport.exact(new BigDecimal("0.123456")));
        assertEquals("-3.50", JsonReport.exact(new BigDecimal("-3.5")));
        assertEquals("0.00", JsonReport.exact(BigDecimal.ZERO));
    }

    @Test
    void staysReadableWhateverTheDataHolds() throws IOException {
        String hard = "\"\\\n\u0000\u2028</script>é😀\ud800";
        String json = json(result(SampleCheck.one("contract/" + hard, hard, null)));

        assertEquals("contract/" + hard.replace('\ud800', '\ufffd'), textAfter(json, "subject"));
    }

    @Test
    void thousandsOfCasesAreOneWellFormedObject() throws IOException {
        String json = json(SampleCheck.of(5_000, 3));

        int cases = 0;
        try (var parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                cases +=
                        token == JsonToken.PROPERTY_NAME && parser.currentName().equals("because") ? 1 : 0;
            }
        }
        assertEquals(5_000, cases);
        assertEquals(json.length() - 1, json.indexOf('\n'));
    }

    @Test
    void saysWhenTheDiskIsFull() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        var thrown = assertThrows(IOException.class, () -> JsonReport.write(SampleCheck.of(10, 1), full));

        assertEquals("No space left on device", thrown.getMessage());
    }

    private static CheckResult result(Case only) {
        return SampleCheck.result(List.of(only), Map.of(), List.of());
    }

    private static String json(CheckResult result) throws IOException {
        var out = new ByteArrayOutputStream();
        JsonReport.write(result, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String textAfter(String json, String name) {
        try (var parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            while (!(parser.nextToken() == JsonToken.PROPERTY_NAME
                    && parser.currentName().equals(name))) {}
            parser.nextToken();
            return parser.getString();
        }
    }
}
