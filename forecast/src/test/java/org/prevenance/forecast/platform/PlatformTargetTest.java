package org.prevenance.forecast.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.judge.Watched;
import org.prevenance.forecast.judge.WatchedDay;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Predicted;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;

class PlatformTargetTest {
    private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");
    private static final int DAY = 86_400;
    private static final int CHANGES = 60;
    private static final Target.Origin TESTS = new Target.Origin("tests", null);

    /// Eight numbers a day, each with its platform, of which one in twenty stops elsewhere. On day 60 minutes and
    /// platforms change, and the operator publishes none.
    private static Board eightTrains(int days) {
        return trains(8, days);
    }

    private static Board trains(int trains, int days) {
        Random random = new Random(7);
        Board board = new Board();
        for (int day = 0; day < days; day++) {
            for (int train = 0; train < trains; train++) {
                boolean elsewhere = random.nextDouble() < 0.05;
                int platform = (day < CHANGES ? train : train + 2) % 4 + 1;
                Instant arrival = arrival(day, train);
                String number = String.valueOf(100 + train);
                board.planned(number, arrival, "")
                        .called(number, arrival, String.valueOf(elsewhere ? platform % 4 + 1 : platform));
            }
        }
        return board;
    }

    private static Instant arrival(int day, int train) {
        int minute = day < CHANGES ? 10 : 25;
        return START.plusSeconds((long) day * DAY + (8 + train) * 3_600L + minute * 60L);
    }

    private static long micros(int day) {
        return ZoneDays.micros(START.plusSeconds((long) day * DAY));
    }

    @Test
    void a_habit_is_foretold_with_the_share_of_days_on_which_it_was_kept() {
        Trial trial = judged(CHANGES, 40, CHANGES);

        assertTrue(right(trial, 0, 40, CHANGES) > 0.9, () -> "right: " + right(trial, 0, 40, CHANGES));
        double said = 0;
        for (int row = 0; row < trial.rows(); row++) {
            said += trial.probability(row) / trial.rows();
        }
        assertEquals(right(trial, 0, 40, CHANGES), said, 0.04);
    }

    /// A day before, nobody could know; two days in, both are right again.
    @Test
    void a_change_of_timetable_is_followed_within_two_days() {
        Trial trial = judged(70, 40, 70);

        assertTrue(right(trial, 3, CHANGES, CHANGES + 1) < 0.2, "the last platform seen fails on the day itself");
        assertTrue(right(trial, 0, CHANGES + 2, CHANGES + 3) > 0.8);
        assertTrue(right(trial, 0, CHANGES + 2, 70) >= right(trial, 3, CHANGES + 2, 70));
    }

    private static Trial judged(int days, int from, int until) {
        return Board.target()
                .judge(eightTrains(days).chronicle(), new Target.Span(micros(from), micros(until)), null, Work.SILENT);
    }

    /// The share of right answers of a method on some days.
    private static double right(Trial trial, int method, int from, int until) {
        int first = (int) (START.getEpochSecond() / DAY) + from;
        int last = (int) (START.getEpochSecond() / DAY) + until;
        double asked = 0;
        double right = 0;
        for (int row = 0; row < trial.rows(); row++) {
            if (trial.day(row) >= first && trial.day(row) < last) {
                asked++;
                right += trial.said(method, row) == trial.truth(row) ? 1 : 0;
            }
        }
        return right / asked;
    }

    /// The facts of all questions until an instant, as texts.
    private static List<String> facts(Chronicle chronicle, long until) {
        List<String> told = new ArrayList<>();
        Walk walk = new Walk(
                chronicle,
                List.of(new Horizon("24h", Raw.DAY), new Horizon("2h", 2 * Raw.HOUR)),
                (call, horizon, at, facts) -> {
                    if (at <= until) {
                        StringBuilder text =
                                new StringBuilder().append(at).append(' ').append(horizon);
                        text.append(call.trip.subject).append(Arrays.toString(facts.rules()));
                        for (int platform = 0; platform < facts.platforms(); platform++) {
                            for (int fact = 0; fact < Fact.COUNT; fact++) {
                                text.append(' ').append(facts.value(platform, fact));
                            }
                        }
                        told.add(text.toString());
                    }
                });
        walk.until(Long.MAX_VALUE, Work.SILENT);
        return told;
    }

