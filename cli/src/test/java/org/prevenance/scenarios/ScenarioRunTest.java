package org.prevenance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.check.Packs;
import org.prevenance.scenario.Scenario;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;

class ScenarioRunTest {
    private static final String RETURNED = """
            scenarios:
              - name: the box came back
                given: |
                  2024-06-01T10:00 device.installed device/D1 {contractId: C1}
                  2025-01-10T15:00 equipment.returned device/D1 {contractId: C1}
                  2025-02-01T06:00 bill.issued contract/C1 {bill: B1, amount: 29.99 EUR, from: 2025-02-01, to: 2025-02-28}
                  2025-02-10T10:00 device.installed device/D2 {contractId: C1}
                  2025-03-10T15:00 equipment.returned device/D2 {contractId: C1}
                  2025-04-01T06:00 bill.issued contract/C1 {bill: B2, amount: 19.99 EUR, from: 2025-04-01, to: 2025-04-30}
                until: 2025-04-30
                expect:
            """;
    private static final String FIRST = "{signal: telecom/returned-but-billed, subject: contract/C1,"
            + " opened: 2025-02-01T06:00, closed: 2025-02-10, harm: 29.99 EUR}";
    private static final String SECOND =
            "{signal: telecom/returned-but-billed, subject: contract/C1, opened: 2025-04-01, harm: 19.99 EUR}";

    @Test
    void exactly_the_expected_cases_in_any_order() throws Exception {
        assertTrue(verdict(SECOND, FIRST).passed());
    }

    @Test
    void a_loose_expectation_leaves_the_cases_to_the_exact_one() throws Exception {
        String loose = "{signal: telecom/returned-but-billed, subject: contract/C1, closed: 2025-02-10}";

        assertTrue(verdict(loose, SECOND).passed());
        assertTrue(verdict(SECOND, loose).passed());
    }

    @Test
    void a_wrong_expectation_is_shown_beside_what_was_found() throws Exception {
        String wrong = FIRST.replace("closed: 2025-02-10", "closed: 2025-02-11").replace("29.99", "59.98");

        Verdict verdict = verdict(wrong, SECOND);

        assertFalse(verdict.passed());
        assertEquals("""
                s.scenarios.yaml:12: the box came back: \
                expected telecom/returned-but-billed for contract/C1, \
                opened 2025-02-01T06:00+01:00, closed on 2025-02-11, harm 59.98 EUR; \
                found telecom/returned-but-billed for contract/C1, \
                opened 2025-02-01T06:00+01:00, closed 2025-02-10T10:00+01:00, harm 29.99 EUR.""", verdict.render());
    }

    @Test
    void a_case_that_nobody_expected_is_a_failure() throws Exception {
        assertEquals("""
                s.scenarios.yaml:2: the box came back: expected no other case; \
                found telecom/returned-but-billed for contract/C1, \
                opened 2025-04-01T06:00+02:00, still open, harm 19.99 EUR.""", verdict(FIRST).render());
    }

    @Test
    void a_case_that_is_missing_is_a_failure() throws Exception {
        String missing = "{signal: telecom/billed-twice, subject: contract/C1}";

        assertEquals("""
                s.scenarios.yaml:14: the box came back: \
                expected telecom/billed-twice for contract/C1, still open; found no such case.""", verdict(FIRST, SECOND, missing).render());
    }

    @Test
    void a_closing_that_nobody_expected_is_a_failure() throws Exception {
        String open = FIRST.replace("closed: 2025-02-10, ", "");

        assertEquals(1, verdict(open, SECOND).differences().size(), () -> "a case without closed must still be open");
    }

