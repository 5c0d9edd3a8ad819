package org.prevenance.forecast.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.intake.ItemReader;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// What is known of all trips at one instant: it takes events one by one, in the order in which they became known.
/// Not thread-safe.
final class Network {
    private static final double HALF_LINE = 15;
    private static final double HALF_STOP = 60;
    private static final double HALF_ALL = 2_000;
    private static final int NO_SYMBOL = -1;

    /// What a history is kept by: a kind of key, the stop, and two numbers.
    private record Key(char kind, int stop, int one, int other) {}

    /// Reads one type's fields by their names.
    private record Slots(EventType type) {
        long value(Event event, String path) {
            Field field = type.field(path);
            return field == null ? Raw.ABSENT : event.value(field.slot());
        }
    }

    private final Symbols symbols;
    private final ZoneDays days;
    private final ItemReader items;
    private final int horizons;
    private final @Nullable Slots planned;
    private final @Nullable Slots expected;
    private final @Nullable Slots called;
    private final Map<Integer, Trip> trips = new HashMap<>();
    private final Map<Integer, Stop> stops = new HashMap<>();
    private final Map<Key, History> histories = new HashMap<>();
    private final Map<Key, Trust> trusts = new HashMap<>();
    private final Trust all;
    private final Event row = new Event();
    /// Calls whose plan the last event told or changed.
    private final List<Call> replanned = new ArrayList<>();
    /// Calls that the last event took out of the plan.
    private final List<Call> dropped = new ArrayList<>();
    private @Nullable Call stoodFirst;

    Network(Chronicle.Words words, int horizons) {
        symbols = words.symbols();
        days = new ZoneDays(words.zone());
        items = new ItemReader(symbols, words.subjects(), days);
        this.horizons = horizons;
        all = new Trust(null, horizons, HALF_ALL);
        planned = slots(words.vocabulary(), "trip.planned");
        expected = slots(words.vocabulary(), "trip.expected");
        called = slots(words.vocabulary(), "trip.called");
    }

    private static @Nullable Slots slots(Vocabulary vocabulary, String type) {
        EventType found = vocabulary.type(type);
        return found == null ? null : new Slots(found);
    }

    int horizons() {
        return horizons;
    }

    /// Takes an event, and says which calls it planned or planned anew.
    List<Call> take(Event event) {
        replanned.clear();
        dropped.clear();
        stoodFirst = null;
        boolean stands = event.standing() != Event.Standing.RETRACTION;
        if (planned != null && event.type() == planned.type) {
            plan(event, planned, stands);
        } else if (expected != null && event.type() == expected.type) {
            expect(event, expected, stands);
        } else if (called != null && event.type() == called.type) {
            call(event, called, stands);
        }
        return replanned;
    }

    /// Calls that the last event took out of the plan.
    List<Call> dropped() {
        return dropped;
    }

    /// The call of which the last event was the first to tell the platform; null where there is none.
    @Nullable
    Call stoodFirst() {
        return stoodFirst;
    }

