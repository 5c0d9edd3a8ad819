package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedSortTest {
    @Test
    void sortsLikeAStableSort() {
        KeyedSort sort = new KeyedSort();
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int length = random.nextInt(400);
            long[] keys = keys(random, length);
            int from = length == 0 ? 0 : random.nextInt(length);
            int to = from + random.nextInt(length - from + 1);
            long[] values = IntStream.range(0, length).asLongStream().toArray();
            long[] expected = values.clone();
            Long[] middle = Arrays.stream(values, from, to).boxed().toArray(Long[]::new);
            long[] original = keys.clone();
            Arrays.sort(middle, Comparator.comparingLong(i -> original[(int) (long) i]));
            for (int i = from; i < to; i++) {
                expected[i] = middle[i - from];
            }
            sort.sort(keys, values, from, to);
            assertArrayEquals(expected, values, "seed " + seed);
            assertArrayEquals(Arrays.stream(values).map(i -> original[(int) i]).toArray(), keys, "seed " + seed);
        }
    }

    /// Random, nearly sorted, or several sorted stretches one after another.
    private static long[] keys(Random random, int length) {
        long[] keys = random.longs(length, -50, 50).toArray();
        int stretches = random.nextInt(5);
        for (int i = 0; i < stretches; i++) {
            Arrays.sort(keys, length * i / stretches, length * (i + 1) / stretches);
        }
        return keys;
    }
}
