package org.prevenance.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.language.Packs;
import org.prevenance.signal.Harm;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;

class ScenarioReaderTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void oneEventPerLine() throws IOException {
        Scenario scenario = read("""
                scenarios:
                  - name: the box came back
                    given: |
                      # a trial
                      2025-01-10T09:00Z device.installed device/D1 {contractId: C1}
                      2025-03-01T09:00Z bill.issued contract/C1 {bill: B1, amount: 29.99 EUR, from: 2025-03-01, \
                to: 2025-03-31, lines: [{label: "Box", amount: 29.99 EUR}]} known 2025-03-05T00:00Z id b1
                    until: 2025-03-31
                    expect:
                      - {signal: telecom/returned-but-billed, subject: contract/C1, opened: 2025-03-05T00:00Z, \
                closed: 2025-03-20, harm: 29.99 EUR}
                """).getFirst();
        assertEquals(List.of("""
                        {"specversion":"1.0","id":"e1","source":"scenario","type":"device.installed",\
                        "subject":"device/D1","time":"2025-01-10T09:00:00Z","recordedtime":"2025-01-10T09:00:00Z",\
                        "data":{"contractId":"C1"}}""", """
                        {"specversion":"1.0","id":"b1","source":"scenario","type":"bill.issued",\
                        "subject":"contract/C1","time":"2025-03-01T09:00:00Z","recordedtime":"2025-03-05T00:00:00Z",\
                        "data":{"bill":"B1","amount":{"amount":"29.99","currency":"EUR"},"from":"2025-03-01",\
                        "to":"2025-03-31","lines":[{"label":"Box","amount":{"amount":"29.99","currency":"EUR"}}]}}"""), scenario.events());
        assertEquals(Instant.parse("2025-03-31T22:00:00Z"), scenario.until());
        Scenario.Expected expected = scenario.expected().getFirst();
        assertEquals(new Scenario.Moment.At(Instant.parse("2025-03-05T00:00:00Z")), expected.opened());
        assertEquals(new Scenario.Moment.On(LocalDate.of(2025, 3, 20)), expected.closed());
        assertEquals(new Harm(new BigDecimal("29.99"), "EUR"), expected.harm());
    }

    @Test
    void aLineCanRepeat() throws IOException {
        List<String> events = read("""
                scenarios:
                  - name: quiet
                    given:
                      - "every day from 2025-03-29T12:00 to 2025-03-31: device.usage device/D1 {bytes: 0}"
                      - "every month from 2025-01-31 to 2025-03-31: bill.issued contract/C1 {bill: B$n, \
                amount: 30 EUR, from: $date, to: $end}"
                    until: 2025-04-01T00:00Z
                    expect: []
                """).getFirst().events();
        assertEquals(6, events.size());
        assertEquals(
                List.of("2025-03-29T11:00:00Z", "2025-03-30T10:00:00Z", "2025-03-31T10:00:00Z"),
                events.stream().limit(3).map(ScenarioReaderTest::time).toList());
        assertEquals("""
                {"specversion":"1.0","id":"e5","source":"scenario","type":"bill.issued","subject":"contract/C1",\
                "time":"2025-02-27T23:00:00Z","recordedtime":"2025-02-27T23:00:00Z","data":{"bill":"B2",\
                "amount":{"amount":"30","currency":"EUR"},"from":"2025-02-28","to":"2025-03-30"}}""", events.get(4));
    }

    @Test
    void everyMistakeAtItsPlace() throws IOException {
        String text = """
                scenarios:
                  - name: wrong
                    given: |
                      2025-01-10T09:00Z device.instaled device/D1 {contractId: C1}
                      2025-01-10T09:00Z bill.issued contract/C1 {bill: B, amount: 29.99, from: 2025-03-01, to: 2025-03-31}
                      2025-01-10T09:00Z contract.ended device/D1
                      yesterday contract.ended contract/C1
                      2025-01-10T09:00Z contract.ended contract/C1 {raison: moved}
                    until: tomorrow
                    expect: [{signal: a/b, subject: contract/C1, harm: 12}]
                """;
        Checked.Wrong<?> wrong = assertInstanceOf(
                Checked.Wrong.class,
                ScenarioReader.read(Packs.vocabulary(), PARIS, List.of(new NamedText("s.yaml", text))));
        assertEquals("""
                s.yaml:4:25: The event type device.instaled is not declared.
                          2025-01-10T09:00Z device.instaled device/D1 {contractId: C1}
                                            ^^^^^^^^^^^^^^^
                  Maybe write device.installed.

                s.yaml:5:67: amount must be a money, not 29.99.
                          2025-01-10T09:00Z bill.issued contract/C1 {bill: B, amount: 29.99, from: 2025-03-01, to: 2025-03-31}
                                                                                      ^^^^^

                s.yaml:6:40: contract.ended is not about the kind device.
                          2025-01-10T09:00Z contract.ended device/D1
                                                           ^^^^^^^^^

                s.yaml:7:7: yesterday is not an instant.
                          yesterday contract.ended contract/C1
                          ^^^^^^^^^
                  Begin with 2025-03-01T09:00Z, or every day from … to …:

                s.yaml:8:53: contract.ended declares no field raison. Maybe write reason.
                          2025-01-10T09:00Z contract.ended contract/C1 {raison: moved}
                                                                        ^^^^^^

                s.yaml:9:12: tomorrow is neither an instant nor a day.
                        until: tomorrow
                               ^^^^^^^^

                s.yaml:10:56: 12 is not a harm.
                        expect: [{signal: a/b, subject: contract/C1, harm: 12}]
                                                                           ^^
                  Write 59.98 EUR or 12 points.""", wrong.render());
    }

    private static String time(String event) {
        return event.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1");
    }

    private static List<Scenario> read(String text) throws IOException {
        return ScenarioReader.read(Packs.vocabulary(), PARIS, List.of(new NamedText("s.yaml", text)))
                .orThrow();
    }
}
