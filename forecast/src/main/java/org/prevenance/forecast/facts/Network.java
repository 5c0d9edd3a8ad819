package org.prevenance.forecast.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.intake.ItemReader;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// What is known about trips, vehicles and the weather after the events shown so far. Events are shown in the order in
/// which they became known, and nothing else is looked at: so nothing here can be known too early. Not thread-safe.
///
/// Which vehicle makes a trip is known from the latest `trip.assigned` known. When a departure became known is told by
/// the event itself, not by the departure.
final class Network {
    static final Set<String> READS =
            Set.of("trip.planned", "trip.assigned", "trip.called", "trip.expected", "weather.observed");

    final Trips trips = new Trips();
    final Legs legs = trips.legs;
    final ZoneDays days;
    final Tables.Register tables;
    final Chronicle chronicle;
    private final ItemReader items;
    private final Event part = new Event();
    private final Event replacedRow = new Event();
    private final LongMap<Board> departures = new LongMap<>();
    private final LongMap<Board> byVehicle = new LongMap<>();
    private final @Nullable Planned planned;
    private final @Nullable Called called;
    private final int assigned;
    private final int assignedVehicle;
    private final @Nullable Called expected;
    private final int weather;
    /// For each table of weather, the slot of its value.
    private int[] weatherSlots = new int[0];
    /// Legs whose departure became known through the last event shown.
    private final List<Integer> justLeft = new ArrayList<>();
    private final List<Integer> justPlanned = new ArrayList<>();
    private final List<Integer> justDropped = new ArrayList<>();
    private long early;
    private @Nullable String firstEarly;

    private record Planned(
            EventType type,
            Field operator,
            Field number,
            @Nullable Field line,
            @Nullable Field km,
            Field stop,
            Field arrival,
            Field departure) {}

    private record Called(EventType type, int stop, int arrived, int departed, int cancelled) {}

    Network(Chronicle chronicle) {
        this.chronicle = chronicle;
        days = new ZoneDays(chronicle.words().zone());
        tables = new Tables.Register(trips, days);
        items = new ItemReader(chronicle.words().symbols(), chronicle.words().subjects(), days);
        planned = planned();
        called = called("trip.called", "arrived", "departed");
        expected = called("trip.expected", "arrival", "departure");
        EventType assignment = chronicle.words().vocabulary().type("trip.assigned");
        assigned = assignment == null ? -1 : assignment.ordinal();
        assignedVehicle = slot(assignment, "vehicle");
        EventType observation = chronicle.words().vocabulary().type("weather.observed");
        weather = observation == null ? -1 : observation.ordinal();
    }

    private @Nullable Planned planned() {
        EventType type = chronicle.words().vocabulary().type("trip.planned");
        if (type == null) {
            return null;
        }
        return new Planned(
                type,
                field(type, "operator"),
                field(type, "number"),
                type.field("line"),
                type.field("km"),
                field(type, "calls.stop"),
                field(type, "calls.arrival"),
                field(type, "calls.departure"));
    }

    private static Field field(EventType type, String path) {
        Field field = type.field(path);
        if (field == null) {
            throw new IllegalStateException("The vocabulary declares %s without %s.".formatted(type.name(), path));
        }
        return field;
    }

    private @Nullable Called called(String name, String arrival, String departure) {
        EventType type = chronicle.words().vocabulary().type(name);
        return type == null
                ? null
                : new Called(
                        type, slot(type, "stop"), slot(type, arrival), slot(type, departure), slot(type, "cancelled"));
    }

    private static int slot(@Nullable EventType type, String field) {
        Field found = type == null ? null : type.field(field);
        return found == null ? -1 : found.slot();
    }

    /// To be called when all tables are asked for, before the first event.
    void begin() {
        EventType type = chronicle.words().vocabulary().type("weather.observed");
        weatherSlots = new int[tables.all().size()];
        for (int i = 0; i < weatherSlots.length; i++) {
            Stream stream = tables.all().get(i).stream();
            weatherSlots[i] = stream.of() == Stream.Of.WEATHER ? slot(type, stream.value()) : -1;
        }
    }

