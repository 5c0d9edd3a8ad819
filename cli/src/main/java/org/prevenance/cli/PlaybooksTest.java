package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.scenarios.ScenarioSuite;
import org.prevenance.scenarios.SuiteResult;
import org.prevenance.text.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `prevenance playbooks test [DIR]`: runs the scenarios beside the playbooks.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the scenarios beside the playbooks: given these events, exactly those cases.",
        footer = {"", "Exit: 0 all as expected; 1 some are not; 2 mistakes in the files."})
final class PlaybooksTest implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "folder, pack, or one file of playbooks or scenarios; default: all that ship")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        return switch (ScenarioSuite.read(PlaybooksCommand.chosenScenarios(folder))) {
            case Checked.Wrong<ScenarioSuite> wrong -> {
                Output.print(wrong.render() + "\n");
                yield 2;
            }
            case Checked.Right<ScenarioSuite>(ScenarioSuite suite) -> run(suite);
        };
    }

    private int run(ScenarioSuite suite) {
        SuiteResult result = suite.run();
        Output.print(result.render() + "\n");
        if (folder == null || !Files.isRegularFile(folder)) { // one file's scenarios need not prove all signals
            warn(suite.unproven());
        }
        return result.exitCode();
    }

    private void warn(List<String> unproven) {
        if (!unproven.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Without any scenario that expects it: %s.".formatted(String.join(", ", unproven)));
        }
    }
}
