package org.prevenance.forecast.judge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares a forecast with all of its rivals on a trial, place by place: a horizon in a part of the network.
///
/// **What is compared.** A rival that is silent on a question is compared only on those that both answered. The
/// forecast is better than a rival where the upper end of the 95 % interval of the mean difference of their losses is
/// below 0. Intervals are by bootstrap over whole days (`Days`).
///
/// **All rivals.** To be shown the forecast must be better than *every* rival. Each may be tested at the full level:
/// the chance to pass all tests wrongly is no larger than to pass that of the strongest rival (intersection-union test;
/// Berger, *Multiparameter hypothesis testing and acceptance sampling*, 1982). A rival that answers fewer than one in a
/// hundred of the forecast's questions is told but need not be beaten.
///
/// **Many places.** Forty places at 2.5 % each would show one by chance. So over all places with enough days the
/// chances are held to Holm's steps (*A simple sequentially rejective multiple test procedure*, 1979): the smallest to
/// 2.5 % divided by the number of places, the next by one less, and so on until one fails. Then no more than about 2.5
/// trials in a hundred show a forecast anywhere that is no better, however the places hang together. A place's chance
/// is that of its strongest rival.
///
/// **Small places.** With few days an interval by bootstrap is too narrow. Below [Rules#days] days or
/// [Rules#questions] answers a place is silent and does not count among the places tried; the chance is by Student's
/// law, which is wider for few days.
///
/// **Worst days.** The tenth of days ([Rules#worst]) with the most trouble, by what came true ([Scale#trouble]): known
/// only afterwards, so it is told apart and decides nothing.
///
/// Days are taken as independent of each other. Where weeks of snow follow weeks of sun they are not quite, and
/// intervals
/// are a little too narrow.
public final class Judge {
    private static final double TAIL = 0.025;
    private static final double HEARD = 0.01;

    private final Trial trial;
    private final Rules rules;
    private final Days days;
    private final Columns columns;

    private Judge(Trial trial, Rules rules) {
        this.trial = trial;
        this.rules = rules;
        days = new Days(trial, rules);
        columns = new Columns(trial.methods().size());
    }

    /// Judges by [Rules#USUAL].
    ///
    /// @throws IllegalArgumentException where there is no question
    public static Judgement judge(Trial trial) {
        return judge(trial, Rules.USUAL);
    }

    /// @throws IllegalArgumentException where there is no question
    public static Judgement judge(Trial trial, Rules rules) {
        if (trial.rows() == 0) {
            throw new IllegalArgumentException("The trial of %s has no question.".formatted(trial.name()));
        }
        return new Judge(trial, rules).all();
    }

    private Judgement all() {
        List<Label> parts = parts();
        List<Place> places = new ArrayList<>();
        for (int horizon = 0; horizon < trial.horizons().size(); horizon++) {
            int[] asked = rowsOf(trial::horizon, horizon, IntStream.range(0, trial.rows()));
            for (Label part : parts) {
                int number = trial.parts().indexOf(part.name());
                int[] rows = number < 0 ? asked : rowsOf(trial::part, number, Arrays.stream(asked));
                if (rows.length > 0) {
                    boolean whole = number < 0 || trial.parts().size() == 1;
                    places.add(place(trial.horizons().get(horizon), part, whole, rows));
                }
            }
        }
        return new Judgement(
                trial.name(),
                trial.scale(),
                trial.level(),
                trial.methods(),
                trial.horizons(),
                parts,
                trial.rows(),
                days.date(0),
                days.date(days.count() - 1),
                days.count(),
                IntStream.range(0, days.count())
                        .filter(days::isWorst)
                        .mapToObj(days::date)
                        .toList(),
                rules,
                Holm.applied(places, TAIL),
                EtaTable.of(trial, days));
    }

    private List<Label> parts() {
        List<Label> parts = new ArrayList<>();
        if (trial.parts().size() != 1) {
            parts.add(Label.EVERYWHERE);
        }
        trial.parts().stream().sorted().map(Label::of).forEach(parts::add);
        return parts;
    }

    private static int[] rowsOf(IntUnaryOperator column, int value, IntStream rows) {
        return rows.filter(row -> column.applyAsInt(row) == value).toArray();
    }

    private Place place(Label horizon, Label part, boolean whole, int[] rows) {
        long[] @Nullable [] sums = new long[days.count()][];
        for (int row : rows) {
            int day = days.number(trial.day(row));
            long[] sum = sums[day];
            if (sum == null) {
                sum = new long[columns.count()];
                sums[day] = sum;
            }
            columns.add(trial, row, sum);
        }
        Sheet all = sheet(rows, sums, _ -> true);
        Sheet ordinary = sheet(rows, sums, day -> !days.isWorst(day));
        Sheet worst = sheet(rows, sums, days::isWorst);
        return new Place(
                horizon,
                part,
                verdict(all),
                all,
                ordinary.questions() == 0 ? null : ordinary,
                worst.questions() == 0 ? null : worst,
                weeks(sums),
                whole ? days(sums) : List.of());
    }

    private Sheet sheet(int[] rows, long[] @Nullable [] sums, IntPredicate chosen) {
        var table = new DaySums(days, sums, chosen, columns.count());
        List<MethodFigures> methods = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (int method = 0; method < trial.methods().size(); method++) {
            boolean timed = trial.scale() instanceof Scale.Minutes;
            int answered = columns.answered(method);
            methods.add(new MethodFigures(
                    trial.methods().get(method),
                    table.total(answered),
                    table.daysWith(answered),
                    table.mean(columns.loss(method), answered),
                    timed ? Medians.of(trial, rows, method, days, chosen) : null,
                    timed ? table.share(columns.close(method), answered) : null,
                    timed ? table.share(columns.near(method), answered) : null));
            if (method > 0) {
                differences.add(difference(table, method));
            }
        }
        return new Sheet(
                table.days(),
                table.total(columns.questions()),
                methods,
                differences,
                coverage(table),
                calibration(table));
    }

