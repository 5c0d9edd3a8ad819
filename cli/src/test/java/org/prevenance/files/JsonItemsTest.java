package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonItemsTest {
    private static List<String> items(String text) throws IOException {
        JsonItems items = new JsonItems(10_000);
        items.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> found = new ArrayList<>();
        while (items.next()) {
            found.add(items.line() + (items.problem() == null ? " " : " bad ") + items.text());
        }
        return found;
    }

    @Test
    void anArrayOfObjects() throws IOException {
        assertEquals(
                List.of("1 {\"a\":[1,{}]}", "2 {\"b\":\"]}\\\"\"}"),
                items("[{\"a\":[1,{}]},\n {\"b\":\"]}\\\"\"} ]\n"));
    }

    @Test
    void oneObjectOverSeveralLines() throws IOException {
        assertEquals(List.of("2 {\n\"a\": 1\n}"), items("\uFEFF\n{\n\"a\": 1\n}\n"));
    }

    @Test
    void objectsOneAfterAnother() throws IOException {
        assertEquals(List.of("1 {}", "1 {\"a\":1}", "3 {}"), items("{} {\"a\":1}\n\n{}"));
    }

    @Test
    void aBrokenEndIsRefusedAndWhatStandsBeforeIsKept() throws IOException {
        assertEquals(List.of("1 {}", "2 bad {\"a\": [1, 2"), items("[{},\n{\"a\": [1, 2"));
        assertEquals(List.of("1 {}", "2 bad "), items("[{}\n"));
    }

    @Test
    void aFileOfAnythingElseIsRefusedOnce() throws IOException {
        assertEquals(List.of("1 bad 12"), items("12\n13\n14"));
        assertEquals(List.of("1 bad [1, 2]"), items("[[1, 2], [3]]"));
        assertEquals(List.of("1 bad \"a, b\""), items("[\"a, b\", \"c\"]"));
        assertEquals(List.of(), items(" \n"));
        assertEquals(List.of(), items("[]"));
    }

    @Test
    void aStrayValueAmongObjectsIsRefusedAlone() throws IOException {
        assertEquals(List.of("1 {}", "1 bad 12", "1 {\"a\":1}"), items("[{}, 12, {\"a\":1}]"));
    }

    @Test
    void linesOfWholeObjectsLookLikeLines() {
        assertTrue(looksLikeLines("\n{\"a\":\"}\\\"\"}\n{"));
        assertFalse(looksLikeLines("{\n\"a\":1}\n"));
        assertFalse(looksLikeLines("[{}\n"));
        assertFalse(looksLikeLines("{\"a\":1}"));
        assertFalse(looksLikeLines("{\"a\":1} {\"b\":2}\n"));
    }

    private static boolean looksLikeLines(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return JsonItems.looksLikeLines(bytes, bytes.length);
    }
}
