package org.prevenance.forecast.judge;

/// What is added up for each day of a place. Sums are whole millionths, so that they are exact and the order of
/// questions means nothing.
final class Columns {
    private static final int PER_METHOD = 4;
    private static final int PER_RIVAL = 3;
    private static final int PER_BIN = 3;

    private final int methods;
    private final int afterMethods;
    private final int afterRivals;
    private final int firstBin;

    Columns(int methods) {
        this.methods = methods;
        afterMethods = 1 + methods * PER_METHOD;
        afterRivals = afterMethods + (methods - 1) * PER_RIVAL;
        firstBin = afterRivals + 8;
    }

    static long millionths(double value) {
        return Math.round(value * 1e6);
    }

    int count() {
        return firstBin + Calibration.BINS * PER_BIN;
    }

    int questions() {
        return 0;
    }

    int answered(int method) {
        return 1 + method * PER_METHOD;
    }

    int loss(int method) {
        return answered(method) + 1;
    }

    int close(int method) {
        return answered(method) + 2;
    }

    int near(int method) {
        return answered(method) + 3;
    }

    /// Questions that both the forecast and this rival answered.
    int shared(int rival) {
        return afterMethods + (rival - 1) * PER_RIVAL;
    }

    /// The forecast's loss on them.
    int mine(int rival) {
        return shared(rival) + 1;
    }

    /// The rival's.
    int theirs(int rival) {
        return shared(rival) + 2;
    }

    int intervals() {
        return afterRivals;
    }

    int covered() {
        return afterRivals + 1;
    }

    int width() {
        return afterRivals + 2;
    }

    int probabilities() {
        return afterRivals + 3;
    }

    int happened() {
        return afterRivals + 4;
    }

    int brier() {
        return afterRivals + 5;
    }

    int sure() {
        return afterRivals + 6;
    }

    int sureAndRight() {
        return afterRivals + 7;
    }

    int binned(int bin) {
        return firstBin + bin * PER_BIN;
    }

    int binSaid(int bin) {
        return binned(bin) + 1;
    }

    int binHappened(int bin) {
        return binned(bin) + 2;
    }

    /// Adds a question to its day.
    ///
    /// @param sums one for each column
    void add(Trial trial, int row, long[] sums) {
        Scale scale = trial.scale();
        double truth = trial.truth(row);
        double mine = trial.said(0, row);
        sums[questions()]++;
        for (int method = 0; method < methods; method++) {
            double said = trial.said(method, row);
            if (Double.isNaN(said)) {
                continue;
            }
            long loss = millionths(scale.loss(said, truth));
            sums[answered(method)]++;
            sums[loss(method)] += loss;
            if (scale instanceof Scale.Minutes minutes) {
                sums[close(method)] += loss <= millionths(minutes.close()) ? 1 : 0;
                sums[near(method)] += loss <= millionths(minutes.near()) ? 1 : 0;
            }
            if (method > 0 && !Double.isNaN(mine)) {
                sums[shared(method)]++;
                sums[mine(method)] += millionths(scale.loss(mine, truth));
                sums[theirs(method)] += loss;
            }
        }
        addInterval(trial, row, sums);
        addProbability(trial, row, sums);
    }

    private void addInterval(Trial trial, int row, long[] sums) {
        double low = trial.low(row);
        double high = trial.high(row);
        if (!Double.isNaN(low)) {
            double truth = trial.truth(row);
            sums[intervals()]++;
            sums[covered()] += low <= truth && truth <= high ? 1 : 0;
            sums[width()] += millionths(high - low);
        }
    }

    private void addProbability(Trial trial, int row, long[] sums) {
        double probability = trial.probability(row);
        if (Double.isNaN(probability)) {
            return;
        }
        boolean happened = trial.scale().happened(trial.said(0, row), trial.truth(row));
        double miss = probability - (happened ? 1 : 0);
        int bin = Math.min(Calibration.BINS - 1, (int) (probability * Calibration.BINS));
        sums[probabilities()]++;
        sums[happened()] += happened ? 1 : 0;
        sums[brier()] += millionths(miss * miss);
        sums[binned(bin)]++;
        sums[binSaid(bin)] += millionths(probability);
        sums[binHappened(bin)] += happened ? 1 : 0;
        if (trial.scale() instanceof Scale.Choice choice && probability >= choice.sure()) {
            sums[sure()]++;
            sums[sureAndRight()] += happened ? 1 : 0;
        }
    }
}
