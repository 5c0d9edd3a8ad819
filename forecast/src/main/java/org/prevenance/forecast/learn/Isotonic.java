package org.prevenance.forecast.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Makes probabilities true: of the questions told 30 %, about 30 in 100 come about. A step function that never falls,
/// fitted by pooling adjacent violators (Zadrozny and Elkan, *Transforming classifier scores into accurate multiclass
/// probability estimates*, KDD 2002), linear between the middles of its steps. Immutable.
///

public final class Isotonic {
    private final double[] told;
    private final double[] right;

    private Isotonic(double[] told, double[] right) {
        this.told = told;
        this.right = right;
    }

    /// Of the points that [#points] gave.
    public static Isotonic of(double[] points) {
        double[] told = new double[points.length / 2];
        double[] right = new double[told.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = points[2 * i];
            right[i] = points[2 * i + 1];
        }
        return new Isotonic(told, right);
    }

    /// @param scores   that the model told
    /// @param happened whether it came about, one for each score
    public static Isotonic fit(double[] scores, boolean[] happened) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sum = new double[scores.length];
        double[] told = new double[scores.length];
        double[] weight = new double[scores.length];
        int steps = 0;
        for (int i : order) {
            sum[steps] = happened[i] ? 1 : 0;
            told[steps] = scores[i];
            weight[steps] = 1;
            steps++;
            while (steps > 1 && sum[steps - 2] / weight[steps - 2] >= sum[steps - 1] / weight[steps - 1]) {
                sum[steps - 2] += sum[steps - 1];
                told[steps - 2] += told[steps - 1];
                weight[steps - 2] += weight[steps - 1];
                steps--;
            }
        }
        double[] middles = new double[steps];
        double[] shares = new double[steps];
        for (int i = 0; i < steps; i++) {
            middles[i] = told[i] / weight[i];
            // half a success and half a failure more than seen, so that nothing is told to be certain
            shares[i] = (sum[i] + 0.5) / (weight[i] + 1);
        }
        for (int i = 1; i < steps; i++) {
            shares[i] = Math.max(shares[i], shares[i - 1]);
        }
        return new Isotonic(middles, shares);
    }

    /// The true probability of what the model told.
    public double apply(double score) {
        if (told.length == 0) {
            return score;
        }
        int at = Arrays.binarySearch(told, score);
        if (at >= 0) {
            return right[at];
        }
        int above = -at - 1;
        if (above == 0) {
            return right[0];
        }
        if (above == told.length) {
            return right[told.length - 1];
        }
        double share = (score - told[above - 1]) / (told[above] - told[above - 1]);
        return right[above - 1] + share * (right[above] - right[above - 1]);
    }

    /// Its points, told and right by turns, for [#of].
    public double[] points() {
        double[] points = new double[told.length * 2];
        for (int i = 0; i < told.length; i++) {
            points[2 * i] = told[i];
            points[2 * i + 1] = right[i];
        }
        return points;
    }
}
