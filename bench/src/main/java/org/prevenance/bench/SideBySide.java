package org.prevenance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Runs all contestants in turn, several rounds, checks that they agree on every bill, and prints what was measured.
///
/// Everybody reads the same events from the same (warm) files, one after the other, each in a process of its own.
public final class SideBySide {
    private final Options options;
    private final List<Contestant> contestants = new ArrayList<>();
    private final Map<String, Dataset> dataOf = new LinkedHashMap<>();

    private SideBySide(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        try {
            new SideBySide(Options.parse(arguments)).run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        enrol();
        if (contestants.isEmpty()) {
            throw new IllegalArgumentException("Nobody is called " + options.contestants() + ".\n" + Options.USAGE);
        }
        buildOurs();
        Set<Dataset> datasets = new LinkedHashSet<>(dataOf.values());
        for (Dataset data : datasets) {
            warm(data);
        }
        Machine machine = Machine.here();
        List<List<Run>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            rounds.add(round(round));
        }
        Table table = new Table(rounds, contestant -> data(contestant).count(), Contestants.OURS);
        String results = Results.markdown(options, machine, table.markdown(), datasets, rounds.getFirst());
        System.out.println(results);
        if (options.page() != null) {
            Page.write(
                    options.page(),
                    options.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    results);
        }
    }

    private void enrol() throws IOException, SQLException {
        switch (options.mode()) {
            case SIDE_BY_SIDE -> {
                Dataset data = Dataset.prepare(options.work(), options.contracts(), options.days(), options.seed());
                enrol(Contestants.all(options, data), data);
            }
            case WHOLE_PACK -> {
                Dataset data = eventsOnly(options.contracts());
                enrol(List.of(Contestants.oneSignal(options, data), Contestants.wholePack(options, data)), data);
            }
            case TEN_TIMES -> {
                Dataset data = eventsOnly(options.contracts());
                Dataset large = eventsOnly(10 * options.contracts());
                enrol(List.of(Contestants.oneSignal(options, data)), data);
                add(Contestants.oneSignal(options, large).tenTimes(), large);
            }
        }
    }

    private Dataset eventsOnly(int contracts) throws IOException, SQLException {
        return Dataset.eventsOnly(options.work(), contracts, options.days(), options.seed());
    }

    private void enrol(List<Contestant> some, Dataset data) {
        some.stream().filter(options::wants).forEach(contestant -> add(contestant, data));
    }

    private void add(Contestant contestant, Dataset data) {
        contestants.add(contestant);
        dataOf.put(contestant.name(), data);
    }

    private List<Run> round(int number) throws IOException, InterruptedException {
        Path logs = Files.createDirectories(options.work().resolve("logs/round-" + number));
        List<Run> runs = new ArrayList<>();
        for (Contestant contestant : contestants) {
            Run run = Run.of(contestant, data(contestant).events(), logs);
            runs.add(run);
            System.err.printf(
                    Locale.ROOT,
                    "round %d  %-42s %7.2f s  %6.2f M events/s  %7.2f s processor  %s%n",
                    number,
                    contestant.title(),
                    run.workSeconds(),
                    data(contestant).count() / run.workSeconds() / 1e6,
                    run.cpuSeconds(),
                    contestant.compared() ? run.flagged().size() + " flagged" : "");
        }
        Agreement.check(runs, dataOf);
        return runs;
    }

    private Dataset data(Contestant contestant) {
        Dataset data = dataOf.get(contestant.name());
        if (data == null) {
            throw new IllegalStateException("No data for " + contestant.name() + ".");
        }
        return data;
    }

    /// The launcher builds what is older than its sources: now, and not within the first round.
    private void buildOurs() throws IOException, InterruptedException {
        String launcher = options.launcher().toString();
        if (contestants.stream().noneMatch(one -> one.command().contains(launcher))) {
            return;
        }
        int status = new ProcessBuilder(launcher, "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    "%s --version ended with status %d, so Prévenance cannot take part. Mend it, or name the others with --only."
                            .formatted(launcher, status));
        }
    }

    /// Reads the files once, so that nobody waits for the disk where others did not.
    private static void warm(Dataset data) throws IOException {
        byte[] buffer = new byte[1 << 20];
        for (Path file : data.files()) {
            try (InputStream in = Files.newInputStream(file)) {
                int read = in.read(buffer);
                while (read >= 0) {
                    read = in.read(buffer);
                }
            }
        }
    }
}
