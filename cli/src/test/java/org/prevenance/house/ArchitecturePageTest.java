package org.prevenance.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What stands between backquotes on a page is there: a page that a reader starts from must not lie.
class ArchitecturePageTest {
    private static final Path ROOT = root();
    private static final Names NAMES = new Names(ROOT);

    @Test
    void every_name_on_the_architecture_page_exists() throws IOException {
        assertEquals("", missingOn(ROOT.resolve("ARCHITECTURE.md")));
    }

    @Test
    void every_name_in_the_contributor_pages_exists() throws IOException {
        assertEquals("", missingOn(ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            for (Path page : decisions.sorted().toList()) {
                assertEquals("", missingOn(page));
            }
        }
    }

    @Test
    void names_are_told_from_other_words_in_backquotes() {
        for (String good : List.of(
                "Event",
                "Event.copy",
                "Event.copy()",
                "Event#copy",
                "Event.Standing",
                "Event.Standing.ORIGINAL",
                "org.prevenance.event",
                "org.prevenance.event.Event",
                "java.time.Instant",
                "java.util.List.of",
                "PlanTest",
                "engine/src/main/java/",
                "event/Symbols.java",
                "pom.xml",
                "contract/C12",
                "for",
                "./mvnw verify",
                "EUR")) {
            assertEquals("", NAMES.wrongWith(good), good);
        }
        for (String bad : List.of(
                "Evnt",
                "Event.copi",
                "Event.copi()",
                "Event.Standing.NONE",
                "org.prevenance.nowhere",
                "java.time.Instance",
                "engine/src/main/jav/",
                "event/Nothing.java",
                "nowhere.md")) {
            assertFalse(NAMES.wrongWith(bad).isEmpty(), bad);
        }
    }

    private static String missingOn(Path page) throws IOException {
        assertTrue(Files.exists(page), () -> page + " is missing.");
        StringBuilder missing = new StringBuilder();
        int line = 0;
        boolean inBlock = false;
        for (String text : Files.readAllLines(page)) {
            line++;
            if (text.stripLeading().startsWith("```")) {
                inBlock = !inBlock;
            } else if (!inBlock) {
                for (String quoted : Names.quotedIn(text)) {
                    String wrong = NAMES.wrongWith(quoted);
                    if (!wrong.isEmpty()) {
                        missing.append(page.getFileName() + ":" + line + ": " + wrong + "\n");
                    }
                }
            }
        }
        return missing.toString();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run the tests inside the repository.");
            }
        }
        return folder;
    }
}
