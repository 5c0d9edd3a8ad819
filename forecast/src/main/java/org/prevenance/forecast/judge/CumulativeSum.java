package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Page's and Hinkley's test for a value that rises; see [Watch].
final class CumulativeSum {
    private static final int LONGEST = 56;
    private static final int FEWEST = 14;
    private static final int RECOVERED = 3;
    private static final double ALLOWANCE = 0.5;
    private static final double LIMIT = 6;

    private final ArrayDeque<Double> quiet = new ArrayDeque<>();
    private double sum;
    private int ordinary;
    private @Nullable LocalDate since;

    /// Mean of the quiet days.
    double usual() {
        return quiet.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// The day of the alarm that still stands; null where none does.
    @Nullable
    LocalDate since() {
        return since;
    }

    /// Takes the value of a day.
    ///
    /// @param chance a standard deviation that a day has by chance alone; below it none is believed
    /// @return whether this day raises an alarm
    boolean jumps(LocalDate day, double value, double chance) {
        if (quiet.size() < FEWEST) {
            quiet.addLast(value);
            return false;
        }
        double usual = usual();
        double above = (value - usual) / Math.max(deviation(usual), chance);
        if (since != null) {
            ordinary = above <= 1 ? ordinary + 1 : 0;
            since = ordinary >= RECOVERED ? null : since;
            return false;
        }
        sum = Math.max(0, sum + above - ALLOWANCE);
        if (sum > LIMIT) {
            since = day;
            sum = 0;
            ordinary = 0;
            return true;
        }
        quiet.addLast(value);
        if (quiet.size() > LONGEST) {
            quiet.removeFirst();
        }
        return false;
    }

    private double deviation(double mean) {
        double squares = 0;
        for (double value : quiet) {
            squares += (value - mean) * (value - mean);
        }
        return Math.max(1e-9, Math.sqrt(squares / (quiet.size() - 1)));
    }
}