    @Test
    void what_becomes_known_later_changes_no_fact() {
        Instant now = START.plusSeconds(20L * DAY + 10 * 3_600);
        Board all = eightTrains(25);
        all.corrected("101", arrival(12, 1), "4", now.plusSeconds(1));
        Board known = new Board();
        all.lines.stream()
                .filter(line -> Instant.parse(line.replaceFirst(".*\"recordedtime\":\"([^\"]*)\".*", "$1"))
                                .compareTo(now)
                        <= 0)
                .forEach(known.lines::add);

        List<String> asKnown = facts(known.chronicle(), ZoneDays.micros(now));

        assertTrue(asKnown.size() > 200, () -> "questions: " + asKnown.size());
        assertEquals(asKnown, facts(all.chronicle(), ZoneDays.micros(now)));
    }

    /// The test above can fail: had the correction been known a moment earlier, the facts would be others.
    @Test
    void what_was_known_in_time_does_change_facts() {
        Instant now = START.plusSeconds(20L * DAY + 7 * 3_600);
        Board before = eightTrains(25);
        Board after = eightTrains(25).corrected("101", arrival(19, 1), "4", now.minusSeconds(3_600));

        assertFalse(
                facts(before.chronicle(), ZoneDays.micros(now)).equals(facts(after.chronicle(), ZoneDays.micros(now))));
    }

    @Test
    void a_corrected_platform_counts_as_corrected() {
        Board board = new Board()
                .planned("7", arrival(0, 0), "")
                .called("7", arrival(0, 0), "1")
                .corrected("7", arrival(0, 0), "3", arrival(0, 0).plusSeconds(7_200))
                .planned("7", arrival(1, 0), "");
        List<Integer> last = new ArrayList<>();
        new Walk(
                        board.chronicle(),
                        List.of(new Horizon("2h", 2 * Raw.HOUR)),
                        (call, _, _, facts) -> last.add(facts.rule(Rule.SLOT_LAST)))
                .until(Long.MAX_VALUE, Work.SILENT);

        assertEquals(List.of(1), last, "the second platform that was heard of: 3");
    }

    @Test
    void what_the_operator_has_announced_is_not_foretold() {
        Board board = eightTrains(30);
        board.planned("104", arrival(30, 4), "")
                .announced("104", arrival(30, 4), "2", arrival(30, 4).minusSeconds(3 * 3_600));
        board.planned("106", arrival(30, 6), "");
        ModelFile model = allowing("2h");

        List<Foretold> foretold = Board.target()
                .predict(board.chronicle(), model, new Target.Span(micros(30), micros(31)), Work.SILENT)
                .made();

        assertEquals(
                List.of("trip/106-2025-05-31"),
                foretold.stream().map(Foretold::subject).toList());
        assertEquals("3", foretold.getFirst().data().get("platform"));
        assertEquals(
                ZoneDays.micros(arrival(30, 6)) - 2 * Raw.HOUR,
                foretold.getFirst().at());
    }

    @Test
    void where_the_judge_did_not_allow_it_nothing_is_foretold() {
        Chronicle chronicle = eightTrains(31).chronicle();
        Target.Span span = new Target.Span(micros(30), micros(31));

        assertEquals(
                List.of(),
                Board.target()
                        .predict(chronicle, allowing("20m"), span, Work.SILENT)
                        .made());
        assertEquals(
                8,
                Board.target()
                        .predict(chronicle, allowing("2h"), span, Work.SILENT)
                        .made()
                        .size());
    }

