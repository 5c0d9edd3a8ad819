package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;

/// Notices within a day that the world is no longer the one that a forecast learnt from.
///
/// **The plan.** A forecast lives on habits: this number at this stop at this hour. Each day's plan is a set of them,
/// and the share of those met on fewer than two earlier days ([#FAMILIAR]) is followed. A timetable change makes it
/// jump from a few hundredths to nearly all, in the morning of its first day, before anything has gone wrong; two days
/// later the new habits are familiar. It is an alarm where the share is at least a fifth and above the median of the
/// last 28 days by six times their median absolute deviation, brought to the scale of a standard deviation (a control
/// chart after Shewhart, *Economic Control of Quality*, 1931, with the robust scale of Rousseeuw and Croux, 1993). The
/// deviation is taken as no less than a hundredth. Where half of the plan or more is unfamiliar the forecast is silent
/// about that day; below, the alarm is told, and the habits that stand still serve.
///
/// **The error.** The logarithm of the forecast's mean loss over that of the promise on the same questions: a storm
/// harms both, a broken habit only the forecast. **The coverage.** The share of truths outside of the interval. Both
/// are
/// followed by Page's and Hinkley's cumulative sum (Page, *Continuous inspection schemes*, 1954; Hinkley, *Inference
/// about the change-point*, 1971) in standard deviations of the last 56 quiet days, with an allowance of half a
/// deviation and an alarm at six. So it takes one day for a jump of seven deviations, a few for two, and where nothing
/// changes years pass between false alarms if days are independent. They are not quite: flights of one season drift a
/// little. So an alarm stands until three days in a row were as usual, and while it stands the forecast is silent only
/// where it has lost its worth: where, over the last three days at most, it errs no less than the promise, or its
/// intervals miss at least twice as often as usual.
///
/// Until fourteen days of a kind were seen there is no alarm of that kind.
///
/// **No look into the future.** It judges once a day, as the day begins, by what was known by then: the plans of that
/// day and of the [#AHEAD] days after it, and the answers whose truth became known on earlier days, each counted on the
/// day on which it became known, as it was first told. So what becomes known later never changes it. Days are counted
/// since 1970, in the zone of whoever tells. Not thread-safe.
public final class Watch {
    /// Earlier days on which a habit must have been met.
    public static final int FAMILIAR = 2;
    /// Days after the present one whose plans are looked at: as far as anybody asks ahead.
    public static final int AHEAD = 8;

    private static final double MOST = 0.5;
    private static final int SMALLEST_PLAN = 20;
    private static final int FEWEST_ANSWERS = 10;
    private static final int LOOKED_BACK = 3;

    private final PlanLog plans = new PlanLog();
    private final TreeMap<Long, Told> answers = new TreeMap<>();

    /// What was told of the answers whose truth became known on one day.
    private static final class Told {
        private long answers;
        private long loss;
        private long compared;
        private long mine;
        private long promised;
        private long intervals;
        private long covered;

        private void add(Told other) {
            answers += other.answers;
            loss += other.loss;
            compared += other.compared;
            mine += other.mine;
            promised += other.promised;
            intervals += other.intervals;
            covered += other.covered;
        }

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

    /// The day to tell of something that became known at an instant: what becomes known at the very start of a day is
    /// known as it begins.
    ///
    /// @param known microseconds since 1970
    public static long knownOn(ZoneDays days, long known) {
        return days.day(known - 1);
    }

    /// A number that stands for a habit, such as number, stop and planned minute: whatever the forecast looks up its
    /// history by. Two of a million habits share one with a chance of 3 in 10^8 (SplitMix64; Steele, Lea and Flood,
    /// 2014).
    public static long habit(long... parts) {
        long habit = parts.length;
        for (long part : parts) {
            habit += 0x9E3779B97F4A7C15L * (part + 1);
            habit = (habit ^ habit >>> 30) * 0xBF58476D1CE4E5B9L;
            habit = (habit ^ habit >>> 27) * 0x94D049BB133111EBL;
            habit ^= habit >>> 31;
        }
        return habit;
    }