    /// Takes in the event that became known `place`-th.
    void apply(int place, Event event) {
        justLeft.clear();
        justPlanned.clear();
        justDropped.clear();
        int ordinal = event.type().ordinal();
        int replaced = chronicle.replaced(place);
        boolean retracts = event.standing() == Event.Standing.RETRACTION;
        if (replaced >= 0) {
            chronicle.read(replaced, replacedRow);
            undo(replaced, replacedRow, retracts);
        }
        if (retracts) {
            return;
        }
        if (planned != null && ordinal == planned.type().ordinal()) {
            plan(event, planned);
        } else if (called != null && ordinal == called.type().ordinal()) {
            call(event, called);
        } else if (expected != null && ordinal == expected.type().ordinal()) {
            expect(event, expected);
        } else if (ordinal == assigned) {
            assign(trips.of(event.subject()), (int) event.value(assignedVehicle));
        } else if (ordinal == weather) {
            observe(place, event);
        }
    }

    private void undo(int place, Event event, boolean retracts) {
        int ordinal = event.type().ordinal();
        if (called != null && ordinal == called.type().ordinal()) {
            int trip = trips.of(event.subject());
            int stop = (int) event.value(called.stop());
            int left = trips.leaving(trip, stop);
            if (event.value(called.departed()) != Raw.ABSENT && left >= 0) {
                depart(left, Raw.ABSENT);
            }
            int reached = trips.reaching(trip, stop);
            if (event.value(called.arrived()) != Raw.ABSENT && reached >= 0) {
                arrive(reached, Raw.ABSENT);
            }
            if (called.cancelled() >= 0 && event.value(called.cancelled()) == 1) {
                cancel(trip, stop, event.time(), false);
            }
        } else if (ordinal == weather) {
            for (int i = 0; i < weatherSlots.length; i++) {
                if (weatherSlots[i] >= 0) {
                    tables.all().get(i).forget(station(event), event.time(), place);
                }
            }
        } else if (retracts && planned != null && ordinal == planned.type().ordinal()) {
            drop(trips.of(event.subject()));
        } else if (retracts && ordinal == assigned) {
            assign(trips.of(event.subject()), -1);
        }
    }

    private void plan(Event event, Planned fields) {
        int trip = trips.of(event.subject());
        trips.operator[trip] = symbol(event, fields.operator());
        trips.number[trip] = symbol(event, fields.number());
        Field line = fields.line();
        trips.line[trip] = line == null ? -1 : symbol(event, line);
        Field km = fields.km();
        trips.km[trip] = km == null ? Double.NaN : number(event.value(km.slot()));
        String[] stops = texts(event, fields.stop());
        String[] arrivals = texts(event, fields.arrival());
        String[] departs = texts(event, fields.departure());
        part.clear(fields.type());
        int vehicle = trips.vehicle[trip];
        assign(trip, -1);
        boolean same = isSame(trip, stops);
        if (!same) {
            drop(trip);
            trips.firstLeg[trip] = legs.size;
            trips.legCount[trip] = Math.max(0, stops.length - 1);
        }
        for (int i = 0; i + 1 < stops.length; i++) {
            long departure = time(fields.departure(), departs, i);
            long arrival = time(fields.arrival(), arrivals, i + 1);
            int leg = trips.firstLeg[trip] + i;
            if (same) {
                board(legs.from[leg]).remove(planned(leg), leg);
                legs.plannedDeparture[leg] = departure;
                legs.plannedArrival[leg] = arrival;
            } else {
                legs.add(trip, i, stop(stops[i]), stop(stops[i + 1]), departure, arrival);
            }
            board(legs.from[leg]).add(planned(leg), leg);
            justPlanned.add(leg);
        }
        assign(trip, vehicle);
    }

    private int stop(String text) {
        return chronicle.words().symbols().of(text);
    }

