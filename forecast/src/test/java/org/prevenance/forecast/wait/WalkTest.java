package org.prevenance.forecast.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

class WalkTest {
    private static final long MONDAY = Instant.parse("2025-03-03T09:00:00Z").getEpochSecond();
    private static final String VOCABULARY = """
            pack: test
            kinds: {customer: {}, point: {}}
            purposes: {service: {basis: legitimate-interest}}
            types:
              queue.observed: {about: point, purpose: service, sensitivity: technical, fields: {waiting: {type: whole}, advisers: {type: whole}}}
              contact.received: {about: customer, purpose: service, sensitivity: technical, fields: {contact: {type: text}, pointId: {type: id}}}
              contact.answered: {about: customer, purpose: service, sensitivity: technical, fields: {contact: {type: text}, pointId: {type: id}, waitSeconds: {type: number}}}
              contact.abandoned: {about: customer, purpose: service, sensitivity: technical, fields: {contact: {type: text}, pointId: {type: id}, waitSeconds: {type: number}}}
              callback.promised: {about: customer, purpose: service, sensitivity: technical, fields: {contact: {type: text}, pointId: {type: id}, due: {type: time}}}
              contact.closed: {about: customer, purpose: service, sensitivity: technical, fields: {contact: {type: text}, minutes: {type: number}}}
            """;

    private final Chronicle.Words words = words();
    private final ChronicleWriter writer = new ChronicleWriter(words);
    private int events;

    @Test
    void onlyWhoHasToWaitIsAskedAbout() {
        board(0, 2);
        joined(10, "A");
        answered(10, "A", 0);
        joined(20, "B");
        answered(20, "B", 0);
        joined(30, "C");
        joined(40, "D");

        List<Facts> asked = ask();

        assertEquals(List.of("C", "D"), asked.stream().map(this::contact).toList());
        assertEquals(List.of(0, 1), asked.stream().map(Facts::ahead).toList());
        assertTrue(asked.get(1).outlook().seconds() > asked.get(0).outlook().seconds());
        assertEquals(10, asked.get(1).longest());
    }

    @Test
    void whoHungUpOrIsCalledBackLaterIsNotAhead() {
        board(0, 1);
        joined(10, "A");
        joined(20, "B");
        joined(30, "C");
        tell("contact.abandoned", 40, "B", 40, Map.of("waitSeconds", 20 * Raw.MICROS));
        tell("callback.promised", 41, "C", 41, Map.of("due", (MONDAY + 3_600) * Raw.SECOND));
        joined(50, "D");

        assertEquals(1, ask().getLast().ahead());
    }

    @Test
    void aCallBackThatIsDueIsAhead() {
        board(0, 1);
        joined(10, "A");
        joined(20, "B");
        tell("callback.promised", 30, "B", 30, Map.of("due", (MONDAY + 40) * Raw.SECOND));
        joined(35, "C");
        joined(45, "D");

        List<Facts> asked = ask();
        assertEquals(
                List.of(1, 3),
                asked.subList(asked.size() - 2, asked.size()).stream()
                        .map(Facts::ahead)
                        .toList());
    }

    @Test
    void theAverageOfTheLastHourForgetsWhatIsOlder() {
        board(0, 1);
        joined(10, "A");
        answered(110, "A", 100);
        joined(200, "B");
        answered(500, "B", 300);
        joined(3_600, "C");
        joined(3_800, "D");

        List<Facts> asked = ask();

        assertEquals(200, asked.get(asked.size() - 2).lastHour());
        assertEquals(300, asked.getLast().lastHour());
        assertEquals(300, asked.getLast().lastWait());
    }

    @Test
    void anAnswerThatBecomesKnownLateIsNotSeenBefore() {
        board(0, 1);
        joined(10, "A");
        tell("contact.answered", 20, "A", 400, Map.of("waitSeconds", 10 * Raw.MICROS));
        joined(300, "B");
        joined(500, "C");

        List<Facts> asked = ask();

        assertEquals(
                List.of(1, 1),
                asked.subList(asked.size() - 2, asked.size()).stream()
                        .map(Facts::ahead)
                        .toList());
        assertTrue(Double.isNaN(asked.get(asked.size() - 2).lastWait()));
        assertEquals(10, asked.getLast().lastWait());
    }

    @Test
    void aFactFromTheFutureIsRefused() {
        Walk walk = new Walk(writer.finish(), new HashMap<>(), facts -> {});
        walk.see(event("contact.received", 100, "A", 100, Map.of()));

        var refused = assertThrows(
                NotForetold.class, () -> walk.see(event("contact.answered", 50, "B", 50, Map.of("waitSeconds", 0L))));

        assertTrue(String.valueOf(refused.getMessage()).contains("not yet known"), refused::getMessage);
    }

    /// A leak: the state of the queue half an hour later. What becomes known then must change nothing said before.
    @Test
    void whatBecomesKnownLaterChangesNothing() {
        board(0, 1);
        for (int i = 0; i < 20; i++) {
            joined(10 + i * 10, "A" + i);
        }
        List<Facts> before = ask();
        board(220, 9);
        for (int i = 0; i < 20; i++) {
            answered(230, "A" + i, 220 - i * 10);
        }

        assertFalse(before.isEmpty());
        assertEquals(
                before.stream().map(Facts::outlook).toList(),
                ask().subList(0, before.size()).stream().map(Facts::outlook).toList());
    }

    private void board(int second, int advisers) {
        Event event = event("queue.observed", second, "", second, Map.of("advisers", (long) advisers, "waiting", 0L));
        event.subject(words.subjects().of("point/D1"));
        writer.add(event);
    }

    private void joined(int second, String contact) {
        tell("contact.received", second, contact, second, Map.of());
    }

    private void answered(int second, String contact, int waited) {
        tell("contact.answered", second, contact, second, Map.of("waitSeconds", waited * Raw.MICROS));
    }

    private void tell(String type, int second, String contact, int known, Map<String, Long> values) {
        writer.add(event(type, second, contact, known, values));
    }

    private Event event(String type, int second, String contact, int known, Map<String, Long> values) {
        Event event = new Event();
        EventType declared = words.vocabulary().type(type);
        assertTrue(declared != null, type);
        event.clear(declared);
        event.times((MONDAY + second) * Raw.SECOND, (MONDAY + known) * Raw.SECOND);
        event.id("e%06d".formatted(events++));
        event.source(words.symbols().of("test"));
        event.subject(words.subjects().of("customer/P" + contact));
        Map<String, Long> all = new HashMap<>(values);
        all.put("contact", (long) words.symbols().of(contact));
        all.put("pointId", (long) words.subjects().of("point/D1"));
        for (Field field : declared.fields()) {
            event.value(field.slot(), all.getOrDefault(field.name(), Raw.ABSENT));
        }
        return event;
    }

    private List<Facts> ask() {
        List<Facts> asked = new ArrayList<>();
        Map<Integer, Habits> habits = new HashMap<>();
        habits.put(words.subjects().of("point/D1"), new Habits());
        new Walk(writer.finish(), habits, asked::add).until(Long.MAX_VALUE);
        return asked;
    }

    private String contact(Facts facts) {
        return words.symbols().text(facts.contact());
    }

    private static Chronicle.Words words() {
        if (VocabularyReader.read(List.of(new NamedText("vocabulary.yaml", VOCABULARY)))
                instanceof Checked.Right<Vocabulary>(Vocabulary vocabulary)) {
            return new Chronicle.Words(
                    vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), ZoneId.of("Europe/Paris"));
        }
        throw new AssertionError("The vocabulary of this test has mistakes.");
    }
}
