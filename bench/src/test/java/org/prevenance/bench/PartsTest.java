package org.prevenance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    @TempDir
    Path folder;

    @Test
    void holdAllLinesInOrderAndWholeContracts() throws IOException {
        Path events = folder.resolve("events.ndjson");
        SampleWorld.write(events, 20, 150, 3);
        Parts.write(events, folder.resolve("parts"), 2);
        List<String> first = Files.readAllLines(folder.resolve("parts/part-0.ndjson"));
        List<String> second = Files.readAllLines(folder.resolve("parts/part-1.ndjson"));
        assertTrue(Math.min(first.size(), second.size()) > 100, "a part is nearly empty");

        List<String> merged = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            merged.add(!first.isEmpty() && line.equals(first.getFirst()) ? first.removeFirst() : second.removeFirst());
        }
        assertEquals(Files.readAllLines(events), merged);

        List<String> flagged = new ArrayList<>();
        for (String part : List.of("part-0.ndjson", "part-1.ndjson")) {
            flagged.addAll(
                    HandWritten.answer(folder.resolve("parts").resolve(part)).flagged());
        }
        assertEquals(HandWritten.answer(events), new Answer(flagged));
    }
}
