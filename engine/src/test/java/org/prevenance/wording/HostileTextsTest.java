package org.prevenance.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No text makes the comparison fail, and what it says always stands in the texts.
class HostileTextsTest {
    private static final String ODD =
            "0123456789.,:;/-–—%€£$°'’«»\"()\n\t \u00a0\u202f\u0000\u001f\u0300\ud83d\ude00\ud800éÉœŒßﬁ×∞½";

    private static final List<String> REAL = Stream.of("built-with.txt", "held-out.txt")
            .flatMap(file -> LabelledPair.read(file).stream())
            .flatMap(pair -> Stream.of(pair.first().text(), pair.second().text()))
            .toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void spoiled_answers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            check(spoiled(random), spoiled(random), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void noise(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            check(noise(random), noise(random), seed);
        }
    }

    /// Twenty thousand characters of one piece again and again.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1",
                "€",
                "1 € ",
                "a.",
                "9 h ",
                "le 1er mars ",
                "ne pas ",
                "sauf ",
                "si ",
                "quatre-vingt-",
                "vingt et ",
                "5 jours, ",
                "http",
                "1/1/",
                "1.1.",
                "24/",
                "du lundi au ",
                "moins de ",
                "non, ",
                "\ud800",
                "'t",
                "n't ",
                "3 à "
            })
    void long_and_monotonous(String piece) {
        String text = piece.repeat(20_000 / piece.length());

        check(text, text, 0);
        check(text, text + "10 €", 0);
    }

    @Test
    void thousands_of_different_figures() {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 1; first.length() < 20_000; i++) {
            first.append(i).append(" € ");
            second.append(i + 100_000).append(" € ");
        }

        check(first.toString(), second.toString(), 0);
    }

    @Test
    void an_answer_agrees_with_itself() {
        for (String text : REAL) {
            assertEquals(List.of(), Comparison.of(Answer.of(text), Answer.of(text)), text);
        }
    }

    private static void check(String a, String b, long seed) {
        for (Difference difference : Comparison.of(Answer.of(a), Answer.of(b))) {
            within(difference.here(), a, seed);
            within(difference.there(), b, seed);
            assertTrue(!difference.inFrench("x", "y").isBlank()
                    && !difference.inEnglish("x", "y").isBlank());
        }
    }

    private static void within(Difference.Place place, String text, long seed) {
        assertTrue(
                place.start() >= 0 && place.start() <= place.end() && place.end() <= text.length(),
                () -> "seed " + seed + ": " + place + " in " + text);
    }

    /// A real answer with characters taken out, put in, or doubled, and pieces of another.
    private static String spoiled(Random random) {
        StringBuilder text = new StringBuilder(REAL.get(random.nextInt(REAL.size())));
        for (int i = random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(6)));
                default -> {
                    String other = REAL.get(random.nextInt(REAL.size()));
                    text.insert(at, other, 0, random.nextInt(other.length()));
                }
            }
        }
        return text.toString();
    }

    private static String noise(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            String real = REAL.get(random.nextInt(REAL.size()));
            String[] some = real.split(" ");
            words.add(
                    random.nextInt(3) == 0
                            ? String.valueOf(ODD.charAt(random.nextInt(ODD.length())))
                            : some[random.nextInt(some.length)]);
        }
        return String.join(random.nextInt(4) == 0 ? "" : " ", words);
    }
}
