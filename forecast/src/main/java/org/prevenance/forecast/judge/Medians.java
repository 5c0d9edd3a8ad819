package org.prevenance.forecast.judge;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The median error of a method with its interval.
///
/// Errors are sorted once, and laid out in blocks with how many of each day lie below each; so the median of a resample
/// is found by halving over blocks and a walk through one, not by sorting again.
final class Medians {
    private static final int BLOCKS = 256;
    private static final int DAY_BITS = 16;
    /// About 3,000 days of minutes; a larger error is counted as that, which moves no median that anybody shows.
    private static final long LARGEST = (1L << 42) - 1;

    private final Days days;
    private final long[] sorted;
    private final int block;
    private final int[][] below;

    private Medians(Days days, long[] sorted) {
        this.days = days;
        this.sorted = sorted;
        block = Math.max(1, (sorted.length + BLOCKS - 1) / BLOCKS);
        int blocks = (sorted.length + block - 1) / block;
        below = new int[blocks + 1][];
        int[] count = new int[days.count()];
        for (int b = 0; b <= blocks; b++) {
            below[b] = count.clone();
            for (int i = b * block; i < Math.min(sorted.length, (b + 1) * block); i++) {
                count[day(sorted[i])]++;
            }
        }
    }

    /// Null where the method answered nothing on these days.
    static @Nullable Figure of(Trial trial, int[] rows, int method, Days days, IntPredicate chosen) {
        if (days.count() > 1 << DAY_BITS) {
            throw new IllegalArgumentException("A trial of %d days is too long.".formatted(days.count()));
        }
        long[] errors = new long[rows.length];
        int count = 0;
        for (int row : rows) {
            double said = trial.said(method, row);
            int day = days.number(trial.day(row));
            if (!Double.isNaN(said) && chosen.test(day)) {
                long error = Math.min(LARGEST, Columns.millionths(trial.scale().loss(said, trial.truth(row))));
                errors[count++] = error << DAY_BITS | day;
            }
        }
        if (count == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(errors, count);
        Arrays.sort(sorted);
        return new Medians(days, sorted).figure();
    }

    private Figure figure() {
        double middle = (error(sorted[(sorted.length - 1) / 2]) + error(sorted[sorted.length / 2])) / 2;
        double[] drawn = new double[days.resamples()];
        int[] draws = new int[days.count()];
        for (int resample = 0; resample < drawn.length; resample++) {
            for (int day = 0; day < draws.length; day++) {
                draws[day] = days.draws(day)[resample];
            }
            drawn[resample] = median(draws);
        }
        Figure figure = Figure.of(middle, drawn);
        return figure == null ? new Figure(middle, middle, middle) : figure;
    }

    /// The smallest error with at least half of the drawn errors at or below it; NaN where none is drawn.
    private double median(int[] draws) {
        long all = weight(below[below.length - 1], draws);
        if (all == 0) {
            return Double.NaN;
        }
        int from = 0;
        int until = below.length - 1;
        while (until - from > 1) {
            int half = (from + until) >>> 1;
            if (2 * weight(below[half], draws) >= all) {
                until = half;
            } else {
                from = half;
            }
        }
        long passed = weight(below[from], draws);
        int at = from * block;
        while (true) {
            passed += draws[day(sorted[at])];
            if (2 * passed >= all) {
                return error(sorted[at]);
            }
            at++;
        }
    }

    private static long weight(int[] counts, int[] draws) {
        long weight = 0;
        for (int day = 0; day < draws.length; day++) {
            weight += (long) counts[day] * draws[day];
        }
        return weight;
    }

    private static int day(long entry) {
        return (int) (entry & (1 << DAY_BITS) - 1);
    }

    private static double error(long entry) {
        return (entry >>> DAY_BITS) / 1e6;
    }
}
