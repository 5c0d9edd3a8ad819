package org.prevenance.forecast.failure;

import java.util.Arrays;
import java.util.List;

/// A probability from facts: the logistic curve of their weighted sum, learnt by Newton's steps with a small penalty on
/// large weights (iteratively reweighted least squares; Hastie, Tibshirani and Friedman, *The elements of statistical
/// learning*, 2009, 4.4). With few devices that ever failed more would be learnt by heart.
///
/// @param means   of each fact while learning
/// @param spreads of each fact, above 0
/// @param weights of the constant, then of each fact so measured
record Logistic(double[] means, double[] spreads, double[] weights) {
    private static final double PENALTY = 3;
    private static final int STEPS = 25;

    static Logistic learn(List<double[]> facts, List<Boolean> happened) {
        int size = facts.getFirst().length;
        double[] means = new double[size];
        double[] spreads = new double[size];
        for (int i = 0; i < size; i++) {
            int fact = i;
            double mean = facts.stream().mapToDouble(row -> row[fact]).average().orElse(0);
            means[i] = mean;
            spreads[i] = Math.sqrt(facts.stream()
                            .mapToDouble(row -> (row[fact] - mean) * (row[fact] - mean))
                            .average()
                            .orElse(0))
                    + 1e-9;
        }
        Logistic model = new Logistic(means, spreads, new double[size + 1]);
        for (int step = 0; step < STEPS; step++) {
            model = model.better(facts, happened);
        }
        return model;
    }

    private Logistic better(List<double[]> facts, List<Boolean> happened) {
        int size = weights.length;
        double[][] bend = new double[size][size + 1];
        for (int i = 1; i < size; i++) {
            bend[i][i] = PENALTY;
            bend[i][size] = -PENALTY * weights[i];
        }
        for (int row = 0; row < facts.size(); row++) {
            double[] measured = measured(facts.get(row));
            double said = said(measured);
            double pull = (happened.get(row) ? 1 : 0) - said;
            double weight = Math.max(1e-6, said * (1 - said));
            for (int i = 0; i < size; i++) {
                bend[i][size] += measured[i] * pull;
                for (int j = 0; j < size; j++) {
                    bend[i][j] += weight * measured[i] * measured[j];
                }
            }
        }
        double[] move = solve(bend);
        double[] moved = weights.clone();
        for (int i = 0; i < size; i++) {
            moved[i] += Math.clamp(move[i], -2, 2);
        }
        return new Logistic(means, spreads, moved);
    }

    /// By elimination, the largest pivot first.
    private static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int i = 0; i < size; i++) {
            int largest = i;
            for (int j = i + 1; j < size; j++) {
                largest = Math.abs(rows[j][i]) > Math.abs(rows[largest][i]) ? j : largest;
            }
            double[] pivot = rows[largest];
            rows[largest] = rows[i];
            rows[i] = pivot;
            for (int j = 0; j < size; j++) {
                if (j != i) {
                    double times = rows[j][i] / pivot[i];
                    for (int k = i; k <= size; k++) {
                        rows[j][k] -= times * pivot[k];
                    }
                }
            }
        }
        double[] solved = new double[size];
        Arrays.setAll(solved, i -> rows[i][size] / rows[i][i]);
        return solved;
    }

    double probability(double[] facts) {
        return said(measured(facts));
    }

    private double[] measured(double[] facts) {
        double[] measured = new double[facts.length + 1];
        measured[0] = 1;
        for (int i = 0; i < facts.length; i++) {
            measured[i + 1] = (facts[i] - means[i]) / spreads[i];
        }
        return measured;
    }

    private double said(double[] measured) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * measured[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