    /// Twelve numbers a day, whose minutes and platforms change on day 60. A day ahead the day of the change is asked
    /// about on the day before.
    @Test
    void on_the_first_days_of_a_new_timetable_nothing_is_foretold() {
        Chronicle chronicle = trains(12, 66).chronicle();
        ModelFile model = allowing("24h", trains(12, 55), 55);

        Predicted told = Board.target().predict(chronicle, model, new Target.Span(micros(55), micros(65)), Work.SILENT);

        LocalDate change = LocalDate.of(2025, 5, 1).plusDays(CHANGES);
        assertEquals(
                List.of(change, change.plusDays(1)),
                told.withheld().stream().map(Predicted.Withheld::day).toList());
        assertEquals(12, told.withheld().getFirst().forecasts());
        assertEquals("plan-changed", told.withheld().getFirst().why().code());
        assertEquals(8 * 12, told.made().size());
        assertTrue(told.made().stream().noneMatch(one -> one.subject().endsWith(change.toString())));
        for (int until : new int[] {59, 60, 61, 62}) {
            assertEquals(
                    told.made().stream().filter(one -> one.at() < micros(until)).toList(),
                    Board.target()
                            .predict(
                                    chronicle.until(micros(until) - 1),
                                    model,
                                    new Target.Span(micros(55), micros(until)),
                                    Work.SILENT)
                            .made());
        }
    }

    /// The page that judge writes and the forecasts that are made say the same.
    @Test
    void what_the_judge_says_of_a_day_is_what_is_withheld() {
        Chronicle chronicle = trains(12, 66).chronicle();
        ModelFile model = allowing("2h", trains(12, 55), 55);
        Target.Span span = new Target.Span(micros(55), micros(65));

        Watched watched = Judged.of(Label.of("platform"), Board.target().judge(chronicle, span, model, Work.SILENT))
                .watched();

        assertEquals(
                Board.target().predict(chronicle, model, span, Work.SILENT).withheld().stream()
                        .map(Predicted.Withheld::day)
                        .toList(),
                watched.days().stream()
                        .filter(day -> day.silence() != null)
                        .map(WatchedDay::date)
                        .toList());
    }

    /// The model of thirty days, allowed at one horizon.
    private static ModelFile allowing(String horizon) {
        return allowing(horizon, eightTrains(30), 30);
    }

    private static ModelFile allowing(String horizon, Board board, int until) {
        ModelFile learnt = Board.target().train(board.chronicle(), TESTS, micros(until), Work.SILENT);
        return new ModelFile(
                learnt.provenance()
                        .judged(Map.of(), List.of(new Provenance.Verdict(horizon, "Bourg", true, "in this test"))),
                new TreeMap<>(learnt.parts()));
    }

    @Test
    void the_same_events_make_the_same_model_to_the_byte() {
        ModelFile one = Board.target().train(eightTrains(40).chronicle(), TESTS, micros(40), Work.SILENT);
        ModelFile other = Board.target().train(eightTrains(40).chronicle(), TESTS, micros(40), Work.SILENT);

        assertEquals(new String(one.part(Model.PART)), new String(other.part(Model.PART)));
        assertEquals(one.provenance(), other.provenance());
    }

    @Test
    void too_few_trains_are_refused_with_the_reason() {
        NotForetold refused = assertThrows(
                NotForetold.class,
                () -> Board.target().train(eightTrains(5).chronicle(), TESTS, Long.MAX_VALUE, Work.SILENT));

        assertTrue(String.valueOf(refused.getMessage()).endsWith("""
                                100 are needed to learn.
                                Maybe trip.called events name no platform, or the plans became known too late for this horizon."""), refused::getMessage);
    }

    @Test
    void a_model_is_not_judged_on_days_that_it_learnt_from() {
        Chronicle chronicle = eightTrains(40).chronicle();
        ModelFile model = Board.target().train(chronicle, TESTS, micros(40), Work.SILENT);

        assertThrows(
                NotForetold.class,
                () -> Board.target().judge(chronicle, new Target.Span(micros(30), micros(40)), model, Work.SILENT));
    }

    @Test
    void horizons_are_lengths_of_time_the_longest_first() {
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Board.target("""
                                forecast: platform
                                purpose: service
                                target: platform
                                horizons: [2h, 24h, soon]
                                """))
                .getMessage());

        assertTrue(said.contains("The longest horizon stands first."), said);
        assertTrue(said.contains("A horizon must be a length of time, not soon."), said);
    }
}
