package org.prevenance.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolsTest {
    @Test
    void equal_texts_have_one_symbol_and_give_the_text_back() {
        Symbols symbols = new Symbols();
        List<String> texts = List.of("", "a", "b", "été", "🚄", "contract/C1", "contract/C12", "x".repeat(3_000_000));

        List<Integer> first = texts.stream().map(symbols::of).toList();
        List<Integer> again =
                texts.stream().map(SymbolsTest::copy).map(symbols::of).toList();

        assertEquals(IntStream.range(0, texts.size()).boxed().toList(), first);
        assertEquals(first, again);
        assertEquals(texts, first.stream().map(symbols::text).toList());
        assertEquals(texts.size(), symbols.size());
    }

    @Test
    void a_text_is_found_by_its_place_among_other_bytes() {
        Symbols symbols = new Symbols();
        byte[] line = "\"C1\",\"C1\"".getBytes(StandardCharsets.UTF_8);

        assertEquals(symbols.of("C1"), symbols.of(line, 1, 3));
        assertEquals(symbols.of("C1"), symbols.of(line, 6, 8));
    }

    @Test
    void threads_that_meet_the_same_texts_agree_on_their_symbols() throws InterruptedException, ExecutionException {
        Symbols symbols = new Symbols();
        int count = 50_000;
        List<Future<int[]>> seen = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                long seed = thread;
                seen.add(pool.submit(() -> meetAll(symbols, count, new Random(seed))));
            }
        }

        int[] agreed = seen.getFirst().get();
        for (Future<int[]> one : seen) {
            assertArrayEquals(agreed, one.get());
        }
        Set<Integer> distinct = new HashSet<>();
        for (int i = 0; i < count; i++) {
            assertEquals("text " + i, symbols.text(agreed[i]));
            distinct.add(agreed[i]);
        }
        assertEquals(count, distinct.size());
        assertEquals(count, symbols.size());
    }

    private static int[] meetAll(Symbols symbols, int count, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, random);
        int[] found = new int[count];
        order.forEach(i -> found[i] = symbols.of("text " + i));
        return found;
    }

    private static String copy(String text) {
        return new String(text.toCharArray());
    }
}
