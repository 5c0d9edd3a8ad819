package org.prevenance.forecast.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;

/// The values of one stream, a [Series] for each combination of what they have in common. Not thread-safe.
final class Tables {
    private final Stream stream;
    private final Trips trips;
    private final ZoneDays days;
    private long longest;
    private int mostLast;
    private final LongMap<Series> series = new LongMap<>();
    /// What was found for the question at hand: several facts look at the same values.
    private int foundLeg = -1;

    private long foundAt;
    private @Nullable Series found;

    Tables(Stream stream, Trips trips, ZoneDays days) {
        this.stream = stream;
        this.trips = trips;
        this.days = days;
    }

    Stream stream() {
        return stream;
    }

    /// Says how far back somebody looks.
    void needs(long window, int last) {
        longest = Math.max(longest, window);
        mostLast = Math.max(mostLast, last);
    }

    /// Adds a value of a leg, unless it is none.
    void add(int leg, long time, double value) {
        if (!Double.isNaN(value) && isKnown(leg)) {
            series(key(leg, stream.of() == Stream.Of.ARRIVALS ? Stream.At.TO : Stream.At.FROM))
                    .add(time, value, leg);
        }
    }

    void remove(int leg, long time) {
        Series there = series.get(key(leg, stream.of() == Stream.Of.ARRIVALS ? Stream.At.TO : Stream.At.FROM));
        if (there != null) {
            there.remove(time, leg);
        }
    }

    /// Adds a value of a station, by the symbol of its id.
    void observe(int station, long time, double value, int owner) {
        if (!Double.isNaN(value)) {
            series(LongMap.key(0, station)).add(time, value, owner);
        }
    }

    void forget(int station, long time, int owner) {
        Series there = series.get(LongMap.key(0, station));
        if (there != null) {
            there.remove(time, owner);
        }
    }

    private Series series(long key) {
        return series.getOrMake(key, () -> new Series(longest, mostLast));
    }

    /// The values that have in common with this leg what the stream says; null where there are none.
    ///
    /// @param at the instant of the question: at one instant nothing new becomes known between two facts
    @Nullable
    Series like(int leg, long at) {
        if (leg != foundLeg || at != foundAt) {
            found = isKnown(leg) ? series.get(key(leg, stream.at())) : null;
            foundLeg = leg;
            foundAt = at;
        }
        return found;
    }

    /// Whether all is known that must be the same; what is not known of two legs is not the same.
    private boolean isKnown(int leg) {
        for (Stream.Same same : stream.same()) {
            if (part(same, leg) < 0) {
                return false;
            }
        }
        return true;
    }

    /// @param at which of the leg's stops is looked at, where the stream is one of stops
    private long key(int leg, Stream.At at) {
        Legs legs = trips.legs;
        long key = 0;
        if (stream.at() != Stream.At.ANY) {
            key = LongMap.key(key, at == Stream.At.FROM ? legs.from[leg] : legs.to[leg]);
        }
        for (Stream.Same same : stream.same()) {
            key = LongMap.key(key, part(same, leg));
        }
        return key;
    }

    private long part(Stream.Same same, int leg) {
        Legs legs = trips.legs;
        int trip = legs.trip[leg];
        return switch (same) {
            case NUMBER -> trips.number[trip];
            case OPERATOR -> trips.operator[trip];
            case LINE -> trips.line[trip];
            case FROM -> legs.from[leg];
            case TO -> legs.to[leg];
            case HOUR -> days.hour(planned(leg));
            case WEEKDAY -> Math.floorMod(days.day(planned(leg)) + 3, 7); // 1970 began on a Thursday
            case VEHICLE -> trips.vehicle[trip];
        };
    }

    private long planned(int leg) {
        long departure = trips.legs.plannedDeparture[leg];
        return departure != Raw.ABSENT ? departure : Math.max(0, trips.legs.plannedArrival[leg]);
    }

    /// Finds or makes the tables of streams, each once.
    static final class Register {
        private final List<Tables> all = new ArrayList<>();
        private final Trips trips;
        private final ZoneDays days;

        Register(Trips trips, ZoneDays days) {
            this.trips = trips;
            this.days = days;
        }

        Tables of(Stream stream) {
            for (Tables there : all) {
                if (there.stream.equals(stream)) {
                    return there;
                }
            }
            Tables made = new Tables(stream, trips, days);
            all.add(made);
            return made;
        }

        List<Tables> all() {
            return all;
        }
    }
}
