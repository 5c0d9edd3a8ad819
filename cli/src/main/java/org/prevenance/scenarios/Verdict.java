package org.prevenance.scenarios;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.prevenance.scenario.Scenario;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;

/// What became of one scenario.
///
/// @param line        of the file, from 1: the first expectation that was not met, else the scenario's name
/// @param differences one text each, `expected …; found …`; empty when all was as expected
public record Verdict(Scenario scenario, int line, List<String> differences) {
    public Verdict {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }

    static Verdict of(Scenario scenario, List<Case> found, List<Command> commands, ZoneId zone) {
        Pairing pairing = Pairing.of(scenario.expected(), found, zone);
        Wording wording = new Wording(zone);
        List<Case> left = new ArrayList<>(pairing.unexpected());
        List<String> differences = new ArrayList<>();
        for (Scenario.Expected missed : pairing.missed()) {
            Case near = left.stream()
                    .filter(one -> Pairing.concerns(missed, one))
                    .findFirst()
                    .orElse(null);
            left.remove(near);
            differences.add("expected %s; found %s"
                    .formatted(wording.of(missed), near == null ? "no such case" : wording.of(near)));
        }
        for (Case unexpected : left) {
            String wanted = scenario.expected().isEmpty() ? "silence" : "no other case";
            differences.add("expected %s; found %s".formatted(wanted, wording.of(unexpected)));
        }
        String commanded = CommandPairing.difference(scenario.commands(), commands, wording);
        if (!commanded.isEmpty()) {
            differences.add(commanded);
        }
        int line = pairing.missed().isEmpty()
                ? scenario.line()
                : pairing.missed().getFirst().line();
        return new Verdict(scenario, line, differences);
    }

    /// One line: `file:line: name: expected …; found ….`
    public String render() {
        String what = passed() ? "as expected" : String.join("; and ", differences);
        return "%s:%d: %s: %s.".formatted(scenario.file(), line, scenario.name(), what);
    }
}
