package org.prevenance.forecast.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void it_is_what_stands_in_the_middle_once_all_are_in_order() {
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            int size = 1 + random.nextInt(40);
            double[] values = random.doubles(size)
                    .map(value -> Math.round(value * 20 - 5)) // so that many are equal
                    .toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);

            assertEquals((sorted[(size - 1) / 2] + sorted[size / 2]) / 2, Median.of(values));
        }
    }
}
