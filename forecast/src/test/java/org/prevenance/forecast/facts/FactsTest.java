package org.prevenance.forecast.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.Given;
import org.prevenance.text.Form;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.YamlReader;

/// A network so small that each fact can be worked out with a pencil. Trip d, from A to B at 11:00, is asked about two
/// hours before: at 9:00 on 3 March 2025, a Monday.
class FactsTest {
    private static final Horizon TWO_HOURS = new Horizon("2h", "2 h avant", "2 h before", 2 * Raw.HOUR);
    private static final Horizon ON_LEAVING = new Horizon("gate", "au départ", "on leaving", Horizon.LEAVING);

    /// a left ten minutes late; b in time; c should have left at 8:50 and has not. None has arrived by 9:00.
    private static final String NETWORK = """
            2025-03-01T00:00Z trip.planned trip/a {operator: N, number: 7, kind: train, calls: [{stop: A, departure: 2025-03-03T08:00:00Z}, {stop: B, arrival: 2025-03-03T09:00:00Z}]}
            2025-03-01T00:00Z trip.planned trip/b {operator: N, number: 8, kind: train, calls: [{stop: A, departure: 2025-03-03T08:30:00Z}, {stop: B, arrival: 2025-03-03T09:30:00Z}]}
            2025-03-01T00:00Z trip.planned trip/c {operator: M, number: 9, kind: train, calls: [{stop: A, departure: 2025-03-03T08:50:00Z}, {stop: C, arrival: 2025-03-03T10:00:00Z}]}
            2025-03-01T00:00Z trip.planned trip/d {operator: N, number: 7, kind: train, km: 80, calls: [{stop: A, departure: 2025-03-03T11:00:00Z}, {stop: B, arrival: 2025-03-03T12:00:00Z}]}
            2025-03-01T00:00Z trip.planned trip/e {operator: N, number: 7, kind: train, calls: [{stop: A, departure: 2025-03-04T08:00:00Z}, {stop: B, arrival: 2025-03-04T09:00:00Z}]}
            2025-03-03T07:00Z trip.assigned trip/a {vehicle: V1}
            2025-03-03T08:00Z trip.assigned trip/d {vehicle: V1}
            2025-03-03T08:10Z trip.called trip/a {stop: A, departed: 2025-03-03T08:10:00Z}
            2025-03-03T08:30Z trip.called trip/b {stop: A, departed: 2025-03-03T08:30:00Z}
            2025-03-03T08:55Z weather.observed station/A {windKph: 20, precipMm: 1.5}
            2025-03-03T09:15Z trip.called trip/a {stop: B, arrived: 2025-03-03T09:15:00Z} id a-in
            2025-03-03T09:20Z trip.called trip/b {stop: B, arrived: 2025-03-03T09:20:00Z}
            2025-03-03T11:05Z trip.called trip/d {stop: A, departed: 2025-03-03T11:05:00Z}
            2025-03-03T12:20Z trip.called trip/d {stop: B, arrived: 2025-03-03T12:20:00Z}
            """;

    @Test
    void the_network_now() {
        var at = asked("d", TWO_HOURS, """
                out:     {mean: late, of: departures, at: from, over: 60m}
                worst:   {max: late, of: departures, at: from, over: 60m}
                outs:    {count: true, of: departures, at: from, over: 30m}
                line:    {mean: late, of: departures, same: [operator], over: 2h}
                waiting: {due: waiting, at: from, over: 60m}
                open:    {due: open, at: from, over: 60m}
                crowd:   {planned: departures, at: from, within: 60m}
                ins:     {mean: late, of: arrivals, at: to, over: 60m}
                """);

        assertEquals(5, at.get("out"), "10 and 0 minutes late");
        assertEquals(10, at.get("worst"));
        assertEquals(0, at.get("outs"), "the last left at 8:30, and a window is open at its beginning");
        assertEquals(5, at.get("line"));
        assertEquals(20 / 3f, at.get("waiting"), "c has waited 10 minutes so far");
        assertEquals(1 / 3f, at.get("open"));
        assertEquals(1, at.get("crowd"), "d itself");
        assertEquals(Float.NaN, at.get("ins"), "nobody has arrived by 9:00");
    }

    @Test
    void the_same_vehicle_before() {
        var at = asked("d", TWO_HOURS, """
                late:    {vehicle: late}
                free:    {vehicle: free}
                slack:   {vehicle: slack}
                returns: {vehicle: returns}
                state:   {vehicle: state}
                legs:    {vehicle: legs}
                """);

        assertEquals(10, at.get("late"), "a left ten minutes late");
        assertEquals(110, at.get("free"), "it should be in at 9:10, d leaves at 11:00");
        assertEquals(50, at.get("slack"), "but from B it must come back first, which takes an hour");
        assertEquals(0, at.get("returns"));
        assertEquals(1, at.get("state"), "on its way");
        assertEquals(1, at.get("legs"));
    }

