package org.prevenance.forecast.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A small network: 120 trains on weekdays, 60 at the week's end, each with its habit of being late. The forecast says
/// the habit.
class WatchTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final int CHANGE = 100; // 10 December 2025, a Wednesday
    private static final int NEVER = Integer.MAX_VALUE;

    /// @param change the day on which all trains get other times and other habits
    /// @param broken the day on which the forecast begins to err twice as much, the timetable being the same
    /// @param storms share of days on which all are later than usual by half an hour
    private static Trial network(long seed, int days, int change, int broken, double storms) {
        var random = new Random(seed);
        Trial trial = new Trial(
                "arrival", Scale.Minutes.ARRIVAL, List.of(Label.FORECAST, Label.PROMISE), List.of(Label.of("2h")));
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            double storm = random.nextDouble() < storms ? 30 : 0;
            for (int train = 0; train < (weekend ? 60 : 120); train++) {
                boolean changed = day >= change;
                int minute = 300 + train * 8 + (changed ? 3 + train % 5 : 0);
                double usual = 5 + train % 20;
                double habit = changed ? 24 - train % 20 : usual;
                double late = habit + storm + random.nextGaussian() * (day >= broken ? 12 : 6);
                boolean learnt = !changed || day >= change + 2;
                double said = learnt ? habit : usual;
                trial.add(0, date, "2h", "line " + train % 3, late, new double[] {said, 0})
                        .interval(said - 8, said + 8)
                        .habit("%d %d".formatted(1000 + train, minute));
            }
        }
        return trial;
    }

    @Test
    void a_new_timetable_is_noticed_on_its_first_day_and_familiar_two_days_later() {
        Watched watched = Watch.watched(network(1, 130, CHANGE, NEVER, 0.05));

        LocalDate day = FIRST.plusDays(CHANGE);
        WatchedDay first = watched.alarming().getFirst();
        assertEquals(day, first.date());
        var alarm = assertInstanceOf(Alarm.PlanChanged.class, first.alarms().getFirst());
        assertEquals(1, alarm.unfamiliar());
        assertEquals(0, alarm.usual());
        Reason reason = notNull(watched.silence(day));
        assertEquals(
                "l’horaire a changé le 10 décembre 2025\u00a0: 100\u00a0% de ce qui est prévu est nouveau",
                reason.fr());
        assertEquals("the timetable changed on 10 December 2025: 100% of what is planned is new", reason.en());
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(day.plusDays(1)));
    }

    @Test
    void a_plan_alone_is_enough_so_it_is_known_in_the_morning() {
        var watch = new Watch();
        IntStream.range(0, 40)
                .forEach(day -> IntStream.range(0, 50)
                        .forEach(train ->
                                watch.planned(FIRST.plusDays(day), "train " + train + (day >= 30 ? " later" : ""))));

        Watched watched = watch.watched();

        assertTrue(Double.isNaN(watched.days().getFirst().unfamiliar()));
        assertEquals(0, watched.days().get(20).unfamiliar());
        assertNull(watched.silence(FIRST.plusDays(29)));
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(FIRST.plusDays(30)));
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(FIRST.plusDays(31)));
        assertNull(watched.silence(FIRST.plusDays(32)));
        assertNull(watched.silence(FIRST.plusDays(99)));
        assertNull(watched.silence(FIRST.minusDays(1)));
    }

    @Test
    void a_third_of_the_plan_being_new_is_told_but_the_other_habits_still_serve() {
        var watch = new Watch();
        IntStream.range(0, 31)
                .forEach(day -> IntStream.range(0, 60)
                        .forEach(train -> watch.planned(
                                FIRST.plusDays(day), "train " + train + (day == 30 && train < 20 ? " later" : ""))));

        Watched watched = watch.watched();

        assertEquals(
                List.of(new Alarm.PlanChanged(1 / 3.0, 0)),
                watched.alarming().getFirst().alarms());
        assertNull(watched.silence(FIRST.plusDays(30)));
    }

    @Test
    void a_forecast_that_errs_more_is_silent_from_the_next_day_until_all_is_as_usual() {
        Watched watched = Watch.watched(network(3, 130, NEVER, CHANGE, 0));

        List<LocalDate> alarmed =
                watched.alarming().stream().map(WatchedDay::date).toList();
        LocalDate noticed = alarmed.getFirst();
        assertTrue(!noticed.isBefore(FIRST.plusDays(CHANGE)), "noticed on " + noticed);
        assertTrue(!noticed.isAfter(FIRST.plusDays(CHANGE + 1)), "noticed on " + noticed);
        assertNull(watched.silence(noticed));
        assertNotNull(watched.silence(noticed.plusDays(1)));
        assertNotNull(watched.silence(FIRST.plusDays(130)), "it never recovered");
    }

    @Test
    void a_quiet_year_raises_hardly_an_alarm() {
        int alarms = 0;
        for (long seed = 0; seed < 10; seed++) {
            alarms += Watch.watched(network(seed, 365, NEVER, NEVER, 0))
                    .alarming()
                    .size();
        }

        assertTrue(alarms <= 5, alarms + " alarms in ten years");
    }

    @Test
    void the_order_in_which_it_is_told_means_nothing() {
        var forwards = new Watch();
        var backwards = new Watch();
        for (int i = 0; i < 3_000; i++) {
            tell(forwards, i);
            tell(backwards, 2_999 - i);
        }

        assertEquals(forwards.watched(), backwards.watched());
    }

    private static void tell(Watch watch, int i) {
        LocalDate day = FIRST.plusDays(i % 60);
        watch.planned(day, "train " + i % 50);
        watch.answered(day, i % 7 * 1.1, i % 11 * 1.3);
        watch.covered(day, i % 5 > 0);
    }

    private static Reason notNull(Reason reason) {
        assertNotNull(reason);
        return reason;
    }
}
