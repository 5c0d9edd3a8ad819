package org.prevenance.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Playbook;
import org.prevenance.scenario.Scenario;
import org.prevenance.signal.Case;
import org.prevenance.text.Yaml;

/// One playbook with what its file says and what its scenarios find.
///
/// @param written the file
/// @param trials  of the scenarios file beside it
record Topic(Playbook playbook, Yaml.Mapping written, List<Trial> trials) {
    /// @param found the cases of the scenario
    record Trial(Scenario scenario, List<Case> found) {
        boolean expects(String signal) {
            return scenario.expected().stream()
                    .anyMatch(expected -> expected.signal().equals(signal));
        }
    }

    /// An entry of a signal or indicator as written; null where there is none.
    @Nullable
    Yaml written(String section, String name, String key) {
        Yaml.Mapping entry = entry(section, name);
        return entry == null ? null : entry.get(key);
    }

    Yaml.@Nullable Mapping entry(String section, String name) {
        boolean there = written.get(section) instanceof Yaml.Mapping;
        return there
                        && ((Yaml.Mapping) Objects.requireNonNull(written.get(section))).get(name)
                                instanceof Yaml.Mapping entry
                ? entry
                : null;
    }

    /// The first case that its scenarios find of a signal; null where none does.
    @Nullable
    Case example(String signal) {
        return trials.stream()
                .flatMap(trial -> trial.found().stream())
                .filter(found -> found.signal().equals(signal))
                .findFirst()
                .orElse(null);
    }
}
