package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Notices within a day that the world is no longer the one that a forecast learnt from.
///
/// **The plan.** A forecast lives on habits: this number at this stop at this hour. Each day's plan is a set of them,
/// and the share of those met on fewer than two earlier days ([#FAMILIAR]) is followed. A timetable change makes it
/// jump
/// from a few hundredths to nearly all, in the morning of its first day, before anything has gone wrong; two days later
/// the new habits are familiar. It is an alarm where the share is at least a fifth and above the median of the last 28
/// days by six times their median absolute deviation, brought to the scale of a standard deviation (a control chart
/// after Shewhart, *Economic Control of Quality*, 1931, with the robust scale of Rousseeuw and Croux, 1993). The
/// deviation is taken as no less than a hundredth. Where half of the plan or more is unfamiliar the forecast is silent
/// that day; below, the alarm is told, and the habits that stand still serve.
///
/// **The error.** The logarithm of the forecast's mean loss over that of the promise on the same questions: a storm
/// harms
/// both, a broken habit only the forecast. **The coverage.** The share of truths outside of the interval. Both are
/// followed by Page's and Hinkley's cumulative sum (Page, *Continuous inspection schemes*, 1954; Hinkley, *Inference
/// about the change-point*, 1971) in standard deviations of the last 56 quiet days, with an allowance of half a
/// deviation and an alarm at six. So it takes one day for a jump of seven deviations, a few for two, and where nothing
/// changes years pass between false alarms if days are independent. After an alarm the forecast is silent until three
/// days in a row were as usual.
///
/// Until fourteen days of a kind were seen there is no alarm of that kind. Days may be told in any order.
public final class Watch {
    /// Earlier days on which a habit must have been met.
    public static final int FAMILIAR = 2;

    private static final double MOST = 0.5;
    private static final int SMALLEST_PLAN = 20;
    private static final int FEWEST_ANSWERS = 10;

    private final Map<LocalDate, Told> days = new TreeMap<>();

    /// What was told about a day.
    private static final class Told {
        private final Set<Long> habits = new HashSet<>();
        private long answers;
        private long loss;
        private long compared;
        private long mine;
        private long promised;
        private long intervals;
        private long covered;

        private double lossMean() {
            return answers == 0 ? Double.NaN : loss / 1e6 / answers;
        }

        private double promisedMean() {
            return compared == 0 ? Double.NaN : promised / 1e6 / compared;
        }

        private double coveredShare() {
            return intervals == 0 ? Double.NaN : (double) covered / intervals;
        }

        /// Of the losses, each kept from 0 by half an error of one in all questions; the mean loss itself where nothing
        /// was promised.
        private double ratio() {
            if (compared == 0) {
                return lossMean();
            }
            return (mine / 1e6 + 0.5) / (promised / 1e6 + 0.5);
        }
    }

    /// Watches a trial: what its questions rest on, where their rows say so, how the forecast erred and how the promise
    /// did, all horizons together.
    public static Watched watched(Trial trial) {
        var watch = new Watch();
        for (int row = 0; row < trial.rows(); row++) {
            LocalDate day = LocalDate.ofEpochDay(trial.day(row));
            if (trial.habit(row) != 0) {
                watch.day(day).habits.add(trial.habit(row));
            }
            double truth = trial.truth(row);
            double said = trial.said(0, row);
            double promised = trial.said(1, row);
            if (!Double.isNaN(said)) {
                watch.answered(
                        day,
                        trial.scale().loss(said, truth),
                        Double.isNaN(promised) ? Double.NaN : trial.scale().loss(promised, truth));
            }
            if (!Double.isNaN(trial.low(row))) {
                watch.covered(day, trial.low(row) <= truth && truth <= trial.high(row));
            }
        }
        return watch.watched();
    }

    private Told day(LocalDate day) {
        return days.computeIfAbsent(day, _ -> new Told());
    }

    /// Tells what a day's plan rests on, as soon as it is planned: also days to come, and those from which the forecast
    /// learnt.
    ///
    /// @param habit such as number, stop and planned minute: whatever the forecast looks up its history by
    public void planned(LocalDate day, String habit) {
        day(day).habits.add(Trial.hash(habit));
    }

    /// Tells an answer of the forecast once its truth is known.
    ///
    /// @param loss     what it cost, as by [Scale#loss]
    /// @param promised what the promise cost; NaN where nothing was promised
    public void answered(LocalDate day, double loss, double promised) {
        Told told = day(day);
        told.answers++;
        told.loss += Columns.millionths(loss);
        if (!Double.isNaN(promised)) {
            told.compared++;
            told.mine += Columns.millionths(loss);
            told.promised += Columns.millionths(promised);
        }
    }

    /// Tells whether the truth lay inside of an interval.
    public void covered(LocalDate day, boolean inside) {
        Told told = day(day);
        told.intervals++;
        told.covered += inside ? 1 : 0;
    }

    /// Looks at all days that were told so far.
    public Watched watched() {
        Map<Long, Integer> met = new HashMap<>();
        var plans = new PlanChart();
        var errors = new CumulativeSum();
        var misses = new CumulativeSum();
        List<WatchedDay> seen = new ArrayList<>();
        days.forEach((date, told) -> {
            List<Alarm> alarms = new ArrayList<>();
            Reason silence = known(errors, misses);
            double unfamiliar = unfamiliar(told, met);
            boolean began = plans.isReady();
            if (told.habits.size() >= SMALLEST_PLAN) {
                double usual = plans.usual();
                if (plans.isUnusual(unfamiliar)) {
                    alarms.add(new Alarm.PlanChanged(unfamiliar, usual));
                    silence = unfamiliar >= MOST ? new Reason.PlanChanged(date, unfamiliar) : silence;
                }
            }
            if (told.answers >= FEWEST_ANSWERS) {
                double usual = Math.exp(errors.usual());
                if (errors.jumps(date, Math.log(Math.max(1e-6, told.ratio())), 0)) {
                    alarms.add(new Alarm.ErrsMore(told.ratio(), usual));
                }
            }
            if (told.intervals >= FEWEST_ANSWERS) {
                double missed = 1 - told.coveredShare();
                double usual = 1 - misses.usual();
                double chance = Math.sqrt(usual * (1 - usual) / told.intervals);
                if (misses.jumps(date, missed, chance)) {
                    alarms.add(new Alarm.CoversLess(told.coveredShare(), usual));
                }
            }
            seen.add(new WatchedDay(
                    date,
                    told.habits.size(),
                    began ? unfamiliar : Double.NaN,
                    told.answers,
                    told.lossMean(),
                    told.promisedMean(),
                    told.coveredShare(),
                    alarms,
                    silence));
        });
        return new Watched(seen, known(errors, misses));
    }

    private static double unfamiliar(Told told, Map<Long, Integer> met) {
        int unfamiliar = 0;
        for (Long habit : told.habits) {
            unfamiliar += met.merge(habit, 1, Integer::sum) <= FAMILIAR ? 1 : 0;
        }
        return told.habits.isEmpty() ? Double.NaN : (double) unfamiliar / told.habits.size();
    }

    /// What the days so far say about the next.
    private static @Nullable Reason known(CumulativeSum errors, CumulativeSum misses) {
        LocalDate since = errors.since();
        if (since != null) {
            return new Reason.ErrsMore(since);
        }
        LocalDate missing = misses.since();
        return missing == null ? null : new Reason.CoversLess(missing);
    }
}
