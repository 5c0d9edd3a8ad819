package org.prevenance.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// The packs that ship with the project, as tests read them.
public final class Packs {
    private static final Path FOLDER = Path.of("..", "playbooks");

    private Packs() {}

    public static Vocabulary vocabulary() throws IOException {
        List<NamedText> files = new ArrayList<>();
        for (String pack : List.of("common", "channels", "journeys", "team")) {
            files.add(file(pack, "vocabulary.yaml"));
        }
        return VocabularyReader.read(files).orThrow();
    }

    public static List<NamedText> playbooks(String pack) throws IOException {
        List<NamedText> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(FOLDER.resolve(pack))) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.endsWith(".playbook.yaml")) {
                    files.add(file(pack, name));
                }
            }
        }
        return files;
    }

    public static NamedText file(String pack, String name) throws IOException {
        return new NamedText(
                "playbooks/" + pack + "/" + name,
                Files.readString(FOLDER.resolve(pack).resolve(name)));
    }
}