    /// Tells what is planned, also of days to come and of those from which the forecast learnt; what was told of the
    /// same owner before stands no longer.
    ///
    /// @param knownOn as [#knownOn]; never before that of the plan told last
    /// @param owner   such as one stop of one train
    /// @param day     for which it is planned
    /// @param habit   that the forecast will rest on, as [#habit]
    public void planned(long knownOn, long owner, long day, long habit) {
        plans.planned(knownOn, owner, day, habit);
    }

    /// Tells that nothing is planned any more, likewise.
    public void dropped(long knownOn, long owner) {
        plans.dropped(knownOn, owner);
    }

    /// Tells an answer of the forecast once its truth is known, in any order.
    ///
    /// @param loss     what it cost, as by [Scale#loss]
    /// @param promised what the promise cost; NaN where nothing was promised
    public void answered(long knownOn, double loss, double promised) {
        Told told = answers.computeIfAbsent(knownOn, _ -> new Told());
        told.answers++;
        told.loss += Columns.millionths(loss);
        if (!Double.isNaN(promised)) {
            told.compared++;
            told.mine += Columns.millionths(loss);
            told.promised += Columns.millionths(promised);
        }
    }

    /// Tells whether the truth lay inside of an interval, likewise.
    public void covered(long knownOn, boolean inside) {
        Told told = answers.computeIfAbsent(knownOn, _ -> new Told());
        told.intervals++;
        told.covered += inside ? 1 : 0;
    }

    /// Adds the answers of another watch over the same plans.
    void addAnswers(Watch other) {
        other.answers.forEach(
                (day, told) -> answers.computeIfAbsent(day, _ -> new Told()).add(told));
    }

    /// Looks at all days in their order.
    ///
    /// @param from  the first day that is told; those before it are looked at too
    /// @param until the first day after those that are told
    public Watched watched(LocalDate from, LocalDate until) {
        return new Walk(from.toEpochDay()).until(until.toEpochDay());
    }

    /// One look at all days.
    private final class Walk {
        private final long from;
        private final PlanLog.Played played = plans.new Played();
        private final Map<Long, Integer> met = new HashMap<>();
        private final PlanChart chart = new PlanChart();
        private final CumulativeSum errors = new CumulativeSum();
        private final CumulativeSum misses = new CumulativeSum();
        /// The last days on which each alarm stood.
        private final ArrayDeque<Told> erring = new ArrayDeque<>();

        private final ArrayDeque<Told> missing = new ArrayDeque<>();
        private final List<WatchedDay> seen = new ArrayList<>();
        private final Map<LocalDate, Watched.Morning> mornings = new HashMap<>();

        private Walk(long from) {
            this.from = from;
        }

        private Watched until(long until) {
            long first = Math.min(from, Math.min(plans.first(), answers.isEmpty() ? from : answers.firstKey()));
            for (long day = first; day < until; day++) {
                day(day);
            }
            LocalDate after = LocalDate.ofEpochDay(until);
            mornings.put(after, begin(until).morning);
            return new Watched(seen, Watched.silence(mornings, after, after), mornings);
        }

        private void day(long day) {
            Begun begun = begin(day);
            LocalDate date = LocalDate.ofEpochDay(day);
            Told told = answers.getOrDefault(day, new Told());
            end(date, told, begun.alarms);
            if (day >= from) {
                mornings.put(date, begun.morning);
                seen.add(new WatchedDay(
                        date,
                        begun.planned,
                        begun.unfamiliar,
                        told.answers,
                        told.lossMean(),
                        told.promisedMean(),
                        told.coveredShare(),
                        begun.alarms,
                        Watched.silence(mornings, date, date)));
            }
        }

        /// @param planned    habits that the plan of the day rests on
        /// @param unfamiliar share of them; NaN where it means nothing yet
        private record Begun(Watched.Morning morning, int planned, double unfamiliar, List<Alarm> alarms) {}

