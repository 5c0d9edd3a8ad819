package org.prevenance.forecast.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Trials small enough for a pencil, and what must hold for large ones.
class JudgeTest {
    private static final Label LEAVING = new Label("gate", "au départ", "at departure");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final double SILENT = Double.NaN;

    @Test
    void errors_are_those_of_a_pencil() {
        Trial trial = trial(Label.PROMISE, Label.PERSISTENCE);
        add(trial, 0, "Lyon", 10, 8, 0, 12);
        add(trial, 0, "Lyon", 20, 26, 0, SILENT);
        add(trial, 1, "Lyon", 0, 4, 0, 20);
        add(trial, 1, "Lyon", 3, SILENT, 0, 3);

        Sheet all = only(trial).all();

        assertEquals(2, all.days());
        assertEquals(4, all.questions());
        MethodFigures forecast = all.forecast();
        assertEquals(3, forecast.answered());
        assertEquals((2 + 6 + 4) / 3.0, value(forecast.mean()), 1e-9);
        assertEquals(4, value(forecast.median()), 1e-9);
        assertEquals(2 / 3.0, value(forecast.close()), 1e-9);
        assertEquals(1, value(forecast.near()), 1e-9);
        MethodFigures promise = all.methods().get(1);
        assertEquals((10 + 20 + 0 + 3) / 4.0, value(promise.mean()), 1e-9);
        assertEquals((3 + 10) / 2.0, value(promise.median()), 1e-9);
    }

    @Test
    void a_rival_is_compared_where_both_answered() {
        Trial trial = trial(Label.PROMISE, Label.PERSISTENCE);
        add(trial, 0, "Lyon", 10, 8, 0, 12);
        add(trial, 0, "Lyon", 20, 26, 0, SILENT);
        add(trial, 1, "Lyon", 0, 4, 0, 20);
        add(trial, 1, "Lyon", 3, SILENT, 0, 3);

        Difference persistence = only(trial).all().differences().get(1);

        assertEquals(2, persistence.shared());
        assertEquals((2 + 4) / 2.0, value(persistence.forecast()), 1e-9);
        assertEquals((2 + 20) / 2.0, value(persistence.rivalLoss()), 1e-9);
        assertEquals(3 - 11, value(persistence.difference()), 1e-9);
        assertEquals(8 / 11.0, value(persistence.gain()), 1e-9);
    }

    @Test
    void the_whole_network_is_told_day_by_day() {
        Trial trial = trial(Label.PROMISE);
        add(trial, 0, "Lyon", 10, 8, 0);
        add(trial, 0, "Nice", 20, 26, 0);
        add(trial, 3, "Lyon", 3, SILENT, 0);

        List<Place> places = Judge.judge(trial).places();

        assertEquals(
                List.of(List.of(4.0, 15.0), Arrays.asList(null, 3.0)),
                places.getFirst().days().stream().map(PlaceDay::means).toList());
        assertEquals(
                List.of(2L, 1L),
                places.getFirst().days().stream().map(PlaceDay::questions).toList());
        assertEquals(List.of(), places.getLast().days());
    }

    @Test
    void coverage_width_and_calibration_are_those_of_a_pencil() {
        Trial trial = trial(Label.PROMISE);
        add(trial, 0, "Lyon", 10, 8, 0).interval(5, 10).probability(0.25);
        add(trial, 0, "Lyon", 20, 26, 0).interval(21, 30).probability(0.75);
        add(trial, 1, "Lyon", 0, 4, 0).interval(0, 4).probability(0.25);
        add(trial, 1, "Lyon", 15, 4, 0);

        Sheet all = only(trial).all();

        Coverage coverage = notNull(all.coverage());
        assertEquals(3, coverage.questions());
        assertEquals(2 / 3.0, coverage.covered().value(), 1e-9);
        assertEquals((5 + 9 + 4) / 3.0, coverage.width().value(), 1e-9);
        Calibration calibration = notNull(all.calibration());
        assertEquals((0.0625 * 3) / 3, calibration.brier().value(), 1e-9);
        assertEquals(1 / 3.0 * (2 / 3.0), calibration.plainBrier().value(), 1e-9);
        assertEquals(2, calibration.bins().size());
        assertEquals(0.25, calibration.bins().getFirst().said(), 1e-9);
        assertEquals(0, calibration.bins().getFirst().happened().value(), 1e-9);
        assertEquals(1, calibration.bins().getLast().happened().value(), 1e-9);
    }

