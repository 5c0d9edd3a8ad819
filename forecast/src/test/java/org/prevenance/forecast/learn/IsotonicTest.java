package org.prevenance.forecast.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicTest {
    @Test
    void scores_out_of_order_are_pooled() {
        // 0.2 came about and 0.4 did not: told apart they would fall, so both mean one half
        Isotonic fitted = Isotonic.fit(new double[] {0.2, 0.4}, new boolean[] {true, false});

        assertEquals(0.5, fitted.apply(0.2), 1e-12);
        assertEquals(0.5, fitted.apply(0.9), 1e-12);
    }

    @Test
    void probabilities_that_were_too_sure_become_true() {
        Random random = new Random(3);
        double[] scores = new double[20_000];
        boolean[] happened = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble();
            happened[i] = random.nextDouble() < 0.3 + 0.4 * scores[i];
        }
        Isotonic fitted = Isotonic.fit(scores, happened);

        assertEquals(0.34, fitted.apply(0.1), 0.03);
        assertEquals(0.50, fitted.apply(0.5), 0.03);
        assertEquals(0.66, fitted.apply(0.9), 0.03);
        for (double score = 0.05; score < 1; score += 0.05) {
            assertTrue(fitted.apply(score) >= fitted.apply(score - 0.05), "it never falls");
        }
    }

    @Test
    void it_is_never_quite_certain_and_can_be_written_down() {
        Isotonic fitted = Isotonic.fit(new double[] {0.1, 0.9}, new boolean[] {false, true});
        Isotonic readBack = Isotonic.of(fitted.points());

        assertEquals(0.25, fitted.apply(0.1));
        assertEquals(0.75, fitted.apply(0.9));
        assertEquals(0.5, fitted.apply(0.5), 1e-12);
        assertArrayEquals(fitted.points(), readBack.points());
        assertEquals(0.3, Isotonic.of(new double[0]).apply(0.3), "not fitted: as told");
    }
}
