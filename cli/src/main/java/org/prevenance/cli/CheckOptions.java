package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Check;
import org.prevenance.check.Further;
import org.prevenance.check.Packs;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.signal.Language;
import org.prevenance.sources.Sources;
import org.prevenance.sources.SourcesException;
import org.prevenance.text.Checked;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `check` and `explain` have in common: which folder, which playbooks, up to when.
final class CheckOptions {
    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "folder with *.ndjson, *.json, *.csv, *.parquet files, GTFS")
    @SuppressWarnings("NullAway.Init") // set by picocli
    Path folder;

    @Option(
            names = "--playbooks",
            split = ",",
            paramLabel = "DIR-or-pack",
            description = "packs that ship, folders or playbook files; default: all that ship")
    List<String> playbooks = List.of();

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "how CSV and Parquet files become events; default: DIR/sources.yaml")
    @Nullable
    Path sources;

    @Option(
            names = "--forecasts",
            split = ",",
            paramLabel = "MODEL",
            description =
                    "models that forecast train wrote: what they foretell from where their knowledge ends counts as events")
    List<Path> forecasts = List.of();

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "judge as of this instant, with what was known by then, such as 2025-06-30T22:00:00Z")
    @Nullable
    String until;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            description = "language of the answer; default: that of the machine")
    @Nullable
    String lang;

    @Option(names = "--threads", paramLabel = "N", description = "judge on so many threads; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    Language language() {
        try {
            return lang == null ? Language.of(Locale.getDefault()) : Language.of(lang);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /// The chosen playbooks, compiled.
    Program program() throws IOException {
        Packs.Chosen chosen;
        try {
            chosen = Packs.shipped().choose(playbooks);
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
        return switch (Packs.compile(chosen)) {
            case Checked.Right<Program>(Program program) -> program;
            case Checked.Wrong<Program> wrong -> throw new WrongUse(wrong.render());
        };
    }

    Check.Request request(Program program) throws IOException {
        mustBeUsable();
        return new Check.Request(folder, further(program), until(), threads, rows(program));
    }

    /// What is read besides the files of the folder: maps of stations, and what the given models foretell.
    Further further(Program program) throws IOException {
        Instant last = until();
        return FurtherEvents.of(
                new FurtherEvents.Asked(
                        folder,
                        mapping(program),
                        program.vocabulary(),
                        program.zone(),
                        threads,
                        last == null ? Long.MAX_VALUE : ZoneDays.micros(last)),
                forecasts);
    }

    /// @throws NothingRead where the folder is not there
    /// @throws WrongUse    where no thread may judge
    void mustBeUsable() {
        if (!Files.isDirectory(folder)) {
            throw new NothingRead(
                    "The folder (%s) is not there.\nMaybe it is spelled otherwise, or relative to another folder."
                            .formatted(folder));
        }
        if (threads < 1) {
            throw new WrongUse("The number of threads (%d) must be at least 1.".formatted(threads));
        }
    }

    @Nullable
    Instant until() {
        return instant("--until", until);
    }

    /// @param given what was written after the option; null: nothing
    static @Nullable Instant instant(String option, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            return Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new WrongUse(
                    "%s (%s) is no instant.\nMaybe write it like 2025-06-30T22:00:00Z.".formatted(option, given));
        }
    }

    private RowOpener rows(Program program) throws IOException {
        return rows(program, new org.prevenance.engine.Plan(program).slotsKept());
    }

    /// How CSV and Parquet files are read.
    RowOpener rows(Program program, List<BitSet> slotsKept) throws IOException {
        return mapping(program).opener(program.symbols(), program.subjects(), slotsKept, program.zone());
    }

    private Sources mapping(Program program) throws IOException {
        Path file = sources != null ? sources : folder.resolve("sources.yaml");
        if (sources != null && !Files.exists(file)) {
            throw new WrongUse("The file (%s) is not there.".formatted(file));
        }
        try {
            return Files.exists(file) ? Sources.load(file, program.vocabulary()) : Sources.none(program.vocabulary());
        } catch (SourcesException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
