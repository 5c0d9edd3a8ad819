package org.prevenance.simulator.telecom;

import org.prevenance.simulator.world.Frame;

/// What the boxes of a household do from day to day. A plan's story sets the fields before the world begins to turn.
final class Home {
    /// How restarts show in the reports of a box.
    enum Model {
        /// Reports count them.
        COUNTING,
        /// Only the uptime, falling, tells of them.
        UPTIME_ONLY
    }

    /// How a box goes wrong while it fails.
    enum Failure {
        NONE,
        /// One restart a day.
        RESTARTS,
        /// One restart every third day.
        RARE_RESTARTS,
        /// Many errors a day.
        ERRORS,
        /// Twelve errors a day.
        FEW_ERRORS,
        /// One more error a day every third day, for ever.
        SLOW_ERRORS
    }

    String meteringSource = "metering-sud";
    int from;
    /// Last day on which a box is in the house.
    int to = Frame.NEVER;
    /// When it is known that this box was given back; 0 where it does not matter.
    long backKnown;
    /// From this day the second box is the one that lives here.
    int secondBoxFrom = Frame.NEVER;
    boolean bothBoxes;
    long typicalBytes = 12_000_000_000L;
    int idleFrom = Frame.NEVER;
    int idleTo = Frame.NEVER;
    /// From this day a little is used, too much to call the line unused.
    int littleFrom = Frame.NEVER;
    /// From this day to [#unheardTo] nothing is heard at all.
    int unheardFrom = Frame.NEVER;
    int unheardTo = Frame.NEVER;
    Model model = Model.COUNTING;
    Failure failure = Failure.NONE;
    int failsFrom = Frame.NEVER;
    int failsTo = Frame.NEVER;
    boolean ageing;
    /// Whether everything is as the story says: no restarts, gaps, late or corrected readings besides.
    boolean exact;

    boolean lived(int day) {
        return day >= from && day <= to;
    }

    /// The last day on which the box of a home is heard before it falls silent for long; [Frame#NEVER]: never.
    int lastHeard() {
        if (unheardFrom != Frame.NEVER) {
            return unheardFrom - 1;
        }
        return backKnown == 0 ? Frame.NEVER : to;
    }

    boolean idle(int day) {
        return day >= idleFrom && day <= idleTo;
    }

    boolean unheard(int day) {
        return day >= unheardFrom && day <= unheardTo;
    }

    boolean fails(int day) {
        return day >= failsFrom && day <= failsTo;
    }

    int boxOn(int day) {
        return day >= secondBoxFrom ? 2 : 1;
    }
}
