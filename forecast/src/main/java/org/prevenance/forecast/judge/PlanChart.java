package org.prevenance.forecast.judge;

import java.util.ArrayDeque;
import java.util.Arrays;

/// Follows the unfamiliar share of each day's plan; see [Watch].
final class PlanChart {
    private static final int LONGEST = 28;
    private static final int FEWEST = 14;
    private static final double LEAST = 0.2;
    private static final double SMALLEST_DEVIATION = 0.01;
    /// From a median absolute deviation to a standard deviation, where a normal law holds.
    private static final double NORMAL = 1.4826;
    private static final double DEVIATIONS = 6;

    private final ArrayDeque<Double> quiet = new ArrayDeque<>();

    double usual() {
        return median(quiet.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Whether enough days were seen for a share to mean anything.
    boolean isReady() {
        return quiet.size() >= FEWEST;
    }

    /// Whether this day is unlike those before it.
    boolean isUnusual(double share) {
        if (!isReady() || share < LEAST) {
            return false;
        }
        double usual = usual();
        double deviation =
                median(quiet.stream().mapToDouble(day -> Math.abs(day - usual)).toArray());
        return share > usual + DEVIATIONS * Math.max(SMALLEST_DEVIATION, NORMAL * deviation);
    }

    /// Lets a day that is not unusual count for those to come.
    void add(double share) {
        quiet.addLast(share);
        if (quiet.size() > LONGEST) {
            quiet.removeFirst();
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int length = values.length;
        return length == 0 ? Double.NaN : (values[(length - 1) / 2] + values[length / 2]) / 2;
    }
}
