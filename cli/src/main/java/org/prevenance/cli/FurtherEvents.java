package org.prevenance.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prevenance.check.Foretelling;
import org.prevenance.check.Further;
import org.prevenance.check.Packs;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.ProgressBar;
import org.prevenance.forecast.Forecasts;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Predicted;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecasting.ChronicleReader;
import org.prevenance.forecasting.Declarations;
import org.prevenance.forecasting.ForecastText;
import org.prevenance.forecasting.ForetoldEvents;
import org.prevenance.sources.Sources;
import org.prevenance.stations.StationEvents;
import org.prevenance.text.Checked;
import org.prevenance.text.Mistakes;
import org.prevenance.vocabulary.Vocabulary;

/// What a run adds to the events of its folder: the maps of its stations, and the forecasts that given models would
/// have made. They stand in a temporary file and are read as all other events are, so that they change nothing else.
final class FurtherEvents {
    /// What the models are asked about.
    ///
    /// @param until what became known later is left out, microseconds since 1970
    record Asked(Path folder, Sources mapping, Vocabulary vocabulary, ZoneId zone, int threads, long until) {}

    private FurtherEvents() {}

    /// The file with these events, none where there are none; it is gone when the program ends. With it, what the
    /// models
    /// foretold and what was withheld.
    ///
    /// @param models that `forecast train` wrote
    /// @throws WrongUse where a map or a model cannot be used, with the reason
    static Further of(Asked asked, List<Path> models) throws IOException {
        Mistakes mistakes = new Mistakes();
        List<Foretold> events = new ArrayList<>(StationEvents.under(asked.folder, asked.zone, mistakes));
        if (!mistakes.isEmpty()) {
            throw new WrongUse(new Checked.Wrong<>(mistakes.sorted()).render());
        }
        List<Foretelling> forecasts = models.isEmpty() ? List.of() : foretold(asked, models, events);
        if (events.isEmpty()) {
            return new Further(List.of(), forecasts);
        }
        Path file = Files.createTempFile("prevenance-", ".ndjson");
        file.toFile().deleteOnExit();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ForetoldEvents.write(events, out);
        }
        return new Further(List.of(file), forecasts);
    }

    /// Adds what the models foretell of the time that they have not learnt from.
    private static List<Foretelling> foretold(Asked asked, List<Path> files, List<Foretold> events) throws IOException {
        Map<ModelFile, Target> models = new LinkedHashMap<>();
        for (Path file : files) {
            ModelFile model = model(file);
            models.put(model, target(model));
        }
        List<Foretelling> all = new ArrayList<>();
        try {
            ChronicleReader.Result read = ChronicleReader.read(
                    new ChronicleReader.Request(
                            List.of(asked.folder),
                            asked.mapping,
                            asked.vocabulary,
                            ChronicleReader.types(models.values(), asked.vocabulary),
                            asked.zone,
                            asked.until),
                    asked.threads,
                    ProgressBar.onTerminal());
            models.forEach((model, target) -> {
                Chronicle chronicle = read.of(target).chronicle();
                long end = chronicle.size() == 0 ? 0 : chronicle.known(chronicle.size() - 1) + 1;
                long from = ZoneDays.micros(model.provenance().data().until());
                Predicted predicted = from >= end
                        ? Predicted.NOTHING
                        : target.predict(chronicle, model, new Target.Span(from, end), ForecastWork.onTerminal());
                events.addAll(predicted.made());
                all.add(ForecastText.foretelling(target.declaration(), model, predicted));
            });
        } catch (NotForetold e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
        return all;
    }

    private static ModelFile model(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongUse("The model (%s) is not there.\nMaybe train it first: ./prevenance forecast train DIR"
                    .formatted(file));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return ModelFile.read(String.valueOf(file.getFileName()), in);
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private static Target target(ModelFile model) throws IOException {
        Path home = Packs.shipped().folder().toAbsolutePath().normalize().getParent();
        try {
            var declared = new Declarations(home == null ? Path.of("") : home)
                    .choose(List.of(model.provenance().forecast()));
            return switch (Forecasts.read(declared)) {
                case Checked.Right<List<Target>>(List<Target> targets) -> targets.getFirst();
                case Checked.Wrong<List<Target>> wrong -> throw new WrongUse(wrong.render());
            };
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