    private boolean isSame(int trip, String[] stops) {
        if (trips.legCount[trip] == 0 || trips.legCount[trip] != stops.length - 1) {
            return false;
        }
        for (int i = 0; i + 1 < stops.length; i++) {
            int leg = trips.firstLeg[trip] + i;
            if (legs.from[leg] != stop(stops[i]) || legs.to[leg] != stop(stops[i + 1])) {
                return false;
            }
        }
        return true;
    }

    /// Lets the legs of a trip go, as another plan has come, or none.
    private void drop(int trip) {
        for (int leg = trips.firstLeg[trip]; leg < trips.firstLeg[trip] + trips.legCount[trip]; leg++) {
            board(legs.from[leg]).remove(planned(leg), leg);
            legs.cancelled[leg] = true;
            justDropped.add(leg);
        }
        trips.legCount[trip] = 0;
    }

    private String[] texts(Event event, Field part) {
        long value = event.value(part.slot());
        return value == Raw.ABSENT
                ? new String[0]
                : chronicle.words().symbols().text(value).split(String.valueOf(Raw.ITEM_SEPARATOR), -1);
    }

    private long time(Field field, String[] texts, int at) {
        if (at >= texts.length || texts[at].isEmpty()) {
            return Raw.ABSENT;
        }
        items.read(field, texts[at], part, field.slot());
        return part.value(field.slot());
    }

    private static int symbol(Event event, Field field) {
        long value = event.value(field.slot());
        return value == Raw.ABSENT ? -1 : (int) value;
    }

    private static double number(long value) {
        return value == Raw.ABSENT ? Double.NaN : value / (double) Raw.MICROS;
    }

    private void assign(int trip, int vehicle) {
        int first = trips.firstLeg[trip];
        for (int leg = first; leg < first + trips.legCount[trip]; leg++) {
            if (trips.vehicle[trip] >= 0) {
                vehicle(trips.vehicle[trip]).remove(planned(leg), leg);
            }
            if (vehicle >= 0) {
                vehicle(vehicle).add(planned(leg), leg);
            }
        }
        trips.vehicle[trip] = vehicle;
    }

    private void call(Event event, Called fields) {
        int trip = trips.of(event.subject());
        int stop = (int) event.value(fields.stop());
        long departed = fields.departed() < 0 ? Raw.ABSENT : event.value(fields.departed());
        long arrived = fields.arrived() < 0 ? Raw.ABSENT : event.value(fields.arrived());
        if (departed != Raw.ABSENT && departed > event.known() || arrived != Raw.ABSENT && arrived > event.known()) {
            tooEarly(event);
        }
        int left = trips.leaving(trip, stop);
        if (departed != Raw.ABSENT && left >= 0) {
            depart(left, departed);
            justLeft.add(left);
        }
        int reached = trips.reaching(trip, stop);
        if (arrived != Raw.ABSENT && reached >= 0) {
            arrive(reached, arrived);
            legs.arrivedKnown[reached] = event.known();
            if (legs.firstKnown[reached] == Raw.ABSENT) {
                legs.firstKnown[reached] = event.known();
                legs.firstArrived[reached] = arrived;
            }
        }
        if (fields.cancelled() >= 0 && event.value(fields.cancelled()) == 1) {
            cancel(trip, stop, event.time(), true);
        }
    }

    private void tooEarly(Event event) {
        if (early++ == 0) {
            firstEarly = "%s of %s, known at %s"
                    .formatted(
                            event.id(),
                            chronicle.words().subjects().name(event.subject()),
                            ZoneDays.instant(event.known()));
        }
    }

    private void depart(int leg, long departed) {
        if (legs.departed[leg] != Raw.ABSENT) {
            for (Tables table : tables.all()) {
                if (table.stream().of() == Stream.Of.DEPARTURES) {
                    table.remove(leg, legs.departed[leg]);
                }
            }
        }
        legs.departed[leg] = departed;
        if (departed != Raw.ABSENT) {
            double late = legs.leftLate(leg);
            for (Tables table : tables.all()) {
                if (table.stream().of() == Stream.Of.DEPARTURES) {
                    table.add(leg, departed, leaving(table.stream().value(), late));
                }
            }
        }
    }

