package org.prevenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.prevenance.check.Check;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Progress;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.report.CaseStory;
import org.prevenance.signal.Case;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `prevenance explain DIR SIGNAL SUBJECT`: how one case came about.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Tells the story of one case: the events behind it, the indicators when it opened, the condition that held.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CheckOptions options;

    @Parameters(index = "1", paramLabel = "SIGNAL", description = "such as telecom/returned-but-billed")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String signalName;

    @Parameters(index = "2", paramLabel = "SUBJECT", description = "such as contract/C1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String subject;

    @Override
    public Integer call() throws IOException {
        Program program = options.program();
        Signal signal = signal(program);
        CheckResult result = Check.run(program, options.request(program), Progress.NONE);
        List<Case> cases = result.cases().stream()
                .filter(one -> one.signal().equals(signalName) && one.subject().equals(subject))
                .sorted(java.util.Comparator.comparing(Case::openedAt))
                .toList();
        Output.print(new CaseStory(signal, subject, result, options.language(), program.zone()).tell(cases));
        return 0;
    }

    private Signal signal(Program program) {
        return program.signals().stream()
                .filter(one -> one.name().equals(signalName))
                .findFirst()
                .orElseThrow(() -> new WrongUse("The signal (%s) is not among the playbooks.\nMaybe write one of: %s."
                        .formatted(
                                signalName,
                                String.join(
                                        ", ",
                                        program.signals().stream()
                                                .map(Signal::name)
                                                .toList()))));
    }
}
