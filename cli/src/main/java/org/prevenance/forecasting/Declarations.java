package org.prevenance.forecasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;

/// Declarations of forecasts on disk: those that ship, in `forecasts/` beside `playbooks/`, and those of the user.
public final class Declarations {
    private static final String ENDING = ".forecast.yaml";

    private final Path shipped;

    /// @param home the folder that holds `forecasts/`
    public Declarations(Path home) {
        this.shipped = home.resolve("forecasts");
    }

    /// Reads the chosen declarations.
    ///
    /// @param chosen names of those that ship (`arrival`), files, or folders; empty: all that ship
    /// @throws IOException where a name is none of these, with the nearest that there is
    public List<NamedText> choose(List<String> chosen) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        if (chosen.isEmpty()) {
            files.addAll(in(shipped));
        }
        for (String name : chosen) {
            Path own = Path.of(name);
            Path ships = shipped.resolve(name + ENDING);
            if (Files.isRegularFile(ships)) {
                files.add(ships);
            } else if (Files.isDirectory(own)) {
                files.addAll(in(own));
            } else if (Files.isRegularFile(own)) {
                files.add(own);
            } else {
                throw new IOException(unknown(name));
            }
        }
        List<NamedText> texts = new ArrayList<>();
        for (Path file : files) {
            boolean ships = file.startsWith(shipped);
            String name = ships ? "forecasts/" + shipped.relativize(file) : file.toString();
            texts.add(new NamedText(name, Files.readString(file)));
        }
        return texts;
    }

    private String unknown(String name) throws IOException {
        List<String> names = in(shipped).stream()
                .map(file -> file.getFileName().toString().replace(ENDING, ""))
                .toList();
        String near = Nearest.to(name, names);
        return "The forecast (%s) is neither one that ships nor a file or folder here.\nMaybe write %s."
                .formatted(name, near == null ? "one of: " + String.join(", ", names) : near);
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}
