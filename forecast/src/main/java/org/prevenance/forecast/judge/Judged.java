package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;

/// A forecast with what was found about it, to be told to people.
///
/// @param title    its name, and what it is called: « Retard à l’arrivée »
/// @param watched  the same days, as the watch saw them
/// @param relearnt after how many days it learnt again; 0: it learnt once, before the first of these days
public record Judged(Label title, Judgement judgement, Watched watched, int relearnt) {
    /// Judges and watches a trial by the usual rules.
    public static Judged of(Label title, Trial trial) {
        return new Judged(title, Judge.judge(trial), watched(trial), trial.relearnt());
    }

    private static Watched watched(Trial trial) {
        IntSummaryStatistics days =
                IntStream.range(0, trial.rows()).map(trial::day).summaryStatistics();
        return days.getCount() == 0
                ? Watched.NOTHING
                : trial.watch().watched(LocalDate.ofEpochDay(days.getMin()), LocalDate.ofEpochDay(days.getMax() + 1L));
    }
}
