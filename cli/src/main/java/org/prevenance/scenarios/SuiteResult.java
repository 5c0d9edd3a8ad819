package org.prevenance.scenarios;

import java.util.ArrayList;
import java.util.List;
import org.prevenance.scenario.Scenario;

/// What became of a whole suite.
///
/// @param all     how many scenarios were run
/// @param failed  those that found something else than expected, in order of writing
/// @param refused a line for each scenario that could not be run, because one of its events would be refused
public record SuiteResult(int all, List<Verdict> failed, List<String> refused) {
    public SuiteResult {
        failed = List.copyOf(failed);
        refused = List.copyOf(refused);
    }

    static SuiteResult of(ScenarioSuite suite) {
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
        return new SuiteResult(suite.scenarios().size(), failed, refused);
    }

    /// A line for each scenario that was refused or failed, and one that sums up.
    public String render() {
        List<String> lines = new ArrayList<>(refused);
        failed.forEach(verdict -> lines.add(verdict.render()));
        lines.add(summary());
        return String.join("\n", lines);
    }

    private String summary() {
        int wrong = failed.size() + refused.size();
        if (wrong == 0) {
            return all + (all == 0 ? " scenarios: nothing was tested." : " scenarios: all as expected.");
        }
        String other = refused.isEmpty() ? "" : ", %d with events that would be refused".formatted(refused.size());
        return "%d scenarios: %d as expected, %d not%s.".formatted(all, all - wrong, failed.size(), other);
    }

    /// 0 when all was as expected, 1 when some scenario failed, 2 when some could not be run.
    public int exitCode() {
        return refused.isEmpty() ? failed.isEmpty() ? 0 : 1 : 2;
    }
}
