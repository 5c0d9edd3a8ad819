package org.prevenance.forecast.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.DeclarationReader;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;

class FailureTest {
    private static final List<String> SHAKES = List.of("vibration");
    private static final int JANUARY = Machines.FIRST;
    private static final int APRIL = (int) LocalDate.of(2025, 4, 1).toEpochDay();
    private final Machines machines = new Machines();
    private final Chronicle.Words words = machines.words;

    @Test
    void aVisitPaysFromTheShareOfItsPriceInThatOfABreakdown() {
        Prices prices = new Prices(90, 600, null, "EUR");

        assertEquals(0.15, prices.alert(), 1e-12);
        assertEquals(90, prices.of(true, true));
        assertEquals(90, prices.of(true, false));
        assertEquals(600, prices.of(false, true));
        assertEquals(0, prices.of(false, false));
    }

    /// The first two scenarios of `playbooks/appliances/wear.scenarios.yaml`: a case opens on 6 April at midnight, that
    /// is
    /// at the end of 5 April; a little less is none.
    @Test
    void theRuleIsThatOfThePack() {
        Days days = washer(3.5);

        assertFalse(days.worn(APRIL + 3));
        assertTrue(days.worn(APRIL + 4));
        assertFalse(washer(3.49).worn(APRIL + 4));
    }

    @Test
    void factsAreMeasuredByTheDevicesOwnHabit() {
        Days days = new Days(SHAKES, 0);
        for (int day = 0; day < 60; day++) {
            days.report(0, day, day % 2 == 0 ? 9 : 11);
        }
        for (int day = 60; day < 67; day++) {
            days.report(0, day, 15);
        }

        double[] facts = days.facts(66);

        assertEquals(
                List.of("age", "vibration.rise7", "vibration.rise3", "vibration.rise21", "vibration.turn7"),
                Days.names(SHAKES));
        assertEquals(66 / 365.0, facts[0], 1e-12);
        assertEquals(5, facts[1], 1e-6);
        assertEquals(5, facts[2], 1e-6);
        assertTrue(facts[4] > 4, facts[4] + "");
    }

    @Test
    void aDeviceThatIsNewHasNoHabit() {
        Days days = new Days(SHAKES, 0);
        for (int day = 0; day < 12; day++) {
            days.report(0, day, day);
        }

        assertEquals(0, days.facts(11)[1]);
    }

    @Test
    void probabilitiesAreLearntAsTheyAre() {
        Random random = new Random(5);
        List<double[]> facts = new ArrayList<>();
        List<Boolean> happened = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double[] row = {random.nextGaussian(), 3 + 2 * random.nextGaussian()};
            facts.add(row);
            happened.add(random.nextDouble() < chance(row));
        }

        Logistic learnt = Logistic.learn(facts, happened);

        for (double[] row : new double[][] {{0, 3}, {1, 5}, {2, 1}, {-1, 6}}) {
            assertEquals(chance(row), learnt.probability(row), 0.03);
        }
    }

    @Test
    void whatBecomesKnownLaterChangesNoQuestion() {
        ChronicleWriter some = new ChronicleWriter(words);
        ChronicleWriter all = new ChronicleWriter(words);
        for (int day = 0; day < 40; day++) {
            some.add(report(day, day, 10 + day % 3));
            all.add(report(day, day, 10 + day % 3));
        }
        all.add(report(39, 44, 99));
        all.add(event("device.failed", 44, 44));

        List<Question> before = Questions.asked(some.finish(), SHAKES, Long.MAX_VALUE);
        List<Question> after = Questions.asked(all.finish(), SHAKES, Long.MAX_VALUE);

        assertEquals(39, before.size());
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i).at(), after.get(i).at());
            assertEquals(before.get(i).facts()[1], after.get(i).facts()[1]);
        }
        assertTrue(after.get(38).failed());
        assertFalse(after.get(30).failed());
        assertFalse(before.getLast().isDecided(before.getLast().at() + 1));
    }

    @Test
    void aFactFromTheFutureIsRefused() {
        Questions questions = new Questions(SHAKES, ZoneId.of("Europe/Paris"));
        questions.see(report(5, 5, 1));

        var refused = assertThrows(NotForetold.class, () -> questions.see(report(4, 4, 1)));

        assertTrue(String.valueOf(refused.getMessage()).contains("not yet known"), refused::getMessage);
    }

    @Test
    void pricesThatMakeNoVisitPayAreMistakes() {
        Mistakes mistakes = new Mistakes();
        Declaration declaration = DeclarationReader.read(new NamedText("own.forecast.yaml", """
                forecast: own
                purpose: care
                target: failure
                title: {fr: "Panne", en: "Failure"}
                visit: 600 EUR
                breakdown: 90 EUR
                measures: [vibration]
                """), mistakes);
        assertTrue(declaration != null);

        FailureTarget.of(declaration);

        String told = mistakes.sorted().getFirst().render();
        assertTrue(told.contains("own.forecast.yaml:6") && told.contains("must cost more than a visit"), told);
    }

    private static double chance(double[] row) {
        return 1 / (1 + Math.exp(2 - row[0] - 0.5 * row[1] + 1.5));
    }

    private static Days washer(double atLast) {
        Days days = new Days(SHAKES, JANUARY);
        for (int day = JANUARY; day < APRIL; day++) {
            days.report(0, day, 2);
        }
        for (int day = JANUARY + 3; day < APRIL; day += 7) {
            days.report(0, day, 4);
        }
        for (int day = APRIL; day < APRIL + 10; day++) {
            days.report(0, day, atLast);
        }
        return days;
    }

    private Event report(int day, int known, double value) {
        Event event = event("device.reported", day, known);
        event.value(0, Math.round(value * Raw.MICROS));
        return event;
    }

    private Event event(String type, int day, int known) {
        return machines.event(type, "W1", day, known);
    }
}