        /// Looks at the plan of a day, which counts from here on, and at those of the days after it.
        private Begun begin(long day) {
            played.until(day);
            Set<Long> habits = played.habits(day);
            double unfamiliar = unfamiliar(habits, Map.of());
            double told = chart.isReady() ? unfamiliar : Double.NaN;
            List<Alarm> alarms = new ArrayList<>();
            Map<LocalDate, Reason> changed = new HashMap<>();
            if (isUnusual(habits, unfamiliar)) {
                alarms.add(new Alarm.PlanChanged(unfamiliar, chart.usual()));
                change(changed, day, unfamiliar);
            } else if (habits.size() >= SMALLEST_PLAN) {
                chart.add(unfamiliar);
            }
            habits.forEach(habit -> met.merge(habit, 1, Integer::sum));
            played.forget(day);
            if (day >= from) {
                lookAhead(day, changed);
            }
            return new Begun(new Watched.Morning(standing(), changed), habits.size(), told, alarms);
        }

        private void lookAhead(long day, Map<LocalDate, Reason> changed) {
            Map<Long, Integer> meanwhile = new HashMap<>();
            for (long ahead = day + 1; ahead <= day + AHEAD; ahead++) {
                Set<Long> habits = played.habits(ahead);
                double unfamiliar = unfamiliar(habits, meanwhile);
                if (isUnusual(habits, unfamiliar)) {
                    change(changed, ahead, unfamiliar);
                }
                habits.forEach(habit -> meanwhile.merge(habit, 1, Integer::sum));
            }
        }

        private static void change(Map<LocalDate, Reason> changed, long day, double unfamiliar) {
            if (unfamiliar >= MOST) {
                LocalDate date = LocalDate.ofEpochDay(day);
                changed.put(date, new Reason.PlanChanged(date, unfamiliar));
            }
        }

        private boolean isUnusual(Set<Long> habits, double unfamiliar) {
            return habits.size() >= SMALLEST_PLAN && chart.isUnusual(unfamiliar);
        }

        /// What became known on a day.
        private void end(LocalDate date, Told told, List<Alarm> alarms) {
            if (told.answers >= FEWEST_ANSWERS) {
                double usual = Math.exp(errors.usual());
                if (errors.jumps(date, Math.log(Math.max(1e-6, told.ratio())), 0)) {
                    alarms.add(new Alarm.ErrsMore(told.ratio(), usual));
                }
                keep(erring, errors, told);
            }
            if (told.intervals >= FEWEST_ANSWERS) {
                double usual = 1 - misses.usual();
                double chance = Math.sqrt(usual * (1 - usual) / told.intervals);
                if (misses.jumps(date, 1 - told.coveredShare(), chance)) {
                    alarms.add(new Alarm.CoversLess(told.coveredShare(), usual));
                }
                keep(missing, misses, told);
            }
        }

        private static void keep(ArrayDeque<Told> last, CumulativeSum sum, Told told) {
            if (sum.since() == null) {
                last.clear();
                return;
            }
            last.addLast(told);
            if (last.size() > LOOKED_BACK) {
                last.removeFirst();
            }
        }

        /// The share of a plan that was met on fewer than [#FAMILIAR] days before; NaN where nothing is planned.
        private double unfamiliar(Set<Long> habits, Map<Long, Integer> meanwhile) {
            int unfamiliar = 0;
            for (Long habit : habits) {
                int days = met.getOrDefault(habit, 0) + meanwhile.getOrDefault(habit, 0);
                unfamiliar += days < FAMILIAR ? 1 : 0;
            }
            return habits.isEmpty() ? Double.NaN : (double) unfamiliar / habits.size();
        }

        private @Nullable Reason standing() {
            LocalDate since = errors.since();
            if (since != null && !beatsThePromise()) {
                return new Reason.ErrsMore(since);
            }
            LocalDate misled = misses.since();
            return misled != null && missesTwiceAsOften() ? new Reason.CoversLess(misled) : null;
        }

        /// Where nothing was promised nobody can say that it does.
        private boolean beatsThePromise() {
            return erring.stream().mapToLong(told -> told.mine).sum()
                    < erring.stream().mapToLong(told -> told.promised).sum();
        }

        private boolean missesTwiceAsOften() {
            double intervals =
                    missing.stream().mapToLong(told -> told.intervals).sum();
            double covered = missing.stream().mapToLong(told -> told.covered).sum();
            return 1 - covered / intervals >= 2 * misses.usual();
        }
    }
}
