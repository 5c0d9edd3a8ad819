package org.prevenance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The results of some rounds as a table in Markdown.
///
/// @param events what a contestant's seconds are divided into: the events of the data it ran on
/// @param first  the contestant whose speed is 1
record Table(List<List<Run>> rounds, ToDoubleFunction<Contestant> events, String first) {
    private static final List<String> HEADINGS = List.of(
            "contestant",
            "M events/s",
            "times ours",
            "seconds",
            "whole process, s",
            "processor, s",
            "peak memory, MiB",
            "`--only`");

    /// A line for each contestant, in the order of the first round.
    String markdown() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS);
        for (Run run : rounds.getFirst()) {
            lines.add(line(run.contestant()));
        }
        int[] widths = new int[HEADINGS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            append(text, lines.get(i), widths);
            if (i == 0) {
                rule(text, widths);
            }
        }
        return text.toString();
    }

    private List<String> line(Contestant contestant) {
        return List.of(
                contestant.title(),
                spread(contestant, run -> speed(run)).text(),
                timesOurs(contestant),
                spread(contestant, Run::workSeconds).text(),
                spread(contestant, Run::processSeconds).text(),
                spread(contestant, Run::cpuSeconds).text(),
                String.format(
                        Locale.ROOT,
                        "%.0f",
                        spread(contestant, run -> run.peakKib() / 1024.0).most()),
                "`" + contestant.name() + "`");
    }

    private double speed(Run run) {
        return events.applyAsDouble(run.contestant()) / run.workSeconds() / 1e6;
    }

    private Spread spread(Contestant contestant, ToDoubleFunction<Run> figure) {
        List<Double> figures = new ArrayList<>();
        for (List<Run> round : rounds) {
            figures.add(figure.applyAsDouble(of(round, contestant.name())));
        }
        return Spread.of(figures);
    }

    /// Compared within each round, so that a slow moment of the machine tells on both.
    private String timesOurs(Contestant contestant) {
        List<Double> ratios = new ArrayList<>();
        for (List<Run> round : rounds) {
            if (round.stream().noneMatch(run -> run.contestant().name().equals(first))) {
                return "–";
            }
            ratios.add(speed(of(round, contestant.name())) / speed(of(round, first)));
        }
        return Spread.of(ratios).text();
    }

    private static Run of(List<Run> round, String name) {
        for (Run run : round) {
            if (run.contestant().name().equals(name)) {
                return run;
            }
        }
        throw new IllegalStateException("No run of " + name + " in a round.");
    }

    private static void append(StringBuilder text, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            text.append(i == 0 || i == widths.length - 1 ? "| " + cells.get(i) + space : "| " + space + cells.get(i))
                    .append(' ');
        }
        text.append("|\n");
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append('|').append("-".repeat(widths[i] + 1)).append(i == 0 || i == widths.length - 1 ? '-' : ':');
        }
        text.append("|\n");
    }
}
