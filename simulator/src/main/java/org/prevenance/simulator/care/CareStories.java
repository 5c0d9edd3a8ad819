package org.prevenance.simulator.care;

import java.util.List;
import org.prevenance.simulator.world.Contact;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Story;

/// Calls that lead nowhere.
final class CareStories {
    private static final String HUNG_UP = "care/hung-up-waiting";
    private static final String AGAIN = "care/asks-again";
    private static final String AROUND = "care/sent-around";
    private static final int WAIT = 1_250;
    private static final String SOLVED = "the third contact on one topic, until it is solved";

    private CareStories() {}

    static List<Story<Caller>> all() {
        return List.of(
                Story.trouble(HUNG_UP, "twice-in-a-morning", 30, "hung up twice, and nobody called back", plan -> {
                    plan.expected = Expected.at(hangsUpTwice(plan, day(plan)).known());
                }),
                Story.trouble(HUNG_UP, "then-answered", 30, "answered two days later", CareStories::thenAnswered),
                Story.nearMiss(HUNG_UP, "once", 30, "hung up once", plan -> {
                    hangsUp(plan, day(plan), 9);
                }),
                Story.nearMiss(HUNG_UP, "eight-days-apart", 30, "not within seven days", plan -> {
                    int day = day(plan);
                    hangsUp(plan, day, 9);
                    hangsUp(plan, day + 8, 9);
                }),
                Story.nearMiss(
                        HUNG_UP, "answered-between", 30, "answered between the two", CareStories::answeredBetween),
                Story.trouble(AGAIN, "three-times", 40, "three calls on one topic, none solved it", plan -> {
                    int day = day(plan);
                    asks(plan, day, "wifi", false);
                    asks(plan, day + 4, "wifi", false);
                    asks(plan, day + 9, "wifi", false);
                    plan.expected = Expected.on(day + 9);
                }),
                Story.trouble(AGAIN, "the-fourth-solves", 40, "the fourth call solved it", CareStories::fourthSolves),
                Story.nearMiss(AGAIN, "three-topics", 40, "three calls on three topics", plan -> {
                    int day = day(plan);
                    asks(plan, day, "wifi", false);
                    asks(plan, day + 2, "tv", false);
                    asks(plan, day + 5, "number", false);
                }),
                Story.nearMiss(AGAIN, "over-three-weeks", 40, "never three within fourteen days", plan -> {
                    int day = day(plan);
                    asks(plan, day, "wifi", false);
                    asks(plan, day + 8, "wifi", false);
                    asks(plan, day + 16, "wifi", false);
                }),
                Story.trouble(AROUND, "transferred-twice", 30, "transferred twice, and not solved", plan -> {
                    plan.expected = Expected.at(transferred(plan, 2, false).known());
                }),
                Story.nearMiss(AROUND, "transferred-once", 30, "transferred once", plan -> {
                    transferred(plan, 1, false);
                }),
                Story.nearMiss(AROUND, "solved-in-the-end", 30, "transferred twice, and solved", plan -> {
                    transferred(plan, 2, true);
                }),
                Story.trouble(AROUND, "wrong-desk", 30, "put through to a desk for something else", plan -> {
                    plan.expected = Expected.on(answeredAt(plan, Care.ENERGY_DESK));
                }),
                Story.nearMiss(AROUND, "right-desk", 30, "put through to the right desk", plan -> {
                    answeredAt(plan, Care.INTERNET_DESK);
                }));
    }

    private static Contact hangsUpTwice(Caller plan, int day) {
        hangsUp(plan, day, 9);
        return hangsUp(plan, day, 11);
    }

    private static void thenAnswered(Caller plan) {
        int day = day(plan);
        long known = hangsUpTwice(plan, day).known();
        Contact third = plan.calls(day + 2, 10, "wifi").received();
        long asked = third.known();
        plan.expected =
                Expected.at(known).closedAt(third.answered(60, plan.agent()).known());
        long solved = third.closed(7, true, 0).known();
        plan.alsoFound(
                AGAIN,
                plan.subject(),
                "third-solves",
                SOLVED,
                Expected.at(asked).closedAt(solved));
    }

    private static void answeredBetween(Caller plan) {
        int day = day(plan);
        hangsUp(plan, day, 9);
        plan.calls(day + 1, 10, "wifi").answered(60, plan.agent()).closed(7, true, 0);
        Contact third = plan.calls(day + 3, 9, "wifi").received();
        long asked = third.known();
        third.abandoned(WAIT);
        plan.alsoFound(AGAIN, plan.subject(), "asked-once-more", "solved, and asked again", Expected.at(asked));
    }

    private static Contact hangsUp(Caller plan, int day, int hour) {
        return plan.calls(day, hour, "wifi").abandoned(WAIT);
    }

    private static void fourthSolves(Caller plan) {
        int day = day(plan);
        asks(plan, day, "wifi", false);
        asks(plan, day + 3, "wifi", false);
        asks(plan, day + 6, "wifi", false);
        plan.expected =
                Expected.on(day + 6).closedAt(asks(plan, day + 8, "wifi", true).known());
    }

    private static Contact asks(Caller plan, int day, String topic, boolean solved) {
        return plan.calls(day, 10, topic).answered(95, plan.agent()).closed(11, solved, 0);
    }

    private static Contact transferred(Caller plan, int times, boolean solved) {
        return plan.calls(day(plan), 10, "installation")
                .answered(95, plan.agent())
                .closed(26, solved, times);
    }

    /// @return the day
    private static int answeredAt(Caller plan, String desk) {
        int day = day(plan);
        plan.calls(day, 10, "installation")
                .product("internet")
                .answered(95, plan.agent(), desk)
                .closed(12, false, 0);
        return day;
    }

    /// Nothing else is told of these people's calls; so they complain by letter.
    private static int day(Caller plan) {
        plan.person.calls = false;
        int earliest = Math.max(0, plan.person.since - plan.frame.first()) + 5;
        return plan.dayWithin(7_001, earliest, plan.frame.days() - 20);
    }
}