    @Test
    void the_worst_tenth_of_days_stands_apart_and_decides_nothing() {
        Trial trial = trial(Label.PROMISE);
        for (int day = 0; day < 20; day++) {
            double late = day == 4 || day == 11 ? 90 : 10;
            for (int i = 0; i < 5; i++) {
                add(trial, day, "Lyon", late + i, 10, 0);
            }
        }

        Judgement judgement = Judge.judge(trial);

        assertEquals(List.of(FIRST.plusDays(4), FIRST.plusDays(11)), judgement.worstDays());
        Place place = judgement.places().getFirst();
        assertEquals(82, value(notNull(place.worst()).forecast().mean()), 1e-9);
        assertEquals(2, value(notNull(place.ordinary()).forecast().mean()), 1e-9);
        assertTrue(place.verdict().isShown());
    }

    @Test
    void a_copy_of_the_promise_is_never_shown() {
        for (long seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            Trial trial = trial(Label.PROMISE);
            for (int i = 0; i < 2_000; i++) {
                double promise = random.nextInt(4);
                add(trial, i % 40, "part " + i % 3, random.nextGaussian() * 12, promise, promise);
            }

            for (Place place : Judge.judge(trial).places()) {
                assertEquals(
                        new Verdict.Silent(List.of(new Reason.NoBetter(Label.PROMISE))),
                        place.verdict(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void a_forecast_that_is_truly_better_is_shown() {
        for (long seed = 0; seed < 25; seed++) {
            Judgement judgement = Judge.judge(noisy(seed, 8, 12));

            assertTrue(
                    judgement.places().stream()
                            .allMatch(place -> place.verdict().isShown()),
                    "seed " + seed);
        }
    }

    @Test
    void noise_is_hardly_ever_shown() {
        int shown = 0;
        int repetitions = 300;
        for (long seed = 0; seed < repetitions; seed++) {
            Judgement judgement = Judge.judge(noisy(seed, 12, 12), new Rules(14, 50, 0.1, 400, seed));
            shown += judgement.places().stream()
                            .anyMatch(place -> place.verdict().isShown())
                    ? 1
                    : 0;
        }

        assertTrue(shown <= 0.05 * repetitions, "shown in %d of %d".formatted(shown, repetitions));
    }

    @Test
    void the_strongest_rival_decides() {
        Trial trial = trial(Label.PROMISE, Label.HISTORY);
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            double truth = random.nextGaussian() * 20;
            add(trial, i % 30, "Lyon", truth, truth + random.nextGaussian() * 5, 0, truth + random.nextGaussian());
        }

        Place place = only(trial);

        var silent = assertInstanceOf(Verdict.Silent.class, place.verdict());
        assertEquals(List.of(new Reason.Worse(Label.HISTORY)), silent.reasons());
        assertEquals("moins bien que l’habitude", silent.reasons().getFirst().fr());
    }

    @Test
    void a_part_of_few_days_keeps_silent_whatever_it_says() {
        Trial trial = trial(Label.PROMISE);
        for (int i = 0; i < 1_300; i++) {
            add(trial, i % 13, "Brest", 30, 30, 0);
            add(trial, i % 14, "Lyon", 30, 30, 0);
        }

        Judgement judgement = Judge.judge(trial);

        assertEquals(
                new Verdict.Silent(List.of(new Reason.TooFewDays(13, 14))), judgement.verdict(LEAVING.name(), "Brest"));
        assertTrue(judgement.verdict(LEAVING.name(), "Lyon").isShown());
        assertFalse(judgement.verdict(LEAVING.name(), "Nantes").isShown());
        assertFalse(judgement.verdict("2h", "Lyon").isShown());
    }

    @Test
    void what_may_be_chance_among_many_places_is_taken_back() {
        int alone = 0;
        int together = 0;
        for (long seed = 0; seed < 20; seed++) {
            Trial trial = trial(Label.PROMISE);
            var random = new Random(seed);
            for (int i = 0; i < 40_000; i++) {
                double truth = random.nextGaussian() * 10;
                add(trial, i / 40 % 25, "part " + i % 40, truth, truth + noise(random), truth + noise(random));
            }
            for (Place place :
                    Judge.judge(trial, new Rules(14, 50, 0.1, 400, seed)).places()) {
                Figure difference = notNull(place.all().differences().getFirst().difference());
                alone += difference.high() < 0 ? 1 : 0;
                together += place.verdict().isShown() ? 1 : 0;
            }
        }

        assertTrue(alone >= 10, "by itself a place is shown by chance about once in forty: " + alone);
        assertTrue(together <= 2, "held together hardly ever: " + together);
    }

    private static double noise(Random random) {
        return random.nextGaussian() * 10;
    }

    @Test
    void the_order_of_questions_means_nothing() {
        List<double[]> questions = new ArrayList<>();
        var random = new Random(11);
        for (int i = 0; i < 4_000; i++) {
            double truth = random.nextGaussian() * 20;
            questions.add(new double[] {i % 50, i % 3, truth, truth + random.nextGaussian() * 9, random.nextDouble()});
        }
        Judgement before = Judge.judge(from(questions));
        Collections.shuffle(questions, random);

        assertEquals(before, Judge.judge(from(questions)));
    }

    private static Trial from(List<double[]> questions) {
        Trial trial = trial(Label.PROMISE);
        for (double[] one : questions) {
            add(trial, (int) one[0], "part " + (int) one[1], one[2], one[3], 0)
                    .interval(one[3] - 11.1, one[3] + 12.3)
                    .probability(one[4]);
        }
        return trial;
    }

    @Test
    void the_seed_decides_the_intervals_and_nothing_else() {
        Trial trial = noisy(3, 8, 12);
        Figure once = mean(trial, 1);
        Figure again = mean(trial, 1);
        Figure other = mean(trial, 2);

        assertEquals(once, again);
        assertEquals(once.value(), other.value());
        assertTrue(once.low() != other.low());
        assertTrue(Math.abs(once.low() - other.low()) < 0.2);
    }

    private static Figure mean(Trial trial, long seed) {
        Judgement judgement = Judge.judge(trial, new Rules(14, 50, 0.1, 1_000, seed));
        return notNull(judgement.places().getFirst().all().forecast().mean());
    }

    @Test
    void a_choice_is_right_or_wrong_and_its_confidence_is_held_against_it() {
        Trial trial =
                new Trial("platform", Scale.Choice.PLATFORM, List.of(Label.FORECAST, Label.HISTORY), List.of(LEAVING));
        trial.add(0, FIRST, "gate", "Lyon", 3, new double[] {3, 2}).probability(0.95);
        trial.add(0, FIRST, "gate", "Lyon", 4, new double[] {3, 4}).probability(0.5);
        trial.add(0, FIRST, "gate", "Lyon", 5, new double[] {5, 4}).probability(1);

        Sheet all = only(trial).all();

        assertEquals(1 / 3.0, value(all.forecast().mean()), 1e-9);
        assertNull(all.forecast().median());
        Calibration.Sure sure = notNull(notNull(all.calibration()).sure());
        assertEquals(2 / 3.0, sure.share().value(), 1e-9);
        assertEquals(1, sure.right().value(), 1e-9);
        assertEquals(2, notNull(all.calibration()).bins().size());
    }

    @Test
    void a_cost_is_what_acting_on_the_answer_cost() {
        Trial trial =
                new Trial("failure", new Scale.Cost("EUR"), List.of(Label.FORECAST, Label.PROMISE), List.of(LEAVING));
        trial.add(0, FIRST, "gate", "pumps", 1, new double[] {80, 900}).probability(0.6);
        trial.add(0, FIRST, "gate", "pumps", 0, new double[] {80, 0}).probability(0.4);

        Difference promise = only(trial).all().differences().getFirst();

        assertEquals(80 - 450, value(promise.difference()), 1e-9);
    }

    @Test
    void running_estimates_are_accurate_within_limits_that_widen_with_the_time_left() {
        Trial trial = trial(Label.PROMISE);
        add(trial, 0, "Lyon", 10, 10.5, 0).away(2.9); // half a minute early: just accurate
        add(trial, 0, "Lyon", 10, 8.4, 0).away(0); // 1.6 late: not
        add(trial, 0, "Lyon", 10, 7.5, 0).away(3); // 2.5 late: just accurate from 3 minutes on
        add(trial, 1, "Lyon", 10, 11.1, 9).away(6); // 1.1 early: not
        add(trial, 1, "Lyon", 10, 11.4, 0).away(14.9); // 1.4 early: accurate from 10 minutes on
        add(trial, 1, "Lyon", 10, 10, 0).away(15); // too far away to count
        add(trial, 1, "Lyon", 10, SILENT, 0).away(1);

        List<Eta> etas = Judge.judge(trial).etas();

        Eta forecast = etas.getFirst();
        assertEquals(
                List.of(2L, 1L, 1L, 1L),
                forecast.buckets().stream().map(Eta.Share::predictions).toList());
        assertEquals(
                List.of(0.5, 1.0, 0.0, 1.0),
                forecast.buckets().stream()
                        .map(share -> value(share.accurate()))
                        .toList());
        assertEquals((0.5 + 1 + 0 + 1) / 4, value(forecast.overall()), 1e-9);
        assertEquals((0 + 0 + 1 + 0) / 4.0, value(etas.getLast().overall()), 1e-9);
    }

    @Test
    void without_the_time_left_nothing_is_said_about_running_estimates() {
        Trial trial = trial(Label.PROMISE);
        add(trial, 0, "Lyon", 10, 10, 0);

        assertEquals(List.of(), Judge.judge(trial).etas());
    }

    /// Three parts, fifty days; errors of forecast and promise with these deviations, and days that differ.
    private static Trial noisy(long seed, double forecast, double promise) {
        var random = new Random(seed);
        Trial trial = trial(Label.PROMISE);
        for (int day = 0; day < 50; day++) {
            double hard = Math.exp(random.nextGaussian() / 2);
            for (int i = 0; i < 60; i++) {
                double truth = random.nextGaussian() * 20 * hard;
                add(
                        trial,
                        day,
                        "part " + i % 3,
                        truth,
                        truth + random.nextGaussian() * forecast * hard,
                        truth + random.nextGaussian() * promise * hard);
            }
        }
        return trial;
    }

    private static Trial trial(Label... rivals) {
        List<Label> methods = new ArrayList<>(List.of(Label.FORECAST));
        methods.addAll(List.of(rivals));
        return new Trial("arrival", Scale.Minutes.ARRIVAL, methods, List.of(LEAVING));
    }

    private static Trial.Row add(Trial trial, int day, String part, double truth, double... answers) {
        return trial.add(0, FIRST.plusDays(day), LEAVING.name(), part, truth, answers);
    }

    private static Place only(Trial trial) {
        return Judge.judge(trial).places().getFirst();
    }

    private static double value(Figure figure) {
        return notNull(figure).value();
    }

    private static <T> T notNull(T value) {
        assertNotNull(value);
        return value;
    }
}
