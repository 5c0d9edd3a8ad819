package org.prevenance.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Check;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.scenario.Scenario;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;
import org.prevenance.signal.Harm;

/// Judges a scenario with a program, as `check` would, and tells how what was found differs from what was expected.
final class Trial {
    private final Program program;
    private final String pack;
    private final List<Case> found;
    private final List<Command> commands;

    private Trial(Program program, String pack, List<Case> found, List<Command> commands) {
        this.program = program;
        this.pack = pack;
        this.found = found;
        this.commands = commands;
    }

    /// @param pack only signals of this pack are looked at
    static Trial of(Scenario scenario, Program program, String pack, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("events.ndjson"), String.join("\n", scenario.events()) + "\n");
        CheckResult result =
                Check.run(program, new Check.Request(folder, scenario.until(), 1, RowOpener.NONE), Progress.NONE);
        if (!result.quarantine().isEmpty()) {
            throw new AssertionError(scenario.name() + ": not admitted: " + result.quarantine());
        }
        List<Case> found = result.cases().stream()
                .filter(one -> one.signal().startsWith(pack + "/"))
                .sorted(Comparator.comparing(Case::subject)
                        .thenComparing(Case::openedAt)
                        .thenComparing(Case::signal))
                .toList();
        return new Trial(program, pack, found, result.commands());
    }

    /// The English sentence of each case, by subject and day.
    String sentences() {
        StringBuilder said = new StringBuilder();
        found.forEach(one -> said.append(one.subject() + ": " + one.because().en() + "\n"));
        return said.toString().replace('\u00a0', ' ');
    }

    /// What is missing or too much; empty where all is as expected.
    String difference(Scenario scenario) {
        return difference(scenario.expected()) + commandDifference(scenario.commands());
    }

    private String commandDifference(@Nullable List<Scenario.Told> expected) {
        List<String> wanted = expected == null
                ? List.of()
                : expected.stream()
                        .map(one -> "%s %s %s %s".formatted(one.control(), one.subject(), one.at(), one.value()))
                        .toList();
        List<String> given = commands.stream()
                .map(one -> "%s %s %s %s"
                        .formatted(one.control(), one.subject(), new Scenario.Moment.At(one.at()), one.value()))
                .toList();
        return wanted.equals(given) ? "" : "commanded " + given + "\n";
    }

    private String difference(List<Scenario.Expected> expected) {
        List<Case> left = new ArrayList<>(found);
        StringBuilder difference = new StringBuilder();
        for (Scenario.Expected one : expected) {
            Case fitting =
                    left.stream().filter(each -> fits(one, each)).findFirst().orElse(null);
            if (fitting == null) {
                difference.append("not found: " + one + "\n");
            } else {
                left.remove(fitting);
            }
        }
        left.forEach(one -> difference.append("not expected: " + one + "\n"));
        return difference.toString();
    }

    private boolean fits(Scenario.Expected expected, Case one) {
        if (!expected.signal().startsWith(pack + "/")) {
            throw new AssertionError(expected.signal() + " is not of the pack " + pack);
        }
        return expected.signal().equals(one.signal())
                && expected.subject().equals(one.subject())
                && (expected.opened() == null || fits(expected.opened(), one.openedAt()))
                && (expected.by() == null || expected.by().equals(one.closedBy()))
                && (expected.closed() == null ? one.closedAt() == null : one.closedAt() != null)
                && (expected.closed() == null || fits(expected.closed(), one.closedAt()))
                && (expected.harm() == null || fits(expected.harm(), one.harm()));
    }

    private boolean fits(Scenario.Moment moment, java.time.Instant instant) {
        ZoneId zone = program.zone();
        return switch (moment) {
            case Scenario.Moment.At(var at) -> at.equals(instant);
            case Scenario.Moment.On(var day) ->
                instant.atZone(zone).toLocalDate().equals(day);
        };
    }

    private static boolean fits(Harm expected, Harm harm) {
        return harm != null
                && expected.amount().compareTo(harm.amount()) == 0
                && expected.currency().equals(harm.currency());
    }
}
