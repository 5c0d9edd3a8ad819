package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;
import org.prevenance.signal.Case;

/// What happens at the very instants at which windows, days and waits end.
class InstantsTest {
    private final World world = World.of("""
            playbook: test/instants
            about: contract
            zone: Europe/Paris
            indicators:
              bills_24h: {count: true, of: bill.issued, over: 24h, purpose: contract}
              bills_2d:  {count: true, of: bill.issued, over: 2d, purpose: contract}
              bills:     {count: true, of: bill.issued, purpose: contract}
            signals:
              hours:
                when: bills_24h >= 1
                because: {fr: "{bills}", en: "{bills}"}
              days:
                when: bills_2d >= 1
                because: {fr: "{bills}", en: "{bills}"}
              day-end:
                judged: [day-end]
                when: bills >= 1
                because: {fr: "{bills}", en: "{bills}"}
              waited:
                when: bills == 1
                for: 1d
                because: {fr: "{bills}", en: "{bills}"}
            """);

    @Test
    void aWindowOfHoursStaysFullWhenOneLeavesAsAnotherEnters() {
        assertEquals(
                List.of("hours 2025-03-03T10:00:00Z to 2025-03-05T10:00:00Z"),
                cases("hours", "2025-03-03T10:00:00Z", "2025-03-04T10:00:00Z"));
    }

    @Test
    void aWindowOfDaysStaysFullWhenOneLeavesAsAnotherEntersAtMidnight() {
        assertEquals(
                List.of("days 2025-03-03T10:00:00Z to 2025-03-06T23:00:00Z"),
                cases("days", "2025-03-03T10:00:00Z", "2025-03-04T23:00:00Z"));
    }

    @Test
    void aDayThatEndsDoesNotSeeWhatBecomesKnownAtMidnight() {
        assertEquals(List.of("day-end 2025-03-04T23:00:00Z to null"), cases("day-end", "2025-03-03T23:00:00Z"));
        assertEquals(List.of("day-end 2025-03-03T23:00:00Z to null"), cases("day-end", "2025-03-03T22:59:59Z"));
    }

    @Test
    void aWaitThatIsOverWhenTheConditionEndsOpensNothing() {
        assertEquals(List.of(), cases("waited", "2025-03-03T10:00:00Z", "2025-03-04T10:00:00Z"));
        assertEquals(
                List.of("waited 2025-03-04T10:00:00Z to 2025-03-04T10:00:01Z"),
                cases("waited", "2025-03-03T10:00:00Z", "2025-03-04T10:00:01Z"));
    }

    private List<String> cases(String signal, String... bills) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = world.lastEngine(new Published(world.stages), history);
        List<String> told = new ArrayList<>();
        for (String time : bills) {
            Event event = bill(time);
            history.add(event);
            engine.apply(event);
        }
        for (Case one : engine.finish(ZoneDays.micros(Instant.parse("2025-03-20T00:00:00Z")))) {
            if (one.signal().equals("test/" + signal)) {
                told.add("%s %s to %s".formatted(signal, one.openedAt(), one.closedAt()));
            }
        }
        return told;
    }

    private Event bill(String time) {
        return world.event("""
                {"specversion":"1.0","id":"%s","source":"s","type":"bill.issued","subject":"contract/C1","time":"%s",\
                "data":{"bill":"B","amount":{"amount":"30.00","currency":"EUR"},"from":"2025-02-01","to":"2025-02-28"}}""".formatted(time, time));
    }
}
