package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Sector;
import org.prevenance.simulator.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `prevenance simulate OUT`: writes a small world with known troubles.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Writes a world of customers with known troubles: its events, and truth.json.")
final class SimulateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OUT", description = "folder to write to")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--customers", paramLabel = "N", description = "how many; default: ${DEFAULT-VALUE}")
    private int customers = 1_000;

    @Option(names = "--days", paramLabel = "D", description = "for how long; default: ${DEFAULT-VALUE}")
    private int days = 365;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "the same seed gives the same world; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--start", paramLabel = "DATE", description = "the first day; default: ${DEFAULT-VALUE}")
    private LocalDate start = LocalDate.of(2024, 1, 1);

    @Option(names = "--messy", description = "strew in a few broken lines, as real exports have")
    private boolean messy;

    @Option(
            names = "--sectors",
            paramLabel = "S,…",
            split = ",",
            description = "what it is made of: telecom, energy, appliances, bank, journeys, channels, care, team,"
                    + " rail, queues; default: all but rail and queues")
    private List<String> sectors = List.of();

    @Option(names = "--one-file", description = "all in events.ndjson, instead of a file per kind")
    private boolean oneFile;

    @Option(
            names = "--csv",
            description = "as the CSV exports of several systems, with the sources.yaml that maps them")
    private boolean csv;

    @Override
    public Integer call() throws IOException {
        if (csv && oneFile) {
            throw new WrongUse("Give either --csv or --one-file.");
        }
        Layout layout = csv ? Layout.CSV : oneFile ? Layout.ONE_FILE : Layout.BY_KIND;
        try {
            Simulation.write(out, new Settings(seed, customers, days, start, messy, layout, chosen()));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private Set<Sector> chosen() {
        return sectors.isEmpty()
                ? Sector.usual()
                : sectors.stream().map(name -> Sector.of(name.strip())).collect(Collectors.toSet());
    }
}
