package org.prevenance.forecast.arrival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.facts.Examples;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Watch;
import org.prevenance.forecast.learn.Intervals;

/// What a model says on questions asked after it was learnt, day after day: each day's intervals rest on the answers
/// that were known when the day began.
///
/// @param rows   of the examples, in the order in which they were asked
/// @param middle minutes late, for each of these rows
/// @param low    of the interval, widened; NaN where too few answers are known yet
/// @param high   likewise
/// @param late15 probability of being 15 minutes late or more
/// @param scores of all answers, in the order in which they became known
record Answers(
        int[] rows, double[] middle, double[] low, double[] high, double[] late15, List<Intervals.Score> scores) {
    /// How long an answer counts for the width of intervals.
    static final long WINDOW = 21 * Raw.DAY;

    /// @param wanted rows of the examples on which something is to be said
    static Answers of(HorizonModel model, Examples examples, IntPredicate wanted, Symbols symbols, ZoneDays days) {
        int[] rows = IntStream.range(0, examples.size()).filter(wanted).toArray();
        HorizonModel.Said said = model.say(examples, rows, symbols);
        List<Intervals.Score> scores = IntStream.range(0, rows.length)
                .filter(i -> !Double.isNaN(examples.firstLate(rows[i])))
                .mapToObj(i -> Intervals.Score.of(
                        examples.firstAnswered(rows[i]), said.low()[i], said.high()[i], examples.firstLate(rows[i])))
                .sorted(Comparator.comparingLong(Intervals.Score::known))
                .toList();
        double[] low = new double[rows.length];
        double[] high = new double[rows.length];
        widen(model, examples, rows, said, scores, days, low, high);
        return new Answers(rows, said.middle(), low, high, said.late15(), scores);
    }

    /// Tells the watch how these answers came out, as far as it is known.
    ///
    /// @param since those asked before are of what the model has learnt from, and are left out
    void tell(Watch watch, Examples examples, long since, ZoneDays days) {
        for (int i = 0; i < rows.length; i++) {
            double truth = examples.firstLate(rows[i]);
            if (examples.asked(rows[i]) >= since && !Double.isNaN(truth)) {
                long knownOn = Watch.knownOn(days, examples.firstAnswered(rows[i]));
                watch.answered(
                        knownOn, Scale.Minutes.ARRIVAL.loss(middle[i], truth), Scale.Minutes.ARRIVAL.loss(0, truth));
                if (!Double.isNaN(low[i])) {
                    watch.covered(knownOn, low[i] <= truth && truth <= high[i]);
                }
            }
        }
    }

    private static void widen(
            HorizonModel model,
            Examples examples,
            int[] rows,
            HorizonModel.Said said,
            List<Intervals.Score> scores,
            ZoneDays days,
            double[] low,
            double[] high) {
        Intervals intervals = new Intervals(HorizonModel.LEVEL, WINDOW);
        model.scores().forEach(intervals::add);
        double margin = model.scores().isEmpty()
                ? Double.NaN
                : intervals.margin(model.scores().getLast().known());
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        long today = Long.MIN_VALUE;
        int taken = 0;
        for (int i = 0; i < rows.length; i++) {
            long day = days.day(examples.asked(rows[i]));
            if (day != today) {
                today = day;
                long start = days.start(day);
                while (taken < scores.size() && scores.get(taken).known() <= start) {
                    intervals.add(scores.get(taken++));
                }
                double now = intervals.margin(start);
                margin = Double.isNaN(now) ? margin : now;
            }
            if (!Double.isNaN(margin)) {
                low[i] = Math.min(said.low()[i] - margin, said.middle()[i]);
                high[i] = Math.max(said.high()[i] + margin, said.middle()[i]);
            }
        }
    }
}
