package org.prevenance.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs every example of `docs/sources.md`: a file, the YAML below it, and the events and refusals that it shows.
class SourcesDocumentTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(csv|yaml|events|refusals)([^\\n]*)\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void theExamplesDoWhatTheySay() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "sources.md"));
        Matcher blocks = BLOCK.matcher(document);
        int examples = 0;
        String name = "";
        Read read = new Read();
        while (blocks.find()) {
            String content = blocks.group(3);
            switch (blocks.group(1)) {
                case "csv" -> {
                    name = attribute(blocks.group(2), "file", "");
                    Charset encoding = Charset.forName(attribute(blocks.group(2), "encoding", "UTF-8"));
                    Files.write(folder.resolve(name), content.getBytes(encoding));
                }
                case "yaml" ->
                    read = Read.file(
                            folder.resolve(name), name, Sources.parse("sources.yaml", content, Packs.VOCABULARY));
                case "events" -> {
                    assertEquals(content, joined(read.events));
                    examples++;
                }
                default -> assertEquals(content, joined(read.refusals));
            }
        }
        assertTrue(examples >= 3, "examples found: " + examples);
    }

    private static String joined(List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.add("");
        return String.join("\n", all);
    }

    private static String attribute(String attributes, String name, String orElse) {
        Matcher found = Pattern.compile(name + "=(\\S+)").matcher(attributes);
        return found.find() ? found.group(1) : orElse;
    }
}
