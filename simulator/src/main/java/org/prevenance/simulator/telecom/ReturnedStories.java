package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Equipment given back and billed all the same: the story that the project exists for.
final class ReturnedStories {
    private static final String SIGNAL = "telecom/returned-but-billed";
    private static final long SOON = 5400;

    private ReturnedStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(
                        SIGNAL,
                        "trial-given-back",
                        120,
                        "given back after a trial, billed on",
                        ReturnedStories::trialGivenBack),
                Story.trouble(
                        SIGNAL,
                        "given-back-after-years",
                        150,
                        "given back after years, billed on",
                        ReturnedStories::givenBackAfterYears),
                Story.trouble(
                        SIGNAL,
                        "return-recorded-late",
                        180,
                        "the shop records the return weeks later, bills went on",
                        ReturnedStories::recordedLate),
                Story.trouble(
                        SIGNAL,
                        "refunded-then-ended",
                        180,
                        "two bills after the return, paid back, then the contract ends",
                        ReturnedStories::refundedThenEnded),
                Story.nearMiss(SIGNAL, "box-replaced", 90, "another box came the same day", ReturnedStories::replaced),
                Story.nearMiss(
                        SIGNAL,
                        "ended-before-next-bill",
                        120,
                        "the contract ended before the next bill",
                        ReturnedStories::endedBeforeNextBill),
                Story.nearMiss(
                        SIGNAL,
                        "one-of-two-boxes-returned",
                        120,
                        "the other box is still there",
                        ReturnedStories::oneOfTwo),
                Story.nearMiss(
                        SIGNAL,
                        "returned-on-the-bill's-first-day",
                        120,
                        "the last bill begins on the day of the return, not after it",
                        ReturnedStories::onFirstDay),
                Story.nearMiss(
                        SIGNAL,
                        "bill-retracted-before-it-came",
                        150,
                        "the wrong bill was taken back before anybody knew of it",
                        ReturnedStories::retractedFirst));
    }

    private static void trialGivenBack(Plan plan) {
        plan.startsOn(plan.dayWithin(10_001, 2, plan.frame.days() / 4));
        givenBack(plan, plan.startDay + plan.dice.between(10_002, 10, 25), SOON);
    }

    private static void givenBackAfterYears(Plan plan) {
        givenBack(plan, plan.dayWithin(10_001, 30, plan.frame.days() - 90), SOON);
    }

    private static void recordedLate(Plan plan) {
        int day = plan.dayWithin(10_001, 30, plan.frame.days() - 120);
        plan.home.exact = true;
        givenBack(plan, day, plan.dice.between(10_003, 45, 60) * (long) EventLine.DAY_SECONDS);
    }

    private static void givenBack(Plan plan, int day, long recordedAfter) {
        long known = returns(plan, day, recordedAfter);
        List<Bill> wrong = plan.billsAfter(day);
        plan.expected = Expected.at(Math.max(known, wrong.getFirst().known())).harm(Plan.sum(wrong));
    }

    /// Two wrong bills, paid back in full, and only then does the contract end.
    private static void refundedThenEnded(Plan plan) {
        int day = plan.dayWithin(10_001, 30, plan.frame.days() - 120);
        Bill second = plan.bills().get(plan.bills().indexOf(plan.billAfter(day)) + 1);
        plan.bills().removeIf(bill -> bill.from() > second.from());
        long known = returns(plan, day, SOON);
        List<Bill> wrong = plan.billsAfter(day);
        int settled = Frame.dayOf(second.known()) + 5;
        plan.refund(settled, Plan.sum(wrong));
        long ended = plan.end(settled + 2, 120, "settled");
        plan.expected = Expected.at(Math.max(known, wrong.getFirst().known()))
                .closedAt(ended)
                .harm(0);
    }

    private static void replaced(Plan plan) {
        int day = plan.dayWithin(10_001, 20, plan.frame.days() - 40);
        plan.install(2, Frame.hour(day, 11), Frame.hour(day, 11) + 300);
        plan.giveBack(1, day, SOON, "replaced");
        plan.home.secondBoxFrom = day;
    }

    private static void endedBeforeNextBill(Plan plan) {
        Bill last = plan.bills().get(2);
        plan.bills().removeIf(bill -> bill.from() > last.from());
        int day = last.from() + 5;
        returns(plan, day, SOON);
        plan.end(day + 2, 120, "leaves");
    }

    private static void oneOfTwo(Plan plan) {
        plan.secondBoxAtStart = true;
        plan.home.bothBoxes = true;
        int day = plan.dayWithin(10_001, 30, plan.frame.days() - 60);
        plan.giveBack(1, day, SOON, "not needed");
        plan.home.secondBoxFrom = day;
    }

    private static void onFirstDay(Plan plan) {
        Bill last = plan.bills().get(2);
        plan.bills().removeIf(bill -> bill.from() > last.from());
        returns(plan, last.from(), SOON);
        plan.end(last.from() + 10, 120, "leaves");
    }

    /// The mistaken bill is taken back before the export even learns of it.
    private static void retractedFirst(Plan plan) {
        Bill mistaken = plan.bills().get(3);
        plan.bills().removeIf(bill -> bill.from() >= mistaken.from());
        returns(plan, mistaken.from() - 4, SOON);
        String id = plan.issue(mistaken.knownAt(mistaken.known() + 6 * EventLine.DAY_SECONDS));
        plan.retract(id, mistaken, mistaken.known() + 2 * EventLine.DAY_SECONDS);
        plan.end(mistaken.from() + 10, 120, "leaves");
    }

    private static long returns(Plan plan, int day, long recordedAfter) {
        plan.home.to = day - 1;
        plan.home.backKnown = plan.giveBack(1, day, recordedAfter, "given back");
        return plan.home.backKnown;
    }
}
