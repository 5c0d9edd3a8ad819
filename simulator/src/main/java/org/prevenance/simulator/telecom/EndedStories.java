package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Contracts that ended and are billed all the same.
final class EndedStories {
    private static final String SIGNAL = "telecom/billed-after-end";

    private EndedStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(SIGNAL, "billed-on", 120, "the contract ended and bills went on", EndedStories::billedOn),
                Story.trouble(
                        SIGNAL,
                        "end-recorded-late",
                        180,
                        "the letter lay in a tray for weeks, bills went on",
                        EndedStories::recordedLate),
                Story.trouble(
                        SIGNAL,
                        "refunded-in-full",
                        150,
                        "one bill too many, paid back in full",
                        EndedStories::refundedInFull),
                Story.trouble(
                        SIGNAL,
                        "refunded-in-part",
                        150,
                        "one bill too many, half of it paid back",
                        EndedStories::refundedInPart),
                Story.nearMiss(
                        SIGNAL, "final-bill", 120, "the last bill began before the end", EndedStories::finalBill),
                Story.nearMiss(
                        SIGNAL,
                        "bill-from-the-last-day",
                        120,
                        "the last bill begins on the day of the end, not after it",
                        EndedStories::billFromLastDay),
                Story.nearMiss(
                        SIGNAL,
                        "retracted-before-it-came",
                        150,
                        "the wrong bill was taken back before anybody knew of it",
                        EndedStories::retractedFirst),
                Story.nearMiss(
                        SIGNAL,
                        "period-corrected-before-it-came",
                        150,
                        "the corrected bill is for days before the end",
                        EndedStories::correctedFirst));
    }

    private static void billedOn(Plan plan) {
        int day = plan.dayWithin(11_001, 40, plan.frame.days() - 70);
        long known = leaves(plan, day, 300, 5);
        expectAfter(plan, day, known);
    }

    /// The customer's letter lies in a tray for six weeks; the box comes back after that.
    private static void recordedLate(Plan plan) {
        int day = plan.dayWithin(11_001, 40, plan.frame.days() - 130);
        int late = plan.dice.between(11_002, 40, 55);
        long known = leaves(plan, day, late * (long) EventLine.DAY_SECONDS, late + 5);
        expectAfter(plan, day, known);
    }

    private static void refundedInFull(Plan plan) {
        Bill wrong = oneWrongBill(plan);
        long refunded = plan.refund(Frame.dayOf(wrong.known()) + plan.dice.between(11_003, 4, 20), wrong.cents());
        plan.expected = Expected.at(wrong.known()).closedAt(refunded).harm(wrong.cents());
    }

    private static void refundedInPart(Plan plan) {
        Bill wrong = oneWrongBill(plan);
        long part = wrong.cents() / 2;
        plan.refund(Frame.dayOf(wrong.known()) + plan.dice.between(11_003, 4, 20), part);
        plan.expected = Expected.at(wrong.known()).harm(wrong.cents() - part);
    }

    private static void finalBill(Plan plan) {
        Bill last = lastBill(plan);
        leaves(plan, last.from() + 1, 300, 4);
    }

    private static void billFromLastDay(Plan plan) {
        Bill last = lastBill(plan);
        leaves(plan, last.from(), 300, 4);
    }

    private static void retractedFirst(Plan plan) {
        Bill mistaken = lastBill(plan);
        plan.bills().remove(mistaken);
        leaves(plan, mistaken.from() - 3, 300, 5);
        String id = plan.issue(mistaken.knownAt(mistaken.known() + 5 * EventLine.DAY_SECONDS));
        plan.retract(id, mistaken, mistaken.known() + EventLine.DAY_SECONDS);
    }

    private static void correctedFirst(Plan plan) {
        Bill mistaken = lastBill(plan);
        plan.bills().remove(mistaken);
        int day = mistaken.from() - 3;
        leaves(plan, day, 300, 5);
        String id = plan.issue(mistaken.knownAt(mistaken.known() + 5 * EventLine.DAY_SECONDS));
        plan.correct(id, mistaken.withPeriod(day - 2, day).withCents(199), mistaken.known() + EventLine.DAY_SECONDS);
    }

    private static Bill oneWrongBill(Plan plan) {
        Bill wrong = lastBill(plan);
        leaves(plan, wrong.from() - 3, 300, 5);
        return wrong;
    }

    /// The fourth bill, which becomes the last.
    private static Bill lastBill(Plan plan) {
        Bill last = plan.bills().get(3);
        plan.bills().removeIf(bill -> bill.from() > last.from());
        return last;
    }

    private static void expectAfter(Plan plan, int day, long endKnown) {
        List<Bill> wrong = plan.billsAfter(day);
        plan.expected =
                Expected.at(Math.max(endKnown, wrong.getFirst().known())).harm(Plan.sum(wrong));
    }

    private static long leaves(Plan plan, int day, long recordedAfter, int returnedAfterDays) {
        plan.home.to = day + returnedAfterDays - 1;
        plan.giveBack(1, day + returnedAfterDays, 5400, "contract ended");
        return plan.end(day, recordedAfter, "leaves");
    }
}
