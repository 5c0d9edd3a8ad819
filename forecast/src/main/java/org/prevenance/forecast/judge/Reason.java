package org.prevenance.forecast.judge;

import java.time.LocalDate;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// Why a forecast keeps silent.
public sealed interface Reason {
    /// Perhaps better than this rival in what was seen, but not with certainty.
    record NoBetter(Label rival) implements Reason {}

    /// The rival is better, with certainty.
    record Worse(Label rival) implements Reason {}

    /// Better than its strongest rival by itself, but so many places were looked at that one may be so by chance.
    ///
    /// @param places horizons and parts that were judged
    record PerhapsByChance(Label rival, int places) implements Reason {}

    /// It answered on too few days to tell.
    record TooFewDays(int days, int needed) implements Reason {}

    /// It answered too few questions to tell.
    record TooFewQuestions(long questions, int needed) implements Reason {}

    /// This rival answers here, but on too few of the same days to be compared.
    record TooFewShared(Label rival, int days, int needed) implements Reason {}

    /// No rival answers here.
    record NothingToCompare() implements Reason {}

    /// The judge never saw this part, or this horizon.
    record NeverJudged() implements Reason {}

    /// The watch met a plan that is not the one that the forecast learnt from.
    ///
    /// @param unfamiliar share of what is planned
    record PlanChanged(LocalDate day, double unfamiliar) implements Reason {}

    /// The watch saw it err more than it used to.
    record ErrsMore(LocalDate since) implements Reason {}

    /// The watch saw its intervals hold the truth less often than they used to.
    record CoversLess(LocalDate since) implements Reason {}

    /// A word for programs.
    default String code() {
        return switch (this) {
            case NoBetter _ -> "no-better";
            case Worse _ -> "worse";
            case PerhapsByChance _ -> "perhaps-by-chance";
            case TooFewDays _ -> "too-few-days";
            case TooFewQuestions _ -> "too-few-questions";
            case TooFewShared _ -> "too-few-shared";
            case NothingToCompare _ -> "nothing-to-compare";
            case NeverJudged _ -> "never-judged";
            case PlanChanged _ -> "plan-changed";
            case ErrsMore _ -> "errs-more";
            case CoversLess _ -> "covers-less";
        };
    }

    /// One plain sentence in French, without capital and full stop.
    default String fr() {
        return switch (this) {
            case NoBetter(Label rival) -> "pas mieux que " + rival.fr();
            case Worse(Label rival) -> "moins bien que " + rival.fr();
            case PerhapsByChance(Label rival, int places) ->
                "mieux que %s, mais peut-être par hasard\u00a0: %d endroits ont été essayés"
                        .formatted(rival.fr(), places);
            case TooFewDays(int days, int needed) ->
                "trop peu de jours pour le dire\u00a0: %d, il en faut %d".formatted(days, needed);
            case TooFewQuestions(long questions, int needed) ->
                "trop peu de questions pour le dire\u00a0: %d, il en faut %d".formatted(questions, needed);
            case TooFewShared(Label rival, int days, int needed) ->
                "trop peu de jours pour comparer avec %s\u00a0: %d, il en faut %d".formatted(rival.fr(), days, needed);
            case NothingToCompare() -> "rien à quoi la comparer";
            case NeverJudged() -> "jamais jugée ici";
            case PlanChanged(LocalDate day, double unfamiliar) ->
                "l’horaire a changé le %s\u00a0: %d\u00a0%% de ce qui est prévu est nouveau"
                        .formatted(Words.date(day, Language.FRENCH), Math.round(unfamiliar * 100));
            case ErrsMore(LocalDate since) ->
                "depuis le %s elle se trompe plus que d’habitude".formatted(Words.date(since, Language.FRENCH));
            case CoversLess(LocalDate since) ->
                "depuis le %s ses fourchettes tiennent moins souvent que d’habitude"
                        .formatted(Words.date(since, Language.FRENCH));
        };
    }

    /// The same in English.
    default String en() {
        return switch (this) {
            case NoBetter(Label rival) -> "no better than " + rival.en();
            case Worse(Label rival) -> "worse than " + rival.en();
            case PerhapsByChance(Label rival, int places) ->
                "better than %s, but perhaps by chance: %d places were tried".formatted(rival.en(), places);
            case TooFewDays(int days, int needed) -> "too few days to tell: %d, of %d needed".formatted(days, needed);
            case TooFewQuestions(long questions, int needed) ->
                "too few questions to tell: %d, of %d needed".formatted(questions, needed);
            case TooFewShared(Label rival, int days, int needed) ->
                "too few days to compare with %s: %d, of %d needed".formatted(rival.en(), days, needed);
            case NothingToCompare() -> "nothing to compare it with";
            case NeverJudged() -> "never judged here";
            case PlanChanged(LocalDate day, double unfamiliar) ->
                "the timetable changed on %s: %d%% of what is planned is new"
                        .formatted(Words.date(day, Language.ENGLISH), Math.round(unfamiliar * 100));
            case ErrsMore(LocalDate since) ->
                "since %s it errs more than it used to".formatted(Words.date(since, Language.ENGLISH));
            case CoversLess(LocalDate since) ->
                "since %s its intervals hold less often than they used to"
                        .formatted(Words.date(since, Language.ENGLISH));
        };
    }
}
