package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;

class EventLogTest {
    @TempDir
    Path folder;

    static String event(String id, String type, String subject, String time, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:test","type":"%s","subject":"%s","time":"%s","data":{%s}}
                """.formatted(id, type, subject, time, data);
    }

    static String usage(String id, String device, int day, long bytes) {
        return event(id, "device.usage", "device/" + device, day(day), "\"bytes\":" + bytes);
    }

    static String installed(String id, String device, String contract) {
        return event(id, "device.installed", "device/" + device, day(1), "\"contractId\":\"" + contract + "\"");
    }

    static String day(int day) {
        return "2026-01-%02dT00:00:00Z".formatted(day);
    }

    void file(String name, String... lines) throws IOException {
        bytes(name, String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /// The ids of each island in order, islands by their first id.
    List<String> islands(Folder asked) throws IOException {
        List<String> islands = new ArrayList<>();
        try (EventLog log = asked.threads(1).read()) {
            log.forEachIsland(1, () -> island -> islands.add(ids(island)));
        }
        islands.sort(null);
        return islands;
    }

    static String ids(Island island) {
        Event event = new Event();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < island.size(); i++) {
            island.read(i, event);
            ids.add(event.id());
        }
        return String.join(" ", ids);
    }

    List<String> reasonsByLine(Folder asked) throws IOException {
        try (EventLog log = asked.read()) {
            return log.quarantine().stream()
                    .map(one -> one.file() + ":" + one.line())
                    .toList();
        }
    }

    @Test
    void anEmptyFolderHasNoEvents() throws IOException {
        var picture = new Folder(folder).picture();
        assertEquals(new Counts(0, 0, 0, 0, 0), picture.counts());
        assertEquals(List.of(), picture.islands());
        assertEquals(Raw.ABSENT, picture.firstTime());
        assertEquals(Raw.ABSENT, picture.lastKnown());
    }

    @Test
    void aFolderThatIsNotThereIsSaidSo() {
        var asked = new Folder(folder.resolve("nowhere"));
        IOException thrown = assertThrows(IOException.class, asked::read);
        assertTrue(String.valueOf(thrown.getMessage()).contains("nowhere"));
    }

    @Test
    void aLinkPutsADeviceOnTheIslandOfItsContract() throws IOException {
        file("usage.ndjson", usage("u2", "D1", 3, 7), usage("u1", "D1", 2, 5), usage("u3", "D2", 2, 9));
        file(
                "stock/devices.jsonl",
                installed("i1", "D1", "C1"),
                event("b1", "bill.issued", "contract/C1", day(9), "\"bill\":\"B\""));
        assertEquals(List.of("i1 u1 u2 b1", "u3"), islands(new Folder(folder)));
    }

    @Test
    void eventsComeByKnownTimeThenTimeThenId() throws IOException {
        file(
                "usage.ndjson",
                usage("u2", "D1", 3, 7),
                usage("u1", "D1", 2, 5),
                usage("u0", "D1", 3, 7),
                usage("late", "D1", 1, 7).replace("\"data\"", "\"recordedtime\":\"2026-01-03T00:00:00Z\",\"data\""),
                usage("u", "D1", 3, 7));
        assertEquals(List.of("u1 late u u0 u2"), islands(new Folder(folder)));
    }

    @Test
    void theOrderByTimeIsGivenOnDemand() throws IOException {
        file(
                "usage.ndjson",
                usage("u1", "D1", 2, 5),
                usage("u2", "D1", 3, 7),
                usage("late", "D1", 1, 7).replace("\"data\"", "\"recordedtime\":\"2026-01-09T00:00:00Z\",\"data\""));
        List<Integer> order = new ArrayList<>();
        try (EventLog log = new Folder(folder).read()) {
            log.forEachIsland(1, () -> island -> {
                for (int i = 0; i < island.size(); i++) {
                    order.add(island.inTimeOrder(i));
                }
            });
        }
        assertEquals(List.of(2, 0, 1), order);
    }

    @Test
    void anEventIsFoundByItsId() throws IOException {
        file("usage.ndjson", usage("u2", "D1", 3, 7), usage("u1", "D1", 2, 5));
        Folder asked = new Folder(folder);
        try (EventLog log = asked.read()) {
            int source = asked.symbols.of("urn:test");
            log.forEachIsland(1, () -> island -> {
                assertEquals(1, island.find(source, "u2"));
                assertEquals(-1, island.find(source, "u"));
                assertEquals(-1, island.find(source + 1, "u2"));
                assertEquals("device.usage", island.type(0).name());
                assertEquals("device/D1", asked.subjects.name(island.subject(1)));
            });
        }
    }

    @Test
    void ofTwoCopiesTheOneKnownFirstCounts() throws IOException {
        file("a.ndjson", usage("u1", "D1", 5, 111), usage("u2", "D1", 2, 2));
        file("b.ndjson", usage("u1", "D1", 4, 222), usage("u2", "D1", 2, 2));
        var picture = new Folder(folder).picture();
        assertEquals(new Counts(4, 2, 2, 0, 0), picture.counts());
        assertTrue(
                picture.islands().getFirst().contains("bytes=222"),
                picture.islands().getFirst());
    }

    @Test
    void droppedFieldsOfCopiesDoNotCount() throws IOException {
        file(
                "a.ndjson",
                event("u1", "device.usage", "device/D1", day(1), "\"bytes\":1,\"colour\":2,\"taste\":3"),
                event("u1", "device.usage", "device/D1", day(2), "\"bytes\":1,\"colour\":2"));
        assertEquals(new Counts(2, 1, 1, 0, 2), new Folder(folder).picture().counts());
    }

    @Test
    void aCorrectionStandsOnTheIslandOfWhatItCorrects() throws IOException {
        file(
                "a.ndjson",
                usage("u1", "D1", 1, 5),
                event("u2", "device.usage", "device/D2", day(2), "\"bytes\":5,\"corrects\":\"u1\""),
                event("u3", "device.usage", "device/D3", day(3), "\"bytes\":5,\"retracts\":\"not-there\""));
        assertEquals(List.of("u1 u2", "u3"), islands(new Folder(folder)));
    }

    @Test
    void subjectsOfTwoGroupsNeverHangTogether() throws IOException {
        file(
                "a.ndjson",
                event("s1", "contract.started", "contract/C1", day(1), "\"customerId\":\"K1\",\"offerId\":\"O\""),
                event("s2", "contract.started", "contract/C2", day(1), "\"customerId\":\"K2\",\"offerId\":\"O\""),
                event("o2", "offer.published", "offer/O", day(3), "\"channel\":\"web\""),
                event("o1", "offer.published", "offer/O", day(2), "\"channel\":\"web\""));
        Folder asked = new Folder(folder).joins((type, field) -> true);
        assertEquals(List.of("o1 o2", "s1", "s2"), islands(asked));
    }

    @Test
    void aGroupIsVisitedAlone() throws IOException {
        file(
                "a.ndjson",
                event("s1", "contract.started", "contract/C1", day(1), "\"customerId\":\"K1\",\"offerId\":\"O\""),
                event("o1", "offer.published", "offer/O", day(2), "\"channel\":\"web\""));
        try (EventLog log = new Folder(folder).read()) {
            List<String> offers = new ArrayList<>();
            BitSet second = BitSet.valueOf(new long[] {2});
            log.forEachIsland(new EventLog.Visit(second, new int[0]), 1, () -> island -> offers.add(ids(island)));
            assertEquals(List.of("o1"), offers);
        }
    }

    @Test
    void anAwaitedSubjectIsShownOnItsIslandEvenWithoutEvents() throws IOException {
        file(
                "a.ndjson",
                event("s1", "contract.started", "contract/C1", day(1), "\"customerId\":\"K1\",\"offerId\":\"O\""),
                event("o1", "offer.published", "offer/P", day(2), "\"channel\":\"web\""));
        Folder asked = new Folder(folder);
        try (EventLog log = asked.read()) {
            int[] awaited = Stream.of("offer/O", "offer/P", "offer/NEVER-NAMED")
                    .mapToInt(asked.subjects::of)
                    .sorted()
                    .toArray();
            List<String> offers = new ArrayList<>();
            BitSet second = BitSet.valueOf(new long[] {2});
            log.forEachIsland(new EventLog.Visit(second, awaited), 1, () -> island -> {
                String subjects = IntStream.of(island.awaited())
                        .mapToObj(asked.subjects::name)
                        .collect(Collectors.joining(" "));
                offers.add(subjects + ": " + ids(island));
            });
            offers.sort(null);
            assertEquals(List.of("offer/NEVER-NAMED: ", "offer/O: ", "offer/P: o1"), offers);
        }
    }

    @Test
    void linesAreCountedAcrossChunks() throws IOException {
        String bad = "{\"broken\": }\n";
        file(
                "a.ndjson",
                "\uFEFF",
                usage("u1", "D1", 1, 1),
                "\r\n",
                bad,
                "  \n",
                usage("u2", "D1", 2, 1),
                bad,
                "\n\n",
                bad);
        file("b.ndjson", bad, usage("u3", "D1", 3, 1).strip());
        for (int chunk : new int[] {1, 2, 3, 13, 100, 150, 1 << 20}) {
            Folder asked = new Folder(folder).limits(Limits.usual().withChunkBytes(chunk));
            assertEquals(List.of("a.ndjson:3", "a.ndjson:6", "a.ndjson:9", "b.ndjson:1"), reasonsByLine(asked));
            assertEquals(new Counts(7, 3, 0, 4, 0), asked.picture().counts(), "chunks of " + chunk);
        }
    }

    @Test
    void theQuarantineKeepsTheLineAsRead() throws IOException {
        file("a.ndjson", "{\"broken\": \"é\"\r\n");
        try (EventLog log = new Folder(folder).read()) {
            Quarantined one = log.quarantine().getFirst();
            assertEquals("{\"broken\": \"é\"", one.raw());
        }
    }

    @Test
    void aVeryLongLineIsClippedAndTheNextIsRead() throws IOException {
        String huge = "{\"x\":\"" + "y".repeat(900_000) + "\"}\n";
        file("a.ndjson", usage("u1", "D1", 1, 1), huge, usage("u2", "D1", 2, 1));
        for (int chunk : new int[] {100, 70_000, 1 << 22}) {
            Limits limits = new Limits(chunk, 300_000, 4096, 1 << 20, 1 << 20, 10, folder);
            Folder asked = new Folder(folder).limits(limits);
            try (EventLog log = asked.read()) {
                Quarantined one = log.quarantine().getFirst();
                assertEquals(2, one.line());
                assertEquals(Lines.CLIP, one.raw().length());
                assertEquals(new Counts(3, 2, 0, 1, 0), log.counts());
            }
        }
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        bytes("a.ndjson.gz", gzip(usage("u1", "D1", 1, 1)));
        bytes("b.jsonl.zst", Zstd.compress(usage("u2", "D1", 2, 1).getBytes(StandardCharsets.UTF_8)));
        bytes("c.json.gz", gzip("[" + usage("u3", "D1", 3, 1) + "," + usage("u4", "D1", 4, 1) + "]"));
        assertEquals(List.of("u1 u2 u3 u4"), islands(new Folder(folder)));
    }

    @Test
    void ofATruncatedFileWhatWasReadIsKept() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            many.append(usage("u" + i * 7919L % 30_000, "D" + i * 31L % 977, 1 + i % 28, i * 104_729L % 1_000_003));
        }
        byte[] gz = gzip(many.toString());
        byte[] zst = Zstd.compress(many.toString().getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("a.ndjson.gz", "a.ndjson.zst")) {
            byte[] all = name.endsWith("gz") ? gz : zst;
            bytes(name, Arrays.copyOf(all, all.length * 3 / 4));
            try (EventLog log = new Folder(folder).read()) {
                assertEquals(1, log.counts().quarantined(), name);
                assertTrue(log.counts().admitted() > 1000, name + ": " + log.counts());
                assertEquals(
                        log.counts().admitted() + 1, log.quarantine().getFirst().line());
            }
            Files.delete(folder.resolve(name));
        }
    }

    @Test
    void filesThatAreNotWhatTheirNameSaysDoNotStopTheRun() throws IOException {
        file("a.ndjson.gz", "this is not gzip");
        file("b.ndjson.zst", "this is not zstandard");
        file("c.csv", "a,b\n");
        file("d.json", "\"just text\"");
        file("e.json", "[1, 2, 3]");
        file("f.json", "{\"name\": \"settings\",\n \"size\": 3}");
        file("g.json", "[" + usage("u1", "D1", 1, 1) + ", 7,\n" + usage("u2", "D1", 2, 1));
        file("truth.json", "{}");
        file("sources.yaml", "a: b");
        file("h.ndjson", usage("u3", "D1", 3, 1));
        Folder asked = new Folder(folder);
        assertEquals(
                List.of(
                        "a.ndjson.gz:1",
                        "b.ndjson.zst:1",
                        "c.csv:1",
                        "d.json:1",
                        "e.json:1",
                        "f.json:1",
                        "g.json:2",
                        "g.json:4"),
                reasonsByLine(asked));
        assertEquals(List.of("u1 u2 u3"), islands(asked));
    }

    @Test
    void rowsComeFromTheirOpener() throws IOException {
        file("bills/a.csv", "C1;12\n");
        Folder asked = new Folder(folder);
        asked.rows((file, name) -> sink -> {
            Event row = new Event();
            row.clear(FewTypes.VOCABULARY.types().getFirst());
            row.id(name);
            row.source(asked.symbols.of("urn:rows"));
            row.subject(asked.subjects.of("device/D1"));
            sink.admitted(row, 1);
            sink.refused(2, "amount", "Expected a number.", "C1;x");
            throw new IOException("the disk is gone");
        });
        try (EventLog log = asked.read()) {
            assertEquals(new Counts(3, 1, 0, 2, 0), log.counts());
            assertEquals(
                    new Quarantined("bills/a.csv", 2, "amount", "Expected a number.", "C1;x"),
                    log.quarantine().getFirst());
        }
    }

    @Test
    void aLongQuarantineWaitsInATemporaryFile() throws IOException {
        int lines = 5000;
        StringBuilder bad = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            bad.append("bad line number ").append(i).append('\n');
        }
        file("a.ndjson", bad.toString());
        Limits limits = new Limits(10_000, 1 << 20, 4096, 1 << 20, 1 << 20, 3, folder);
        try (EventLog log = new Folder(folder).limits(limits).read()) {
            List<String> raws = new ArrayList<>();
            log.forEachQuarantined(one -> raws.add(one.line() + " " + one.raw()));
            assertEquals(lines, raws.size());
            for (int i = 1; i <= lines; i++) {
                assertEquals(i + " bad line number " + i, raws.get(i - 1));
            }
        }
    }

    @Test
    void anIdLargerThanAPageIsRefused() throws IOException {
        file("a.ndjson", usage("u".repeat(70_000), "D1", 1, 1), usage("u".repeat(60_000), "D1", 2, 1));
        assertEquals(new Counts(2, 1, 0, 1, 0), new Folder(folder).picture().counts());
    }

    @Test
    void aVisitorsFailureIsThrown() throws IOException {
        file("a.ndjson", usage("u1", "D1", 1, 1));
        try (EventLog log = new Folder(folder).read()) {
            IslandVisitor failing = island -> {
                throw new IllegalStateException("engine trouble");
            };
            assertThrows(IllegalStateException.class, () -> log.forEachIsland(2, () -> failing));
        }
    }

    @Test
    void progressAddsUpToAllBytesAndItems() throws IOException {
        file("a.ndjson", usage("u1", "D1", 1, 1), "bad\n");
        bytes("b.ndjson.gz", gzip(usage("u2", "D1", 1, 1)));
        long size = Files.size(folder.resolve("a.ndjson")) + Files.size(folder.resolve("b.ndjson.gz"));
        long[] seen = new long[4];
        Progress progress = new Progress() {
            @Override
            public void begins(long bytes) {
                seen[0] = bytes;
            }

            @Override
            public synchronized void read(long bytes, long events) {
                seen[1] += bytes;
                seen[2] += events;
            }

            @Override
            public void done() {
                seen[3]++;
            }
        };
        EventLog.read(folder, new Folder(folder).plan(), progress).close();
        assertEquals(List.of(size, size, 3L, 1L), Arrays.stream(seen).boxed().toList());
    }
}
