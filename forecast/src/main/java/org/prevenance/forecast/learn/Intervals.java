package org.prevenance.forecast.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Intervals that hold the truth as often as they promise: conformalized quantile regression (Romano, Patterson and
/// Candès, *Conformalized Quantile Regression*, NeurIPS 2019). Learnt quantiles are widened, or narrowed, by the margin
/// that would have been right for answers that the model had not seen.
///
/// Seasons change, so the margin is not fixed once: it follows the answers that became known in the last days, as in
/// adaptive conformal inference (Gibbs and Candès, *Adaptive Conformal Inference Under Distribution Shift*, NeurIPS
/// 2021), with a window in place of their step. A margin only ever rests on answers known when it is used. Not
/// thread-safe.
public final class Intervals {
    /// Under so many answers no margin is told.
    public static final int FEWEST = 100;

    private final double level;
    private final long window;
    private final Deque<Score> recent = new ArrayDeque<>();

    /// By how much an interval missed an answer, in the unit of what is foretold: 0 at its ends, below 0 inside.
    ///
    /// @param known when the answer became known, microseconds since 1970
    public record Score(long known, double miss) {
        public static Score of(long known, double low, double high, double truth) {
            return new Score(known, Math.max(low - truth, truth - high));
        }
    }

    /// @param level  the share of truths that intervals should hold
    /// @param window how long an answer counts, microseconds
    public Intervals(double level, long window) {
        this.level = level;
        this.window = window;
    }

    /// Takes in an answer. Answers come in the order in which they became known.
    public void add(Score score) {
        recent.addLast(score);
    }

    /// By how much to widen both ends of an interval told at an instant, in the unit of what is foretold; NaN where too
    /// few answers are known.
    ///
    /// @param at no earlier than the answers taken in, and than asked before
    public double margin(long at) {
        while (!recent.isEmpty() && recent.getFirst().known() <= at - window) {
            recent.removeFirst();
        }
        return margin(recent.stream().mapToDouble(Score::miss).toArray(), level);
    }

    /// The smallest margin that holds `level` of the answers, counting one more that is not known yet: the
    /// ⌈(n + 1) level⌉-th smallest miss.
    static double margin(double[] misses, double level) {
        if (misses.length < FEWEST) {
            return Double.NaN;
        }
        Arrays.sort(misses);
        int rank = (int) Math.ceil((misses.length + 1) * level);
        return misses[Math.min(misses.length, rank) - 1];
    }

    /// The answers that still count.
    public List<Score> recent() {
        return new ArrayList<>(recent);
    }
}