    @Test
    void an_event_that_would_be_refused_is_told_with_its_reason() throws Exception {
        String text = """
                scenarios:
                  - name: a currency that is none
                    given: |
                      2025-02-01T06:00 bill.issued contract/C1 {bill: B1, amount: {amount: a lot, currency: EUR}, from: 2025-02-01, to: 2025-02-28}
                    until: 2025-04-30
                    expect: []
                """;
        ScenarioSuite suite = read(text).orThrow();
        ScenarioRun run = new ScenarioRun(suite.program());
        Scenario scenario = suite.scenarios().getFirst();

        RefusedEvent refused = assertThrows(RefusedEvent.class, () -> run.run(scenario));

        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("An event of the scenario \"a currency that is none\" would be refused, because of"
                                + " data.amount"),
                refused::getMessage);
    }

    @Test
    void a_signal_that_does_not_exist_is_a_mistake_at_its_place() throws IOException {
        String text = RETURNED + "      - {signal: telecom/returned-but-bill, subject: contract/C1}\n";

        Checked.Wrong<?> wrong = assertInstanceOf(Checked.Wrong.class, read(text));

        assertEquals("""
                s.scenarios.yaml:12:18: The signal telecom/returned-but-bill is not among the playbooks.
                          - {signal: telecom/returned-but-bill, subject: contract/C1}
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^
                  Maybe write telecom/returned-but-billed.""", wrong.render());
    }

    @Test
    void mistakes_of_playbooks_and_of_scenarios_are_told_together() throws IOException {
        Packs.Chosen shipped = Packs.shipped().choose(List.of("telecom"));
        NamedText playbook = new NamedText("p.playbook.yaml", "playbook: telecom/p\nabout: nothing\n");
        NamedText scenarios = new NamedText("s.scenarios.yaml", "scenarios: none\n");

        List<String> files = ScenarioSuite.read(
                        new Packs.Chosen(shipped.vocabularies(), List.of(playbook), List.of(scenarios)))
                .allMistakes()
                .stream()
                .map(mistake -> mistake.file())
                .distinct()
                .toList();

        assertEquals(List.of("p.playbook.yaml", "s.scenarios.yaml"), files);
    }

    @Test
    void a_signal_that_no_scenario_expects_is_named() throws IOException {
        List<String> unproven =
                read(RETURNED + "      - " + FIRST + "\n").orThrow().unproven();

        assertTrue(unproven.contains("telecom/bill-jump"));
        assertFalse(unproven.contains("telecom/returned-but-billed"));
    }

    @Test
    void a_suite_tells_what_failed_and_what_could_not_be_run() throws IOException {
        String good = RETURNED + "      - " + FIRST + "\n      - " + SECOND + "\n";
        String failing = good + """
                  - name: nothing
                    given: []
                    until: 2025-04-30
                    expect: [{signal: telecom/bill-jump, subject: contract/C1}]
                """;
        String refused = failing + """
                  - name: an amount that is none
                    given: |
                      2025-02-01T06:00 bill.issued contract/C1 {bill: B1, amount: {amount: a lot, currency: EUR}, from: 2025-02-01, to: 2025-02-28}
                    until: 2025-04-30
                    expect: []
                """;

        assertEquals("1 scenarios: all as expected.", result(good).render());
        assertEquals(0, result(good).exitCode());
        assertEquals("""
                s.scenarios.yaml:17: nothing: expected telecom/bill-jump for contract/C1, still open; found no such case.
                2 scenarios: 1 as expected, 1 not.""", result(failing).render());
        assertEquals(1, result(failing).exitCode());
        assertTrue(result(refused)
                .render()
                .endsWith("3 scenarios: 1 as expected, 1 not, 1 with events that would be refused."));
        assertEquals(2, result(refused).exitCode());
    }

    private static SuiteResult result(String scenarios) throws IOException {
        return read(scenarios).orThrow().run();
    }

    private static Verdict verdict(String... expected) throws IOException, RefusedEvent {
        StringBuilder text = new StringBuilder(RETURNED);
        for (String one : expected) {
            text.append("      - ").append(one).append('\n');
        }
        ScenarioSuite suite = read(text.toString()).orThrow();
        return new ScenarioRun(suite.program()).run(suite.scenarios().getFirst());
    }

    private static Checked<ScenarioSuite> read(String scenarios) throws IOException {
        Packs.Chosen telecom = Packs.shipped().choose(List.of("telecom"));
        return ScenarioSuite.read(new Packs.Chosen(
                telecom.vocabularies(), telecom.playbooks(), List.of(new NamedText("s.scenarios.yaml", scenarios))));
    }
}
