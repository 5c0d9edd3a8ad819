package org.prevenance.forecast.gtfs;

/// What one message says, outright or by what it says of an earlier stop, of one call of a trip.
///
/// @param arrival   seconds since 1970 UTC, or [#UNKNOWN]
/// @param departure as `arrival`
/// @param platform  the one assigned; empty where none is
/// @param outright  whether the message names this call itself
record Sighting(Kind kind, long arrival, long departure, String platform, boolean outright) {
    static final long UNKNOWN = Long.MIN_VALUE;

    enum Kind {
        EXPECTED,
        SKIPPED,
        /// The operator says that it does not know.
        NOT_KNOWN
    }

    static Sighting skipped() {
        return new Sighting(Kind.SKIPPED, UNKNOWN, UNKNOWN, "", true);
    }

    static Sighting notKnown(String platform, boolean outright) {
        return new Sighting(Kind.NOT_KNOWN, UNKNOWN, UNKNOWN, platform, outright);
    }

    /// When the vehicle is gone from there: its departure, or its arrival where no departure is told.
    long moment() {
        return departure == UNKNOWN ? arrival : departure;
    }

    /// Whether that lies in the past, or at this instant.
    boolean isPast(long now) {
        return kind == Kind.EXPECTED && moment() <= now;
    }
}
