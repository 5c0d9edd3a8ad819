package org.prevenance.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of `docs/answers.md` are what the comparison does today. To write them anew: run this test with
/// `-Dprevenance.write=true`.
class AnswersPageTest {
    private static final Path PAGE = Path.of("../docs/answers.md");

    @Test
    void the_page_tells_what_is_measured() throws IOException {
        String page = Files.readString(PAGE);
        String expected = with(with(page, "held-out"), "built-with");
        if (Boolean.getBoolean("prevenance.write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page);
        }
    }

    /// The page with one of its measured parts written anew.
    private static String with(String page, String part) {
        String begin = "<!-- measured: " + part + " -->\n";
        String end = "<!-- end -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end, from);
        assertTrue(from >= 0 && to > from, "docs/answers.md has no place for " + part + ".");
        String tables = new WordingQuality(LabelledPair.read(part + ".txt")).tables();
        return page.substring(0, from) + begin + "\n" + tables + "\n" + page.substring(to);
    }

    @Test
    void no_pair_stands_in_both_parts() {
        List<String> texts = Stream.of("built-with.txt", "held-out.txt")
                .flatMap(file -> LabelledPair.read(file).stream())
                .map(pair -> pair.first().text() + "\n" + pair.second().text())
                .toList();

        assertTrue(texts.size() >= 200, () -> texts.size() + " pairs");
        assertEquals(texts.size(), texts.stream().distinct().count());
    }

    @Test
    void nine_of_ten_is_between_60_and_98_percent() {
        double[] interval = WordingQuality.interval(9, 10);

        assertEquals(0.596, interval[0], 0.001); // as in Brown, Cai and DasGupta 2001, "Interval estimation"
        assertEquals(0.982, interval[1], 0.001);
    }
}
