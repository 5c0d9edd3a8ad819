package org.prevenance.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Event.Standing;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

class EventReaderTest {
    private static final String ENVELOPE = """
            {"specversion":"1.0","id":"1","source":"urn:a","type":"%s","subject":"%s",\
            "time":"2025-03-04T10:00:00Z","data":%s}""";

    private final Vocabulary vocabulary = SmallVocabulary.create();
    private final Symbols symbols = new Symbols();
    private final Subjects subjects = new Subjects(vocabulary.kinds());
    private final EventReader reader = new EventReader(
            vocabulary, symbols, subjects, SmallVocabulary.allSlots(vocabulary), ZoneId.of("Europe/Paris"));
    private final Event event = new Event();

    private @Nullable Refusal read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length, event);
    }

    private Event admitted(String json) {
        assertNull(read(json), json);
        return event;
    }

    private void refused(String json, @Nullable String field, String reason) {
        Refusal refusal = read(json);
        assertNotNull(refusal, json);
        assertEquals(field, refusal.field(), refusal.reason());
        assertTrue(refusal.reason().contains(reason), refusal.reason());
    }

    private static String usage(String data) {
        return ENVELOPE.formatted("device.usage", "device/D1", data);
    }

    private static String bill(String data) {
        return ENVELOPE.formatted("bill.issued", "contract/C1", data);
    }

    private static String fullBill(String more) {
        return bill("""
                {"bill":"B1","amount":{"amount":"29.99","currency":"EUR"},"from":"2025-02-01","to":"2025-02-28"%s}""".formatted(more));
    }

    private static String claim(String figure) {
        return ENVELOPE.formatted("claim.stated", "claim/1", "{\"statement\":\"s\",\"figure\":" + figure + "}");
    }

    private long raw(String path) {
        Field field = event.type().field(path);
        assertNotNull(field, path);
        return event.value(field.slot());
    }

    private String text(String path) {
        return symbols.text(raw(path)).replace(Raw.ITEM_SEPARATOR, '|');
    }

    private static long micros(String instant) {
        return Instant.parse(instant).toEpochMilli() * 1000;
    }

    @Test
    void aUsageEventFillsItsRow() {
        admitted(SampleEvents.USAGE);
        assertEquals("device.usage", event.type().name());
        assertEquals("u-000123-2025-03-04", event.id());
        assertEquals("urn:op:usage", symbols.text(event.source()));
        assertEquals("device/D000123", subjects.name(event.subject()));
        assertEquals(micros("2025-03-04T23:59:00Z"), event.time());
        assertEquals(event.time(), event.known());
        assertEquals(Standing.ORIGINAL, event.standing());
        assertEquals(0, event.droppedFields());
        assertEquals(123_456_789, raw("bytes"));
        assertEquals(micros("2025-03-05T00:00:00Z"), raw("to"));
        assertEquals(Raw.ABSENT, raw("kwh"));
    }

    @Test
    void aDateAloneIsTheStartOfThatDayInTheZone() {
        admitted(usage("{\"bytes\":1,\"from\":\"2025-03-30\",\"to\":\"2025-03-31\"}"));
        assertEquals(micros("2025-03-29T23:00:00Z"), raw("from"));
        assertEquals(micros("2025-03-30T22:00:00Z"), raw("to"));
    }

    @Test
    void moneyListsAndGroupsFillTheirSlots() {
        admitted(fullBill("""
                ,"lines":[{"label":"Accès","amount":{"amount":"24.90","currency":"EUR"},"product":"fibre"},\
                {"label":"","units":2}]"""));
        Field amount = event.type().field("amount");
        assertNotNull(amount);
        assertEquals(29_990_000, event.value(amount.slot()));
        assertEquals("EUR", symbols.text(event.value(amount.slot() + 1)));
        assertEquals("Accès|", text("lines.label"));
        assertEquals("24.90 EUR|", text("lines.amount"));
        assertEquals("fibre|", text("lines.product"));
        assertEquals("|2", text("lines.units"));

        admitted(ENVELOPE.formatted(
                "campaign.planned", "campaign/P", "{\"rules\":{\"minAge\":18,\"cities\":[\"A\",\"B\"]}}"));
        assertEquals(18, raw("rules.minAge"));
        assertEquals("A|B", text("rules.cities"));
        assertEquals(Raw.ABSENT, raw("rules.maxAge"));
    }

    @Test
    void anEmptyListIsThereButHoldsNothing() {
        admitted(fullBill(",\"lines\":[]"));
        assertEquals(Raw.ABSENT, raw("lines.label"));
        admitted(ENVELOPE.formatted("process.published", "process/p", "{\"channel\":\"web\",\"steps\":[]}"));
        assertEquals(Raw.ABSENT, raw("steps"));
    }

    @Test
    void anIdNamesASubjectOfItsKind() {
        admitted(ENVELOPE.formatted("contract.started", "contract/C1", "{\"customerId\":\"K1\",\"product\":\"box\"}"));
        assertEquals("customer/K1", subjects.name((int) raw("customerId")));
        refused(
                ENVELOPE.formatted("contract.started", "contract/C1", "{\"customerId\":\"\",\"product\":\"box\"}"),
                "data.customerId",
                "id of a customer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|12.50",
                "\"many\"|many",
                "true|true",
                "-1e3|-1e3",
                "\"\"|''",
                "[1, {\"a\" : \"b\"}]|[1,{\"a\":\"b\"}]"
            })
    void aFieldOfAnyTypeIsHeldAsItsText(String json, String text) {
        admitted(claim(json));
        assertEquals(text, text("figure"));
    }

    @Test
    void undeclaredFieldsAreDroppedAndCounted() {
        admitted(fullBill("""
                ,"colour":"red","lines":[{"label":"a","x":1,"y":{"z":1}},{"label":"b","x":1}],"none":null,"x":1,"x":2"""));
        assertEquals(5, event.droppedFields());
        admitted(fullBill(",\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\",\"vat\":\"0.2\"}"));
        assertEquals(1, event.droppedFields());
        admitted(fullBill("").replace("\"id\"", "\"myextension\":\"m\",\"id\""));
        assertEquals(0, event.droppedFields(), "extensions are not counted");
    }

    @Test
    void ofDuplicateKeysTheLastOneWins() {
        admitted(usage("{\"bytes\":\"wrong\",\"bytes\":2}").replace("\"id\":\"1\"", "\"id\":7,\"id\":\"2\""));
        assertEquals(2, raw("bytes"));
        assertEquals("2", event.id());
        refused(usage("{\"bytes\":2,\"bytes\":null}"), "data", "None of bytes, kwh");
    }

    @Test
    void aTimeMayBeKnownLaterButHardlyEarlierThanItHappened() {
        String known = usage("{\"bytes\":1}").replace("\"data\"", "\"recordedtime\":\"%s\",\"data\"");
        assertEquals(
                micros("2026-01-01T00:00:00Z"),
                admitted(known.formatted("2026-01-01T01:00:00+01:00")).known());
        admitted(known.formatted("2025-03-03T10:00:00Z"));
        refused(known.formatted("2025-03-03T09:59:59.999999Z"), "time", "more than one day after recordedtime");
        refused(known.formatted("2025-03-03"), "recordedtime", "RFC 3339");
        assertEquals(event.time(), admitted(known.replace("\"%s\"", "null")).known());
    }

    @Test
    void correctionsAndRetractionsNameTheirTarget() {
        admitted(usage("{\"bytes\":1,\"corrects\":\"u7\"}"));
        assertEquals(Standing.CORRECTION, event.standing());
        assertEquals("u7", event.target());
        admitted(usage("{\"retracts\":\"u7\"}"));
        assertEquals(Standing.RETRACTION, event.standing());
        assertEquals(0, event.droppedFields());
        admitted(SampleEvents.USAGE);
        assertEquals(Standing.ORIGINAL, event.standing());
        assertNull(event.target());
        refused(usage("{\"corrects\":\"u7\"}"), "data", "None of");
        refused(usage("{\"bytes\":1,\"corrects\":\"\"}"), "data.corrects", "empty");
        refused(usage("{\"bytes\":1,\"corrects\":\"a\",\"retracts\":\"b\"}"), "data.retracts", "at once");
        refused(usage("{\"retracts\":7}"), "data.retracts", "the number 7");
        refused(usage("{\"retracts\":\"u7\",\"bytes\":\"x\"}"), "data.bytes", "whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time"})
    void everyRequiredAttributeIsMissed(String attribute) {
        String json = usage("{\"bytes\":1}");
        refused(json.replace("\"" + attribute + "\":", "\"x\":"), attribute, "missing");
        refused(
                json.replaceFirst("\"" + attribute + "\":\"[^\"]*\"", "\"" + attribute + "\":null"),
                attribute,
                "missing");
        refused(
                json.replaceFirst("\"" + attribute + "\":\"[^\"]*\"", "\"" + attribute + "\":5"),
                attribute,
                "number 5");
        refused(json.replaceFirst("\"" + attribute + "\":\"[^\"]*\"", "\"" + attribute + "\":\"\""), attribute, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.0\"|\"0.3\"|specversion|Found \"0.3\", expected \"1.0\"",
                "device.usage|device.used|type|no vocabulary in use declares",
                "device/D1|gadget/D1|subject|kind no vocabulary",
                "device/D1|contract/D1|subject|is about a device",
                "device/D1|device/|subject|expected a kind and an id",
                "device/D1|/D1|subject|expected a kind and an id",
                "device/D1|D1|subject|expected a kind and an id",
                "2025-03-04T10:00:00Z|2025-02-29T10:00:00Z|time|RFC 3339",
                "2025-03-04T10:00:00Z|2025-03-04T10:00:60Z|time|RFC 3339",
                "2025-03-04T10:00:00Z|2025-03-04|time|RFC 3339",
                "{\"bytes\":1}|[1]|data|Found a list, expected an object",
                "{\"bytes\":1}|{}|data|None of bytes, kwh, litres, seconds, cycles",
                "\"bytes\":1|\"bytes\":\"1\"|data.bytes|Found the text \"1\", expected a whole number",
                "\"bytes\":1|\"bytes\":1.5|data.bytes|Found \"1.5\", expected a number without a fraction",
                "\"bytes\":1|\"bytes\":9223372036854775808|data.bytes|at most 9223372036854775807",
                "\"bytes\":1|\"kwh\":9200000000000|data.kwh|below 9.2e12",
                "\"bytes\":1|\"kwh\":true|data.kwh|Found true, expected a number",
                "\"bytes\":1|\"bytes\":1,\"from\":20250304|data.from|the number 20250304",
                "\"bytes\":1|\"bytes\":1,\"from\":\"yesterday\"|data.from|\"yesterday\", expected a time"
            })
    void faultsAreRefusedWithTheirPlace(String right, String wrong, String field, String reason) {
        refused(usage("{\"bytes\":1}").replace(right, wrong), field, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":29.99,\"currency\":\"EUR\"}|data.amount.amount|number 29.99, expected it as text",
                "{\"amount\":\"29,99\",\"currency\":\"EUR\"}|data.amount.amount|\"29,99\", expected a decimal number",
                "{\"amount\":\"9200000000000\",\"currency\":\"EUR\"}|data.amount.amount|below 9.2e12",
                "{\"amount\":\"1\",\"currency\":\"eur\"}|data.amount.currency|three capital letters",
                "{\"amount\":\"1\",\"currency\":\"EURO\"}|data.amount.currency|three capital letters",
                "{\"amount\":\"1\"}|data.amount.currency|missing",
                "{\"currency\":\"EUR\"}|data.amount.amount|missing",
                "\"29.99 EUR\"|data.amount|expected {\"amount\"",
                "null|data.amount|missing"
            })
    void moneyIsADecimalTextAndACurrency(String money, String field, String reason) {
        refused(fullBill(",\"amount\":" + money), field, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lines\":{}|data.lines|expected a list of objects",
                "\"lines\":[1]|data.lines[0]|the number 1, expected an object",
                "\"lines\":[{\"label\":\"a\"},{}]|data.lines[1].label|missing",
                "\"lines\":[{\"label\":7}]|data.lines[0].label|the number 7, expected a text",
                "\"lines\":[{\"label\":\"a\",\"units\":\"2\"}]|data.lines[0].units|expected a whole number",
                "\"lines\":[{\"label\":\"a\",\"day\":\"2025-02-30\"}]|data.lines[0].day|a day of the calendar",
                "\"lines\":[{\"label\":\"a\",\"amount\":{\"amount\":\"x\"}}]|data.lines[0].amount.amount|decimal",
                "\"lines\":[{\"label\":\"a\\u001fb\"}]|data.lines[0].label|U+001F",
                "\"bill\":\"\\ud800\"|data.bill|lone UTF-16 surrogate",
                "\"bill\":7|data.bill|the number 7, expected a text",
                "\"estimated\":\"yes\"|data.estimated|expected true or false",
                "\"to\":\"2025-02-30\"|data.to|a day of the calendar",
                "\"to\":\"2025-02-28T00:00:00Z\"|data.to|a day of the calendar"
            })
    void faultsInsideFieldsAreRefusedWithTheirPath(String more, String field, String reason) {
        refused(fullBill("," + more), field, reason);
    }

    @Test
    void brokenJsonIsRefusedWithItsByte() {
        refused("", null, "nothing but white space");
        refused("[]", null, "no object");
        refused("{\"a\":1,}", null, "Broken JSON at byte 8:");
        refused("{\"a\":1", null, "Broken JSON at byte");
        refused(usage("{\"bytes\":01}"), null, "Broken JSON at byte");
        refused(usage("{\"bytes\":1}") + "{}", null, "more follows");
        refused("{\"a\":\"\t\"}", null, "Broken JSON at byte 7");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsByte() {
        byte[] latin = usage("{\"bytes\":1,\"note\":\"é\"}").getBytes(StandardCharsets.ISO_8859_1);
        Refusal refusal = reader.read(latin, 0, latin.length, event);
        assertNotNull(refusal);
        int at = new String(latin, StandardCharsets.ISO_8859_1).indexOf('é') + 1;
        assertTrue(refusal.reason().contains("byte %d (0xE9) is not UTF-8".formatted(at)), refusal.reason());
    }

    @Test
    void aByteOrderMarkAndWhiteSpaceAreNoFault() {
        admitted("\uFEFF" + SampleEvents.USAGE + "\r\n");
        admitted(" \t" + SampleEvents.USAGE + " ");
        assertEquals("u-000123-2025-03-04", event.id());
    }

    @Test
    void anIdWithoutEscapesPointsIntoTheBuffer() {
        byte[] bytes = ("  " + SampleEvents.USAGE).getBytes(StandardCharsets.UTF_8);
        assertNull(reader.read(bytes, 2, bytes.length, event));
        org.junit.jupiter.api.Assertions.assertSame(bytes, event.idBytes());
        admitted(SampleEvents.USAGE.replace("u-000123", "\\u0075-000123"));
        assertEquals("u-000123-2025-03-04", event.id());
    }

    @Test
    void aMillionthIsTheLastDigitKept() {
        admitted(usage("{\"kwh\":0.0000015,\"litres\":-0.1234565,\"seconds\":12e-7}"));
        assertEquals(2, raw("kwh"));
        assertEquals(-123_456, raw("litres"));
        assertEquals(1, raw("seconds"));
    }

    @Test
    void usualEventsAreReadWithoutAllocation() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[][] events = SampleEvents.ALL.stream()
                .filter(json -> !json.contains("\\") && !json.contains("rrects") && !json.contains("retracts"))
                .filter(json -> !json.contains("12.5e1") && !json.contains("\"1e3\""))
                .map(SampleEvents::bytes)
                .toArray(byte[][]::new);
        long before = 0;
        for (int round = 0; round < 2_000; round++) {
            before = round == 1_000 ? threads.getCurrentThreadAllocatedBytes() : before;
            for (byte[] bytes : events) {
                assertTrue(reader.read(bytes, 0, bytes.length, event) == null);
            }
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 1_000L * events.length, allocated + " bytes for " + 1_000 * events.length + " events");
    }

    @Test
    void nothingThatIsThrownAtTheReaderMakesItThrow() {
        var random = new java.util.Random(99);
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            byte[] some = SampleEvents.bytes(SampleEvents.ALL.get(random.nextInt(SampleEvents.ALL.size())));
            int at = random.nextInt(some.length);
            byte[] whole = Arrays.copyOf(some, some.length);
            System.arraycopy(bytes, 0, whole, at, Math.min(bytes.length, whole.length - at) * random.nextInt(2));
            int from = random.nextInt(3) == 0 ? random.nextInt(whole.length) : 0;
            reader.read(whole, from, random.nextInt(from, whole.length + 1), event);
            reader.read(bytes, 0, bytes.length, event);
        }
    }
}
