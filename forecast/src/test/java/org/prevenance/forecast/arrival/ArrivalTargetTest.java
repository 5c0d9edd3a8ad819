package org.prevenance.forecast.arrival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.Given;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.DeclarationReader;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Predicted;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;

/// A small made line: 24 trains a day from A to B for 100 days. On three days of four the first trains lose time,
/// and all that follow lose as much: who looks at those already in knows about the rest.
class ArrivalTargetTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 100;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Target.Origin ORIGIN = new Target.Origin("made", "invented");

    private static final String DECLARED = """
            forecast: arrival
            purpose: service
            target: arrival
            title: {fr: "Heure d’arrivée", en: "Time of arrival"}
            horizons:
              1h: {before: 1h, title: {fr: "1 h avant", en: "1 h before"}}
            facts:
              now:    {mean: late, of: arrivals, at: to, over: 2h}
              before: {last: late, of: arrivals, at: to}
              number: {median: late, of: arrivals, at: to, same: [number], last: 30}
              hour:   {calendar: hour}
              line:   {category: operator}
            rivals:
              persistence: {1h: before}
              history:     {1h: number}
            learn:
              middle: {trees: 60, rate: 0.1, leaves: 8, rows: 20, facts: 1}
              spread: {trees: 40, rate: 0.1, leaves: 8, rows: 20, facts: 1}
            """;

    private static final Chronicle CHRONICLE = line(5);
    /// Learnt from the first 80 days.
    private static final ModelFile MODEL = target(DECLARED).train(CHRONICLE, ORIGIN, at(80), Work.SILENT);

    private final Target target = target(DECLARED);

    @Test
    void it_beats_its_rivals_on_days_that_it_has_not_seen_and_is_shown() {
        Trial trial = target.judge(CHRONICLE, span(80, DAYS), MODEL, Work.SILENT);
        Judgement judgement = Judge.judge(trial);

        assertEquals(
                20 * 24 - 1, trial.rows(), "the first train leaves at midnight: it was asked about on the day before");
        Place place = judgement.places().getFirst();
        assertTrue(place.verdict().isShown(), () -> place.verdict().toString());
        double covered = place.all().coverage().covered().value();
        assertEquals(0.8, covered, 0.08);
    }

    @Test
    void training_twice_makes_the_same_file_to_the_byte() throws IOException {
        byte[] again = bytes(target.train(line(5), ORIGIN, at(80), Work.SILENT));

        assertArrayEquals(bytes(MODEL), again);
    }

    @Test
    void a_model_says_where_it_comes_from_and_can_be_read_back() throws IOException {
        ModelFile readBack = ModelFile.read("arrival.model", new ByteArrayInputStream(bytes(MODEL)));

        Provenance provenance = readBack.provenance();
        assertEquals(MODEL.provenance(), provenance);
        assertEquals("made", provenance.data().source());
        assertEquals("invented", provenance.data().licence());
        assertEquals(START.plus(Duration.ofDays(80)), provenance.data().until());
        assertEquals(List.of("now", "before", "number", "hour", "line"), provenance.facts());
        assertTrue(provenance.library().startsWith("LightGBM"));
        assertTrue(provenance.settings().containsKey("seed"));
        assertTrue(provenance.figures().get("1h forecast mean absolute error")
                < provenance.figures().get("1h promise mean absolute error"));
        assertTrue(provenance.allows("1h", "A"), () -> provenance.verdicts().toString());
        assertEquals(
                target.predict(CHRONICLE, MODEL, span(80, 81), Work.SILENT).made(),
                target.predict(CHRONICLE, readBack, span(80, 81), Work.SILENT).made());
    }

    @Test
    void forecasts_are_made_at_their_instant_with_what_was_known_then() {
        List<Foretold> day =
                target.predict(CHRONICLE, MODEL, span(80, 81), Work.SILENT).made();
        List<Foretold> blind = target.predict(CHRONICLE.until(at(80) + 12 * Raw.HOUR), MODEL, span(80, 81), Work.SILENT)
                .made();

        assertEquals(24, day.size());
        Foretold noon = day.stream()
                .filter(one -> one.at() == at(80) + 12 * Raw.HOUR)
                .findFirst()
                .orElseThrow();
        assertEquals("forecast.arrival", noon.type());
        assertEquals("trip/80-13", noon.subject());
        assertEquals("B", noon.data().get("stop"));
        assertEquals(
                List.of("stop", "arrival", "minutes", "low", "high", "late15", "model"),
                List.copyOf(noon.data().keySet()));
        double minutes = (double) noon.data().get("minutes");
        assertTrue((double) noon.data().get("low") <= minutes
                && minutes <= (double) noon.data().get("high"));
        assertEquals(
                START.plus(Duration.ofDays(80))
                        .plus(Duration.ofMinutes(13 * 60 + 40))
                        .plusMillis(Math.round(minutes * 60) * 1000),
                noon.data().get("arrival"));
        assertEquals(
                day.stream().filter(one -> one.at() <= at(80) + 12 * Raw.HOUR).toList(),
                blind.stream().filter(one -> one.at() <= at(80) + 12 * Raw.HOUR).toList());
    }

    /// From day 90 on all trains run at other minutes: a day and the next nothing that was learnt holds.
    @Test
    void on_the_first_days_of_a_new_timetable_nothing_is_foretold() {
        Chronicle changed = Given.chronicle(Given.vocabulary(), events(5, false, 90, NEVER));

        Predicted told = target.predict(changed, MODEL, span(80, DAYS), Work.SILENT);

        assertEquals(List.of(day(90), day(91)), days(told.withheld()));
        assertEquals(
                "the timetable changed on 1 April 2025: 100% of what is planned is new",
                told.withheld().getFirst().why().en());
        assertEquals(24, told.withheld().getFirst().forecasts());
        assertTrue(told.made().stream()
                .noneMatch(one ->
                        one.subject().startsWith("trip/90-") || one.subject().startsWith("trip/91-")));
        assertEquals(20 * 24 - 1 - 48, told.made().size());
        Predicted same = target.predict(CHRONICLE, MODEL, span(80, DAYS), Work.SILENT);
        assertEquals(List.of(), same.withheld());
        assertEquals(20 * 24 - 1, same.made().size());
    }

    /// From day 95 on trains are as late as ever in the middle, but ten times as far from it: after two such days it is
    /// certain that the intervals no longer hold.
    @Test
    void once_its_intervals_no_longer_hold_nothing_is_foretold() {
        Chronicle broken = Given.chronicle(Given.vocabulary(), events(5, false, NEVER, 95));

        Predicted told = target.predict(broken, MODEL, span(80, DAYS), Work.SILENT);

        assertEquals(List.of(day(97), day(98), day(99)), days(told.withheld()));
        assertEquals("covers-less", told.withheld().getFirst().why().code());
    }

    /// What was silent then stays silent, whatever comes later and wherever one begins to ask.
    @Test
    void what_is_withheld_depends_on_nothing_that_became_known_later() {
        List<String> events = events(5, false, 90, 95);
        events.add(event("corrected", "90-3", "trip.called", START.plus(Duration.ofDays(98)), """
                {"corrects":"in-90-3","stop":"B","arrived":"2025-04-01T09:00:00Z"}"""));
        Chronicle all = Given.chronicle(Given.vocabulary(), events);
        Predicted whole = target.predict(all, MODEL, span(80, DAYS), Work.SILENT);

        assertEquals(5, whole.withheld().size(), () -> whole.withheld().toString());
        for (int until : new int[] {90, 91, 92, 97, 98}) {
            Predicted part = target.predict(all.until(at(until) - 1), MODEL, span(80, until), Work.SILENT);
            assertEquals(
                    whole.made().stream().filter(one -> one.at() < at(until)).toList(), part.made());
            Predicted rest = target.predict(all, MODEL, span(until, DAYS), Work.SILENT);
            assertEquals(
                    whole.made().stream().filter(one -> one.at() >= at(until)).toList(), rest.made());
        }
    }

    /// Trees are made of steps: by themselves they would say a delay of 87 minutes again as one of 70 or 100.
    @Test
    void what_a_rival_knows_already_is_not_learnt_anew_in_steps() {
        Target onLeaving = target(DECLARED.replace("{before: 1h,", "{on: leaving,")
                .replace("  hour: ", "  late:   {trip: late}\n  hour: ")
                .replace("{1h: before}", "{1h: late}"));
        Chronicle chronicle = Given.chronicle(Given.vocabulary(), lateAndNothingLost());

        ModelFile model = onLeaving.train(chronicle, ORIGIN, at(80), Work.SILENT);
        Place place = Judge.judge(onLeaving.judge(chronicle, span(80, DAYS), model, Work.SILENT))
                .places()
                .getFirst();

        assertEquals("late", new String(model.part("1h/start.txt"), StandardCharsets.UTF_8));
        double forecast = mean(place, "forecast");
        double rival = mean(place, "persistence");
        assertEquals(2, rival, 0.2, "each train makes up one to three minutes");
        assertTrue(forecast < 0.7, () -> "mean error " + forecast);
    }

    private static double mean(Place place, String method) {
        return place.all().methods().stream()
                .filter(one -> one.method().name().equals(method))
                .findFirst()
                .orElseThrow()
                .mean()
                .value();
    }

    /// Every train leaves up to two hours late, and makes up one to three minutes on its way.
    private static List<String> lateAndNothingLost() {
        Random random = new Random(3);
        List<String> events = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 0; hour < 24; hour++) {
                double chance = random.nextDouble();
                long late = (long) (7_200 * chance * chance);
                Instant departure = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                trip(events, day + "-" + hour, hour, departure, late, late - 60 - random.nextInt(120));
            }
        }
        return events;
    }

    @Test
    void where_it_is_no_better_it_keeps_silent() {
        Chronicle chance = line(9, true);

        ModelFile model = target.train(chance, ORIGIN, at(80), Work.SILENT);

        assertTrue(model.provenance().verdicts().stream().noneMatch(Provenance.Verdict::shown));
        assertEquals(
                List.of(),
                target.predict(chance, model, span(80, 81), Work.SILENT).made());
    }

    @Test
    void what_it_has_learnt_from_cannot_be_judged() {
        var refused = assertThrows(NotForetold.class, () -> target.judge(CHRONICLE, span(70, 90), MODEL, Work.SILENT));

        assertTrue(refused.getMessage().contains("would be of what it has seen.\nMaybe judge later days"));
    }

    @Test
    void a_model_of_other_facts_is_refused() {
        Target other = target(DECLARED.replace("  hour:   {calendar: hour}\n", ""));

        var refused = assertThrows(NotForetold.class, () -> other.predict(CHRONICLE, MODEL, span(80, 81), Work.SILENT));

        assertEquals(
                "The model learnt from other facts than those now declared in (arrival.forecast.yaml).\nMaybe train it again.",
                refused.getMessage());
    }

    @Test
    void too_little_to_learn_from_is_said() {
        var refused = assertThrows(NotForetold.class, () -> target.train(CHRONICLE, ORIGIN, at(10), Work.SILENT));

        assertTrue(refused.getMessage().startsWith("Only 2"), refused::getMessage);
        assertTrue(refused.getMessage().contains("500 are needed"), refused::getMessage);
    }

    @Test
    void training_refuses_calls_that_were_known_before_they_happened() {
        List<String> events = events(5, false);
        events.add("""
                {"specversion":"1.0","id":"early","source":"made","type":"trip.called","subject":"trip/3-3","time":"2025-01-03T00:00:00Z","data":{"stop":"A","departed":"2025-01-04T03:00:00Z"}}""");

        var refused = assertThrows(
                NotForetold.class,
                () -> target.train(Given.chronicle(Given.vocabulary(), events), ORIGIN, at(80), Work.SILENT));

        assertTrue(refused.getMessage().contains("known before they happened; the first is early of trip/3-3"));
    }

    @Test
    void mistakes_in_a_declaration_are_told_all_at_once() {
        Mistakes mistakes = new Mistakes();
        String wrong = DECLARED.replace("before: 1h,", "before: soon,")
                .replace("{1h: before}", "{2h: befor}")
                .replace("trees: 60", "trees: many");

        new ArrivalTarget(DeclarationReader.read(new NamedText("arrival.forecast.yaml", wrong), mistakes));

        String told = mistakes.sorted().stream().map(Mistake::render).collect(Collectors.joining("\n"));
        assertTrue(told.contains("before must be a length of time, not soon."), told);
        assertTrue(told.contains("No fact is called befor."), told);
        assertTrue(told.contains("Maybe write before."), told);
        assertTrue(told.contains("trees must be a number from 1.0 to 10000.0, not many."), told);
    }

    private static Target target(String declared) {
        Mistakes mistakes = new Mistakes();
        Target target =
                new ArrivalTarget(DeclarationReader.read(new NamedText("arrival.forecast.yaml", declared), mistakes));
        assertEquals(List.of(), mistakes.sorted());
        return target;
    }

    private static byte[] bytes(ModelFile model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static long at(int day) {
        return ZoneDays.micros(START.plus(Duration.ofDays(day)));
    }

    private static Target.Span span(int fromDay, int untilDay) {
        return new Target.Span(at(fromDay), at(untilDay));
    }

    private static Chronicle line(long seed) {
        return line(seed, false);
    }

    private static Chronicle line(long seed, boolean chance) {
        return Given.chronicle(Given.vocabulary(), events(seed, chance));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 1, 1).plusDays(day);
    }

    private static List<LocalDate> days(List<Predicted.Withheld> withheld) {
        return withheld.stream().map(Predicted.Withheld::day).toList();
    }

    private static List<String> events(long seed, boolean chance) {
        return events(seed, chance, NEVER, NEVER);
    }

    /// @param chance every train is in time but for chance, which nobody can foretell
    /// @param change from this day on trains run seven minutes later than before
    /// @param broken from this day on they are ten times as irregular
    private static List<String> events(long seed, boolean chance, int change, int broken) {
        Random random = new Random(seed);
        List<String> events = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            double lost = random.nextInt(4) > 0 && !chance ? 10 + random.nextInt(20) : 0;
            for (int hour = 0; hour < 24; hour++) {
                Instant departure =
                        START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(hour * 60L + (day < change ? 0 : 7)));
                double late = lost + random.nextGaussian() * (day < broken ? 6 : 60);
                trip(events, day + "-" + hour, hour, departure, Math.max(0, (long) (late * 60)), (long) (late * 60));
            }
        }
        return events;
    }

    /// A train of the line, seconds late on leaving and on arriving.
    private static void trip(
            List<String> events, String trip, int number, Instant departure, long leftLate, long reachedLate) {
        Instant arrival = departure.plus(Duration.ofMinutes(40));
        Instant departed = departure.plusSeconds(leftLate);
        Instant arrived = arrival.plusSeconds(reachedLate);
        String calls = "[{\"stop\":\"A\",\"departure\":\"%s\"},{\"stop\":\"B\",\"arrival\":\"%s\"}]"
                .formatted(departure, arrival);
        String plan = "{\"operator\":\"N\",\"number\":\"%d\",\"kind\":\"train\",\"calls\":%s}".formatted(number, calls);
        events.add(event("plan", trip, "trip.planned", START.minus(Duration.ofDays(7)), plan));
        events.add(event(
                "out", trip, "trip.called", departed, "{\"stop\":\"A\",\"departed\":\"%s\"}".formatted(departed)));
        events.add(event("in", trip, "trip.called", arrived, "{\"stop\":\"B\",\"arrived\":\"%s\"}".formatted(arrived)));
    }

    private static String event(String id, String trip, String type, Instant time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s-%s\",\"source\":\"made\",\"type\":\"%s\",\"subject\":\"trip/%s\",\"time\":\"%s\",\"data\":%s}"
                .formatted(id, trip, type, trip, time, data);
    }
}
