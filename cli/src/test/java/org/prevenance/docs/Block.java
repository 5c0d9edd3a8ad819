package org.prevenance.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A fenced block of a Markdown page.
///
/// @param info what stands after the opening fence, `yaml file=first/late.playbook.yaml`
/// @param line of the page, from 1, on which the block opens
record Block(String info, String text, int line) {
    private static final String FENCE = "```";

    /// All blocks of a page, in order.
    static List<Block> of(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String info = null;
        int opened = 0;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (info == null && line.startsWith(FENCE)) {
                info = line.substring(FENCE.length()).strip();
                opened = number;
                text.setLength(0);
            } else if (info != null && line.equals(FENCE)) {
                blocks.add(new Block(info, text.toString(), opened));
                info = null;
            } else if (info != null) {
                text.append(line).append('\n');
            }
        }
        return blocks;
    }

    String language() {
        return info.split(" ", 2)[0];
    }

    /// The file that the block is to be saved as; empty where it names none.
    String file() {
        int at = info.indexOf("file=");
        return at < 0 ? "" : info.substring(at + "file=".length()).strip();
    }

    boolean isPlaybook() {
        return language().equals("yaml") && text.startsWith("playbook:");
    }

    boolean isScenarios() {
        return language().equals("yaml") && text.startsWith("scenarios:");
    }

    /// The repository's folder, found upwards from the working folder.
    static Path root() {
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
