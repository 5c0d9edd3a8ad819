package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;

/// What happens to a case when somebody says that it is closed.
class ClosingsTest {
    private static final String OPEN = "opened 1T09 still open";

    private final World world = World.of("""
            playbook: test/bills
            about: contract
            zone: Europe/Paris
            indicators:
              latest: {last: event.amount, of: bill.issued, purpose: contract}
            signals:
              dear:
                when: latest > money("50")
                until: latest <= money("30")
                because: {fr: "{latest}", en: "{latest}"}
              dearer:
                when: latest > money("50")
                for: 2d
                because: {fr: "{latest}", en: "{latest}"}
            """);
    private final List<Event> events = new ArrayList<>();

    @Test
    void itClosesWithWhatWasSaid() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "false-alarm");
        assertEquals("opened 1T09 closed 3T09 false-alarm", cases());
    }

    @Test
    void itOpensAgainOnlyAfterTheConditionHasCeased() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "confirmed");
        bill(5, 90);
        assertEquals("opened 1T09 closed 3T09 confirmed", cases());
        bill(6, 40);
        bill(7, 60);
        assertEquals("opened 1T09 closed 3T09 confirmed, opened 7T09 still open", cases());
    }

    @Test
    void aWaitBeginsAnewAfterIt() {
        bill(1, 80);
        close(5, "k", "test/dearer:contract/C1", "confirmed");
        bill(7, 40);
        bill(8, 60);
        assertEquals("opened 3T09 closed 5T09 confirmed, opened 10T09 still open", cases("test/dearer"));
    }

    @Test
    void aNameThatFitsNoOpenCaseChangesNothing() {
        bill(1, 80);
        close(3, "k1", "test/dear:contract/C2", "confirmed");
        close(3, "k2", "test/dear:contract/C1:2025-06-01T09:00:01Z", "confirmed");
        close(3, "k3", "test/cheap:contract/C1", "confirmed");
        close(3, "k4", "dossier 12", "confirmed");
        close(3, "k5", "test/dear:ship/C1", "confirmed");
        assertEquals(OPEN, cases());
    }

    @Test
    void whatWasSaidBeforeTheCaseOpenedMeantAnotherOne() {
        bill(1, 80);
        bill(2, 20);
        event(4, "b4", "bill.issued", bill(90));
        said(3, 5, "k", "test/dear:contract/C1", "confirmed", "");
        assertEquals("opened 1T09 closed 2T09 gone, opened 4T09 still open", cases());
    }

    @Test
    void ofTwoWhoCloseItTheFirstCounts() {
        bill(1, 80);
        close(3, "k1", "test/dear:contract/C1", "confirmed");
        close(4, "k2", "test/dear:contract/C1", "false-alarm");
        assertEquals("opened 1T09 closed 3T09 confirmed", cases());
    }

    @Test
    void takenBackItStandsOpenAsBefore() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "confirmed");
        event(5, "r", "case.closed", "{\"retracts\":\"k\"}");
        assertEquals(OPEN, cases());
        bill(6, 20);
        assertEquals("opened 1T09 closed 6T09 gone", cases());
    }

    @Test
    void takenBackAfterTheConditionHasCeasedItCloses() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "confirmed");
        bill(4, 20);
        event(5, "r", "case.closed", "{\"retracts\":\"k\"}");
        assertEquals("opened 1T09 closed 5T09 gone", cases());
    }

    @Test
    void takenBackAfterAnotherHasOpenedItStaysClosed() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "confirmed");
        bill(4, 20);
        bill(5, 90);
        event(6, "r", "case.closed", "{\"retracts\":\"k\"}");
        assertEquals("opened 1T09 closed 3T09 gone, opened 5T09 still open", cases());
    }

    @Test
    void correctedItCountsSinceItWasSaidFirst() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "confirmed");
        said(3, 6, "k2", "test/dear:contract/C1", "false-alarm", "\"corrects\":\"k\",");
        assertEquals("opened 1T09 closed 3T09 false-alarm", cases());
    }

    @Test
    void correctedToAnotherCaseItStandsOpenAgain() {
        bill(1, 80);
        close(3, "k", "test/dear:contract/C1", "confirmed");
        said(3, 6, "k2", "test/dear:contract/C2", "confirmed", "\"corrects\":\"k\",");
        assertEquals(OPEN, cases());
    }

    private void bill(int day, int euros) {
        event(day, "b" + day, "bill.issued", bill(euros));
    }

    private static String bill(int euros) {
        return "{\"bill\":\"B\",\"amount\":{\"amount\":\"%d\",\"currency\":\"EUR\"},\"from\":\"2025-05-01\",\"to\":\"2025-05-31\"}"
                .formatted(euros);
    }

    private void close(int day, String id, String caseId, String outcome) {
        said(day, day, id, caseId, outcome, "");
    }

    private void said(int day, int knownDay, String id, String caseId, String outcome, String corrects) {
        event(
                day,
                knownDay,
                id,
                "case.closed",
                "{%s\"caseId\":\"%s\",\"outcome\":\"%s\"}".formatted(corrects, caseId, outcome));
    }

    private void event(int day, String id, String type, String data) {
        event(day, day, id, type, data);
    }

    private void event(int day, int knownDay, String id, String type, String data) {
        events.add(world.event("""
                {"specversion":"1.0","id":"%s","source":"s","type":"%s","subject":"contract/C1",\
                "time":"2025-06-%02dT09:00:00Z","recordedtime":"2025-06-%02dT09:00:00Z","data":%s}""".formatted(id, type, day, knownDay, data)));
    }

    private String cases() {
        return cases("test/dear");
    }

    private String cases(String signal) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = world.lastEngine(new Published(world.stages), history);
        events.stream().sorted(Comparator.comparingLong(Event::known)).forEach(event -> {
            history.add(event);
            engine.apply(event);
        });
        List<String> told = new ArrayList<>();
        engine.finish(ZoneDays.micros(Instant.parse("2025-06-20T00:00:00Z"))).forEach(one -> {
            if (one.signal().equals(signal)) {
                Instant closed = one.closedAt();
                told.add("opened " + hour(one.openedAt())
                        + (closed == null ? " still open" : " closed " + hour(closed) + " " + one.closedBy()));
            }
        });
        return String.join(", ", told);
    }

    private static String hour(Instant at) {
        return at.toString().replaceAll("2025-06-0?(\\d+T\\d\\d).*", "$1");
    }
}
