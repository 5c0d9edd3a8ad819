package org.prevenance.forecast.platform;

import java.util.Arrays;

/// A conditional logit: each platform has a worth, the sum of its facts by their weights, and its probability is the
/// exponential of its worth over those of all. The weights are those under which what happened was likeliest, held
/// small by a ridge, found by Newton's steps: the problem is convex, so there is one answer. Immutable.
final class Choice {
    private static final int STEPS = 40;
    private static final double RIDGE = 2;
    private static final double ENOUGH = 1e-7;

    private final double[] weights;

    Choice(double[] weights) {
        this.weights = weights.clone();
    }

    double[] weights() {
        return weights.clone();
    }

    /// The probability of each platform, into `into`.
    void probabilities(Facts facts, double[] into) {
        int platforms = facts.platforms();
        double most = Double.NEGATIVE_INFINITY;
        for (int platform = 0; platform < platforms; platform++) {
            double worth = 0;
            for (int fact = 0; fact < weights.length; fact++) {
                worth += weights[fact] * facts.value(platform, fact);
            }
            into[platform] = worth;
            most = Math.max(most, worth);
        }
        double sum = 0;
        for (int platform = 0; platform < platforms; platform++) {
            into[platform] = Math.exp(into[platform] - most);
            sum += into[platform];
        }
        for (int platform = 0; platform < platforms; platform++) {
            into[platform] /= sum;
        }
    }

    /// Learns from examples of which the answer is known.
    static Choice learnt(Examples examples) {
        int width = Fact.COUNT;
        double[] weights = new double[width];
        double before = Double.POSITIVE_INFINITY;
        double[] step = new double[width];
        double size = 1;
        Slope slope = new Slope(width);
        double[] from = weights.clone();
        for (int i = 0; i < STEPS; i++) {
            double loss = slope.at(weights, examples);
            if (!(loss < before + ENOUGH)) { // too far: half as far from the same place
                size /= 2;
                for (int w = 0; w < width; w++) {
                    weights[w] = from[w] - size * step[w];
                }
                continue;
            }
            if (before - loss < ENOUGH * Math.abs(loss)) {
                break;
            }
            before = loss;
            size = 1;
            from = weights.clone();
            step = slope.newton();
            for (int w = 0; w < width; w++) {
                weights[w] -= step[w];
            }
        }
        return new Choice(from);
    }

    /// The loss at some weights, its gradient and its curvature.
    private static final class Slope {
        private final int width;
        private final double[] gradient;
        private final double[][] curvature;
        private double[] chances = new double[16];

        Slope(int width) {
            this.width = width;
            gradient = new double[width];
            curvature = new double[width][width];
        }

        double at(double[] weights, Examples examples) {
            double loss = 0;
            for (int w = 0; w < width; w++) {
                gradient[w] = RIDGE * weights[w];
                Arrays.fill(curvature[w], 0);
                curvature[w][w] = RIDGE;
                loss += RIDGE * weights[w] * weights[w] / 2;
            }
            double[] mean = new double[width];
            for (int row = 0; row < examples.size(); row++) {
                loss += add(weights, examples, row, mean);
            }
            return loss;
        }

        private double add(double[] weights, Examples examples, int row, double[] mean) {
            int platforms = examples.platforms(row);
            int start = examples.start(row);
            float[] all = examples.values(row);
            if (platforms > chances.length) {
                chances = new double[platforms * 2];
            }
            double sum = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int platform = 0; platform < platforms; platform++) {
                double worth = 0;
                for (int w = 0; w < width; w++) {
                    worth += weights[w] * all[start + platform * width + w];
                }
                chances[platform] = worth;
                most = Math.max(most, worth);
            }
            for (int platform = 0; platform < platforms; platform++) {
                chances[platform] = Math.exp(chances[platform] - most);
                sum += chances[platform];
            }
            Arrays.fill(mean, 0);
            for (int platform = 0; platform < platforms; platform++) {
                chances[platform] /= sum;
                for (int w = 0; w < width; w++) {
                    mean[w] += chances[platform] * all[start + platform * width + w];
                }
            }
            int truth = examples.truth(row);
            for (int w = 0; w < width; w++) {
                gradient[w] += mean[w] - all[start + truth * width + w];
            }
            for (int platform = 0; platform < platforms; platform++) {
                if (chances[platform] > 1e-6) {
                    curve(all, start + platform * width, chances[platform], mean);
                }
            }
            return -Math.log(Math.max(1e-300, chances[truth]));
        }

        private void curve(float[] all, int start, double chance, double[] mean) {
            for (int a = 0; a < width; a++) {
                double off = chance * (all[start + a] - mean[a]);
                if (off != 0) {
                    double[] line = curvature[a];
                    for (int b = 0; b <= a; b++) {
                        line[b] += off * (all[start + b] - mean[b]);
                    }
                }
            }
        }

        /// The step that solves curvature times step equals gradient, by Cholesky.
        double[] newton() {
            double[][] root = new double[width][width];
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = curvature[i][j];
                    for (int k = 0; k < j; k++) {
                        sum -= root[i][k] * root[j][k];
                    }
                    root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
                }
            }
            double[] step = gradient.clone();
            for (int i = 0; i < width; i++) {
                for (int k = 0; k < i; k++) {
                    step[i] -= root[i][k] * step[k];
                }
                step[i] /= root[i][i];
            }
            for (int i = width - 1; i >= 0; i--) {
                for (int k = i + 1; k < width; k++) {
                    step[i] -= root[k][i] * step[k];
                }
                step[i] /= root[i][i];
            }
            return step;
        }
    }
}
