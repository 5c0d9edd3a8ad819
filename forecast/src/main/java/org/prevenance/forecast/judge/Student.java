package org.prevenance.forecast.judge;

/// Student's law for whole degrees of freedom, by the finite series of Abramowitz and Stegun, *Handbook of Mathematical
/// Functions*, 1964, 26.7.3 and 26.7.4.
final class Student {
    private Student() {}

    /// The chance of a value above `t`.
    ///
    /// @param freedom at least 1
    static double above(double t, int freedom) {
        double within = within(Math.abs(t), freedom);
        return t >= 0 ? (1 - within) / 2 : (1 + within) / 2;
    }

    /// The chance of a value between `-t` and `t`.
    private static double within(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double cos = Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cos : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
            term *= cos * cos * (k - 1) / k;
            sum += term;
        }
        double series = Math.sin(angle) * sum;
        return odd ? 2 / Math.PI * (angle + series) : series;
    }
}
