package org.prevenance.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prevenance.backtest.Tried.event;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.check.Check;
import org.prevenance.check.CheckResult;
import org.prevenance.check.Packs;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.measure.Estimate;
import org.prevenance.measure.Figures;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.JudgedComplaint;
import org.prevenance.measure.Measure;
import org.prevenance.playbook.Program;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Sector;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;

class BacktestTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = 1)
    void live_cases_are_those_of_check_and_threads_do_not_matter(long seed) throws IOException {
        Path world = simulated(seed, true);
        Tried tried = new Tried(world, "telecom", "usage_60d.over=45d,60d", null, 1);
        String json = tried.json();

        assertEquals(json, new Tried(world, "telecom", "usage_60d.over=45d,60d", null, 4).json());
        BacktestResult result = tried.result();
        Set<String> tested = new TreeSet<>();
        result.main()
                .live()
                .cases()
                .forEach(one -> tested.add(one.signal() + " " + one.subject() + " " + one.opened() + " " + one.closed()
                        + " " + one.harm()));
        Set<String> checked = new TreeSet<>();
        check(world, "telecom").cases().stream()
                .filter(one -> !one.openedAt().isBefore(result.period().from()))
                .forEach(one -> checked.add(one.signal() + " " + one.subject() + " " + one.openedAt() + " "
                        + one.closedAt() + " " + one.harm()));
        assertEquals(checked, tested);
        assertEquals(
                result.variations().get(1).live().cases(),
                result.main().live().cases(),
                "the present value among those varied");
    }

    /// Campaigns read customers, journeys their trips, devices how many of their platform are heard, prices who has
    /// them.
    @ParameterizedTest
    @ValueSource(strings = {"bank", "journeys", "appliances", "channels"})
    void live_cases_of_signals_that_read_other_subjects_are_those_of_check(String pack) throws IOException {
        Path world = folder.resolve("world");
        Settings settings = new Settings(
                3,
                110,
                130,
                LocalDate.of(2024, 1, 1),
                true,
                Layout.BY_KIND,
                EnumSet.of(Sector.BANK, Sector.JOURNEYS, Sector.APPLIANCES, Sector.CHANNELS));
        Simulate.write(world, settings);

        BacktestResult result = new Tried(world, pack).result();
        Set<String> tested = new TreeSet<>();
        result.main()
                .live()
                .cases()
                .forEach(one -> tested.add(one.signal() + " " + one.subject() + " " + one.opened() + " " + one.closed()
                        + " " + one.harm()));
        Set<String> checked = new TreeSet<>();
        check(world, pack).cases().stream()
                .filter(one -> !one.openedAt().isBefore(result.period().from()))
                .forEach(one -> checked.add(one.signal() + " " + one.subject() + " " + one.openedAt() + " "
                        + one.closedAt() + " " + one.harm()));
        assertTrue(checked.size() >= 3, checked::toString);
        assertEquals(checked, tested);
    }

    @Test
    void where_every_fact_is_known_at_once_seeing_the_future_adds_nothing() throws IOException {
        Path world = Tried.world(
                folder.resolve("prompt"),
                event(
                        "e1",
                        "2025-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C1",
                        "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e2", "2025-02-02T08:00:00Z", "contract.ended", "contract/C1", "{}"),
                bill("e3", "2025-03-03T08:00:00Z"),
                complaint("e4", "2025-03-20T08:00:00Z"));
        BacktestResult result = new Tried(world, "telecom/billed-after-end").result();

        assertEquals(1, result.main().live().cases().size());
        assertEquals(result.main().live().cases(), result.main().hindsight().cases());
        assertEquals(
                result.main().live().complaints(), result.main().hindsight().complaints());
    }

    @Test
    void a_bill_known_late_makes_the_future_look_earlier_than_live_ever_was() throws IOException {
        Path world = Tried.world(
                folder.resolve("leak"),
                event(
                        "e1",
                        "2025-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C1",
                        "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e2", "2025-02-02T08:00:00Z", "contract.ended", "contract/C1", "{}"),
                bill("e3", "2025-03-03T08:00:00Z > 2025-03-25T08:00:00Z"),
                complaint("e4", "2025-04-10T08:00:00Z"),
                event(
                        "e5",
                        "2026-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C2",
                        "{\"customerId\":\"P2\",\"product\":\"f\"}"));
        BacktestResult result = new Tried(world, "telecom/billed-after-end").result();

        assertEquals(16, value(result.main().live().together(), Measure.LEAD_50));
        assertEquals(38, value(result.main().hindsight().together(), Measure.LEAD_50));
        assertEquals(
                Instant.parse("2025-03-25T08:00:00Z"),
                result.main().live().cases().getFirst().opened());
        assertEquals(
                Instant.parse("2025-03-03T08:00:00Z"),
                result.main().hindsight().cases().getFirst().opened());
    }

    @Test
    void what_was_corrected_takes_nothing_else_away_when_the_future_is_seen() throws IOException {
        Path world = Tried.world(
                folder.resolve("corrected"),
                event(
                        "e1",
                        "2025-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C1",
                        "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e2", "2025-02-02T08:00:00Z", "contract.ended", "contract/C1", "{}"),
                bill("e3", "2025-03-03T08:00:00Z"),
                bill("e4", "2025-03-04T08:00:00Z"),
                event(
                        "e5",
                        "2025-03-04T08:00:00Z > 2025-03-05T08:00:00Z",
                        "bill.issued",
                        "contract/C1",
                        "{\"retracts\":\"e4\"}"),
                complaint("e6", "2025-03-20T08:00:00Z"),
                event(
                        "e7",
                        "2026-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C2",
                        "{\"customerId\":\"P2\",\"product\":\"f\"}"));
        Outcome outcome = new Tried(world, "telecom/billed-after-end").result().main();

        assertEquals(17, value(outcome.live().together(), Measure.LEAD_50));
        assertEquals(17, value(outcome.hindsight().together(), Measure.LEAD_50));
        assertEquals(1, outcome.hindsight().together().foreseen());
    }

    @Test
    void whoever_did_not_opt_in_is_in_no_figure_and_a_withdrawal_takes_the_past_away_too() throws IOException {
        String started = "2025-01-02T08:00:00Z";
        Path world = Tried.world(
                folder.resolve("consent"),
                // P1 opts in before complaining, P2 never, P3 and withdraws, P4 only after complaining
                box("1", started),
                box("2", started),
                box("3", started),
                box("4", started),
                consent("g1", "given", "P1", started),
                consent("g3", "given", "P3", started),
                consent("w3", "withdrawn", "P3", "2025-06-01T08:00:00Z"),
                failing("1"),
                failing("2"),
                failing("3"),
                failing("4"),
                networkComplaint("1"),
                networkComplaint("2"),
                networkComplaint("3"),
                networkComplaint("4"),
                consent("g4", "given", "P4", "2025-05-01T08:00:00Z"),
                event(
                        "last",
                        "2025-12-01T08:00:00Z",
                        "contract.started",
                        "contract/C9",
                        "{\"customerId\":\"P9\",\"product\":\"f\"}"));
        Side live = new Tried(world, "telecom/box-failing").result().main().live();

        assertEquals(
                List.of("contract/C1"),
                live.cases().stream().map(JudgedCase::subject).toList());
        assertEquals(
                List.of("customer/P1"),
                live.complaints().stream().map(JudgedComplaint::about).toList());
        assertEquals(1, live.together().confirmed());
    }

    @Test
    void an_adviser_confirms_or_denies_the_case_that_he_closed() throws IOException {
        Path world = Tried.world(
                folder.resolve("advisers"),
                event(
                        "e1",
                        "2025-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C1",
                        "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e2", "2025-02-02T08:00:00Z", "contract.ended", "contract/C1", "{}"),
                bill("e3", "2025-03-03T08:00:00Z"),
                event(
                        "e4",
                        "2025-03-05T08:00:00Z",
                        "case.closed",
                        "contract/C1",
                        "{\"caseId\":\"telecom/billed-after-end:contract/C1:2025-03-03T08:00:00Z\",\"outcome\":\"false-alarm\"}"),
                complaint("e5", "2025-03-20T08:00:00Z"),
                event(
                        "e6",
                        "2026-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C2",
                        "{\"customerId\":\"P2\",\"product\":\"f\"}"));
        Figures figures = new Tried(world, "telecom/billed-after-end")
                .result()
                .main()
                .live()
                .together();

        assertEquals(1, figures.falseAlarms());
        assertEquals(1, figures.foreseen());
    }

    @Test
    void a_complaint_about_one_contract_confirms_no_case_of_another() throws IOException {
        Path world = Tried.world(
                folder.resolve("two"),
                event(
                        "e1",
                        "2025-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C1",
                        "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event(
                        "e2",
                        "2025-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C2",
                        "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e3", "2025-02-02T08:00:00Z", "contract.ended", "contract/C1", "{}"),
                bill("e4", "2025-03-03T08:00:00Z"),
                event(
                        "e5",
                        "2025-03-20T08:00:00Z",
                        "complaint.filed",
                        "customer/P1",
                        "{\"about\":\"billing\",\"contractId\":\"C2\"}"),
                event(
                        "e6",
                        "2026-01-02T08:00:00Z",
                        "contract.started",
                        "contract/C3",
                        "{\"customerId\":\"P2\",\"product\":\"f\"}"));
        Figures figures = new Tried(world, "telecom/billed-after-end")
                .result()
                .main()
                .live()
                .together();

        assertEquals(1, figures.unconfirmed());
        assertEquals(1, figures.complaints());
        assertEquals(0, figures.foreseen());
    }

    /// The simulator tells in truth.json on which day somebody in trouble complains, and from which day a case can be
    /// open: a complaint from the next day on is foreseen, one before is not.
    @Test
    void foreseen_complaints_of_a_simulated_world_are_those_that_its_stories_tell() throws IOException {
        Path world = simulated(7, false);
        Map<String, Boolean> told = new HashMap<>();
        for (SimulatedTrouble trouble : SimulatedTrouble.in(world)) {
            if (trouble.complainsAfter() || trouble.complainsBefore()) {
                told.put(trouble.signal() + " " + trouble.customer(), trouble.complainsAfter());
            }
        }
        Map<String, Boolean> found = new HashMap<>();
        for (JudgedComplaint one :
                new Tried(world, "telecom").result().main().live().complaints()) {
            String key = one.signal() + " " + one.about();
            if (told.containsKey(key)) {
                found.merge(key, one.foreseen(), (a, b) -> a || b);
            }
        }
        assertTrue(told.size() >= 5, told::toString);
        assertEquals(told, found);
    }

    @Test
    void a_path_that_leads_nowhere_says_what_there_is() {
        assertEquals("""
                --vary (usage_06d.over): no indicator or signal of these playbooks is called usage_06d.
                Maybe write usage_60d.""", wrong("telecom/billed-unused", "usage_06d.over=30d,60d"));
        assertEquals(
                "--vary (usage_60d.until): usage_60d has no single value called until. What can be varied of it: of, over, purpose, sum.",
                wrong("telecom/billed-unused", "usage_60d.until=30d,60d"));
        assertEquals("""
                --vary (refunded.since) is in several playbooks.
                Write telecom/equipment.refunded.since, for instance.""", wrong("telecom", "refunded.since=life,ended"));
        assertTrue(
                wrong("telecom/billed-unused", "usage_60d.over=30d,sometimes").contains("over cannot be sometimes."));
        assertTrue(wrong("telecom/bill-jump", "bill-jump.previous=3,4")
                .endsWith("varied with the condition: --vary 'bill-jump.when=late >= 2,late >= 3', for instance."));
        assertTrue(wrong("telecom/billed-unused", "usage_60d.over=30d").contains("2 to 24 values"));
        assertTrue(wrong("telecom/bill-jmup", "twice.take=sum,min").contains("Maybe write telecom/bill-jump."));
    }

    private String wrong(String playbook, String vary) {
        Exception e = assertThrows(Exception.class, () -> new Tried(folder, playbook, vary, null, 1).result());
        return String.valueOf(e.getMessage());
    }

    private Path simulated(long seed, boolean messy) throws IOException {
        Path world = folder.resolve("world");
        Simulate.write(world, Settings.telecom(seed, 180, 400, LocalDate.of(2024, 1, 1), messy, Layout.BY_KIND));
        return world;
    }

    private static CheckResult check(Path world, String pack) throws IOException {
        Program program = Packs.compile(Packs.shipped().choose(List.of(pack))).orThrow();
        return Check.run(program, new Check.Request(world, null, 2, RowOpener.NONE), Progress.NONE);
    }

    private static String bill(String id, String when) {
        return event(
                id,
                when,
                "bill.issued",
                "contract/C1",
                "{\"bill\":\"" + id
                        + "\",\"amount\":{\"amount\":\"30.00\",\"currency\":\"EUR\"},\"from\":\"2025-03-01\",\"to\":\"2025-03-31\"}");
    }

    private static String complaint(String id, String when) {
        return event(id, when, "complaint.filed", "customer/P1", "{\"about\":\"billing\"}");
    }

    private static String box(String n, String when) {
        return event(
                        "c" + n,
                        when,
                        "contract.started",
                        "contract/C" + n,
                        "{\"customerId\":\"P" + n + "\",\"product\":\"f\"}")
                + "\n" + event("d" + n, when, "device.installed", "device/D" + n, "{\"contractId\":\"C" + n + "\"}");
    }

    private static String consent(String id, String what, String person, String when) {
        return event(id, when, "consent." + what, "customer/" + person, "{\"purpose\":\"care\",\"method\":\"phone\"}");
    }

    private static String failing(String n) {
        return event("r" + n, "2025-03-01T08:00:00Z", "device.reported", "device/D" + n, "{\"restarts\":9}");
    }

    private static String networkComplaint(String n) {
        return event("k" + n, "2025-03-11T08:00:00Z", "complaint.filed", "customer/P" + n, "{\"about\":\"network\"}");
    }

    private static double value(Figures figures, Measure measure) {
        Estimate estimate = figures.get(measure);
        return estimate == null ? Double.NaN : estimate.value();
    }
}