    @Test
    void where_the_vehicle_is_now_and_what_it_can_make_up() {
        Chronicle roster = Given.events("""
                2025-03-01T00:00Z trip.planned trip/f {operator: N, number: 1, kind: train, calls: [{stop: A, departure: 2025-03-03T08:00:00Z}, {stop: B, arrival: 2025-03-03T08:30:00Z, departure: 2025-03-03T08:35:00Z}, {stop: C, arrival: 2025-03-03T09:00:00Z}]}
                2025-03-01T00:00Z trip.planned trip/g {operator: N, number: 2, kind: train, calls: [{stop: C, departure: 2025-03-03T10:20:00Z}, {stop: D, arrival: 2025-03-03T10:45:00Z}]}
                2025-03-01T00:00Z trip.assigned trip/f {vehicle: V1}
                2025-03-01T00:00Z trip.assigned trip/g {vehicle: V1}
                2025-03-03T08:07Z trip.called trip/f {stop: A, departed: 2025-03-03T08:07:00Z}
                2025-03-03T09:15Z trip.called trip/f {stop: C, arrived: 2025-03-03T09:15:00Z}
                """);

        var at = asked(roster, "g", TWO_HOURS, """
                now:    {vehicle: now}
                stands: {vehicle: stands}
                """);

        assertEquals(7, at.get("now"), "at 8:20 it is between A and B, 7 minutes late");
        assertEquals(85, at.get("stands"), "5 minutes at B, 80 at C");
    }

    @Test
    void what_happened_on_the_same_line() {
        Chronicle lines = Given.events("""
                2025-03-01T00:00Z trip.planned trip/h {operator: N, number: 1, line: L1, kind: train, calls: [{stop: A, departure: 2025-03-03T08:00:00Z}, {stop: B, arrival: 2025-03-03T09:00:00Z}]}
                2025-03-01T00:00Z trip.planned trip/i {operator: N, number: 2, line: L2, kind: train, calls: [{stop: A, departure: 2025-03-03T08:20:00Z}, {stop: B, arrival: 2025-03-03T09:20:00Z}]}
                2025-03-01T00:00Z trip.planned trip/j {operator: N, number: 3, kind: train, calls: [{stop: A, departure: 2025-03-03T08:30:00Z}, {stop: B, arrival: 2025-03-03T09:30:00Z}]}
                2025-03-01T00:00Z trip.planned trip/k {operator: N, number: 4, line: L1, kind: train, calls: [{stop: A, departure: 2025-03-03T11:00:00Z}, {stop: B, arrival: 2025-03-03T12:00:00Z}]}
                2025-03-01T00:00Z trip.planned trip/l {operator: N, number: 5, kind: train, calls: [{stop: A, departure: 2025-03-03T11:00:00Z}, {stop: B, arrival: 2025-03-03T12:00:00Z}]}
                2025-03-03T08:03Z trip.called trip/h {stop: A, departed: 2025-03-03T08:03:00Z}
                2025-03-03T08:29Z trip.called trip/i {stop: A, departed: 2025-03-03T08:29:00Z}
                2025-03-03T08:31Z trip.called trip/j {stop: A, departed: 2025-03-03T08:31:00Z}
                """);
        String fact = "mate: {last: late, of: departures, at: from, same: [line], over: 3h}";

        assertEquals(3, asked(lines, "k", TWO_HOURS, fact).get("mate"));
        assertEquals(
                Float.NaN,
                asked(lines, "l", TWO_HOURS, fact).get("mate"),
                "two trains of which no line is known are not of the same line");
    }

    @Test
    void weather_calendar_and_the_trip_itself() {
        var at = asked("d", TWO_HOURS, """
                wind:    {last: windKph, of: weather, at: from}
                there:   {last: windKph, of: weather, at: to}
                hour:    {calendar: hour}
                weekday: {calendar: weekday}
                day:     {calendar: day-of-year}
                km:      {trip: km}
                minutes: {trip: minutes}
                ahead:   {trip: ahead}
                late:    {trip: late}
                """);

        assertEquals(20, at.get("wind"));
        assertEquals(Float.NaN, at.get("there"), "no station there");
        assertEquals(11, at.get("hour"));
        assertEquals(1, at.get("weekday"));
        assertEquals(62, at.get("day"));
        assertEquals(80, at.get("km"));
        assertEquals(60, at.get("minutes"));
        assertEquals(120, at.get("ahead"));
        assertEquals(Float.NaN, at.get("late"), "it has not left");
    }