    private void plan(Event event, Slots slots, boolean stands) {
        Trip trip = trips.computeIfAbsent(event.subject(), Trip::new);
        if (!stands) {
            trip.calls.forEach(call -> call.cancelled = true);
            dropped.addAll(trip.calls);
            return;
        }
        trip.operator = symbol(slots.value(event, "operator"));
        trip.number = symbol(slots.value(event, "number"));
        String[] names = list(event, slots, "calls.stop");
        String[] arrivals = list(event, slots, "calls.arrival");
        String[] departures = list(event, slots, "calls.departure");
        String[] platforms = list(event, slots, "calls.platform");
        int line = symbol(slots.value(event, "line"));
        trip.line = line != NO_SYMBOL || names.length == 0
                ? line
                : symbols.of(trip.operator + ":" + names[0] + ":" + names[names.length - 1]);
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty()) {
                Call call = callAt(trip, symbols.of(names[i]), true);
                String towards = i < names.length - 1 ? names[i + 1] : "from " + names[Math.max(0, i - 1)];
                settle(
                        Objects.requireNonNull(call),
                        time(slots, "calls.arrival", arrivals, i),
                        time(slots, "calls.departure", departures, i),
                        towards);
                call.published = i < platforms.length && !platforms[i].isEmpty()
                        ? number(call.stop, symbols.of(platforms[i]))
                        : Call.NONE;
            }
        }
    }

    private String[] list(Event event, Slots slots, String path) {
        long value = slots.value(event, path);
        return value == Raw.ABSENT ? new String[0] : symbols.text(value).split(String.valueOf(Raw.ITEM_SEPARATOR), -1);
    }

    private long time(Slots slots, String path, String[] texts, int i) {
        Field part = slots.type.field(path);
        if (part == null || i >= texts.length || texts[i].isEmpty()) {
            return Raw.ABSENT;
        }
        row.clear(slots.type);
        items.read(part, texts[i], row, part.slot());
        return row.value(part.slot());
    }

    private static int symbol(long value) {
        return value == Raw.ABSENT ? NO_SYMBOL : (int) value;
    }

    private int number(Stop stop, int platform) {
        return stop.number(platform, symbols.text(platform));
    }

    private @Nullable Call callAt(Trip trip, int stopName, boolean make) {
        for (Call call : trip.calls) {
            if (call.stop.name == stopName) {
                return call;
            }
        }
        if (!make) {
            return null;
        }
        Stop stop = stops.computeIfAbsent(stopName, name -> new Stop(name, new Trust(all, horizons, HALF_STOP)));
        Call call = new Call(trip, stop);
        trip.calls.add(call);
        return call;
    }

    /// Puts a call in its place by its planned instants.
    private void settle(Call call, long arrival, long departure, String towards) {
        long before = call.planned();
        long now = arrival != Raw.ABSENT ? arrival : departure;
        if (now == Raw.ABSENT) {
            return;
        }
        call.cancelled = false;
        if (before != now) {
            if (before != Raw.ABSENT) {
                call.stop.remove(call, before);
            }
            call.arrival = arrival;
            call.departure = departure;
            call.stop.add(call);
            call.day = days.day(now);
            call.minute = (int) ((now - days.start(call.day)) / Raw.MINUTE);
            call.weekend = Math.floorMod(call.day + 3, 7L) >= 5;
            call.habits = habits(call, towards);
            replanned.add(call);
        }
        call.arrival = arrival;
        call.departure = departure;
    }

    private Habits habits(Call call, String towards) {
        int stop = call.stop.name;
        int number = call.trip.number;
        int way = symbols.of(call.trip.line + " " + towards);
        return new Habits(
                history(new Key('s', stop, symbols.of(number + " " + towards), call.minute)),
                history(new Key('n', stop, number, 0)),
                history(new Key('l', stop, way, 0)),
                history(new Key('m', stop, way, call.minute)),
                trusts.computeIfAbsent(
                        new Key('l', stop, way, 0), _ -> new Trust(call.stop.trust, horizons, HALF_LINE)));
    }

    private History history(Key key) {
        return histories.computeIfAbsent(key, _ -> new History());
    }

    private void expect(Event event, Slots slots, boolean stands) {
        Call call = known(event, slots);
        if (call != null && stands) {
            call.expectedArrival = slots.value(event, "arrival");
            call.expectedDeparture = slots.value(event, "departure");
            int platform = symbol(slots.value(event, "platform"));
            if (platform != NO_SYMBOL) {
                call.announced = number(call.stop, platform);
            }
        }
    }

    private @Nullable Call known(Event event, Slots slots) {
        Trip trip = trips.get(event.subject());
        int stop = symbol(slots.value(event, "stop"));
        return trip == null || stop == NO_SYMBOL ? null : callAt(trip, stop, false);
    }

    private void call(Event event, Slots slots, boolean stands) {
        Call call = known(event, slots);
        if (call == null) {
            return;
        }
        if (!stands) {
            call.platform = Call.NONE;
            call.arrived = Raw.ABSENT;
            call.departed = Raw.ABSENT;
            return;
        }
        if (slots.value(event, "cancelled") == 1) {
            call.cancelled = true;
            return;
        }
        happened(call, slots.value(event, "arrived"), slots.value(event, "departed"));
        int platform = symbol(slots.value(event, "platform"));
        if (platform != NO_SYMBOL) {
            stood(call, number(call.stop, platform), event.known());
        }
    }

    private void happened(Call call, long arrived, long departed) {
        if (arrived != Raw.ABSENT) {
            call.arrived = arrived;
            if (call.arrival != Raw.ABSENT) {
                call.trip.late = arrived - call.arrival;
            }
        }
        if (departed != Raw.ABSENT) {
            call.departed = departed;
            if (call.departure != Raw.ABSENT) {
                call.trip.late = departed - call.departure;
            }
        }
    }

    private void stood(Call call, int platform, long known) {
        if (platform == Call.NONE) {
            return;
        }
        learn(call, platform);
        call.platform = platform;
        call.stop.use(platform, call.leaves());
        call.platformKnown = known;
        if (!call.counted) {
            call.counted = true;
            stoodFirst = call;
            call.usual = call.habits.slot().last(View.PLAIN);
            call.before = call.habits.slot().latest();
            call.habits.add(call);
        }
    }

    /// Each rule of thumb is trusted by what it said of this call.
    private void learn(Call call, int platform) {
        int @Nullable [] @Nullable [] said = call.said;
        if (said == null) {
            return;
        }
        for (int horizon = 0; horizon < horizons; horizon++) {
            int @Nullable [] rules = said[horizon];
            for (int rule = 0; rules != null && rule < Rule.COUNT; rule++) {
                if (rules[rule] != Call.NONE) {
                    call.habits.trust().learn(horizon, rule, rules[rule] == platform);
                }
            }
        }
        call.said = null;
    }
}