    private static double leaving(String value, double late) {
        return switch (value) {
            case "late" -> late;
            case "late15" -> Double.isNaN(late) ? Double.NaN : late >= 15 ? 1 : 0;
            case "cancelled" -> 0;
            default -> throw new IllegalStateException(value);
        };
    }

    private void arrive(int leg, long arrived) {
        if (legs.arrived[leg] != Raw.ABSENT) {
            for (Tables table : tables.all()) {
                if (table.stream().of() == Stream.Of.ARRIVALS) {
                    table.remove(leg, legs.arrived[leg]);
                }
            }
        }
        legs.arrived[leg] = arrived;
        if (arrived != Raw.ABSENT) {
            double late = legs.reachedLate(leg);
            double gain = late - legs.leftLate(leg);
            for (Tables table : tables.all()) {
                if (table.stream().of() == Stream.Of.ARRIVALS) {
                    table.add(leg, arrived, reaching(table.stream().value(), late, gain));
                }
            }
        }
    }

    private static double reaching(String value, double late, double gain) {
        return switch (value) {
            case "late" -> late;
            case "late15" -> Double.isNaN(late) ? Double.NaN : late >= 15 ? 1 : 0;
            case "gain" -> gain;
            default -> throw new IllegalStateException(value);
        };
    }

    private void cancel(int trip, int stop, long time, boolean cancelled) {
        int left = trips.leaving(trip, stop);
        int reached = trips.reaching(trip, stop);
        for (int leg : new int[] {left, reached}) {
            if (leg >= 0 && legs.cancelled[leg] != cancelled) {
                legs.cancelled[leg] = cancelled;
                for (Tables table : tables.all()) {
                    if (table.stream().of() == Stream.Of.DEPARTURES
                            && table.stream().value().equals("cancelled")) {
                        if (cancelled) {
                            table.add(leg, time, 1);
                        } else {
                            table.remove(leg, time);
                        }
                    }
                }
            }
        }
    }

    private void expect(Event event, Called fields) {
        int trip = trips.of(event.subject());
        int stop = (int) event.value(fields.stop());
        int left = trips.leaving(trip, stop);
        if (left >= 0 && event.value(fields.departed()) != Raw.ABSENT) {
            legs.expectedDeparture[left] = event.value(fields.departed());
        }
        int reached = trips.reaching(trip, stop);
        if (reached >= 0 && event.value(fields.arrived()) != Raw.ABSENT) {
            legs.expectedArrival[reached] = event.value(fields.arrived());
        }
    }

    private void observe(int place, Event event) {
        for (int i = 0; i < weatherSlots.length; i++) {
            if (weatherSlots[i] >= 0) {
                tables.all().get(i).observe(station(event), event.time(), number(event.value(weatherSlots[i])), place);
            }
        }
    }

    private int station(Event event) {
        return chronicle.words().symbols().of(chronicle.words().subjects().id(event.subject()));
    }

    long planned(int leg) {
        return legs.plannedDeparture[leg] != Raw.ABSENT ? legs.plannedDeparture[leg] : legs.plannedArrival[leg];
    }

    /// All legs planned to leave a stop.
    Board board(int stop) {
        return departures.getOrMake(stop, Board::new);
    }

    /// All legs that a vehicle is to make, or made.
    Board vehicle(int vehicle) {
        return byVehicle.getOrMake(vehicle, Board::new);
    }

    /// Legs planned by the last event applied; their questions may have another instant now.
    List<Integer> justPlanned() {
        return justPlanned;
    }

    /// Legs that the last event applied took out of the plan.
    List<Integer> justDropped() {
        return justDropped;
    }

    /// Legs that were left by the last event applied.
    List<Integer> justLeft() {
        return justLeft;
    }

    /// How many calls were known before they happened: no walk over such events can be trusted.
    long early() {
        return early;
    }

    /// The first of them, for a message.
    @Nullable
    String firstEarly() {
        return firstEarly;
    }
}
