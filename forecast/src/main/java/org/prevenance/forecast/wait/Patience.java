package org.prevenance.forecast.wait;

import java.util.Arrays;

/// How soon people hang up, as a chance in a second that depends on how long they have waited.
///
/// Who was answered, or called back, would have hung up later: how long they waited counts as time in which they did
/// not (a censored observation). The chance in a span of waiting is how many hung up in it, divided by the seconds that
/// all spent in it together: the piecewise exponential form of the estimator of Kaplan and Meier, *Nonparametric
/// estimation from incomplete observations*, Journal of the American Statistical Association 53 (1958).
public final class Patience {
    private static final double[] FROM = {0, 15, 30, 60, 90, 120, 180, 240, 360, 480, 720, 960, 1_440, 1_920};
    /// A span says little before so many hung up in it: until then the chance overall has its part.
    private static final double FAITH = 5;

    private final double[] gaveUp = new double[FROM.length];
    private final double[] seconds = new double[FROM.length];

    /// Somebody waited so long, and then hung up or not.
    void add(double waited, boolean hungUp) {
        for (int span = 0; span < FROM.length && FROM[span] < waited; span++) {
            double end = span + 1 < FROM.length ? FROM[span + 1] : Double.POSITIVE_INFINITY;
            seconds[span] += Math.min(waited, end) - FROM[span];
            gaveUp[span] += hungUp && waited <= end ? 1 : 0;
        }
    }

    /// The chance in a second over all spans: one over the mean patience, if patience had no memory.
    public double overall() {
        return (Arrays.stream(gaveUp).sum() + 0.5) / (Arrays.stream(seconds).sum() + 600);
    }

    /// The chance to hang up in the next second, of somebody who has waited so long.
    double chance(double waited) {
        int span = 0;
        while (span + 1 < FROM.length && FROM[span + 1] <= waited) {
            span++;
        }
        return (gaveUp[span] + FAITH) / (seconds[span] + FAITH / overall());
    }

    /// Its figures, for [#of].
    double[][] figures() {
        return new double[][] {gaveUp.clone(), seconds.clone()};
    }

    static Patience of(double[] gaveUp, double[] seconds) {
        Patience patience = new Patience();
        System.arraycopy(gaveUp, 0, patience.gaveUp, 0, Math.min(gaveUp.length, FROM.length));
        System.arraycopy(seconds, 0, patience.seconds, 0, Math.min(seconds.length, FROM.length));
        return patience;
    }
}
