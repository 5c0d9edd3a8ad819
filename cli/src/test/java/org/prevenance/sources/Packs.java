package org.prevenance.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// The vocabulary of the packs in `playbooks/`.
final class Packs {
    static final Vocabulary VOCABULARY = read();

    private Packs() {}

    private static Vocabulary read() {
        List<NamedText> files = new ArrayList<>();
        for (String pack : List.of("common", "telecom", "channels", "journeys", "team")) {
            Path path = Path.of("..", "playbooks", pack, "vocabulary.yaml");
            try {
                files.add(new NamedText(path.toString(), Files.readString(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return VocabularyReader.read(files).orThrow();
    }
}
