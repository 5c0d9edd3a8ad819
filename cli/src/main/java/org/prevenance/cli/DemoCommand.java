package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Check;
import org.prevenance.check.CheckResult;
import org.prevenance.check.Packs;
import org.prevenance.files.ProgressBar;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.report.Language;
import org.prevenance.report.ReportFolder;
import org.prevenance.report.TextReport;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `prevenance demo`: a year of simulated customers, checked, in one go.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Simulates a year of customers, checks it, prints what was found and writes the report.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "end after the report; for now it always does")
    @SuppressWarnings("UnusedVariable") // the only way for now: the option lets scripts say what they rely on
    private boolean once;

    @Option(names = "--customers", paramLabel = "N", description = "how many; default: ${DEFAULT-VALUE}")
    private int customers = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "the same seed gives the same customers; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the world and the report go; default: ${DEFAULT-VALUE}")
    private Path out = Path.of("prevenance-demo");

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            description = "language of the answer; default: that of the machine")
    private @Nullable String lang;

    @Override
    public Integer call() throws IOException {
        Language language = lang == null ? Language.of(Locale.getDefault()) : Language.of(lang);
        Path world = out.resolve("world");
        System.err.println(
                language == Language.FRENCH
                        ? "Un an de %d clients simulés…".formatted(customers)
                        : "A year of %d simulated customers…".formatted(customers));
        Simulate.write(world, Settings.of(seed, customers, 365).with(org.prevenance.simulator.Sector.TELECOM));
        Program program = Packs.compile(Packs.shipped().choose(List.of())).orThrow();
        int threads = Runtime.getRuntime().availableProcessors();
        CheckResult result =
                Check.run(program, new Check.Request(world, null, threads, RowOpener.NONE), ProgressBar.onTerminal());
        Path report = out.resolve("report");
        ReportFolder.write(result, language, program.zone(), report);
        Output.print(TextReport.of(result, language, program.zone(), report.toString()));
        return 0;
    }
}
