package org.prevenance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/new-sector.md`: its commands answer as it says, and what it quotes stands in the files of its example.
class NewSectorPageTest {
    private static final Path ROOT = Block.root();
    private static final Path EXAMPLE = ROOT.resolve("docs/examples/car-rental");

    @Test
    void the_commands_of_the_page_answer_as_the_page_says() throws Exception {
        List<Block> blocks = page();
        int commands = 0;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i).language().equals("sh")
                    && blocks.get(i + 1).language().equals("text")) {
                assertEquals(
                        blocks.get(i + 1).text().strip(),
                        Typed.answer(blocks.get(i).text().strip(), ROOT).strip());
                commands++;
            }
        }
        assertEquals(4, commands);
    }

    @Test
    void what_the_page_quotes_stands_in_the_files_of_the_example() throws IOException {
        int quotes = 0;
        for (Block block : page()) {
            if (!block.file().isEmpty()) {
                String file = Files.readString(EXAMPLE.resolve(block.file()));
                assertTrue(file.contains(block.text().stripTrailing()), () -> "docs/new-sector.md:" + block.line());
                quotes++;
            }
        }
        assertTrue(quotes >= 7, "quotes found: " + quotes);
    }

    private static List<Block> page() throws IOException {
        return Block.of(ROOT.resolve("docs/new-sector.md"));
    }
}
