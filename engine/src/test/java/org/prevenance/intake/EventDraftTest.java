package org.prevenance.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

class EventDraftTest {
    private final Vocabulary vocabulary = SmallVocabulary.create();
    private final Symbols symbols = new Symbols();
    private final Subjects subjects = new Subjects(vocabulary.kinds());
    private final EventDraft draft = new EventDraft(
            vocabulary, symbols, subjects, SmallVocabulary.allSlots(vocabulary), ZoneId.of("Europe/Paris"));
    private final Event event = new Event();
    private String type = "";

    private void begin(String newType, String subject) {
        type = newType;
        assertNull(draft.begin(newType));
        draft.id("1");
        draft.source("urn:a");
        draft.subject(subject);
        draft.time(1_000_000);
    }

    private Field declared(String path) {
        EventType declared = vocabulary.type(type);
        Field field = declared == null ? null : declared.field(path);
        return java.util.Objects.requireNonNull(field, path);
    }

    private @Nullable Refusal give(String path, String text) {
        return draft.field(declared(path), text);
    }

    private void giveBill() {
        begin("bill.issued", "contract/C1");
        assertNull(give("bill", "B1"));
        assertNull(give("amount", "29.99 EUR"));
        assertNull(give("from", "2025-02-01"));
        assertNull(give("to", "2025-02-28"));
    }

    private static void refused(@Nullable Refusal refusal, String field, String reason) {
        assertNotNull(refusal);
        assertEquals(field, refusal.field());
        assertTrue(refusal.reason().contains(reason), refusal.reason());
    }

    @Test
    void aRowBecomesTheEventThatTheSameJsonBecomes() {
        giveBill();
        assertNull(give("estimated", "false"));
        assertNull(give("lines.label", "Accès\u001f" + "Télé"));
        assertNull(give("lines.amount", "24.99 EUR\u001f"));
        assertNull(draft.finish(event));
        byte[] json = SampleEvents.bytes("""
                {"specversion":"1.0","id":"1","source":"urn:a","type":"bill.issued","subject":"contract/C1",\
                "time":"1970-01-01T00:00:01Z","data":{"bill":"B1","amount":{"amount":"29.99","currency":"EUR"},\
                "from":"2025-02-01","to":"2025-02-28","estimated":false,"lines":[\
                {"label":"Accès","amount":{"amount":"24.99","currency":"EUR"}},{"label":"Télé"}]}}""");
        var other = new Event();
        var reader = new EventReader(
                vocabulary, symbols, subjects, SmallVocabulary.allSlots(vocabulary), ZoneId.of("Europe/Paris"));
        assertNull(reader.read(json, 0, json.length, other));
        assertEquals(other.id(), event.id());
        assertEquals(other.subject(), event.subject());
        assertEquals(other.source(), event.source());
        assertEquals(other.time(), event.time());
        assertEquals(other.known(), event.known());
        for (int slot = 0; slot < event.type().slotCount(); slot++) {
            boolean partWithoutText = other.value(slot) != Raw.ABSENT && event.value(slot) == Raw.ABSENT;
            assertTrue(partWithoutText || other.value(slot) == event.value(slot), "slot " + slot);
        }
    }

    @Test
    void emptyTextIsNoValue() {
        begin("device.usage", "device/D1");
        assertNull(give("bytes", ""));
        refused(draft.finish(event), "data", "None of bytes");
    }

    @Test
    void everyAttributeIsMissed() {
        assertNull(draft.begin("case.closed"));
        refused(draft.finish(event), "id", "missing");
        draft.id("");
        refused(draft.finish(event), "id", "empty");
        draft.id("1");
        refused(draft.finish(event), "source", "missing");
        draft.source("urn:a");
        refused(draft.finish(event), "subject", "missing");
        draft.subject("customer/K1");
        refused(draft.finish(event), "time", "missing");
        draft.time(0);
        assertNull(draft.finish(event));
    }

    @Test
    void whatWasBegunBeforeIsForgotten() {
        giveBill();
        draft.corrects("0");
        draft.dropped(3);
        draft.known(5);
        begin("device.usage", "device/D1");
        assertNull(give("bytes", "12.0"));
        assertNull(draft.finish(event));
        assertEquals(Event.Standing.ORIGINAL, event.standing());
        assertEquals(0, event.droppedFields());
        assertEquals(1_000_000, event.known());
        assertEquals(12, event.value(declared("bytes").slot()));
    }

    @Test
    void partsThatAreRequiredAreMissedWhereTheirListOrGroupIsThere() {
        giveBill();
        assertNull(give("lines.product", "fibre"));
        refused(draft.finish(event), "data.lines.label", "missing");
        giveBill();
        refused(give("lines.label", "a\u001f\u001fb"), "data.lines.label", "missing in one item");
        begin("campaign.planned", "campaign/P");
        assertNull(draft.finish(event));
        begin("campaign.planned", "campaign/P");
        assertNull(give("rules.maxAge", "65"));
        refused(draft.finish(event), "data.rules.minAge", "missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount|29.99|data.amount|expected an amount and a currency",
                "amount|29,99 EUR|data.amount.amount|expected a decimal number",
                "amount|29.99 €|data.amount.currency|three capital letters",
                "amount|29.99  EUR|data.amount.currency|three capital letters",
                "from|01/02/2025|data.from|a day of the calendar",
                "estimated|yes|data.estimated|true or false",
                "lines.units|1.5|data.lines.units|without a fraction",
                "lines.day|2025-02-30|data.lines.day|a day of the calendar"
            })
    void textThatIsNotCanonicalIsRefused(String path, String text, String field, String reason) {
        giveBill();
        refused(give(path, text), field, reason);
    }

    @Test
    void onlyWhatWasBegunCanBeFilled() {
        refused(draft.begin("nothing.known"), "type", "declares");
        assertThrows(IllegalStateException.class, () -> draft.finish(event));
        giveBill();
        assertThrows(IllegalArgumentException.class, () -> give("lines", "a"));
    }
}
