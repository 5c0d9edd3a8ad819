package org.prevenance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The timetable with its messages in `docs/examples/gtfs-tiny`, as `docs/sources.md` shows it.
class TimetableExampleTest {
    @Test
    void the_command_answers_as_the_page_says() throws Exception {
        List<Block> blocks = Block.of(Block.root().resolve("docs/sources.md"));
        Block command = blocks.stream()
                .filter(block -> block.text().contains("gtfs-tiny"))
                .findFirst()
                .orElseThrow();
        Block answer = blocks.get(blocks.indexOf(command) + 1);

        assertEquals(
                answer.text().strip(),
                Typed.answer(command.text().strip(), Block.root()).strip());
    }
}
