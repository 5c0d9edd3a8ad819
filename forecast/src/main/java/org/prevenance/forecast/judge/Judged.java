package org.prevenance.forecast.judge;

/// A forecast with what was found about it, to be told to people.
///
/// @param title    its name, and what it is called: « Retard à l’arrivée »
/// @param watched  the same days, as the watch saw them
/// @param relearnt after how many days it learnt again; 0: it learnt once, before the first of these days
public record Judged(Label title, Judgement judgement, Watched watched, int relearnt) {
    /// Judges and watches a trial by the usual rules.
    public static Judged of(Label title, Trial trial) {
        return new Judged(title, Judge.judge(trial), Watch.watched(trial), trial.relearnt());
    }
}