    private Difference difference(DaySums table, int rival) {
        int shared = columns.shared(rival);
        int mine = columns.mine(rival);
        int theirs = columns.theirs(rival);
        return new Difference(
                trial.methods().get(rival),
                table.total(shared),
                table.daysWith(shared),
                table.mean(mine, shared),
                table.mean(theirs, shared),
                table.meanDifference(mine, theirs, shared),
                table.gain(mine, theirs),
                table.daysWith(shared) < 2 ? 1 : table.chance(mine, theirs, shared));
    }

    private @Nullable Coverage coverage(DaySums table) {
        Figure covered = table.share(columns.covered(), columns.intervals());
        Figure width = table.mean(columns.width(), columns.intervals());
        return covered == null || width == null ? null : new Coverage(table.total(columns.intervals()), covered, width);
    }

    private @Nullable Calibration calibration(DaySums table) {
        int all = columns.probabilities();
        Figure happened = table.share(columns.happened(), all);
        Figure brier = table.mean(columns.brier(), all);
        Figure plain = table.spread(columns.happened(), all);
        if (happened == null || brier == null || plain == null) {
            return null;
        }
        List<Calibration.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < Calibration.BINS; bin++) {
            long questions = table.total(columns.binned(bin));
            Figure came = table.share(columns.binHappened(bin), columns.binned(bin));
            if (came != null) {
                double said = table.total(columns.binSaid(bin)) / 1e6 / questions;
                double width = 1.0 / Calibration.BINS;
                bins.add(new Calibration.Bin(bin * width, (bin + 1) * width, questions, said, came));
            }
        }
        return new Calibration(table.total(all), happened, brier, plain, bins, sure(table));
    }

    private Calibration.@Nullable Sure sure(DaySums table) {
        Figure share = table.share(columns.sure(), columns.probabilities());
        Figure right = table.share(columns.sureAndRight(), columns.sure());
        return trial.scale() instanceof Scale.Choice choice && share != null && right != null
                ? new Calibration.Sure(choice.sure(), table.total(columns.sure()), share, right)
                : null;
    }

    private List<Week> weeks(long[] @Nullable [] sums) {
        Map<LocalDate, List<Integer>> byMonday = new TreeMap<>();
        for (int day = 0; day < sums.length; day++) {
            if (sums[day] != null) {
                LocalDate monday = days.date(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                byMonday.computeIfAbsent(monday, _ -> new ArrayList<>()).add(day);
            }
        }
        List<Week> weeks = new ArrayList<>();
        byMonday.forEach((monday, chosen) -> {
            var table = new DaySums(days, sums, chosen::contains, columns.count());
            List<@Nullable Figure> means = new ArrayList<>();
            for (int method = 0; method < trial.methods().size(); method++) {
                means.add(table.mean(columns.loss(method), columns.answered(method)));
            }
            weeks.add(new Week(
                    monday,
                    table.total(columns.questions()),
                    Collections.unmodifiableList(means),
                    table.share(columns.covered(), columns.intervals())));
        });
        return weeks;
    }

    private List<PlaceDay> days(long[] @Nullable [] sums) {
        List<PlaceDay> told = new ArrayList<>();
        for (int day = 0; day < sums.length; day++) {
            long[] sum = sums[day];
            if (sum != null) {
                List<@Nullable Double> means = new ArrayList<>();
                for (int method = 0; method < trial.methods().size(); method++) {
                    long answered = sum[columns.answered(method)];
                    means.add(answered == 0 ? null : sum[columns.loss(method)] / 1e6 / answered);
                }
                told.add(new PlaceDay(days.date(day), sum[columns.questions()], Collections.unmodifiableList(means)));
            }
        }
        return told;
    }

    /// Before it is known how many places were tried.
    private Verdict verdict(Sheet all) {
        MethodFigures mine = all.forecast();
        if (mine.days() < rules.days()) {
            return silent(new Reason.TooFewDays(mine.days(), rules.days()));
        }
        if (mine.answered() < rules.questions()) {
            return silent(new Reason.TooFewQuestions(mine.answered(), rules.questions()));
        }
        List<Difference> rivals = all.differences().stream()
                .filter(rival -> isHeard(rival, mine))
                .sorted(Comparator.comparingDouble(Judge::behind).reversed())
                .toList();
        if (rivals.isEmpty()) {
            return silent(new Reason.NothingToCompare());
        }
        List<Reason> reasons = new ArrayList<>();
        for (Difference rival : rivals) {
            Figure difference = rival.difference();
            if (rival.days() < rules.days()) {
                reasons.add(new Reason.TooFewShared(rival.rival(), rival.days(), rules.days()));
            } else if (difference == null || difference.high() >= 0) {
                boolean worse = difference != null && difference.low() > 0;
                reasons.add(worse ? new Reason.Worse(rival.rival()) : new Reason.NoBetter(rival.rival()));
            }
        }
        return reasons.isEmpty() ? new Verdict.Shown() : new Verdict.Silent(reasons);
    }

    /// By how much the forecast is behind this rival.
    private static double behind(Difference rival) {
        Figure difference = rival.difference();
        return difference == null ? Double.NEGATIVE_INFINITY : difference.value();
    }

    private static Verdict silent(Reason reason) {
        return new Verdict.Silent(List.of(reason));
    }

    /// Whether this rival answers often enough to be one.
    static boolean isHeard(Difference rival, MethodFigures forecast) {
        return rival.shared() > 0 && rival.shared() >= HEARD * forecast.answered();
    }
}
