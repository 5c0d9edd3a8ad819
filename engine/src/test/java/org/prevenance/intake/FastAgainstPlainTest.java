package org.prevenance.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.vocabulary.Vocabulary;

/// What the fast reader fills, the plain reader fills alike; and the usual events do take the fast way.
class FastAgainstPlainTest {
    private static final int ROUNDS = Integer.getInteger("prevenance.fuzz.rounds", 150_000);
    private static final String MARKS = "0123456789-+.eETtZz:/\"\\{}[], \n";
    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "12.0",
            "1.2e1",
            "0.1234565",
            "9223372036854775808",
            "01",
            "1e400",
            "9.2e12",
            "\"\"",
            "\"x\"",
            "\"\\u001f\"",
            "\"\\ud800\"",
            "\"2025-02-29\"",
            "\"2025-03-30\"",
            "[]",
            "{}",
            "[{}]",
            "[\"a\",\"\"]",
            "[null]",
            "{\"amount\":\"1\",\"currency\":\"EUR\"}",
            "\"29.99\"",
            "\"EUR\"",
            "\"eur\"",
            "\"corrects\":\"e\",",
            "\"retracts\":\"e\",",
            "\"bytes\":1,",
            "\"lines\":[],",
            "\"a\":1,\"a\":2,",
            "\"b\":null,",
            "\"label\":\"x\",",
            "\"id\":\"y\",",
            "\"amount\":\"2\",",
            "\"type\":\"device.usage\",",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\n",
            "\t",
            " ",
            "\u00e9",
            "\uD83D\uDE00",
            "NaN",
            "//",
            "+",
            "e",
            ".");

    private final Vocabulary vocabulary = SmallVocabulary.create();
    private final Symbols symbols = new Symbols();
    private final Subjects subjects = new Subjects(vocabulary.kinds());
    private final List<BitSet> all = SmallVocabulary.allSlots(vocabulary);
    private FastReader fast = fast(all);
    private PlainReader plain = plain(all);
    private final Event fastRow = new Event();
    private final Event plainRow = new Event();
    private int fastTaken;

    private FastReader fast(List<BitSet> wanted) {
        return new FastReader(vocabulary, symbols, subjects, wanted, new ZoneDays(ZoneId.of("Europe/Paris")));
    }

    private PlainReader plain(List<BitSet> wanted) {
        var draft = new EventDraft(vocabulary, symbols, subjects, wanted, new ZoneDays(ZoneId.of("Europe/Paris")));
        return new PlainReader(draft, vocabulary);
    }

    @Test
    void everySampleIsAdmittedAndOnlyEscapesLeaveTheFastWay() {
        for (String sample : SampleEvents.ALL) {
            fastTaken = 0;
            byte[] bytes = SampleEvents.bytes(sample);
            assertNull(agree(bytes, 0, bytes.length), sample);
            assertEquals(sample.contains("\\") ? 0 : 1, fastTaken, sample);
        }
    }

    @Test
    void slotsThatNobodyWantsStayAbsentOnBothWays() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            List<BitSet> some = SmallVocabulary.allSlots(vocabulary);
            some.forEach(
                    slots -> slots.stream().filter(_ -> random.nextBoolean()).forEach(slots::clear));
            fast = fast(some);
            plain = plain(some);
            for (String sample : SampleEvents.ALL) {
                byte[] bytes = SampleEvents.bytes(sample);
                assertNull(agree(bytes, 0, bytes.length), sample);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedEventsAreJudgedAlike(long seed) {
        var random = new Random(seed);
        int admitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String sample = SampleEvents.ALL.get(random.nextInt(SampleEvents.ALL.size()));
            byte[] mutated = random.nextBoolean() ? withWords(random, sample) : withBytes(random, sample);
            // other text around it, as in a buffer of many lines
            int before = random.nextInt(3);
            byte[] buffer = new byte[before + mutated.length + random.nextInt(12)];
            Arrays.fill(buffer, (byte) "}\" ".charAt(random.nextInt(3)));
            System.arraycopy(mutated, 0, buffer, before, mutated.length);
            admitted += agree(buffer, before, before + mutated.length) == null ? 1 : 0;
        }
        assertTrue(admitted > ROUNDS / 20 && admitted < ROUNDS * 19 / 20, "admitted " + admitted);
        assertTrue(fastTaken > admitted / 2, "fast %d of %d".formatted(fastTaken, admitted));
    }

    @Test
    void cutShortAnywhereNothingIsAdmitted() {
        for (String sample : SampleEvents.ALL) {
            byte[] bytes = SampleEvents.bytes(sample.strip());
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertFalse(agree(cut, 0, length) == null, new String(cut, StandardCharsets.UTF_8));
                assertFalse(agree(bytes, 0, length) == null, new String(cut, StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] withWords(Random random, String sample) {
        var text = new StringBuilder(sample);
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = tokenStart(random, text);
            int cut = random.nextInt(3) == 0 ? 0 : tokenLength(text, at);
            text.replace(at, at + cut, random.nextInt(5) == 0 ? "" : WORDS.get(random.nextInt(WORDS.size())));
        }
        return SampleEvents.bytes(text.toString());
    }

    private static int tokenStart(Random random, StringBuilder text) {
        int at = random.nextInt(text.length());
        while (at < text.length() - 1 && ",:{[".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Math.min(text.length(), at + 1);
    }

    private static int tokenLength(StringBuilder text, int from) {
        int to = from;
        while (to < text.length() && ",:{}[]".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to - from;
    }

    private static byte[] withBytes(Random random, String sample) {
        byte[] bytes = SampleEvents.bytes(sample);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int other = random.nextInt(bytes.length);
                    byte swapped = bytes[at];
                    bytes[at] = bytes[other];
                    bytes[other] = swapped;
                }
            }
        }
        return bytes;
    }

    /// Reads on both ways and compares; gives the plain reader's refusal.
    private @Nullable Refusal agree(byte[] buffer, int from, int to) {
        Refusal refusal = plain.read(buffer, from, to, plainRow);
        boolean filled = fast.read(buffer, from, to, fastRow);
        if (filled) {
            fastTaken++;
            String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
            assertNull(refusal, text);
            assertEquals(content(plainRow), content(fastRow), text);
            assertArrayEquals(values(plainRow), values(fastRow), text);
        }
        return refusal;
    }

    private static String content(Event e) {
        return String.join(
                " ",
                e.type().name(),
                e.id(),
                "" + e.source(),
                "" + e.subject(),
                "" + e.time(),
                "" + e.known(),
                "" + e.standing(),
                "" + e.target(),
                "" + e.droppedFields());
    }

    private static long[] values(Event e) {
        long[] values = new long[e.type().slotCount()];
        Arrays.setAll(values, e::value);
        return values;
    }
}
