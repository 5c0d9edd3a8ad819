package org.prevenance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.Packs;
import org.prevenance.playbook.Program;
import org.prevenance.scenario.Scenario;
import org.prevenance.scenario.ScenarioReader;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;

/// Every example in `docs/playbooks.md` is run: playbooks are compiled together with those of the packs that it
/// mentions, scenarios are judged by the playbooks (set apart by `---`) before them, sentences and mistakes are
/// compared, and the first
/// walk-through is walked.
class PlaybooksPageTest {
    private static final Path ROOT = Block.root();
    private static final List<String> PACKS = List.of("telecom", "journeys");

    @TempDir
    Path folder;

    @Test
    void every_block_says_what_it_is() throws IOException {
        for (Block block : page()) {
            assertTrue(
                    block.isPlaybook()
                            || block.isScenarios()
                            || List.of("sh", "ndjson", "text", "says", "mistakes")
                                    .contains(block.language()),
                    () -> "docs/playbooks.md:" + block.line() + ": no test would run this block.");
        }
    }

    @Test
    void every_example_does_what_the_page_says() throws IOException {
        StringBuilder wrong = new StringBuilder();
        Block playbook = null;
        Trial last = null;
        int trials = 0;
        List<Block> blocks = page();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean refused =
                    i + 1 < blocks.size() && blocks.get(i + 1).language().equals("mistakes");
            if (block.isPlaybook()) {
                playbook = block;
                if (refused) {
                    assertEquals(blocks.get(i + 1).text().strip(), mistakes(block), "at line " + block.line());
                } else {
                    compile(block);
                }
            } else if (block.isScenarios()) {
                for (Scenario scenario : scenarios(block, compile(playbook))) {
                    last = Trial.of(scenario, compile(playbook), pack(playbook), folder.resolve("trial-" + trials++));
                    String difference = last.difference(scenario);
                    if (!difference.isEmpty()) {
                        wrong.append("docs/playbooks.md:" + block.line() + ": " + scenario.name() + "\n" + difference);
                    }
                }
            } else if (block.language().equals("says")) {
                String said = last.sentences();
                if (!said.equals(block.text())) {
                    wrong.append("docs/playbooks.md:" + block.line() + ": it says\n" + said);
                }
            }
        }
        assertEquals("", wrong.toString());
        assertTrue(trials >= 10, "Only " + trials + " scenarios were found.");
    }

    @Test
    void the_first_walk_through_leads_where_the_page_says() throws Exception {
        List<Block> blocks = page();
        for (Block block : blocks) {
            if (!block.file().isEmpty()) {
                Path file = folder.resolve(block.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            }
        }
        int walks = 0;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i).language().equals("sh")
                    && blocks.get(i + 1).language().equals("text")) {
                assertEquals(
                        blocks.get(i + 1).text().strip(),
                        answer(blocks.get(i).text().strip()).strip());
                walks++;
            }
        }
        assertEquals(3, walks);
    }

    /// What `./prevenance …` writes to standard output, run as its launcher would, in the test's folder.
    private String answer(String command) throws IOException, InterruptedException {
        String name = "./prevenance ";
        assertTrue(command.startsWith(name), command);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprevenance.home=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "org.prevenance.cli.Main"));
        words.addAll(List.of(command.substring(name.length()).split(" ")));
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command + "\n" + read(errors));
        return answer.replace('\u00a0', ' ');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<Block> page() throws IOException {
        return Block.of(ROOT.resolve("docs/playbooks.md"));
    }

    private static Checked<Program> read(Block playbook) throws IOException {
        List<NamedText> vocabularies = new ArrayList<>();
        List<NamedText> playbooks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("playbooks"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.equals("vocabulary.yaml")) {
                    vocabularies.add(new NamedText(name, Files.readString(file)));
                } else if (PACKS.contains(file.getParent().getFileName().toString())
                        && name.endsWith(".playbook.yaml")) {
                    playbooks.add(new NamedText(name, Files.readString(file)));
                }
            }
        }
        String[] texts = playbook.text().split("(?m)^---\n");
        for (int i = 0; i < texts.length; i++) {
            String name = i == 0 ? "my.playbook.yaml" : "my-" + (i + 1) + ".playbook.yaml";
            playbooks.add(new NamedText(name, texts[i]));
        }
        return Packs.compile(new Packs.Chosen(vocabularies, playbooks, List.of()));
    }

    private static Program compile(Block playbook) throws IOException {
        Checked<Program> read = read(playbook);
        if (read instanceof Checked.Wrong<Program> wrong) {
            throw new AssertionError("docs/playbooks.md:" + playbook.line() + ": " + wrong.render());
        }
        return read.orThrow();
    }

    private static String mistakes(Block playbook) throws IOException {
        return assertInstanceOf(Checked.Wrong.class, read(playbook)).render().strip();
    }

    private static List<Scenario> scenarios(Block block, Program program) {
        List<Scenario> scenarios = ScenarioReader.read(
                        program.vocabulary(), program.zone(), List.of(new NamedText("my.scenarios.yaml", block.text())))
                .orThrow();
        assertFalse(scenarios.isEmpty());
        return scenarios;
    }

    private static String pack(Block playbook) {
        return playbook.text().substring("playbook: ".length(), playbook.text().indexOf('/'));
    }
}
