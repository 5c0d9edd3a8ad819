package org.prevenance.forecast.failure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Raw;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.DeclarationReader;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;

class AgePolicyTest {
    private static final long LATER = 10_000 * Raw.DAY;
    private static final Prices PRICED = new Prices(90, 600, 100.0, "EUR");

    @Test
    void aReplacedDeviceCostsItsReplacementAndThenWhatANewOneDoesAtItsAge() {
        AgePolicy policy = new AgePolicy.ReplacedAt(3, new double[] {0.1, 0, 0.25, 0.65});

        assertEquals(0, policy.cost(question(13, 40), PRICED), "two weeks old and well");
        assertEquals(600, policy.cost(question(13, 15), PRICED), "it fails before it is replaced");
        assertEquals(100 + 0.1 * 600, policy.cost(question(20, 22), PRICED), 1e-9, "replaced: new ones fail early");
        assertEquals(0, policy.cost(question(27, 40), PRICED), "the new one is a week old");
        assertEquals(0.25 * 600, policy.cost(question(34, 40), PRICED), 1e-9);
        assertEquals(100 + 0.1 * 600, policy.cost(question(41, 48), PRICED), 1e-9, "replaced in its turn");
    }

    @Test
    void whereAllFailAtTenWeeksTheyAreReplacedJustBefore() {
        List<Question> known = lives(75, 75, 75, 75);

        var policy = (AgePolicy.ReplacedAt) AgePolicy.cheapest(known, LATER, PRICED);

        assertEquals(10, policy.weeks());
        assertEquals(1, policy.failures()[10]);
    }

    @Test
    void aReplacementAsDearAsABreakdownNeverPays() {
        Prices dear = new Prices(90, 600, 600.0, "EUR");

        var policy = (AgePolicy.ReplacedAt) AgePolicy.cheapest(lives(30, 75, 75, 120), LATER, dear);

        assertEquals(Integer.MAX_VALUE, policy.weeks());
        assertEquals(0, policy.cost(question(699, 800), dear));
    }

    @Test
    void thoseStillAliveCountUpToTheirAge() {
        List<Question> known = new ArrayList<>(lives(10, 24));
        known.addAll(alive(17));
        known.addAll(alive(24));

        var policy = (AgePolicy.ReplacedAt) AgePolicy.cheapest(known, LATER, PRICED);

        // one of four fails in the second week; one is lost sight of in the third; of two left one fails in the fourth
        assertArrayEquals(new double[] {0, 0.25, 0, 0.375}, java.util.Arrays.copyOf(policy.failures(), 4), 1e-9);
    }

    @Test
    void aFailureThatIsNotKnownYetIsNotLearntFrom() {
        List<Question> known = lives(75, 75);

        var policy = (AgePolicy.ReplacedAt) AgePolicy.cheapest(known, 74 * Raw.DAY, PRICED);

        assertEquals(0, policy.failures()[10]);
    }

    @Test
    void aPriceInAnotherCurrencyIsAMistake() {
        Mistakes mistakes = new Mistakes();
        Declaration declaration = DeclarationReader.read(new NamedText("own.forecast.yaml", """
                forecast: own
                target: failure
                title: {fr: "Panne", en: "Failure"}
                purpose: care
                visit: 90 EUR
                breakdown: 600 EUR
                replacement: 400 CHF
                measures: [vibration]
                """), mistakes);
        assertTrue(declaration != null);

        FailureTarget.of(declaration);

        String told = mistakes.sorted().getFirst().render();
        assertTrue(told.contains("own.forecast.yaml:7") && told.contains("currency of the visit"), told);
    }

    /// Asked each day until the device fails.
    private static List<Question> lives(int... ages) {
        List<Question> questions = new ArrayList<>();
        for (int failure : ages) {
            Question.Life life = new Question.Life();
            life.failed(failure * Raw.DAY, failure * Raw.DAY);
            for (int age = 0; age < failure; age++) {
                questions.add(question(age, life));
            }
        }
        return questions;
    }

    private static List<Question> alive(int until) {
        Question.Life life = new Question.Life();
        List<Question> questions = new ArrayList<>();
        for (int age = 0; age <= until; age++) {
            questions.add(question(age, life));
        }
        return questions;
    }

    private static Question question(int age, int failure) {
        return lives(failure).get(age);
    }

    /// At the end of a day, of a device that reported first on day 0.
    private static Question question(int age, Question.Life life) {
        return new Question(1, (age + 1) * Raw.DAY - 1, age, new double[0], false, life);
    }
}
