package org.prevenance.simulator.rail;

import java.util.Arrays;

/// A train on its day: where it is, how late, and on which platforms. Times are seconds after local midnight. Not
/// thread-safe.
final class Run {
    static final int NOT_YET = -1;

    final Train train;
    final int[] arrived;
    final int[] departed;
    final int[] platforms;
    /// When it became known that it called there, in seconds since 1970; 0: never.
    final long[] known;
    /// Whether the platform of a call has been announced.
    final boolean[] announced;
    /// The delay that travellers were last told for a call, in seconds.
    final int[] told;

    boolean cancelled;
    /// Seconds behind the plan, as last seen.
    int late;
    /// Seconds that it loses on the leg where it is.
    int lost;
    /// The last call that it has reached.
    int at = -1;

    Run(Train train, PlatformPlan plan) {
        this.train = train;
        int calls = train.last() + 1;
        arrived = new int[calls];
        departed = new int[calls];
        platforms = new int[calls];
        known = new long[calls];
        announced = new boolean[calls];
        told = new int[calls];
        Arrays.fill(arrived, NOT_YET);
        Arrays.fill(departed, NOT_YET);
        for (int call = 0; call < calls; call++) {
            platforms[call] = plan.platform(train, call);
        }
    }

    /// When it comes to a call, or came: where it begins, when it is there before it leaves.
    int comes(int call) {
        return arrived[call] != NOT_YET
                ? arrived[call]
                : train.call(call).arrival() + Math.max(0, late) - (call == 0 ? PlatformPlan.READY : 0);
    }

    /// When it leaves a call, or left: where it ends, when its platform is free.
    int leaves(int call, int stays) {
        if (departed[call] != NOT_YET) {
            return departed[call];
        }
        return call == train.last()
                ? comes(call) + stays
                : Math.max(train.call(call).departure(), comes(call) + Running.DWELL);
    }
}
