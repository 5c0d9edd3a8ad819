package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prevenance.files.Limits;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;

/// The answer depends on the events alone: not on threads, memory, or how the events lie in files. Compared to the
/// byte.
class CheckLawsTest {
    private static final int DAYS = 250;
    private static final Pattern KNOWN = Pattern.compile("\"recordedtime\":\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static List<World> worlds = List.of();

    /// A simulated world and the answer to hold all others against.
    record World(long seed, Path byKind, List<String> lines, String answer) {
        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    @BeforeAll
    static void writeWorlds() throws IOException {
        List<World> written = new ArrayList<>();
        for (long seed = 11; seed <= 13; seed++) {
            written.add(world(seed, 60 + (int) (seed - 11) * 45));
        }
        worlds = written;
        TreeSet<String> signals = new TreeSet<>();
        for (World world : worlds) {
            Matcher signal = Pattern.compile("\"signal\":\"([^\"]*)\"").matcher(world.answer());
            signal.results().forEach(match -> signals.add(match.group(1)));
        }
        assertTrue(signals.size() >= 6, () -> "The worlds are too tame to prove anything: " + signals);
    }

    static List<World> worlds() {
        return worlds;
    }

    private static World world(long seed, int customers) throws IOException {
        boolean messy = seed % 2 == 1;
        LocalDate start = LocalDate.of(2024, 2, 1).plusDays(seed);
        Path byKind = folder.resolve("kinds-" + seed);
        Path oneFile = folder.resolve("one-" + seed);
        Simulate.write(byKind, Settings.telecom(seed, customers, DAYS, start, messy, Layout.BY_KIND));
        Simulate.write(oneFile, Settings.telecom(seed, customers, DAYS, start, messy, Layout.ONE_FILE));
        List<String> lines = Files.readAllLines(oneFile.resolve("events.ndjson"));
        return new World(
                seed, byKind, lines, new TelecomCheck(oneFile).withThreads(1).json());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void threadsDoNotMatterNorThatEachKindHasItsFile(World world) {
        for (int threads = 1; threads <= 3; threads++) {
            String answer =
                    new TelecomCheck(world.byKind()).withThreads(threads).json();
            assertEquals(world.answer(), answer, threads + " threads");
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theOrderOfLinesDoesNotMatter(World world) throws IOException {
        Path shuffled = fresh("shuffled", world);
        write(Files.newOutputStream(shuffled.resolve("e.ndjson")), shuffled(world.lines(), world.seed()));
        assertEquals(world.answer(), new TelecomCheck(shuffled).json());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void namesFoldersAndCompressionOfFilesDoNotMatter(World world) throws IOException {
        Path many = fresh("many", world);
        List<String> lines = shuffled(world.lines(), world.seed() + 1);
        Random random = new Random(world.seed());
        for (int from = 0, file = 0; from < lines.size(); file++) {
            int to = Math.min(lines.size(), from + 1 + random.nextInt(lines.size() / 20));
            Path inside = many.resolve("%c/%d".formatted('z' - file % 5, file % 3));
            Files.createDirectories(inside);
            String name = "%x".formatted(random.nextInt());
            try (OutputStream out = open(inside, name, file % 4)) {
                write(out, lines.subList(from, to));
            }
            from = to;
        }
        assertEquals(world.answer(), new TelecomCheck(many).withThreads(3).json());
    }

    private static OutputStream open(Path folder, String name, int how) throws IOException {
        return switch (how) {
            case 0 -> new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".ndjson.gz")));
            case 1 -> new ZstdOutputStream(Files.newOutputStream(folder.resolve(name + ".jsonl.zst")));
            case 2 -> Files.newOutputStream(folder.resolve(name + ".NDJSON"));
            default -> Files.newOutputStream(folder.resolve(name + ".jsonl"));
        };
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void duplicatesOnlyAddToTheCountOfDuplicates(World world) throws IOException {
        Path twice = fresh("twice", world);
        List<String> lines = new ArrayList<>(world.lines());
        Random random = new Random(world.seed());
        int added = 0;
        for (String line : world.lines()) {
            // broken lines have no identity: each counts as quarantined, however often it comes
            if (random.nextInt(3) == 0 && KNOWN.matcher(line).find()) {
                lines.add(line);
                added++;
            }
        }
        write(Files.newOutputStream(twice.resolve("e.jsonl")), shuffled(lines, world.seed()));
        String expected = more(more(world.answer(), "read", added), "duplicates", added);
        assertEquals(expected, new TelecomCheck(twice).json());
    }

    private static String more(String answer, String count, int added) {
        Matcher matcher = Pattern.compile("\"" + count + "\":(\\d+)").matcher(answer);
        return matcher.replaceFirst(match -> "\"" + count + "\":" + (Long.parseLong(match.group(1)) + added));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void memoryDoesNotMatter(World world) {
        Path temporary = Limits.usual().temporary();
        Limits tiny = new Limits(777, 1 << 20, 512, 20_000, 1 << 15, 3, temporary);
        assertEquals(
                world.answer(),
                new TelecomCheck(world.byKind()).withLimits(tiny).withThreads(2).json());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void untilSeesOnlyWhatWasKnownByThen(World world) throws IOException {
        Random random = new Random(world.seed());
        List<String> instants = world.lines().stream()
                .map(CheckLawsTest::known)
                .filter(known -> !known.isEmpty())
                .toList();
        for (int i = 0; i < 3; i++) {
            String at = instants.get(random.nextInt(instants.size() / 4, instants.size()));
            Instant until = Instant.parse(at).minusMillis(i); // at the very instant of an event, and just before it
            Path past = fresh("past-" + i, world);
            List<String> by = world.lines().stream()
                    .filter(line -> !known(line).isEmpty()
                            && !Instant.parse(known(line)).isAfter(until))
                    .toList();
            write(Files.newOutputStream(past.resolve("e.ndjson")), by);
            assertEquals(
                    cases(new TelecomCheck(past).withUntil(until).json()),
                    cases(new TelecomCheck(world.byKind()).withUntil(until).json()),
                    "until " + until);
        }
    }

    private static String known(String line) {
        Matcher known = KNOWN.matcher(line);
        return known.find() ? known.group(1) : "";
    }

    private static String cases(String answer) {
        return answer.substring(answer.indexOf("\"cases\""));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void anArrayInOneDocumentSaysTheSameAsLines(World world) throws IOException {
        List<String> sound = world.lines().stream()
                .filter(line -> KNOWN.matcher(line).find())
                .toList();
        Path lines = fresh("sound", world);
        write(Files.newOutputStream(lines.resolve("e.ndjson")), sound);
        Path array = fresh("array", world);
        Files.writeString(array.resolve("e.json"), "[\n" + String.join(" ,\n ", sound) + "\n]\n");
        assertEquals(new TelecomCheck(lines).json(), new TelecomCheck(array).json());
    }

    private static Path fresh(String name, World world) throws IOException {
        return Files.createDirectories(folder.resolve(name + "-" + world.seed()));
    }

    private static List<String> shuffled(List<String> lines, long seed) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static void write(OutputStream out, List<String> lines) throws IOException {
        try (out) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