    @Test
    void what_is_usual_for_the_number() {
        var at = asked("e", TWO_HOURS, """
                usual:   {median: late, of: arrivals, at: to, same: [number], last: 30}
                newest:  {last: late, of: arrivals, at: to, same: [number]}
                gain:    {mean: gain, of: arrivals, at: to, same: [operator, from], last: 10}
                badly:   {mean: late15, of: arrivals, at: to, over: 2d}
                """);

        assertEquals(17.5f, at.get("usual"), "15 and 20 minutes late");
        assertEquals(20, at.get("newest"));
        assertEquals(10 / 3f, at.get("gain"), "5 and 15 minutes lost, 10 made up");
        assertEquals(2 / 3f, at.get("badly"));
    }

    @Test
    void on_leaving_the_delay_is_known_and_rivals_add_it_up() {
        var at = asked("d", ON_LEAVING, """
                late:    {trip: late}
                gain:    {mean: gain, of: arrivals, at: to, last: 10}
                likely:  {sum: [late, gain]}
                """);

        assertEquals(5, at.get("late"));
        assertEquals(-2.5f, at.get("gain"), "a lost 5 minutes, b made up 10");
        assertEquals(2.5f, at.get("likely"));
    }

    @Test
    void the_answer_is_measured_against_the_plan_as_it_was_when_asked() {
        Chronicle moved = Given.events(NETWORK + """
                2025-03-03T10:00Z trip.planned trip/d {operator: N, number: 7, kind: train, calls: [{stop: A, departure: 2025-03-03T11:00:00Z}, {stop: B, arrival: 2025-03-03T12:15:00Z}]}
                """);

        Examples before = facts("km: {trip: km}").ask(moved, TWO_HOURS, Long.MAX_VALUE, Long.MAX_VALUE);
        Examples after = facts("km: {trip: km}").ask(moved, ON_LEAVING, Long.MAX_VALUE, Long.MAX_VALUE);

        assertEquals(20, before.late(row(moved, before, "d")));
        assertEquals(5, after.late(row(moved, after, "d")));
    }

    @Test
    void a_correction_counts_from_when_it_is_known() {
        String corrected = NETWORK + """
                2025-03-03T09:15Z trip.called trip/a {stop: B, arrived: 2025-03-03T09:05:00Z, corrects: a-in} known 2025-03-03T20:00Z
                """;
        String late = NETWORK + """
                2025-03-03T09:15Z trip.called trip/a {stop: B, arrived: 2025-03-03T09:05:00Z, corrects: a-in} known 2025-03-04T07:00Z
                """;
        String fact = "usual: {median: late, of: arrivals, at: to, same: [number], last: 30}";

        assertEquals(12.5f, asked(Given.events(corrected), "e", TWO_HOURS, fact).get("usual"), "5 and 20");
        assertEquals(17.5f, asked(Given.events(late), "e", TWO_HOURS, fact).get("usual"), "not known at 6:00 yet");
    }

    @Test
    void what_was_taken_back_no_longer_counts() {
        String taken = NETWORK + """
                2025-03-03T09:15Z trip.called trip/a {stop: B, retracts: a-in} known 2025-03-03T20:00Z
                """;

        var at = asked(
                Given.events(taken),
                "e",
                TWO_HOURS,
                "usual: {median: late, of: arrivals, at: to, same: [number], last: 30}");

        assertEquals(20, at.get("usual"));
    }

    @Test
    void what_became_known_late_is_not_known_before() {
        String late = NETWORK + """
                2025-03-03T08:40Z trip.planned trip/f {operator: N, number: 5, kind: train, calls: [{stop: A, departure: 2025-03-03T08:40:00Z}, {stop: B, arrival: 2025-03-03T09:40:00Z}]}
                2025-03-03T08:45Z trip.called trip/f {stop: A, departed: 2025-03-03T08:45:00Z} known 2025-03-03T09:30Z
                """;
        String facts = """
                out:  {mean: late, of: departures, at: from, over: 60m}
                open: {due: open, at: from, over: 60m}
                """;

        var at = asked(Given.events(late), "d", TWO_HOURS, facts);

        assertEquals(5, at.get("out"), "f had left at 8:45, but nobody knew");
        assertEquals(0.5f, at.get("open"), "c and f of four");
    }

