package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.gtfs.Update.StopUpdate;

/// What an update means for each call of its trip, by the rules of the standard:
///
/// - a delay holds for the later stops too, until the next update; also over a stop that is skipped;
/// - "no data" holds likewise, and means that nothing is known;
/// - of stops before the first update nothing is said, and where no update is, nothing is known: never "on time".
final class Estimates {
    private final Run run;
    private final Update update;
    private final @Nullable StopUpdate[] said;
    private final @Nullable Sighting[] sightings;
    private long carried;
    private boolean noData;

    private Estimates(Run run, Update update, @Nullable StopUpdate[] said) {
        this.run = run;
        this.update = update;
        this.said = said;
        this.sightings = new Sighting[said.length];
        this.carried = update.delay() == FeedTime.NONE ? Sighting.UNKNOWN : update.delay();
    }

    /// One sighting for each call; null where nothing is said of it.
    ///
    /// @param said by the place of the call; null where the update does not name it
    static @Nullable Sighting[] of(Run run, Update update, @Nullable StopUpdate[] said) {
        Estimates estimates = new Estimates(run, update, said);
        for (int i = 0; i < said.length; i++) {
            estimates.sightings[i] = estimates.sighting(i);
        }
        return estimates.sightings;
    }

    private @Nullable Sighting sighting(int index) {
        if (update.isCancelled()) {
            return Sighting.skipped();
        }
        StopUpdate stop = said[index];
        if (stop == null) {
            return noData ? Sighting.notKnown("", false) : carriedOn(index, "", false);
        }
        String platform = run.platform(index, stop);
        return switch (stop.relationship()) {
            case StopUpdate.SKIPPED -> Sighting.skipped();
            case StopUpdate.NO_DATA -> {
                noData = true;
                carried = Sighting.UNKNOWN;
                yield Sighting.notKnown(platform, true);
            }
            default -> {
                noData = false;
                yield told(index, stop, platform);
            }
        };
    }

    private Sighting told(int index, StopUpdate stop, String platform) {
        Call call = run.calls().get(index);
        long arrival = stop.arrival().instant(call.plannedArrival);
        long departure = stop.departure().instant(call.plannedDeparture);
        if (arrival == Sighting.UNKNOWN && departure == Sighting.UNKNOWN) {
            Sighting on = carriedOn(index, platform, true);
            return on == null ? Sighting.notKnown(platform, true) : on;
        }
        if (arrival == Sighting.UNKNOWN) {
            arrival = Math.min(departure, plus(call.plannedArrival, carried));
        }
        long late = late(departure, call.plannedDeparture);
        if (late == Sighting.UNKNOWN) {
            late = late(arrival, call.plannedArrival);
        }
        if (departure == Sighting.UNKNOWN) {
            departure = plus(call.plannedDeparture, late);
        }
        carried = late;
        return new Sighting(Sighting.Kind.EXPECTED, arrival, departure, platform, true);
    }

    private @Nullable Sighting carriedOn(int index, String platform, boolean outright) {
        Call call = run.calls().get(index);
        long arrival = plus(call.plannedArrival, carried);
        long departure = plus(call.plannedDeparture, carried);
        return arrival == Sighting.UNKNOWN && departure == Sighting.UNKNOWN
                ? null
                : new Sighting(Sighting.Kind.EXPECTED, arrival, departure, platform, outright);
    }

    private static long plus(long planned, long delay) {
        return planned == Sighting.UNKNOWN || delay == Sighting.UNKNOWN ? Sighting.UNKNOWN : planned + delay;
    }

    private static long late(long instant, long planned) {
        return instant == Sighting.UNKNOWN || planned == Sighting.UNKNOWN ? Sighting.UNKNOWN : instant - planned;
    }
}
