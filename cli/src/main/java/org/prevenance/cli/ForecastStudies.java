package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecasting.StudiesReader;
import org.prevenance.forecasting.Study;
import org.prevenance.report.FiguresPage;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;

/// The studies that `--studies FILE` declares.
record ForecastStudies(Path file, List<Study> all) {
    /// @throws WrongUse where the file is not there or has mistakes
    static ForecastStudies read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongUse(
                    "The file (%s) is not there.\nMaybe write --studies forecasts/studies.yaml.".formatted(file));
        }
        return switch (StudiesReader.read(new NamedText(file.toString(), Files.readString(file)))) {
            case Checked.Right<List<Study>>(List<Study> studies) -> new ForecastStudies(file, studies);
            case Checked.Wrong<List<Study>> wrong -> throw new WrongUse(wrong.render());
        };
    }

    /// The studies of these folders, each with its own, in the order of the file.
    ///
    /// @throws WrongUse where no study is of one of them
    Map<Study, Path> of(List<Path> folders) {
        Map<String, Path> byName = new LinkedHashMap<>();
        folders.forEach(folder ->
                byName.put(String.valueOf(folder.toAbsolutePath().normalize().getFileName()), folder));
        Set<String> known = new LinkedHashSet<>(all.stream().map(Study::folder).toList());
        byName.forEach((name, folder) -> {
            if (!known.contains(name)) {
                throw new WrongUse("No study in (%s) is of a folder called %s.\nMaybe name one of: %s."
                        .formatted(file, name, String.join(", ", known)));
            }
        });
        Map<Study, Path> chosen = new LinkedHashMap<>();
        for (Study study : all) {
            Path folder = byName.get(study.folder());
            if (folder != null) {
                chosen.put(study, folder);
            }
        }
        return chosen;
    }

    /// Writes what was found into the page; says so on the error output.
    ///
    /// @throws WrongUse where the page is not there, or asks for what is not declared
    void write(List<Judged> judged, Path page) {
        try {
            Set<String> left = FiguresPage.write(
                    page, judged, all.stream().map(Study::name).toList());
            System.err.println(
                    left.isEmpty()
                            ? "All figures of (%s) were written.".formatted(page)
                            : "The figures of (%s) were written, but for those of %s, which were not judged now."
                                    .formatted(page, String.join(", ", left)));
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
