package org.prevenance.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands as a page shows them, run as the launcher would.
final class Typed {
    private static final String NAME = "./prevenance ";

    private Typed() {}

    /// What `./prevenance …` writes to standard output, run in a folder. Words in single quotes stay together.
    static String answer(String command, Path folder) throws IOException, InterruptedException {
        if (!command.startsWith(NAME)) {
            throw new AssertionError("Not a command of ours: " + command);
        }
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprevenance.home=" + Block.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.prevenance.cli.Main"));
        for (String word :
                command.substring(NAME.length()).replace("\\\n", " ").strip().split("\\s+")) {
            words.add(word.replace("'", ""));
        }
        Path errors = Files.createTempFile("errors", ".txt");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + "\n" + answer + Files.readString(errors));
            }
            return answer.replace('\u00a0', ' ');
        } finally {
            Files.delete(errors);
        }
    }
}
