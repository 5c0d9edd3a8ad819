package org.prevenance.forecast.wait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// From what the formula says to what came true at this point: the middle one of the true waits near each wait that the
/// formula said, and the interval that holds four in five.
///
/// The formula is right on average; people are told a middle, and only those count who were answered, who waited less
/// than those who hung up would have. Intervals are conformal: for each range of the formula the quantiles of
/// (truth − middle) / spread among examples that it was not fitted on, with the ranks that hold for any distribution
/// (Lei and others, *Distribution-free predictive inference for regression*, Journal of the American Statistical
/// Association 113, 2018; apart for each range as in Vovk, Gammerman and Shafer, *Algorithmic learning in a random
/// world*, 2005).
///
/// @param said   waits by the formula, in seconds, rising
/// @param middle the middle true wait at each of them, never falling
/// @param from   where each range of intervals begins, rising; the first is 0
/// @param low    by range: the lower quantile
/// @param high   by range: the upper quantile
record Correction(double[] said, double[] middle, double[] from, double[] low, double[] high) {
    static final int ENOUGH = 300;
    private static final int KNOTS = 20;
    private static final int RANGES = 6;
    private static final double TAIL = 0.1;

    /// What came true.
    record Example(Outlook outlook, double waited) {}

    /// A wait and the interval about it, in seconds.
    record Told(double seconds, double low, double high) {}

    /// Learns from examples in any order, at least [#ENOUGH]: every second one for the middle, the others for
    /// intervals.
    static Correction of(List<Example> examples) {
        List<Example> fitted = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            (i % 2 == 0 ? fitted : held).add(examples.get(i));
        }
        Comparator<Example> bySaid = Comparator.comparingDouble(example -> example.outlook.seconds());
        fitted.sort(bySaid);
        held.sort(bySaid);
        double[] said = new double[KNOTS];
        double[] middle = new double[KNOTS];
        for (int knot = 0; knot < KNOTS; knot++) {
            List<Example> near = slice(fitted, knot, KNOTS);
            said[knot] = median(
                    near.stream().mapToDouble(one -> one.outlook.seconds()).toArray());
            middle[knot] = median(near.stream().mapToDouble(Example::waited).toArray());
        }
        rise(middle);
        Correction bare = new Correction(said, middle, new double[0], new double[0], new double[0]);
        double[] from = new double[RANGES];
        double[] low = new double[RANGES];
        double[] high = new double[RANGES];
        for (int range = 0; range < RANGES; range++) {
            List<Example> near = slice(held, range, RANGES);
            from[range] = range == 0 ? 0 : near.getFirst().outlook.seconds();
            double[] scores = near.stream()
                    .mapToDouble(one -> (one.waited - bare.middle(one.outlook)) / spread(one.outlook))
                    .sorted()
                    .toArray();
            int rank = (int) Math.ceil((scores.length + 1) * (1 - TAIL));
            high[range] = scores[Math.min(scores.length, rank) - 1];
            low[range] = scores[Math.max(0, scores.length - rank)];
        }
        return new Correction(said, middle, from, low, high);
    }

    Told told(Outlook outlook) {
        int range = 0;
        while (range + 1 < from.length && from[range + 1] <= outlook.seconds()) {
            range++;
        }
        double middle = middle(outlook);
        double lowest = Math.max(0, middle + low[range] * spread(outlook));
        return new Told(middle, Math.min(lowest, middle), Math.max(middle, middle + high[range] * spread(outlook)));
    }

    /// Between two knots on the straight line, beyond the last as far as beyond the formula's.
    private double middle(Outlook outlook) {
        double x = outlook.seconds();
        int last = said.length - 1;
        if (x >= said[last]) {
            return middle[last] * (said[last] > 0 ? x / said[last] : 1);
        }
        int next = 0;
        while (said[next] < x) {
            next++;
        }
        double x0 = next == 0 ? 0 : said[next - 1];
        double y0 = next == 0 ? 0 : middle[next - 1];
        return said[next] <= x0 ? middle[next] : y0 + (middle[next] - y0) * (x - x0) / (said[next] - x0);
    }

    private static double spread(Outlook outlook) {
        return outlook.spread() + 0.1 * outlook.seconds() + 5;
    }

    private static List<Example> slice(List<Example> sorted, int part, int parts) {
        return sorted.subList(sorted.size() * part / parts, sorted.size() * (part + 1) / parts);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// The nearest never falling row: neighbours that fall are averaged (pool adjacent violators).
    private static void rise(double[] values) {
        int[] sizes = new int[values.length];
        double[] means = new double[values.length];
        int blocks = 0;
        for (double value : values) {
            means[blocks] = value;
            sizes[blocks++] = 1;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                int size = sizes[blocks - 2] + sizes[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * sizes[blocks - 2] + means[blocks - 1] * sizes[blocks - 1]) / size;
                sizes[blocks - 2] = size;
                blocks--;
            }
        }
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(values, at, at + sizes[block], means[block]);
            at += sizes[block];
        }
    }
}
