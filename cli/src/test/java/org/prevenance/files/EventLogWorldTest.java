package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random worlds, written to files in many ways, must always read as the plain model says.
class EventLogWorldTest {
    private static final Limits USUAL = Limits.usual();

    @TempDir
    Path temporary;

    private Path fresh(String name) throws IOException {
        return Files.createDirectories(temporary.resolve(name));
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        String name = file.getFileName().toString();
        return name.endsWith(".gz")
                ? new GZIPOutputStream(plain)
                : name.endsWith(".zst") ? new ZstdOutputStream(plain) : plain;
    }

    /// Spreads shuffled lines over files of all formats.
    private static void write(Path folder, List<String> lines, Random random, String... names) throws IOException {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        int from = 0;
        for (int i = 0; i < names.length; i++) {
            int to = i == names.length - 1 ? shuffled.size() : from + random.nextInt(shuffled.size() - from);
            String end = random.nextBoolean() ? "\r\n" : "\n";
            try (OutputStream out = open(folder.resolve(names[i]))) {
                out.write(String.join(end, shuffled.subList(from, to)).getBytes(StandardCharsets.UTF_8));
            }
            from = to;
        }
    }

    private static void assertSame(Folder.Picture expected, Folder.Picture actual, String hint) {
        assertEquals(expected.counts(), actual.counts(), hint);
        assertEquals(expected.islands(), actual.islands(), hint);
        assertEquals(expected.firstTime(), actual.firstTime(), hint);
        assertEquals(expected.lastKnown(), actual.lastKnown(), hint);
        assertEquals(expected.counts().quarantined(), actual.quarantine().size(), hint);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void readAsThePlainModelSays(int threads) throws IOException {
        for (long seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<String> lines = World.lines(seed, 3 + random.nextInt(60), 50 + random.nextInt(400));
            Path folder = fresh("w" + seed);
            write(folder, lines, random, "a.ndjson", "b.jsonl.gz", "c.ndjson.zst", "d.ndjson", "e.jsonl");
            int chunk = new int[] {1, 7, 100, 1000, 100_000}[random.nextInt(5)];
            Folder asked = new Folder(folder).threads(threads).limits(USUAL.withChunkBytes(chunk));
            assertSame(PlainModel.picture(asked, lines), asked.picture(), "seed " + seed + ", chunks of " + chunk);
        }
    }

    @Test
    void readTheSameWhenPagesAreSpilled() throws IOException {
        for (long seed = 100; seed < 108; seed++) {
            Random random = new Random(seed);
            List<String> lines = World.lines(seed, 40, 600);
            Path folder = fresh("w" + seed);
            write(folder, lines, random, "a.ndjson", "b.ndjson");
            Limits tight = new Limits(1000, 1 << 20, 512, random.nextInt(3) * 2048L, 4096, 10, temporary);
            Folder asked = new Folder(folder).threads(2).limits(tight);
            var expected = PlainModel.picture(asked, lines);
            try (EventLog log = asked.read()) {
                assertTrue(log.spilledBytes() > 0, "seed " + seed);
                assertSame(expected, asked.picture(log), "seed " + seed);
                assertSame(expected, asked.picture(log), "seed " + seed + ", visited again");
            }
        }
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList(), "temporary files must be gone");
        }
    }

    @Test
    void otherIdFieldsJoinOnlyWhereThePlanSaysSo() throws IOException {
        for (long seed = 200; seed < 206; seed++) {
            List<String> lines = World.lines(seed, 50, 200);
            Path folder = fresh("w" + seed);
            write(folder, lines, new Random(seed), "a.ndjson");
            Folder asked = new Folder(folder).joins((type, field) -> type.name().equals("contact.received"));
            assertSame(PlainModel.picture(asked, lines), asked.picture(), "seed " + seed);
        }
    }

    @Test
    void whatIsKnownTooLateIsCountedButNotHandedOut() throws IOException {
        for (long seed = 400; seed < 406; seed++) {
            List<String> lines = World.lines(seed, 20, 300);
            Path folder = fresh("w" + seed);
            write(folder, lines, new Random(seed), "a.ndjson", "b.ndjson");
            long middleOfJanuary = 1_768_435_200_000_000L;
            Folder asked = new Folder(folder).until(middleOfJanuary);
            assertSame(PlainModel.picture(asked, lines), asked.picture(), "seed " + seed);
        }
    }
}
