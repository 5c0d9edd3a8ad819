package org.prevenance.forecast.facts;

import java.util.Arrays;
import org.prevenance.event.Raw;

/// The legs of all trips, in columns: a leg goes from one stop to the next. Instants are microseconds since 1970,
/// [Raw#ABSENT] where not known. Not thread-safe.
final class Legs {
    int size;
    int[] trip = new int[1024];
    int[] from = new int[1024];
    int[] to = new int[1024];
    /// Place in the trip, from 0.
    int[] place = new int[1024];
    long[] plannedDeparture = new long[1024];
    long[] plannedArrival = new long[1024];
    long[] departed = new long[1024];
    long[] arrived = new long[1024];
    /// When the arrival became known.
    long[] arrivedKnown = new long[1024];
    /// When an arrival was told first, and which; it stands here whatever corrects it later.
    long[] firstKnown = new long[1024];
    long[] firstArrived = new long[1024];
    /// As the operator estimated last.
    long[] expectedDeparture = new long[1024];
    long[] expectedArrival = new long[1024];
    boolean[] cancelled = new boolean[1024];

    int add(int ofTrip, int placed, int fromStop, int toStop, long departure, long arrival) {
        if (size == trip.length) {
            grow();
        }
        trip[size] = ofTrip;
        place[size] = placed;
        from[size] = fromStop;
        to[size] = toStop;
        plannedDeparture[size] = departure;
        plannedArrival[size] = arrival;
        departed[size] = Raw.ABSENT;
        arrived[size] = Raw.ABSENT;
        arrivedKnown[size] = Raw.ABSENT;
        firstKnown[size] = Raw.ABSENT;
        firstArrived[size] = Raw.ABSENT;
        expectedDeparture[size] = Raw.ABSENT;
        expectedArrival[size] = Raw.ABSENT;
        return size++;
    }

    private void grow() {
        int more = size * 2;
        trip = Arrays.copyOf(trip, more);
        place = Arrays.copyOf(place, more);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        plannedDeparture = Arrays.copyOf(plannedDeparture, more);
        plannedArrival = Arrays.copyOf(plannedArrival, more);
        departed = Arrays.copyOf(departed, more);
        arrived = Arrays.copyOf(arrived, more);
        arrivedKnown = Arrays.copyOf(arrivedKnown, more);
        firstKnown = Arrays.copyOf(firstKnown, more);
        firstArrived = Arrays.copyOf(firstArrived, more);
        expectedDeparture = Arrays.copyOf(expectedDeparture, more);
        expectedArrival = Arrays.copyOf(expectedArrival, more);
        cancelled = Arrays.copyOf(cancelled, more);
    }

    /// Minutes from one instant to another; NaN where one is not known.
    static double minutes(long from, long to) {
        return from == Raw.ABSENT || to == Raw.ABSENT ? Double.NaN : (to - from) / (double) Raw.MINUTE;
    }

    /// Minutes late on leaving, negative where early.
    double leftLate(int leg) {
        return minutes(plannedDeparture[leg], departed[leg]);
    }

    /// Minutes late on reaching its end.
    double reachedLate(int leg) {
        return minutes(plannedArrival[leg], arrived[leg]);
    }
}
