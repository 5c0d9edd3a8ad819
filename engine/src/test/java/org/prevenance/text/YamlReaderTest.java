package org.prevenance.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    /// Each way of writing a text of several lines, with quotes and accents.
    private static final List<String> WRITTEN = List.of(
            "k: one é😀 two three\n",
            "k: one é😀\n     two   three\n",
            "k: \"one é😀 \\\n    two \\u0041 three\"\n",
            "k: 'one ''é😀'' two three'\n",
            "k: |\n  one é😀\n    two\n\n  three\n",
            "k: >-\n  one é😀\n  two\n\n  three\n",
            "k: {a: [x, 'one two three']}\n");

    @Test
    void everyWordIsFoundWhereItIsWritten() {
        for (String text : WRITTEN) {
            Yaml.Scalar scalar = longest(read(text));
            for (String word : List.of("one", "two", "three")) {
                int at = scalar.text().indexOf(word);
                Place place = scalar.at(at, at + word.length());
                assertEquals(word, text.substring(place.start(), place.end()), text);
            }
        }
    }

    @Test
    void aPlaceCountsCharactersAsPeopleDo() {
        NamedText text = new NamedText("f", "a: b\r\n  é😀x: y\r\n");
        Place place = text.at(text.text().indexOf("x:"));
        assertEquals(2, place.line());
        assertEquals(5, place.column());
        assertEquals("  é😀x: y", place.sourceLine());
    }

    @Test
    void whatCouldGrowOrHideIsRefused() {
        assertEquals("An alias (`*name`) is not accepted here; write the value out.", wrong("a: &x 1\nb: *x\n"));
        assertEquals("A second document (`---`) is not accepted; use a file for each.", wrong("a: 1\n---\nb: 2\n"));
        assertEquals("The file nests deeper than 24 levels.", wrong("a: " + "[".repeat(10_000)));
        assertEquals("a is written twice; the first time on line 1.", wrong("a: 1\na: 2\n"));
        assertEquals("The file is empty.", wrong(""));
        assertEquals("The file must be a mapping, `key: value` on each line.", wrong("- 1\n"));
        assertEquals("The file has more than 1000000 characters; split it.", wrong("a".repeat(1_000_001)));
        assertEquals(1, mistakes("a: [1, 2\n").size());
    }

    private static Yaml.Scalar longest(Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> scalar;
            case Yaml.Items items -> longest(items.items().getLast());
            case Yaml.Mapping mapping ->
                longest(mapping.entries().values().iterator().next().value());
        };
    }

    private static Yaml.Mapping read(String text) {
        Mistakes mistakes = new Mistakes();
        Yaml.Mapping mapping = YamlReader.read(new NamedText("f", text), mistakes);
        assertEquals(List.of(), mistakes.sorted());
        assertNotNull(mapping);
        return mapping;
    }

    private static String wrong(String text) {
        return mistakes(text).getFirst().what();
    }

    private static List<Mistake> mistakes(String text) {
        Mistakes mistakes = new Mistakes();
        Yaml.Mapping mapping = YamlReader.read(new NamedText("f", text), mistakes);
        if (mistakes.isEmpty()) {
            assertNull(mapping);
        }
        return mistakes.sorted();
    }
}
