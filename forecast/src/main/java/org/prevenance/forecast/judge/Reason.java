package org.prevenance.forecast.judge;

import java.time.LocalDate;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// Why a forecast keeps silent, in one plain sentence without its full stop.
public sealed interface Reason {
    String fr();

    String en();

    /// A word for programs.
    String code();

    /// Better than this rival in what was seen, or not, but not with certainty.
    record NoBetter(Label rival) implements Reason {
        @Override
        public String fr() {
            return "pas mieux que " + rival.fr();
        }

        @Override
        public String en() {
            return "no better than " + rival.en();
        }

        @Override
        public String code() {
            return "no-better";
        }
    }

    /// The rival is better, with certainty.
    record Worse(Label rival) implements Reason {
        @Override
        public String fr() {
            return "moins bien que " + rival.fr();
        }

        @Override
        public String en() {
            return "worse than " + rival.en();
        }

        @Override
        public String code() {
            return "worse";
        }
    }

    /// Better by itself, but so many places were looked at that one of them may be so by chance.
    ///
    /// @param places horizons and parts that were judged
    record PerhapsByChance(Label rival, int places) implements Reason {
        @Override
        public String fr() {
            return "mieux que %s, mais peut-être par hasard : %d endroits ont été essayés"
                    .formatted(rival.fr(), places);
        }

        @Override
        public String en() {
            return "better than %s, but perhaps by chance: %d places were tried".formatted(rival.en(), places);
        }

        @Override
        public String code() {
            return "perhaps-by-chance";
        }
    }

    /// Too few days, or questions, to tell. Named by the rival where it is the rival that answered on too few.
    record TooFewDays(int days, int needed) implements Reason {
        @Override
        public String fr() {
            return "trop peu de jours pour le dire : %d, il en faut %d".formatted(days, needed);
        }

        @Override
        public String en() {
            return "too few days to tell: %d, of %d needed".formatted(days, needed);
        }

        @Override
        public String code() {
            return "too-few-days";
        }
    }

    record TooFewQuestions(long questions, int needed) implements Reason {
        @Override
        public String fr() {
            return "trop peu de questions pour le dire : %d, il en faut %d".formatted(questions, needed);
        }

        @Override
        public String en() {
            return "too few questions to tell: %d, of %d needed".formatted(questions, needed);
        }

        @Override
        public String code() {
            return "too-few-questions";
        }
    }

    /// This rival answers here, but on too few days to be compared.
    record TooFewShared(Label rival, int days, int needed) implements Reason {
        @Override
        public String fr() {
            return "trop peu de jours pour comparer avec %s : %d, il en faut %d".formatted(rival.fr(), days, needed);
        }

        @Override
        public String en() {
            return "too few days to compare with %s: %d, of %d needed".formatted(rival.en(), days, needed);
        }

        @Override
        public String code() {
            return "too-few-shared";
        }
    }

    /// No rival answers here.
    record NothingToCompare() implements Reason {
        @Override
        public String fr() {
            return "rien à quoi la comparer";
        }

        @Override
        public String en() {
            return "nothing to compare it with";
        }

        @Override
        public String code() {
            return "nothing-to-compare";
        }
    }

    /// The judge never saw this part, or this horizon.
    record NeverJudged() implements Reason {
        @Override
        public String fr() {
            return "jamais jugée ici";
        }

        @Override
        public String en() {
            return "never judged here";
        }

        @Override
        public String code() {
            return "never-judged";
        }
    }

    /// The watch met a plan that is not the one that the forecast learnt from.
    ///
    /// @param unfamiliar share of what is planned
    record PlanChanged(LocalDate day, double unfamiliar) implements Reason {
        @Override
        public String fr() {
            return "l’horaire a changé le %s : %d\u00a0%% de ce qui est prévu est nouveau"
                    .formatted(Words.date(day, Language.FR), Math.round(unfamiliar * 100));
        }

        @Override
        public String en() {
            return "the timetable changed on %s: %d%% of what is planned is new"
                    .formatted(Words.date(day, Language.EN), Math.round(unfamiliar * 100));
        }

        @Override
        public String code() {
            return "plan-changed";
        }
    }

    /// The watch saw it err more than it used to.
    record ErrsMore(LocalDate since) implements Reason {
        @Override
        public String fr() {
            return "depuis le %s elle se trompe plus que d’habitude".formatted(Words.date(since, Language.FR));
        }

        @Override
        public String en() {
            return "since %s it errs more than it used to".formatted(Words.date(since, Language.EN));
        }

        @Override
        public String code() {
            return "errs-more";
        }
    }

    /// The watch saw its intervals hold the truth less often than they used to.
    record CoversLess(LocalDate since) implements Reason {
        @Override
        public String fr() {
            return "depuis le %s ses fourchettes tiennent moins souvent que d’habitude"
                    .formatted(Words.date(since, Language.FR));
        }

        @Override
        public String en() {
            return "since %s its intervals hold less often than they used to".formatted(Words.date(since, Language.EN));
        }

        @Override
        public String code() {
            return "covers-less";
        }
    }
}
