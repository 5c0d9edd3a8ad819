package org.prevenance.forecast.wait;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// How long somebody waits who joins a line now, from its state.
///
/// Calls end one after the other at the rate of those who talk; at each end whoever is first is answered, promised
/// calls back before all others once they are due, and meanwhile those in line hang up, each by how long they have
/// waited. This is the predictor QLap of Ibrahim and Whitt, *Real-time delay estimation in overloaded multiserver
/// queues
/// with abandonments*, Management Science 55 (2009), with the waits of those in line as they are instead of guessed
/// from the rate of arrivals, and with a number of advisers that changes as in Ibrahim and Whitt, *Wait-time predictors
/// for customer service systems with time-varying demand and capacity*, Operations Research 59 (2011). For patience
/// without memory, a constant number of advisers and no calls back it is the mean wait in an Erlang-A queue behind so
/// many ([ErlangA#behind]).
///
/// @param seconds how long
/// @param spread  the standard deviation of it, from the chance in when calls end
record Outlook(double seconds, double spread) {
    /// Nobody is told a longer wait than this.
    private static final double MOST = 2 * 3_600;

    /// @param waited    seconds that those in line have waited, the first first
    /// @param callbacks in how many seconds each promised call back is due
    /// @param talking   how many advisers talk now
    /// @param ends      conversations that one adviser ends in a second
    /// @param advisers  how many are there after so many seconds
    static Outlook of(
            double[] waited,
            double[] callbacks,
            int talking,
            double ends,
            DoubleUnaryOperator advisers,
            Patience patience) {
        double[] there = new double[waited.length];
        Arrays.fill(there, 1);
        double[] dues = callbacks.clone();
        Arrays.sort(dues);
        double busy = Math.max(1, Math.max(talking, advisers.applyAsDouble(0)));
        double mine = 1; // the part of this caller that is not answered yet, as there are parts of those ahead
        double seconds = 0;
        double time = 0;
        double variance = 0;
        int first = 0;
        int back = 0;
        while (mine > 1e-9 && time < MOST) {
            double staff = Math.max(1, advisers.applyAsDouble(time));
            double places = Math.max(0, staff - busy);
            busy += places; // advisers who come take calls at once
            if (places == 0) {
                double step = 1 / (busy * ends);
                for (int i = first; i < there.length; i++) {
                    there[i] *= Math.max(0, 1 - step * patience.chance(waited[i] + time));
                }
                time += step;
                variance += step * step;
                double leaves = Math.min(1, busy - staff); // who is to leave takes no other call
                busy -= leaves;
                places = 1 - leaves;
            }
            while (back < dues.length && dues[back] <= time && places > 0) {
                places--;
                back++;
            }
            while (places > 0 && first < there.length) {
                double answered = Math.min(places, there[first]);
                there[first] -= answered;
                places -= answered;
                first += there[first] <= 1e-9 ? 1 : 0;
            }
            double answered = Math.clamp(places, 0, mine);
            mine -= answered;
            seconds += answered * time;
        }
        return new Outlook(seconds + mine * MOST, Math.sqrt(variance));
    }
}
