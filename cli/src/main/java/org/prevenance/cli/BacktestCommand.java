package org.prevenance.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.backtest.Backtest;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.backtest.Compiled;
import org.prevenance.backtest.Selection;
import org.prevenance.backtest.Variation;
import org.prevenance.check.Packs;
import org.prevenance.files.ProgressBar;
import org.prevenance.measure.Bootstrap;
import org.prevenance.report.BacktestFolder;
import org.prevenance.report.BacktestJson;
import org.prevenance.report.BacktestText;
import org.prevenance.signal.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `prevenance backtest DIR`: what a playbook would have been worth on past events.
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Tries a playbook on past events as if live: what it would have found, how early, how often wrong, and how many calls it costs.",
        footer = {"", "Exit: 0 done; 1 failed; 2 wrongly asked; 3 nothing could be read."})
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CheckOptions options;

    @Option(
            names = "--playbook",
            paramLabel = "P",
            description = "a pack that ships, a folder or file, or the name of a playbook or signal; default: all")
    private @Nullable String playbook;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "count cases and complaints from then on; earlier events are still read")
    private @Nullable String from;

    @Option(
            names = "--vary",
            paramLabel = "NAME.KEY=A,B,…",
            description = "try several values, such as 'usage_60d.over=30d,60d,90d'")
    private @Nullable String vary;

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "FILE",
            description = "which cases the second file or folder of playbooks gains and loses against the first")
    private List<String> compare = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private AnswerFormat format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "also write backtest.html, backtest.json and quarantine.ndjson there")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        Language language = options.language();
        options.mustBeUsable();
        Backtest.Candidates candidates = candidates();
        Backtest.Request request = new Backtest.Request(
                options.folder,
                options.further(candidates.main().program()),
                CheckOptions.instant("--from", from),
                options.until(),
                options.threads,
                Bootstrap.USUAL);
        BacktestResult result = Backtest.run(
                candidates,
                request,
                slots -> options.rows(candidates.main().program(), slots),
                ProgressBar.onTerminal());
        if (result.counts().read() == 0 && result.quarantine().isEmpty()) {
            throw NothingRead.in(options.folder);
        }
        if (out != null) {
            BacktestFolder.write(result, language, out);
        }
        print(result, language, json);
        return result.counts().admitted() == 0 ? 3 : 0;
    }

    private Backtest.Candidates candidates() throws IOException {
        Packs packs = Packs.shipped();
        try {
            Variation variation = vary == null ? null : Variation.parse(vary);
            if (compare.isEmpty()) {
                Selection main = Selection.of(packs, playbook, options.playbooks);
                return Compiled.of(playbook == null ? "" : playbook, main, variation, null, "");
            }
            if (!packs.holds(compare.get(0)) || !packs.holds(compare.get(1))) {
                throw new WrongUse(
                        "--compare (%s) needs two playbook files or folders.".formatted(String.join(" ", compare)));
            }
            if (playbook != null && packs.holds(playbook)) {
                throw new WrongUse(
                        "With --compare, --playbook chooses among the playbooks of the two versions, by name.\nMaybe leave out --playbook %s."
                                .formatted(playbook));
            }
            Selection old =
                    Selection.of(packs, compare.get(0), options.playbooks).only(playbook);
            Selection main =
                    Selection.of(packs, compare.get(1), options.playbooks).only(playbook);
            return Compiled.of(compare.get(1), main, variation, old, compare.get(0));
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private void print(BacktestResult result, Language language, boolean json) throws IOException {
        if (json) {
            OutputStream stdout = Output.bytes();
            BacktestJson.write(result, stdout);
        } else {
            Output.print(BacktestText.of(result, language, out == null ? null : out.toString()));
        }
    }
}