    @Test
    void cancelled_trips_are_counted_and_not_asked_about() {
        Chronicle cancelled = Given.events(NETWORK + """
                2025-03-03T08:52Z trip.called trip/c {stop: A, cancelled: true}
                2025-03-03T08:59Z trip.called trip/e {stop: A, cancelled: true}
                """);
        Facts facts = facts("""
                gone: {mean: cancelled, of: departures, at: from, over: 60m}
                open: {due: open, at: from, over: 60m}
                """);

        Examples examples = facts.ask(cancelled, TWO_HOURS, Long.MAX_VALUE, Long.MAX_VALUE);

        int d = row(cancelled, examples, "d");
        assertEquals(0.5f, examples.fact(d, 0), "two left, two were cancelled");
        assertEquals(0, examples.fact(d, 1));
        assertThrows(IllegalArgumentException.class, () -> row(cancelled, examples, "e"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void facts_do_not_depend_on_the_order_in_which_events_are_read(long seed) {
        String facts = """
                out:     {mean: late, of: departures, at: from, over: 60m}
                usual:   {median: late, of: arrivals, at: to, same: [number], last: 30}
                free:    {vehicle: free}
                waiting: {due: waiting, at: from, over: 60m}
                """;

        for (String trip : List.of("d", "e")) {
            assertEquals(
                    asked(Given.events(NETWORK), trip, TWO_HOURS, facts),
                    asked(Given.events(NETWORK, seed), trip, TWO_HOURS, facts));
        }
    }

    @Test
    void declared_facts_know_nothing_too_early() {
        Chronicle chronicle = Given.events(NETWORK);
        Facts facts = facts("out: {mean: late, of: departures, at: from, over: 60m}");

        for (Horizon horizon : List.of(TWO_HOURS, ON_LEAVING)) {
            Examples examples = facts.ask(chronicle, horizon, Long.MAX_VALUE, Long.MAX_VALUE);
            Leaks.refuse(facts, chronicle, horizon, examples, 4);
            assertTrue(examples.size() >= 3);
        }
    }

    @Test
    void a_planted_fact_that_reads_the_trips_own_later_call_is_refused() {
        Chronicle chronicle = Given.events(NETWORK);
        Facts leaking =
                facts("km: {trip: km}").with(new Facts.Declared("outcome", false, (_, _) -> new ReadsItsOwnArrival()));
        Examples examples = leaking.ask(chronicle, TWO_HOURS, Long.MAX_VALUE, Long.MAX_VALUE);

        var refused = assertThrows(LeakFound.class, () -> Leaks.refuse(leaking, chronicle, TWO_HOURS, examples, 4));

        assertTrue(refused.getMessage().startsWith("The fact (outcome) knows the future: asked about trip/"));
        assertTrue(
                refused.getMessage().contains(", but with what was known by then it is unknown.\n"),
                refused::getMessage);
        assertTrue(refused.getMessage().contains("Maybe it reads a later call of the trip itself"));
    }

    @Test
    void a_planted_fact_that_looks_at_when_it_happened_and_not_at_when_it_was_known_is_refused() {
        Chronicle chronicle = Given.events(NETWORK + """
                2025-03-02T08:00Z weather.observed station/A {windKph: 90} known 2025-03-03T10:00Z
                """);
        Facts leaking =
                facts("km: {trip: km}").with(new Facts.Declared("wind", false, (_, _) -> new ReadsByTimeOnly()));
        Examples examples = leaking.ask(chronicle, TWO_HOURS, Long.MAX_VALUE, Long.MAX_VALUE);

        var refused = assertThrows(LeakFound.class, () -> Leaks.refuse(leaking, chronicle, TWO_HOURS, examples, 4));

        assertTrue(refused.getMessage().startsWith("The fact (wind) knows the future"));
    }

    /// Looks into all events for the arrival of the trip that is asked about.
    private record ReadsItsOwnArrival() implements Fact {
        @Override
        public String name() {
            return "outcome";
        }

        @Override
        public double value(Network network, int leg, long at) {
            Chronicle chronicle = network.chronicle;
            int arrived = chronicle
                    .words()
                    .vocabulary()
                    .type("trip.called")
                    .field("arrived")
                    .slot();
            Event event = new Event();
            for (int i = 0; i < chronicle.size(); i++) {
                chronicle.read(i, event);
                if (event.type().name().equals("trip.called")
                        && event.subject() == network.trips.subject[network.legs.trip[leg]]
                        && event.value(arrived) != Raw.ABSENT) {
                    return Legs.minutes(at, event.value(arrived));
                }
            }
            return Double.NaN;
        }
    }

    /// Counts the weather events that had happened, whether anybody knew of them or not.
    private record ReadsByTimeOnly() implements Fact {
        @Override
        public String name() {
            return "wind";
        }

        @Override
        public double value(Network network, int leg, long at) {
            Event event = new Event();
            int count = 0;
            for (int i = 0; i < network.chronicle.size(); i++) {
                network.chronicle.read(i, event);
                count += event.type().name().equals("weather.observed") && event.time() <= at ? 1 : 0;
            }
            return count;
        }
    }

    @Test
    void calls_known_before_they_happened_are_refused_with_an_example() {
        Chronicle early = Given.events(NETWORK + """
                2025-03-04T00:00Z trip.called trip/e {stop: A, departed: 2025-03-04T08:40:00Z} id too-early
                """);

        var refused = assertThrows(LeakFound.class, () -> asked(early, "d", TWO_HOURS, "km: {trip: km}"));

        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "1 calls are said to have been known before they happened; the first is too-early of trip/e, known at 2025-03-04T00:00:00Z."));
        assertTrue(refused.getMessage().contains("Maybe say in sources.yaml when they became known"));
    }

    @Test
    void mistakes_are_told_with_their_place_and_a_hint() {
        assertEquals("""
                forecast.yaml:2:23: of cannot be departure; it is one of departures, arrivals, weather.
                      a: {mean: late, of: departure, at: from, over: 60m}
                                          ^^^^^^^^^
                  Maybe write departures.""", mistake("a: {mean: late, of: departure, at: from, over: 60m}"));
        assertTrue(mistake("a: {mean: lat, of: departures, over: 60m}").contains("Maybe write late."));
        assertTrue(mistake("a: {mean: late, of: departures, over: 1y}").contains("Write 30m, 2h or 7d"));
        assertTrue(mistake("a: {mean: late, of: departures}").contains("Add over: 60m, or last: 30."));
        assertTrue(mistake("a: {vehicle: slak}").contains("Maybe write slack."));
        assertTrue(mistake("a: {sum: [b]}").contains("No fact above is called b."));
        assertTrue(mistake("a: {mean: windKph, of: weather, over: 3h}").contains("Write at: from, or at: to."));
        assertTrue(mistake("a: {over: 60m}").contains("Begin with one of mean, median"));
        assertTrue(mistake("a: {trip: km, ower: 3h}").contains("ower is not a key that is known here."));
    }

    private static String mistake(String fact) {
        Mistakes mistakes = new Mistakes();
        read(fact, mistakes);
        return mistakes.sorted().stream().map(Mistake::render).collect(Collectors.joining("\n"));
    }

    private static Facts facts(String lines) {
        Mistakes mistakes = new Mistakes();
        Facts facts = read(lines, mistakes);
        assertEquals(List.of(), mistakes.sorted());
        return facts;
    }

    private static Facts read(String lines, Mistakes mistakes) {
        String yaml = "facts:\n" + lines.indent(2);
        return FactsReader.read(new Form(YamlReader.read(new NamedText("forecast.yaml", yaml), mistakes), mistakes));
    }

    private static Map<String, Float> asked(String trip, Horizon horizon, String facts) {
        return asked(Given.events(NETWORK), trip, horizon, facts);
    }

    private static Map<String, Float> asked(Chronicle chronicle, String trip, Horizon horizon, String lines) {
        Facts facts = facts(lines);
        Examples examples = facts.ask(chronicle, horizon, Long.MAX_VALUE, Long.MAX_VALUE);
        int row = row(chronicle, examples, trip);
        Map<String, Float> values = new TreeMap<>();
        for (int i = 0; i < examples.width(); i++) {
            values.put(facts.names().get(i), examples.fact(row, i));
        }
        return values;
    }

    private static int row(Chronicle chronicle, Examples examples, String trip) {
        for (int row = 0; row < examples.size(); row++) {
            if (chronicle.words().subjects().name(examples.subject(row)).equals("trip/" + trip)) {
                return row;
            }
        }
        throw new IllegalArgumentException("Nobody asked about " + trip + ".");
    }

    @Test
    void questions_are_asked_at_their_instant() {
        Chronicle chronicle = Given.events(NETWORK);

        Examples examples = facts("km: {trip: km}").ask(chronicle, TWO_HOURS, Long.MAX_VALUE, Long.MAX_VALUE);

        assertEquals(
                Instant.parse("2025-03-03T09:00:00Z"), ZoneDays.instant(examples.asked(row(chronicle, examples, "d"))));
        assertEquals(20, examples.late(row(chronicle, examples, "d")));
        assertEquals(Double.NaN, examples.late(row(chronicle, examples, "c")), "it never arrived");
    }
}
