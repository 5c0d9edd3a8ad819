package org.prevenance.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.language.Playbooks;
import org.prevenance.playbook.Program;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Vocabularies and playbooks on disk: those that ship, and those of the user.
///
/// A folder holds `vocabulary.yaml`, `*.playbook.yaml` and `*.scenarios.yaml`, all optional, or folders that do.
public final class Packs {
    private static final String VOCABULARY = "vocabulary.yaml";
    private static final String PLAYBOOK = ".playbook.yaml";
    private static final String SCENARIOS = ".scenarios.yaml";

    private final Path shipped;

    private Packs(Path shipped) {
        this.shipped = shipped;
    }

    /// The packs that ship: in `playbooks/` of the folder that the property `prevenance.home` names, or else of the
    /// working
    /// folder or the nearest one above it.
    ///
    /// @throws IOException where there is none
    public static Packs shipped() throws IOException {
        String home = System.getProperty("prevenance.home");
        Path from = home == null ? Path.of("").toAbsolutePath() : Path.of(home);
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Path packs = folder.resolve("playbooks");
            if (Files.isRegularFile(packs.resolve("common").resolve(VOCABULARY))) {
                return new Packs(packs);
            }
        }
        throw new IOException(
                "The playbooks that ship were not found in %s or above it.\nMaybe start with ./prevenance."
                        .formatted(from));
    }

    /// Where they are.
    public Path folder() {
        return shipped;
    }

    /// What a choice of playbooks is made of.
    ///
    /// @param vocabularies those that ship, and those of the chosen folders
    public record Chosen(List<NamedText> vocabularies, List<NamedText> playbooks, List<NamedText> scenarios) {}

    /// Reads the chosen playbooks.
    ///
    /// @param names names of packs that ship (`telecom`), folders, or single playbook files; empty: all that ship
    /// @throws IOException where a name is neither, with the packs that there are
    public Chosen choose(List<String> names) throws IOException {
        Set<Path> vocabularies = new LinkedHashSet<>(find(shipped, VOCABULARY));
        Set<Path> playbooks = new LinkedHashSet<>();
        Set<Path> scenarios = new LinkedHashSet<>();
        for (Path place : places(names)) {
            if (Files.isDirectory(place)) {
                vocabularies.addAll(find(place, VOCABULARY));
                playbooks.addAll(find(place, PLAYBOOK));
                scenarios.addAll(find(place, SCENARIOS));
            } else {
                playbooks.add(place.toAbsolutePath().normalize());
            }
        }
        return new Chosen(read(vocabularies), read(playbooks), read(scenarios));
    }

    /// Reads the playbooks of the folder in which a file stands, with the scenarios of that file alone: its own, or
    /// those
    /// beside a playbook of the same name (`late.playbook.yaml`, `late.scenarios.yaml`).
    ///
    /// @throws IOException where the file has no scenarios
    public Chosen besides(Path file) throws IOException {
        Path own = file.toAbsolutePath().normalize();
        String name = String.valueOf(own.getFileName());
        String scenarios =
                name.endsWith(PLAYBOOK) ? name.substring(0, name.length() - PLAYBOOK.length()) + SCENARIOS : name;
        Path tests = own.resolveSibling(scenarios);
        if (!scenarios.endsWith(SCENARIOS) || !Files.isRegularFile(tests)) {
            throw new IOException("The file (%s) has no scenarios: there is no (%s).\nMaybe name its folder."
                    .formatted(file, tests.getFileName()));
        }
        Path folder = own.getParent();
        if (folder == null) {
            throw new IOException("The file (" + file + ") stands in no folder.");
        }
        Set<Path> vocabularies = new LinkedHashSet<>(find(shipped, VOCABULARY));
        vocabularies.addAll(find(folder, VOCABULARY));
        return new Chosen(read(vocabularies), read(new LinkedHashSet<>(find(folder, PLAYBOOK))), read(Set.of(tests)));
    }

    /// Whether a name is that of a pack that ships, or of a folder or file here.
    public boolean holds(String name) {
        return Files.isDirectory(shipped.resolve(name)) || Files.exists(Path.of(name));
    }

    private List<Path> places(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return List.of(shipped);
        }
        List<Path> places = new ArrayList<>();
        for (String name : names) {
            Path pack = shipped.resolve(name);
            Path own = Path.of(name);
            if (Files.isDirectory(pack)) {
                places.add(pack);
            } else if (Files.exists(own)) {
                places.add(own);
            } else {
                throw new IOException(
                        "The playbooks (%s) are neither a pack that ships nor a folder or file here.\nMaybe write one of: %s."
                                .formatted(name, String.join(", ", packNames())));
            }
        }
        return places;
    }

    private List<String> packNames() throws IOException {
        try (Stream<Path> folders = Files.list(shipped)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> find(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .map(file -> file.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        }
    }

    private List<NamedText> read(Set<Path> files) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path home = shipped.toAbsolutePath().normalize().getParent();
        List<NamedText> texts = new ArrayList<>();
        for (Path file : files) {
            Path base = file.startsWith(here) ? here : home != null && file.startsWith(home) ? home : null;
            String name = (base == null ? file : base.relativize(file)).toString();
            texts.add(new NamedText(name, Files.readString(file)));
        }
        return texts;
    }

    /// Compiles a choice.
    ///
    /// @return the program, or all mistakes of all its files
    public static Checked<Program> compile(Chosen chosen) {
        return switch (VocabularyReader.read(chosen.vocabularies())) {
            case Checked.Wrong<Vocabulary>(var mistakes) -> new Checked.Wrong<>(mistakes);
            case Checked.Right<Vocabulary>(Vocabulary vocabulary) ->
                Playbooks.compile(vocabulary, chosen.playbooks(), new Symbols(), new Subjects(vocabulary.kinds()));
        };
    }
}
