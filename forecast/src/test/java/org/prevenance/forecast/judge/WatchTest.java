package org.prevenance.forecast.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prevenance.event.ZoneDays;

/// A small network: 120 trains on weekdays, 60 at the week's end, each with its habit of being late. The forecast says
/// the habit. Each day's plan is known two days before.
class WatchTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final int CHANGE = 100; // 10 December 2025, a Wednesday
    private static final int NEVER = Integer.MAX_VALUE;

    /// @param change the day on which all trains get other times and other habits
    /// @param broken the day on which the forecast begins to err by half an hour, the timetable being the same
    /// @param storms share of days on which all are later than usual by half an hour
    private static Watch network(long seed, int days, int change, int broken, double storms) {
        var random = new Random(seed);
        var watch = new Watch();
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            double storm = random.nextDouble() < storms ? 30 : 0;
            for (int train = 0; train < (weekend ? 60 : 120); train++) {
                boolean changed = day >= change;
                int minute = 300 + train * 8 + (changed ? 3 + train % 5 : 0);
                double usual = 5 + train % 20;
                double habit = changed ? 24 - train % 20 : usual;
                double late = habit + storm + random.nextGaussian() * 6;
                boolean learnt = !changed || day >= change + 2;
                double said = (learnt ? habit : usual) + (day >= broken ? 30 : 0);
                watch.planned(day(day) - 2, (long) day << 8 | train, day(day), Watch.habit(1000 + train, minute));
                watch.answered(day(day), Math.abs(said - late), Math.abs(late));
                watch.covered(day(day), said - 8 <= late && late <= said + 8);
            }
        }
        return watch;
    }

    private static long day(int day) {
        return FIRST.toEpochDay() + day;
    }

    private static Watched watched(Watch watch, int days) {
        return watch.watched(FIRST, FIRST.plusDays(days));
    }

    @Test
    void a_new_timetable_is_noticed_on_its_first_day_and_familiar_two_days_later() {
        Watched watched = watched(network(1, 130, CHANGE, NEVER, 0.05), 130);

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

    /// Who asks a day ahead asks about another plan than that of the day.
    @Test
    void a_day_that_is_asked_about_the_day_before_is_judged_by_its_own_plan() {
        Watched watched = watched(trains(40, 50, 30, 50), 40);
        LocalDate change = FIRST.plusDays(30);

        assertNull(watched.silence(change.minusDays(1)));
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(change.minusDays(1), change));
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(change, change.plusDays(1)));
        assertNull(watched.silence(change.plusDays(1), change.plusDays(2)));
        // of a train of yesterday that has not come yet, by the plan of yesterday
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(change.plusDays(2), change.plusDays(1)));
        assertNull(watched.silence(change.minusDays(2), change), "not yet known when that day began");
    }

    @Test
    void a_plan_alone_is_enough_so_it_is_known_in_the_morning() {
        Watched watched = watched(trains(40, 50, 30, 50), 40);

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
        Watched watched = watched(trains(31, 60, 30, 20), 31);

        assertEquals(
                List.of(new Alarm.PlanChanged(1 / 3.0, 0)),
                watched.alarming().getFirst().alarms());
        assertNull(watched.silence(FIRST.plusDays(30)));
    }

    /// The same trains every day, known two days before; from a day on some run at other times.
    private static Watch trains(int days, int trains, int change, int changed) {
        var watch = new Watch();
        for (int day = 0; day < days; day++) {
            for (int train = 0; train < trains; train++) {
                boolean other = day >= change && train < changed;
                watch.planned(day(day) - 2, day * 100L + train, day(day), Watch.habit(train, other ? 1 : 0));
            }
        }
        return watch;
    }

    @Test
    void a_plan_that_is_taken_back_in_time_counts_no_more() {
        Watch watch = trains(30, 50, NEVER, 0);
        for (int train = 0; train < 50; train++) {
            watch.planned(day(29), 3_000 + train, day(30), Watch.habit(train, 1));
            watch.planned(day(29), 3_000 + train, day(30), Watch.habit(train, 0));
            watch.planned(day(29), 9_000 + train, day(30), Watch.habit(train, 2));
            watch.dropped(day(29), 9_000 + train);
        }

        Watched watched = watched(watch, 31);

        assertEquals(50, watched.days().getLast().planned());
        assertEquals(0, watched.days().getLast().unfamiliar());
        assertEquals(List.of(), watched.alarming());
    }

    @Test
    void what_becomes_known_after_a_day_began_changes_nothing_for_that_day() {
        Watch watch = trains(30, 50, NEVER, 0);
        for (int train = 0; train < 50; train++) {
            watch.planned(day(29), 3_000 + train, day(30), Watch.habit(train, 0));
        }
        for (int train = 0; train < 50; train++) {
            watch.planned(day(30), 3_000 + train, day(30), Watch.habit(train, 1));
            watch.planned(day(30), 4_000 + train, day(31), Watch.habit(train, 1));
        }

        Watched watched = watched(watch, 32);

        assertNull(watched.silence(FIRST.plusDays(30)));
        assertNull(watched.silence(FIRST.plusDays(30), FIRST.plusDays(31)));
        assertInstanceOf(Reason.PlanChanged.class, watched.silence(FIRST.plusDays(31)));
    }

    @Test
    void what_becomes_known_at_the_start_of_a_day_is_known_as_it_begins() {
        ZoneDays paris = new ZoneDays(ZoneId.of("Europe/Paris"));
        long start = paris.start(day(30));

        assertEquals(day(29), Watch.knownOn(paris, start));
        assertEquals(day(30), Watch.knownOn(paris, start + 1));
    }

    @Test
    void plans_are_told_in_the_order_in_which_they_became_known() {
        Watch watch = trains(2, 1, NEVER, 0);

        var refused = assertThrows(IllegalArgumentException.class, () -> watch.planned(day(-2), 7, day(1), 7));

        assertTrue(refused.getMessage().contains("Tell plans in the order"), refused::getMessage);
    }

    /// The law that lets the past be replayed: what comes later does not change what was silent before, and where one
    /// begins to look does not either.
    @Test
    void a_shorter_run_is_silent_on_the_same_days() {
        Watched all = watched(network(5, 160, CHANGE, 130, 0.05), 160);

        assertTrue(all.days().stream().anyMatch(day -> day.silence() instanceof Reason.ErrsMore));
        for (int days : new int[] {40, CHANGE - 1, CHANGE, CHANGE + 1, 131, 135, 150}) {
            Watched shorter = watched(network(5, days, CHANGE, 130, 0.05), days);
            assertEquals(all.days().subList(0, days), shorter.days(), "until day " + days);
            Watched later = network(5, 160, CHANGE, 130, 0.05).watched(FIRST.plusDays(days), FIRST.plusDays(160));
            assertEquals(all.days().subList(days, 160), later.days(), "from day " + days);
            assertEquals(
                    all.silence(FIRST.plusDays(days), FIRST.plusDays(days + 1L)),
                    later.silence(FIRST.plusDays(days), FIRST.plusDays(days + 1L)));
        }
    }

    @Test
    void a_forecast_that_errs_more_is_silent_from_the_next_day_until_all_is_as_usual() {
        Watched watched = watched(network(3, 130, NEVER, CHANGE, 0), 130);

        List<LocalDate> alarmed =
                watched.alarming().stream().map(WatchedDay::date).toList();
        LocalDate noticed = alarmed.getFirst();
        assertTrue(!noticed.isBefore(FIRST.plusDays(CHANGE)), "noticed on " + noticed);
        assertTrue(!noticed.isAfter(FIRST.plusDays(CHANGE + 1)), "noticed on " + noticed);
        assertNull(watched.silence(noticed));
        assertNotNull(watched.silence(noticed.plusDays(1)));
        assertNotNull(watched.next(), "it never recovered");
    }

    /// Twice its usual error, but still half of that of the promise; the intervals miss half as often again.
    @Test
    void a_forecast_that_errs_more_and_still_beats_the_promise_is_told_of_but_not_silenced() {
        var watch = new Watch();
        for (int day = 0; day < 60; day++) {
            for (int train = 0; train < 100; train++) {
                boolean worse = day >= 40;
                watch.answered(day(day), (worse ? 10 : 5) + day % 3 * 0.1, 20);
                watch.covered(day(day), train % 10 >= (worse ? 3 : 2));
            }
        }

        Watched watched = watched(watch, 60);

        assertEquals(
                List.of("ErrsMore", "CoversLess"),
                watched.alarming().stream()
                        .flatMap(day -> day.alarms().stream())
                        .map(alarm -> alarm.getClass().getSimpleName())
                        .toList());
        assertTrue(watched.days().stream().allMatch(day -> day.silence() == null));
        assertNull(watched.next());
    }

    @Test
    void a_quiet_year_raises_hardly_an_alarm() {
        int alarms = 0;
        for (long seed = 0; seed < 10; seed++) {
            alarms +=
                    watched(network(seed, 365, NEVER, NEVER, 0), 365).alarming().size();
        }

        assertTrue(alarms <= 5, alarms + " alarms in ten years");
    }

    @Test
    void the_order_in_which_answers_are_told_means_nothing() {
        var forwards = new Watch();
        var backwards = new Watch();
        for (int i = 0; i < 3_000; i++) {
            tell(forwards, i);
            tell(backwards, 2_999 - i);
        }

        assertEquals(watched(forwards, 60), watched(backwards, 60));
    }

    private static void tell(Watch watch, int i) {
        watch.answered(day(i % 60), i % 7 * 1.1, i % 11 * 1.3);
        watch.covered(day(i % 60), i % 5 > 0);
    }

    private static Reason notNull(Reason reason) {
        assertNotNull(reason);
        return reason;
    }
}
