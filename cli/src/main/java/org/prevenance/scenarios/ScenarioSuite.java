package org.prevenance.scenarios;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.prevenance.check.Packs;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.scenario.Scenario;
import org.prevenance.scenario.ScenarioReader;
import org.prevenance.text.Checked;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// The scenarios of chosen packs, with the playbooks that they test.
public record ScenarioSuite(Program program, List<Scenario> scenarios) {
    /// Where days begin while looking for mistakes in scenarios whose playbooks are wrong too.
    private static final ZoneId ANY_ZONE = ZoneId.of("Europe/Paris");

    public ScenarioSuite {
        scenarios = List.copyOf(scenarios);
    }

    /// Reads the chosen playbooks and scenarios.
    ///
    /// @return all mistakes of all files where there are any; among them expectations of signals that do not exist
    public static Checked<ScenarioSuite> read(Packs.Chosen chosen) {
        return switch (Packs.compile(chosen)) {
            case Checked.Right<Program>(Program program) -> read(program, chosen.scenarios());
            case Checked.Wrong<Program> wrong -> {
                List<Mistake> mistakes = new ArrayList<>(wrong.mistakes());
                if (VocabularyReader.read(chosen.vocabularies()) instanceof Checked.Right<Vocabulary> known) {
                    mistakes.addAll(ScenarioReader.read(known.value(), ANY_ZONE, chosen.scenarios())
                            .allMistakes());
                }
                yield new Checked.Wrong<>(mistakes);
            }
        };
    }

    private static Checked<ScenarioSuite> read(Program program, List<NamedText> files) {
        return switch (ScenarioReader.read(program.vocabulary(), program.zone(), files)) {
            case Checked.Wrong<List<Scenario>>(var mistakes) -> new Checked.Wrong<>(mistakes);
            case Checked.Right<List<Scenario>>(List<Scenario> scenarios) -> {
                ScenarioSuite suite = new ScenarioSuite(program, scenarios);
                List<Mistake> mistakes = suite.unknownSignals(files);
                yield mistakes.isEmpty() ? new Checked.Right<>(suite) : new Checked.Wrong<>(mistakes);
            }
        };
    }

    private List<Mistake> unknownSignals(List<NamedText> files) {
        List<String> known = program.signals().stream().map(Signal::name).toList();
        Mistakes mistakes = new Mistakes();
        for (Scenario scenario : scenarios) {
            for (Scenario.Expected expected : scenario.expected()) {
                if (!known.contains(expected.signal())) {
                    NamedText file = files.stream()
                            .filter(text -> text.file().equals(scenario.file()))
                            .findFirst()
                            .orElseThrow();
                    int start = file.text().indexOf(expected.signal(), lineStart(file.text(), expected.line()));
                    mistakes.unknown(
                            file.at(start, start + expected.signal().length()),
                            "The signal %s is not among the playbooks.".formatted(expected.signal()),
                            expected.signal(),
                            known);
                }
            }
        }
        return mistakes.sorted();
    }

    private static int lineStart(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start;
    }

    /// The signals that no scenario expects, by name.
    public List<String> unproven() {
        Set<String> expected = scenarios.stream()
                .flatMap(scenario -> scenario.expected().stream())
                .map(Scenario.Expected::signal)
                .collect(Collectors.toSet());
        return program.signals().stream()
                .map(Signal::name)
                .filter(name -> !expected.contains(name))
                .sorted()
                .toList();
    }
}
