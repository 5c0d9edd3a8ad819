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
import org.prevenance.report.ReportFolder;
import org.prevenance.report.TextReport;
import org.prevenance.signal.Language;
import org.prevenance.simulator.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `prevenance demo`: a year of simulated customers, checked, in one go.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Simulates a year of customers over all sectors, checks it, prints what was found and writes the report.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "end after the report; for now it always does")
    @SuppressWarnings("UnusedVariable") // the only way for now: the option lets scripts say what they rely on
    private boolean once;

    @Option(names = "--customers", paramLabel = "N", description = "how many; default: ${DEFAULT-VALUE}")
    private int customers = 5_000;

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
        boolean french = language == Language.FRENCH;
        Path world = out.resolve("world");
        say(french ? "Un an de %,d clients, simulé…" : "A year of %,d customers, simulated…", french, customers);
        long events;
        try {
            events = Simulation.write(world, Settings.of(seed, customers, 365));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
        say(french ? "%,d événements, examinés…" : "%,d events, checked…", french, events);
        Program program = Packs.compile(Packs.shipped().choose(List.of())).orThrow();
        int threads = Runtime.getRuntime().availableProcessors();
        CheckResult result =
                Check.run(program, new Check.Request(world, null, threads, RowOpener.NONE), ProgressBar.onTerminal());
        Path report = out.resolve("report");
        ReportFolder.write(result, language, program.zone(), report);
        Output.print(TextReport.of(result, language, program.zone(), report.toString())
                + DemoSummary.of(result.cases(), Complaints.in(world)).text(language));
        return 0;
    }

    private static void say(String sentence, boolean french, long number) {
        System.err.println(String.format(french ? Locale.FRENCH : Locale.ENGLISH, sentence, number));
    }
}
