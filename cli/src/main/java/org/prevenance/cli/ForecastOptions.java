package org.prevenance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Packs;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.ProgressBar;
import org.prevenance.forecast.Forecasts;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.TooLittle;
import org.prevenance.forecasting.ChronicleReader;
import org.prevenance.forecasting.Declarations;
import org.prevenance.forecasting.ForecastText;
import org.prevenance.signal.Language;
import org.prevenance.sources.Sources;
import org.prevenance.sources.SourcesException;
import org.prevenance.text.Checked;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `forecast train`, `judge` and `predict` have in common: which folders, which forecasts, up to when.
final class ForecastOptions {
    /// The purpose of what says nothing about a person, such as trips.
    private static final String SERVICE = "service";

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "folders with *.ndjson, *.json, *.csv, *.parquet files, or GTFS")
    List<Path> folders = List.of();

    @Option(
            names = "--forecast",
            split = ",",
            paramLabel = "NAME",
            description = "forecasts that ship, *.forecast.yaml files, or folders of them; default: all that ship")
    List<String> forecasts = List.of();

    @Option(
            names = "--playbooks",
            split = ",",
            paramLabel = "DIR-or-pack",
            description = "further packs, whose vocabularies are read too")
    List<String> playbooks = List.of();

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "how CSV and Parquet files become events; default: sources.yaml of the first DIR")
    @Nullable
    Path sources;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "with what was known by then, such as 2025-06-30T22:00:00Z; default: all")
    @Nullable
    String until;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "in which a day begins and an hour counts, such as America/New_York; default: Europe/Paris")
    @Nullable
    String zone;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            description = "language of the answer; default: that of the machine")
    @Nullable
    String lang;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private AnswerFormat format;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "read and learn on so many threads; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    Language language() {
        try {
            return lang == null ? Language.of(Locale.getDefault()) : Language.of(lang);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    boolean json() {
        return format.json();
    }

    /// The declared forecasts, at least one.
    List<Target> targets() throws IOException {
        return targets(forecasts);
    }

    /// @param forecasts as in `--forecast`
    static List<Target> targets(List<String> forecasts) throws IOException {
        Path home = Packs.shipped().folder().toAbsolutePath().normalize().getParent();
        try {
            return switch (Forecasts.read(new Declarations(home == null ? Path.of("") : home).choose(forecasts))) {
                case Checked.Right<List<Target>>(List<Target> targets)
                when targets.isEmpty() ->
                    throw new WrongUse("No forecast is declared in (%s).\nMaybe name a *.forecast.yaml file."
                            .formatted(forecasts.isEmpty() ? "forecasts" : String.join(", ", forecasts)));
                case Checked.Right<List<Target>>(List<Target> targets) -> targets;
                case Checked.Wrong<List<Target>> wrong -> throw new WrongUse(wrong.render());
            };
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /// Does something with each forecast, in their order. One that was asked for by name must succeed; of all that
    /// ship,
    /// those for which there is too little are passed over, with a line on the error output that says why.
    ///
    /// @throws WrongUse where it cannot be done, or where all were passed over
    static <T> List<T> each(List<Target> targets, Deed<T> deed) throws IOException {
        List<T> done = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (Target target : targets) {
            try {
                done.add(deed.on(target));
            } catch (TooLittle | NothingRead e) {
                if (targets.size() == 1) {
                    throw e instanceof NothingRead ? e : new WrongUse(String.valueOf(e.getMessage()));
                }
                passed.add("Passed over %s: %s"
                        .formatted(
                                target.declaration().name(),
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
            } catch (NotForetold e) {
                throw new WrongUse(String.valueOf(e.getMessage()));
            }
        }
        if (done.isEmpty()) {
            throw new WrongUse(String.join("\n", passed)
                    + "\nMaybe name another folder, train first, or name a declaration of your own with --forecast.");
        }
        passed.forEach(System.err::println);
        return done;
    }

    /// What is done with one forecast.
    @FunctionalInterface
    interface Deed<T> {
        T on(Target target) throws IOException;
    }

    /// The events that these targets read.
    ///
    /// @throws NothingRead where there are none at all
    ChronicleReader.Result read(List<Target> targets) throws IOException {
        return read(targets, scope());
    }

    /// What is read of all events.
    ///
    /// @param until with what was known by then; null: all
    record Scope(List<Path> folders, ZoneId zone, @Nullable Instant until) {}

    private Scope scope() {
        return new Scope(folders, zone(), CheckOptions.instant("--until", until));
    }

    /// The events that these targets read, within a scope.
    ///
    /// @throws NothingRead where there are none at all
    ChronicleReader.Result read(List<Target> targets, Scope scope) throws IOException {
        Vocabulary vocabulary = vocabulary();
        try {
            return read(vocabulary, ChronicleReader.types(targets, vocabulary), scope);
        } catch (NotForetold e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /// The events of these types, which must say nothing about a person.
    ///
    /// @throws NothingRead where there are no events at all
    Chronicle read(Set<String> types) throws IOException {
        return read(vocabulary(), Map.of(SERVICE, types), scope())
                .used()
                .values()
                .iterator()
                .next()
                .chronicle();
    }

    private ChronicleReader.Result read(Vocabulary vocabulary, Map<String, Set<String>> types, Scope scope)
            throws IOException {
        List<Path> folders = scope.folders();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new NothingRead(
                        "The folder (%s) is not there.\nMaybe it is spelled otherwise, or relative to another folder."
                                .formatted(folder));
            }
        }
        if (threads < 1) {
            throw new WrongUse("The number of threads (%d) must be at least 1.".formatted(threads));
        }
        Instant last = scope.until();
        ChronicleReader.Result result = ChronicleReader.read(
                new ChronicleReader.Request(
                        folders,
                        mapping(vocabulary, folders.getFirst()),
                        vocabulary,
                        types,
                        scope.zone(),
                        last == null ? Long.MAX_VALUE : ZoneDays.micros(last)),
                threads,
                ProgressBar.onTerminal());
        if (result.counts().read() == 0) {
            throw NothingRead.in(folders);
        }
        return result;
    }

    /// What may be used for a forecast; who is left out for want of an opt-in is told on the error output.
    ///
    /// @throws NothingRead where that is nothing
    Chronicle chronicle(Target target, ChronicleReader.Result read) {
        ChronicleReader.Used used = read.of(target);
        String purpose = target.declaration().purpose();
        if (used.leftOut() > 0) {
            System.err.println(ForecastText.leftOut(purpose, used, language()));
        }
        if (used.chronicle().size() == 0) {
            throw new NothingRead(
                    used.leftOut() > 0
                            ? "Nobody has opted in to the purpose (%s) of the forecast (%s), so it may read nothing.\nMaybe the events consent.given are in another folder, or those that say whose device it is; or, where nobody is behind the events, declare a forecast with another purpose."
                                    .formatted(purpose, target.declaration().name())
                            : "None of the events is of a type that the forecast (%s) reads.\nMaybe name another folder, or with --playbooks a pack that declares %s."
                                    .formatted(target.declaration().name(), new TreeSet<>(target.reads())));
        }
        return used.chronicle();
    }

    private Vocabulary vocabulary() throws IOException {
        try {
            List<String> packs = new ArrayList<>(playbooks);
            return switch (VocabularyReader.read(Packs.shipped().choose(packs).vocabularies())) {
                case Checked.Right<Vocabulary>(Vocabulary vocabulary) -> vocabulary;
                case Checked.Wrong<Vocabulary> wrong -> throw new WrongUse(wrong.render());
            };
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private Sources mapping(Vocabulary vocabulary, Path folder) throws IOException {
        Path file = sources != null ? sources : folder.resolve("sources.yaml");
        if (sources != null && !Files.exists(file)) {
            throw new WrongUse("The file (%s) is not there.".formatted(file));
        }
        try {
            return Files.exists(file) ? Sources.load(file, vocabulary) : Sources.none(vocabulary);
        } catch (SourcesException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone == null ? "Europe/Paris" : zone);
        } catch (DateTimeException e) {
            throw new WrongUse("The zone (%s) is not known.\nMaybe write it like Europe/Paris.".formatted(zone));
        }
    }

    /// The name of the folders, without their paths.
    String source() {
        return String.join(
                ", ",
                folders.stream()
                        .map(folder -> folder.toAbsolutePath().normalize())
                        .map(folder -> String.valueOf(folder.getFileName()))
                        .toList());
    }

    /// The model of a target: of the given file, or `NAME.model` in the working folder.
    ///
    /// @throws TooLittle where it is not there
    /// @throws WrongUse  where it is no model, or one of another forecast
    static ModelFile model(Target target, @Nullable Path given) throws IOException {
        String name = target.declaration().name();
        Path file = given == null ? Path.of(name + ".model") : given;
        if (!Files.isRegularFile(file)) {
            throw new TooLittle(
                    "The model (%s) is not there.\nMaybe train it first: ./prevenance forecast train DIR --forecast %s"
                            .formatted(file, name));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ModelFile model = ModelFile.read(String.valueOf(file.getFileName()), in);
            if (!model.provenance().forecast().equals(name)) {
                throw new WrongUse("The model (%s) is of the forecast (%s), not of (%s).\nMaybe add --forecast %s."
                        .formatted(
                                file,
                                model.provenance().forecast(),
                                name,
                                model.provenance().forecast()));
            }
            return model;
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
