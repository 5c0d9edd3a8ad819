package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Packs;
import org.prevenance.scenario.Scenario;
import org.prevenance.scenarios.RefusedEvent;
import org.prevenance.scenarios.ScenarioRun;
import org.prevenance.scenarios.ScenarioSuite;
import org.prevenance.scenarios.Verdict;
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

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "folder, file or pack; default: all that ship")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        return switch (ScenarioSuite.read(Packs.shipped().choose(PlaybooksCommand.names(folder)))) {
            case Checked.Wrong<ScenarioSuite> wrong -> {
                Output.print(wrong.render() + "\n");
                yield 2;
            }
            case Checked.Right<ScenarioSuite>(ScenarioSuite suite) -> run(suite);
        };
    }

    private int run(ScenarioSuite suite) {
        ScenarioRun run = new ScenarioRun(suite.program());
        List<Verdict> failed = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Scenario scenario : suite.scenarios()) {
            try {
                Verdict verdict = run.run(scenario);
                if (!verdict.passed()) {
                    failed.add(verdict);
                }
            } catch (RefusedEvent e) {
                refused.add("%s:%d: %s".formatted(scenario.file(), scenario.line(), e.getMessage()));
            }
        }
        List<String> lines = new ArrayList<>(refused);
        failed.forEach(verdict -> lines.add(verdict.render()));
        lines.add(summary(suite.scenarios().size(), failed.size(), refused.size()));
        Output.print(String.join("\n", lines) + "\n");
        warn(suite.unproven());
        return refused.isEmpty() ? failed.isEmpty() ? 0 : 1 : 2;
    }

    private static String summary(int all, int failed, int refused) {
        if (failed + refused == 0) {
            return all + " scenarios: all as expected.";
        }
        return "%d scenarios: %d as expected, %d not%s."
                .formatted(
                        all,
                        all - failed - refused,
                        failed,
                        refused == 0 ? "" : ", %d with events that would be refused".formatted(refused));
    }

    private void warn(List<String> unproven) {
        if (!unproven.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Without any scenario that expects it: %s.".formatted(String.join(", ", unproven)));
        }
    }
}
