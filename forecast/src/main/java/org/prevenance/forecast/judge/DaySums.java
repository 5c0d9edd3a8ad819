package org.prevenance.forecast.judge;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The sums of some days of a place, as they were and as they are in each resample of days. A column is drawn when it
/// is first asked for.
final class DaySums {
    private static final double MILLION = 1e6;

    private final Days days;
    private final long[][] sums;
    private final int[] chosen;
    private final long[] @Nullable [] drawn;

    /// @param sums   by day and column; null for a day without a question
    /// @param chosen of the days
    DaySums(Days days, long[] @Nullable [] sums, IntPredicate chosen, int columns) {
        this.days = days;
        this.chosen = IntStream.range(0, sums.length)
                .filter(day -> sums[day] != null && chosen.test(day))
                .toArray();
        this.sums = new long[this.chosen.length][];
        for (int i = 0; i < this.chosen.length; i++) {
            long[] day = sums[this.chosen[i]];
            this.sums[i] = day == null ? new long[columns] : day;
        }
        drawn = new long[columns][];
    }

    /// Days with a question.
    int days() {
        return chosen.length;
    }

    /// Days on which a column is not nothing.
    int daysWith(int column) {
        int with = 0;
        for (long[] day : sums) {
            with += day[column] != 0 ? 1 : 0;
        }
        return with;
    }

    long total(int column) {
        long total = 0;
        for (long[] day : sums) {
            total += day[column];
        }
        return total;
    }

    private long[] drawn(int column) {
        long[] known = drawn[column];
        if (known != null) {
            return known;
        }
        long[] totals = new long[days.resamples()];
        for (int i = 0; i < chosen.length; i++) {
            long value = sums[i][column];
            byte[] draws = days.draws(chosen[i]);
            for (int resample = 0; value != 0 && resample < totals.length; resample++) {
                totals[resample] += draws[resample] * value;
            }
        }
        drawn[column] = totals;
        return totals;
    }

    /// A count as a share of another; null where the other is 0.
    @Nullable
    Figure share(int part, int whole) {
        long all = total(whole);
        return all == 0
                ? null
                : Figure.ofShare((double) total(part) / all, ratios(drawn(part), drawn(whole), 1), daysWith(whole));
    }

    /// The mean of a sum of millionths; null where there is nothing.
    @Nullable
    Figure mean(int sum, int count) {
        long all = total(count);
        return all == 0 ? null : Figure.of(total(sum) / MILLION / all, ratios(drawn(sum), drawn(count), MILLION));
    }

    /// The mean of what a sum of millionths is larger than another; null where there is nothing.
    @Nullable
    Figure meanDifference(int sum, int less, int count) {
        long all = total(count);
        return all == 0 ? null : Figure.of((total(sum) - total(less)) / MILLION / all, differences(sum, less, count));
    }

    /// By what share a sum is smaller than another; null where the other is nothing.
    @Nullable
    Figure gain(int sum, int of) {
        long all = total(of);
        double[] gains = ratios(drawn(sum), drawn(of), 1);
        for (int i = 0; i < gains.length; i++) {
            gains[i] = 1 - gains[i];
        }
        return all == 0 ? null : Figure.of(1 - (double) total(sum) / all, gains);
    }

    /// The plain mean of several shares; null where one of them is of nothing.
    @Nullable
    Figure meanOfShares(int[] parts, int[] wholes) {
        double mean = 0;
        double[] means = new double[days.resamples()];
        for (int i = 0; i < parts.length; i++) {
            mean += (double) total(parts[i]) / total(wholes[i]) / parts.length;
            double[] shares = ratios(drawn(parts[i]), drawn(wholes[i]), 1);
            for (int resample = 0; resample < means.length; resample++) {
                means[resample] += shares[resample] / parts.length;
            }
        }
        return Figure.of(mean, means);
    }

    /// `p (1 - p)` for the share p: the Brier score of who always says p.
    @Nullable
    Figure spread(int part, int whole) {
        long all = total(whole);
        double[] spreads = ratios(drawn(part), drawn(whole), 1);
        for (int i = 0; i < spreads.length; i++) {
            spreads[i] *= 1 - spreads[i];
        }
        double share = (double) total(part) / all;
        return all == 0 ? null : Figure.of(share * (1 - share), spreads);
    }

    /// How likely a mean difference at least as far below 0 would be if there were none.
    double chance(int sum, int less, int count) {
        double[] drawnDifferences = differences(sum, less, count);
        double mean = 0;
        int finite = 0;
        for (double one : drawnDifferences) {
            if (!Double.isNaN(one)) {
                mean += one;
                finite++;
            }
        }
        mean /= Math.max(1, finite);
        double squares = 0;
        for (double one : drawnDifferences) {
            squares += Double.isNaN(one) ? 0 : (one - mean) * (one - mean);
        }
        double error = Math.sqrt(squares / Math.max(1, finite - 1));
        double found = (total(sum) - total(less)) / MILLION / total(count);
        if (error == 0) {
            return found < 0 ? 0 : 1;
        }
        return Student.above(-found / error, daysWith(count) - 1);
    }

    private double[] differences(int sum, int less, int count) {
        long[] sums = drawn(sum);
        long[] lesses = drawn(less);
        long[] net = new long[sums.length];
        for (int i = 0; i < net.length; i++) {
            net[i] = sums[i] - lesses[i];
        }
        return ratios(net, drawn(count), MILLION);
    }

    private static double[] ratios(long[] above, long[] below, double unit) {
        double[] ratios = new double[above.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = below[i] == 0 ? Double.NaN : above[i] / unit / below[i];
        }
        return ratios;
    }
}
