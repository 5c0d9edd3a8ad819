package org.prevenance.forecast.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final Boosting.Settings SMALL = new Boosting.Settings(40, 0.2, 7, 20, 1, 0.8, 5, 1);

    /// Ten minutes late where the first fact is positive, else in time; one in five much later. The second fact is a
    /// name: those of the name 2 are five minutes later still.
    private final float[] matrix = new float[3_000 * 2];

    private final float[] late = new float[3_000];

    {
        Random random = new Random(11);
        for (int i = 0; i < late.length; i++) {
            matrix[2 * i] = (float) random.nextGaussian();
            matrix[2 * i + 1] = i % 50 == 0 ? Float.NaN : random.nextInt(4);
            late[i] =
                    (matrix[2 * i] > 0 ? 10 : 0) + (matrix[2 * i + 1] == 2 ? 5 : 0) + (random.nextInt(5) == 0 ? 60 : 0);
        }
    }

    @Test
    void it_learns_the_middle_and_not_the_mean() {
        try (Boosting model = learn(new Boosting.Aim.Middle())) {
            double[] said = model.predict(new float[] {-1, 0, 1, 0, 1, 2});

            assertArrayEquals(new double[] {0, 10, 15}, said, 1);
        }
    }

    @Test
    void it_learns_quantiles_and_probabilities() {
        try (Boosting high = learn(new Boosting.Aim.Quantile(0.9))) {
            assertEquals(60, high.predict(new float[] {-1, 0})[0], 4);
        }
        float[] over50 = new float[late.length];
        for (int i = 0; i < late.length; i++) {
            over50[i] = late[i] > 50 ? 1 : 0;
        }
        try (Boosting probability =
                Boosting.learn(matrix, over50, List.of(1), new Boosting.Aim.Probability(), SMALL, _ -> {})) {
            assertEquals(0.2, probability.predict(new float[] {-1, 0})[0], 0.1);
        }
    }

    @Test
    void the_same_rows_make_the_same_model_to_the_byte() {
        try (Boosting one = learn(new Boosting.Aim.Middle());
                Boosting other = learn(new Boosting.Aim.Middle())) {
            assertArrayEquals(one.bytes(), other.bytes());
        }
    }

    @Test
    void the_number_of_threads_does_not_matter() {
        var two = new Boosting.Settings(40, 0.2, 7, 20, 1, 0.8, 5, 2);
        try (Boosting one = learn(new Boosting.Aim.Middle());
                Boosting other = Boosting.learn(matrix, late, List.of(1), new Boosting.Aim.Middle(), two, _ -> {})) {
            assertArrayEquals(one.bytes(), other.bytes());
        }
    }

    @Test
    void a_model_read_back_says_the_same() {
        try (Boosting model = learn(new Boosting.Aim.Middle());
                Boosting readBack = Boosting.load(model.bytes(), 2, 1)) {
            assertArrayEquals(model.predict(matrix), readBack.predict(matrix));
        }
    }

    @Test
    void it_says_which_facts_it_looked_at() {
        try (Boosting model = learn(new Boosting.Aim.Middle())) {
            double[] gains = model.gains();

            assertTrue(gains[0] > gains[1] && gains[1] > 0);
        }
    }

    @Test
    void nothing_asked_nothing_said() {
        try (Boosting model = learn(new Boosting.Aim.Middle())) {
            assertEquals(0, model.predict(new float[0]).length);
        }
    }

    private Boosting learn(Boosting.Aim aim) {
        return Boosting.learn(matrix, late, List.of(1), aim, SMALL, _ -> {});
    }
}
