package org.prevenance.forecast.platform;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;

/// One stop of one trip, as far as it is known. Instants are microseconds since 1970, [Raw#ABSENT] where not known.
/// Not thread-safe.
final class Call {
    /// No platform: platforms are numbers of their stop, from 0.
    static final int NONE = -1;

    final Trip trip;
    final Stop stop;
    /// Planned.
    long arrival = Raw.ABSENT;

    long departure = Raw.ABSENT;
    /// The platform of the plan.
    int published = NONE;

    /// What the operator expects.
    long expectedArrival = Raw.ABSENT;

    long expectedDeparture = Raw.ABSENT;
    /// The platform that the operator has announced.
    int announced = NONE;

    /// What happened.
    long arrived = Raw.ABSENT;

    long departed = Raw.ABSENT;
    int platform = NONE;
    /// When its platform became known.
    long platformKnown = Raw.ABSENT;
    /// Where it was expected by habit when it stood.
    int usual = NONE;
    boolean cancelled;
    /// The call of its number at its minute that was the latest when it stood; null: it was the first.
    @Nullable
    Call before;

    /// Whether its habits hold it.
    boolean counted;

    /// Local minute and day of the planned instant.
    int minute;

    long day;
    boolean weekend;
    Habits habits = Habits.NONE;
    /// What each rule of thumb said, by horizon; kept until the truth is known.
    int @Nullable [] @Nullable [] said;

    Call(Trip trip, Stop stop) {
        this.trip = trip;
        this.stop = stop;
    }

    /// The planned instant that questions are asked about: the arrival, or the departure where the trip begins.
    long planned() {
        return arrival != Raw.ABSENT ? arrival : departure;
    }

    boolean begins() {
        return arrival == Raw.ABSENT;
    }

    boolean ends() {
        return departure == Raw.ABSENT;
    }

    /// When it comes, or came, as known now.
    long comes() {
        if (arrived != Raw.ABSENT) {
            return arrived;
        }
        if (begins()) {
            return leaves() - Facts.STANDS;
        }
        return expectedArrival != Raw.ABSENT ? expectedArrival : arrival + Math.max(0, trip.late);
    }

    /// When it leaves, or left, as known now.
    long leaves() {
        if (departed != Raw.ABSENT) {
            return departed;
        }
        if (ends()) {
            return comes() + Facts.STANDS;
        }
        return expectedDeparture != Raw.ABSENT ? expectedDeparture : departure + Math.max(0, trip.late);
    }

    /// How late it is expected to be, microseconds, at least 0.
    long late() {
        return Math.max(0, begins() ? leaves() - departure : comes() - arrival);
    }

    /// The platform as far as anybody has said it: where it stood, else what was announced.
    int known() {
        return platform != NONE ? platform : announced;
    }
}
