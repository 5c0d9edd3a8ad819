package org.prevenance.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
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
        try (DirectoryStream<Path> packs = Files.newDirectoryStream(Path.of("..", "playbooks"))) {
            for (Path pack : packs) {
                Path vocabulary = pack.resolve("vocabulary.yaml");
                if (Files.exists(vocabulary)) {
                    files.add(new NamedText(vocabulary.toString(), Files.readString(vocabulary)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return VocabularyReader.read(files).orThrow();
    }
}
