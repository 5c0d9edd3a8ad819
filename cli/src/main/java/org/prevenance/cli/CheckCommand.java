package org.prevenance.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Check;
import org.prevenance.check.CheckResult;
import org.prevenance.files.ProgressBar;
import org.prevenance.playbook.Program;
import org.prevenance.report.JsonReport;
import org.prevenance.report.ReportFolder;
import org.prevenance.report.TextReport;
import org.prevenance.signal.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `prevenance check DIR`: judges a folder of files and shows the cases found.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judges a folder of files and shows the cases found, with their proof.",
        footer = {"", "Exit: 0 done, with cases or without; 1 failed; 2 wrongly asked; 3 nothing could be read."})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CheckOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private AnswerFormat format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "also write report.html, cases.csv, cases.json and quarantine.ndjson there")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        Language language = options.language();
        Program program = options.program();
        CheckResult result = Check.run(program, options.request(program), ProgressBar.onTerminal());
        if (result.counts().read() == 0 && result.quarantine().isEmpty()) {
            throw NothingRead.in(options.folder);
        }
        if (out != null) {
            ReportFolder.write(result, language, program.zone(), out);
        }
        print(result, language, program, json);
        return result.counts().admitted() == 0 ? 3 : 0;
    }

    private void print(CheckResult result, Language language, Program program, boolean json) throws IOException {
        if (json) {
            OutputStream stdout = Output.bytes();
            JsonReport.write(result, stdout);
            stdout.flush();
        } else {
            Output.print(TextReport.of(result, language, program.zone(), out == null ? null : out.toString()));
        }
    }
}
