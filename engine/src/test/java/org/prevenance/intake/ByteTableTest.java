package org.prevenance.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteTableTest {
    @Test
    void whatItFindsIsWhatWasAdded() {
        var random = new Random(5);
        var table = new ByteTable();
        Map<String, Integer> added = new HashMap<>();
        for (int number = 0; number < 100_000; number++) {
            byte[] key = SampleEvents.bytes("x" + Integer.toString(random.nextInt(60_000), 2 + random.nextInt(30)));
            int hash = ByteTable.hash(key, 0, key.length, 1);
            int expected =
                    added.getOrDefault(new String(key, java.nio.charset.StandardCharsets.UTF_8), ByteTable.MISSING);
            assertEquals(expected, table.find(key, 0, key.length, hash));
            if (expected == ByteTable.MISSING) {
                table.add(key, 0, key.length, hash, number);
                added.put(new String(key, java.nio.charset.StandardCharsets.UTF_8), number);
            }
        }
    }

    @Test
    void aFullTableForgetsAndGoesOn() {
        var table = new ByteTable();
        int found = 0;
        for (int number = 0; number < 1_000_000; number++) {
            byte[] key = SampleEvents.bytes("subject/%032d".formatted(number));
            int hash = ByteTable.hash(key, 0, key.length, 1);
            table.add(key, 0, key.length, hash, number);
            found += table.find(key, 0, key.length, hash) == number ? 1 : 0;
        }
        assertEquals(1_000_000, found);
        byte[] first = SampleEvents.bytes("subject/%032d".formatted(0));
        assertEquals(ByteTable.MISSING, table.find(first, 0, first.length, ByteTable.hash(first, 0, first.length, 1)));
    }

    @Test
    void namesAreFoundWhateverTheirLengthAndOrder() {
        List<String> names = List.of(
                "a",
                "ab",
                "sevenxx",
                "eightxxx",
                "exactlysixteenxx",
                "averageInsideTemperature",
                "averageInsiteTemperature",
                "averageOutsideTemperature");
        var table = new NameTable(names, "\":");
        var random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            int place = random.nextInt(names.size());
            int guess = random.nextInt(names.size());
            byte[] text = SampleEvents.bytes("{\"" + names.get(place) + "\":" + "1}".repeat(random.nextInt(4)));
            int end = names.get(place).length() + 2;
            assertEquals(place, table.find(text, 2, end - 2, random.nextInt(-1, names.size())));
            int after = table.after(guess, text, 1);
            assertTrue(after == (guess == place ? end + 2 : -1) || after == -1 && text.length < 9, names.get(guess));
            assertEquals(-1, table.find(text, 1, end - 1, -1));
        }
    }
}
