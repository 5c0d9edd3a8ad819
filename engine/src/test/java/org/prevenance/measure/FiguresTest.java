package org.prevenance.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.signal.Harm;

/// Figures of made-up cases: by hand, and laws that hold for random ones.
class FiguresTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 7);
    private static final Period JUNE =
            new Period(Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2025-07-01T00:00:00Z"), ZoneId.of("UTC"));

    @Test
    void counts_shares_and_percentiles_by_hand() {
        List<JudgedCase> cases = List.of(
                one("P1", Fate.CONFIRMED, 10, "30.00"),
                one("P1", Fate.CONFIRMED, 40, "12.50"),
                one("P2", Fate.CONFIRMED, 60, "0.00"),
                one("P3", Fate.UNCONFIRMED, null, "5.00"),
                one("P4", Fate.TOO_LATE, null, "1.00"));
        List<JudgedComplaint> complaints =
                List.of(complaint("P1", true), complaint("P2", true), complaint("P4", false), complaint("P5", false));

        Figures figures = Figures.of(cases, complaints, JUNE, BOOTSTRAP);

        assertEquals(21, JUNE.workingDays());
        assertEquals(0.6, value(figures, Measure.PRECISION));
        assertEquals(0.5, value(figures, Measure.RECALL));
        assertEquals(16, value(figures, Measure.LEAD_10), 1e-9);
        assertEquals(40, value(figures, Measure.LEAD_50));
        assertEquals(56, value(figures, Measure.LEAD_90), 1e-9);
        assertEquals(5.0 / 21, value(figures, Measure.CALLS));
        assertEquals(1.0 / 21, value(figures, Measure.IDLE_CALLS), 1e-12);
        assertEquals(new BigDecimal("48.50"), figures.found().getFirst().amount());
    }

    @Test
    void what_is_a_share_of_nothing_has_no_value() {
        Figures figures = Figures.of(List.of(), List.of(), JUNE, BOOTSTRAP);

        assertNull(figures.get(Measure.PRECISION));
        assertNull(figures.get(Measure.RECALL));
        assertNull(figures.get(Measure.LEAD_50));
        assertEquals(0, value(figures, Measure.CALLS));
    }

    @Test
    void a_share_of_none_or_all_has_the_bound_of_clopper_and_pearson() {
        List<JudgedCase> cases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            cases.add(one("P" + i, Fate.UNCONFIRMED, null, "1.00"));
        }
        Estimate none = Figures.of(cases, List.of(), JUNE, BOOTSTRAP).get(Measure.PRECISION);

        assertNotNull(none);
        assertEquals(0, none.low());
        assertEquals(0.3694, none.high(), 1e-4); // as their tables have it for 0 of 8
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void intervals_hold_the_figure_and_do_not_depend_on_the_order(long seed) {
        Random random = new Random(seed);
        List<JudgedCase> cases = new ArrayList<>();
        List<JudgedComplaint> complaints = new ArrayList<>();
        int customers = 12 + random.nextInt(200);
        for (int i = 0; i < customers; i++) {
            String customer = "P" + random.nextInt(customers);
            Fate fate = Fate.values()[random.nextInt(4)];
            Integer lead = fate == Fate.CONFIRMED && random.nextInt(4) > 0 ? random.nextInt(180) : null;
            cases.add(one(customer, fate, lead, random.nextInt(90) + ".00"));
            complaints.add(complaint("P" + random.nextInt(customers), random.nextBoolean()));
        }

        Figures figures = Figures.of(cases, complaints, JUNE, BOOTSTRAP);
        Collections.shuffle(cases, random);
        Collections.shuffle(complaints, random);
        Figures shuffled = Figures.of(cases, complaints, JUNE, BOOTSTRAP);

        for (Measure measure : Measure.values()) {
            Estimate estimate = figures.get(measure);
            assertNotNull(estimate, measure::toString);
            String said = "seed " + seed + ", " + measure + ": " + estimate.low() + " … " + estimate.value() + " … "
                    + estimate.high();
            assertTrue(estimate.low() <= estimate.value() && estimate.value() <= estimate.high(), said);
            assertTrue(estimate.low() < estimate.high(), said);
            assertEquals(estimate.low(), shuffled.get(measure).low(), said);
            assertEquals(estimate.high(), shuffled.get(measure).high(), said);
        }
    }

    @Test
    void the_difference_of_a_figure_from_itself_is_nothing_in_every_resample() {
        Figures figures = Figures.of(
                List.of(one("P1", Fate.CONFIRMED, 10, "1"), one("P2", Fate.UNCONFIRMED, null, "2")),
                List.of(complaint("P1", true)),
                JUNE,
                BOOTSTRAP);
        Estimate precision = figures.get(Measure.PRECISION);

        assertNotNull(precision);
        Estimate difference = precision.minus(precision);
        assertEquals(0, difference.low());
        assertEquals(0, difference.high());
    }

    @Test
    void customers_are_drawn_once_on_average_with_the_spread_of_poisson() {
        long sum = 0;
        long squares = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            int drawn = Bootstrap.draws(BOOTSTRAP.key("P" + i % 200), i / 200);
            sum += drawn;
            squares += (long) drawn * drawn;
        }
        double mean = (double) sum / draws;
        assertEquals(1, mean, 0.01);
        assertEquals(1, (double) squares / draws - mean * mean, 0.02);
    }

    private static double value(Figures figures, Measure measure) {
        Estimate estimate = figures.get(measure);
        return estimate == null ? Double.NaN : estimate.value();
    }

    private static JudgedCase one(String customer, Fate fate, @Nullable Integer lead, String harm) {
        return new JudgedCase(
                "page/signal",
                "contract/" + customer,
                customer,
                JUNE.from(),
                null,
                true,
                new Verdict(fate, null, lead),
                true,
                new Harm(new BigDecimal(harm), "EUR"),
                null);
    }

    private static JudgedComplaint complaint(String customer, boolean foreseen) {
        return new JudgedComplaint(
                "page/signal", "crm " + customer, "customer/" + customer, customer, JUNE.from(), foreseen);
    }
}
