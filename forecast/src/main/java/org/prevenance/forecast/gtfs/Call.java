package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.Nullable;

/// One call of a trip under way: what is planned, what was seen last, and what was told. Not thread-safe.
final class Call {
    final int sequence;
    final int stop;
    final String stopId;
    final String name;
    final long plannedArrival;
    final long plannedDeparture;

    /// What the last message that spoke of it said.
    @Nullable
    Sighting seen;

    /// When that was, seconds since 1970 UTC.
    long seenAt = Sighting.UNKNOWN;

    /// When it was last seen to lie ahead.
    long aheadAt = Sighting.UNKNOWN;

    /// The first message in which it was past.
    long pastAt = Sighting.UNKNOWN;

    /// What was last told as expected.
    @Nullable
    Sighting told;

    /// What was told as what happened, and the id under which.
    @Nullable
    Sighting called;

    String calledId = "";

    /// Whether what happened is settled, told or not.
    boolean settled;

    /// @param sequence -1 where none is known
    /// @param stop     number of [Stops], or [Stops#NONE]
    Call(int sequence, int stop, String stopId, String name, long plannedArrival, long plannedDeparture) {
        this.sequence = sequence;
        this.stop = stop;
        this.stopId = stopId;
        this.name = name;
        this.plannedArrival = plannedArrival;
        this.plannedDeparture = plannedDeparture;
    }

    /// When it is planned to be over, or [Sighting#UNKNOWN].
    long planned() {
        return plannedDeparture == Sighting.UNKNOWN ? plannedArrival : plannedDeparture;
    }

    /// What tells it from the others of its trip.
    String key() {
        return sequence < 0 ? stopId : Integer.toString(sequence);
    }
}
