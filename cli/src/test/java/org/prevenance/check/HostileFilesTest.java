package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.files.Limits;

/// Whatever lies in the folder, a check comes to its end, counts every item once, and still finds what the sound events
/// say.
class HostileFilesTest {
    private static final String BILLED_AFTER_END = "telecom/billed-after-end";

    @TempDir
    Path folder;

    @Test
    void brokenFilesNeverStopACheck() throws IOException {
        sound("a-sound.ndjson", "C1");
        write("broken.ndjson", "{\"specversion\":\n{}\n[]\nnull\n\"x\"\n{{{{\n\u0000\u0001\n{\"id\":\"\\ud800\"}\n");
        write("broken.json", "[{\"specversion\":\"1.0\",");
        write("deep.json", "[".repeat(100_000));
        write("empty.ndjson", "");
        write("empty.json", "");
        write("blank.jsonl", "\n\n   \r\n\t\n");
        write("not-gz.ndjson.gz", "this is no gzip");
        write("not-zst.ndjson.zst", "this is no zstd");
        write("empty.ndjson.gz", "");
        write("rows.csv", "a;b\n1;2\n");
        write("rows.parquet", "PAR1");
        Files.write(folder.resolve("latin.ndjson"), new byte[] {'{', (byte) 0xe9, (byte) 0xff, '}', '\n'});
        Files.createDirectories(folder.resolve("x.json/y.ndjson"));
        Files.createSymbolicLink(folder.resolve("loop.ndjson"), folder.resolve("loop.ndjson"));
        Files.createSymbolicLink(folder.resolve("round"), folder);
        byte[] whole = gzip(String.join("\n", lines("C2")));
        Files.write(folder.resolve("cut.ndjson.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        sound("z-sound.ndjson", "C3");

        CheckResult result = balanced(new TelecomCheck(folder).result());

        assertEquals(List.of("contract/C1", "contract/C3"), subjects(result));
        assertTrue(result.counts().quarantined() >= 10, () -> result.counts().toString());
    }

    @Test
    void aHugeLineIsPutAsideAndTheNextOnesAreRead() throws IOException {
        List<String> lines = new ArrayList<>(lines("C1"));
        lines.add(1, "{\"specversion\":\"1.0\",\"id\":\"" + "x".repeat(3_000_000) + "\"}");
        lines.add(2, "y".repeat(2_000_000));
        write("huge.ndjson", String.join("\n", lines));
        Limits usual = Limits.usual();
        Limits small = new Limits(10_000, 100_000, 512, 50_000, 1 << 16, 3, usual.temporary());

        CheckResult result = balanced(new TelecomCheck(folder).withLimits(small).result());

        assertEquals(List.of("contract/C1"), subjects(result));
        assertEquals(2, result.counts().quarantined());
    }

    @Test
    void eventsThatCannotBeAreQuarantinedOneByOne() throws IOException {
        List<String> lines = new ArrayList<>(lines("C1"));
        String bill = lines.getLast();
        lines.add(bill.replace("bill.issued", "bill.invented").replace("\"id\":\"", "\"id\":\"t"));
        lines.add(bill.replace("\"time\":\"2025-03", "\"time\":\"2999-03").replace("\"id\":\"", "\"id\":\"f"));
        lines.add(bill.replace("\"time\":\"2025-03", "\"time\":\"2025-13").replace("\"id\":\"", "\"id\":\"m"));
        lines.add(bill.replace("\"EUR\"", "\"euro\"").replace("\"id\":\"", "\"id\":\"c"));
        lines.add(bill.replace("\"29.99\"", "\"29,99\"").replace("\"id\":\"", "\"id\":\"k"));
        lines.add(bill.replace("\"29.99\"", "29.99").replace("\"id\":\"", "\"id\":\"n"));
        lines.add(bill.replace("\"29.99\"", "\"1e400\"").replace("\"id\":\"", "\"id\":\"h"));
        lines.add(bill.replace("contract/C1", "contract/").replace("\"id\":\"", "\"id\":\"s"));
        lines.add(bill.replace("contract/C1", "customer/C1").replace("\"id\":\"", "\"id\":\"w"));
        write("e.ndjson", String.join("\n", lines));

        CheckResult result = balanced(new TelecomCheck(folder).result());

        assertEquals(List.of("contract/C1"), subjects(result));
        assertTrue(
                result.quarantine().stream().allMatch(one -> !one.reason().isBlank()),
                () -> result.quarantine().toString());
    }

    @Test
    void currenciesThatMixStopNothing() throws IOException {
        List<String> lines = new ArrayList<>(lines("C1"));
        lines.addAll(lines("C2"));
        lines.add(lines("C1").getLast().replace("\"EUR\"", "\"USD\"").replace("\"id\":\"", "\"id\":\"u"));
        write("e.ndjson", String.join("\n", lines));

        CheckResult result = balanced(new TelecomCheck(folder).result());

        assertTrue(
                subjects(result).contains("contract/C2"), () -> subjects(result).toString());
        assertFalse(TelecomCheck.json(result).isEmpty());
    }

    @Test
    void idsMayHoldAnyCharacter() throws IOException {
        List<String> ids = List.of("a\\\"b", "é", "日本", "🦊", "a b", "a/b", "'; drop", "<b>&amp;", "\\u0000", "\\\\");
        for (int i = 0; i < ids.size(); i++) {
            write("e%d.ndjson".formatted(i), String.join("\n", lines(ids.get(i))));
        }
        CheckResult result = balanced(new TelecomCheck(folder).result());
        assertEquals(
                ids.size(),
                subjects(result).size() + result.quarantine().size() / 3,
                () -> subjects(result) + " " + result.quarantine());
        assertTrue(subjects(result).containsAll(List.of("contract/é", "contract/日本", "contract/🦊", "contract/a\"b")));
    }

    @Test
    void randomlyDamagedEventsAreCountedOnceEach() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            byte[] bytes = (String.join("\n", lines("C1")) + "\n" + String.join("\n", lines("C2")) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(12); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path own = Files.createDirectories(folder.resolve("seed-" + seed));
            Files.write(own.resolve(seed % 2 == 0 ? "e.ndjson" : "e.json"), bytes);
            balanced(new TelecomCheck(own).result());
        }
    }

    @Test
    void theCommandAnswersOnStandardOutputAloneAndExitsAsItSays() throws Exception {
        sound("e.ndjson", "C1");
        write("broken.ndjson", "{\n");
        Told done = command("check", folder.toString(), "--format", "json", "--playbooks", "telecom");
        assertEquals(0, done.exit(), done::toString);
        assertTrue(
                done.out().startsWith("{\"events\":{\"read\":4,") && done.out().endsWith("]}\n"), done::toString);
        assertEquals(1, done.out().lines().count(), done::toString);

        Path nothing = Files.createDirectories(folder.resolve("x/nothing"));
        Told empty = command("check", nothing.toString(), "--playbooks", "telecom");
        assertEquals(3, empty.exit(), empty::toString);
        assertEquals("", empty.out());

        Path broken = Files.createDirectories(folder.resolve("x/broken"));
        Files.writeString(broken.resolve("e.ndjson"), "{\n");
        Told unread = command("check", broken.toString(), "--format", "json", "--playbooks", "telecom");
        assertEquals(3, unread.exit(), unread::toString);

        Told missing = command("check", folder.resolve("absent").toString(), "--playbooks", "telecom");
        assertEquals(3, missing.exit(), missing::toString);
        for (String[] wrong : new String[][] {
            {"--format", "xml"},
            {"--until", "yesterday"},
            {"--playbooks", "absent"},
            {"--threads", "0"},
            {"--lang", "xx"}
        }) {
            Told refused = command("check", folder.toString(), wrong[0], wrong[1]);
            assertEquals(2, refused.exit(), refused::toString);
            assertEquals("", refused.out(), refused::toString);
            assertFalse(refused.err().isBlank() || refused.err().contains("\tat "), refused::toString);
        }
    }

    private record Told(int exit, String out, String err) {}

    private Told command(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.prevenance.cli.Main"));
        command.addAll(List.of(arguments));
        File out = folder.resolve(".out").toFile();
        File err = folder.resolve(".err").toFile();
        int exit = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .start()
                .waitFor();
        return new Told(exit, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private static CheckResult balanced(CheckResult result) {
        var counts = result.counts();
        assertEquals(counts.read(), counts.admitted() + counts.duplicates() + counts.quarantined(), counts::toString);
        assertEquals(counts.quarantined(), result.quarantine().size(), counts::toString);
        return result;
    }

    private static List<String> subjects(CheckResult result) {
        return result.cases().stream()
                .filter(one -> one.signal().equals(BILLED_AFTER_END))
                .map(one -> one.subject())
                .sorted()
                .toList();
    }

    private void sound(String file, String contract) throws IOException {
        write(file, String.join("\n", lines(contract)) + "\n");
    }

    /// A contract that ended and is billed after its end.
    private static List<String> lines(String contract) {
        return List.of(
                event(
                        contract,
                        "contract.started",
                        "2025-01-01T08:00:00Z",
                        "\"customerId\":\"K\",\"product\":\"fibre\""),
                event(contract, "contract.ended", "2025-02-01T08:00:00Z", "\"reason\":\"moved\""),
                event(
                        contract,
                        "bill.issued",
                        "2025-03-05T08:00:00Z",
                        "\"bill\":\"B1\",\"amount\":{\"amount\":\"29.99\",\"currency\":\"EUR\"},"
                                + "\"from\":\"2025-03-01\",\"to\":\"2025-03-31\""));
    }

    private static String event(String contract, String type, String time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s-%s\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"contract/%s\",\"time\":\"%s\",\"data\":{%s}}"
                .formatted(type, contract, type, contract, time, data);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
