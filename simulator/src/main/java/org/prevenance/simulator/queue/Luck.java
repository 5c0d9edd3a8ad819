package org.prevenance.simulator.queue;

import org.prevenance.simulator.world.Dice;

/// Chance in a row: each draw is the next one of a sequence that the dice determine. Not thread-safe.
final class Luck {
    private final Dice dice;
    private long drawn;

    Luck(Dice dice) {
        this.dice = dice;
    }

    /// A number in `[0, 1)`.
    double unit() {
        return dice.unit(++drawn);
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    /// A whole number from `least` to `most`, both included.
    int between(int least, int most) {
        return dice.between(++drawn, least, most);
    }

    /// A length of time without memory.
    double exponential(double mean) {
        return -mean * Math.log(1 - unit());
    }

    /// A length of time as conversations have it: many short ones, a few long ones.
    ///
    /// @param spread the standard deviation as a share of the mean
    double logNormal(double mean, double spread) {
        double variance = Math.log1p(spread * spread);
        return mean * Math.exp(Math.sqrt(variance) * normal() - variance / 2);
    }

    /// By Box and Muller (1958).
    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
    }
}
