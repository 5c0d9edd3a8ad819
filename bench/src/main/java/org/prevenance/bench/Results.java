package org.prevenance.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What a run writes into the page: the machine, the data, the agreement and the table.
final class Results {
    private Results() {}

    static String markdown(
            Options options, Machine machine, String table, Collection<Dataset> datasets, List<Run> oneRound) {
        StringBuilder text = new StringBuilder();
        text.append("Machine: ").append(machine.sentence()).append('\n');
        text.append(versions(options)).append("\n\n");
        for (Dataset data : datasets) {
            text.append(String.format(
                    Locale.ROOT,
                    "Data: %,d contracts, %d days, seed %d: %,d events. ",
                    data.contracts(),
                    data.days(),
                    data.seed(),
                    data.count()));
        }
        text.append(String.format(
                Locale.ROOT, "%d rounds; median (least–most); memory is the most of all rounds.%n", options.rounds()));
        List<Run> answers =
                oneRound.stream().filter(run -> run.contestant().compared()).toList();
        if (answers.size() > 1) {
            text.append(agreement(answers));
        }
        return text.append('\n').append(table).toString();
    }

    /// True because [Agreement#check] stopped the run otherwise.
    private static String agreement(List<Run> answers) {
        List<String> counts = answers.stream()
                .map(run -> String.format(Locale.ROOT, "%,d", run.flagged().size()))
                .distinct()
                .toList();
        return "The " + answers.size() + " contestants that answer flagged the same bills in every round: "
                + String.join(" and ", counts) + ".\n";
    }

    private static String versions(Options options) {
        return "Versions: " + Versions.sentence(options.flink()) + ".";
    }
}
