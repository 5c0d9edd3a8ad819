package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// One period asked for twice.
final class TwiceStories {
    private static final String SIGNAL = "telecom/billed-twice";

    private TwiceStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(
                        SIGNAL, "issued-twice", 90, "the same period under two numbers", TwiceStories::issuedTwice),
                Story.trouble(
                        SIGNAL,
                        "issued-twice-without-lines",
                        90,
                        "the same period under two numbers, neither with lines",
                        TwiceStories::withoutLines),
                Story.trouble(
                        SIGNAL,
                        "second-one-smaller",
                        90,
                        "the same period again, for less",
                        TwiceStories::secondSmaller),
                Story.trouble(
                        SIGNAL,
                        "twice-then-retracted",
                        120,
                        "one of the two is taken back later",
                        TwiceStories::thenRetracted),
                Story.trouble(
                        SIGNAL,
                        "twice-then-refunded",
                        120,
                        "one of the two is paid back later",
                        TwiceStories::thenRefunded),
                Story.nearMiss(
                        SIGNAL,
                        "another-product",
                        90,
                        "the second bill is for another product",
                        plan -> again(plan, first(plan).withProduct("mobile"))),
                Story.nearMiss(
                        SIGNAL,
                        "same-number-sent-again",
                        90,
                        "the same bill sent again",
                        plan -> plan.issue(first(plan).later(5))),
                Story.nearMiss(
                        SIGNAL,
                        "only-one-has-lines",
                        90,
                        "one has lines and the other has none: they share no product",
                        plan -> again(plan, first(plan).withProduct(null))),
                Story.nearMiss(
                        SIGNAL, "period-differs-by-a-day", 90, "the periods differ by a day", TwiceStories::shifted),
                Story.nearMiss(
                        SIGNAL,
                        "reissued-after-retraction",
                        90,
                        "the first was taken back before the second came",
                        TwiceStories::reissued),
                Story.nearMiss(
                        SIGNAL,
                        "retracted-before-it-came",
                        90,
                        "taken back before anybody knew of it",
                        TwiceStories::retractedFirst));
    }

    private static void issuedTwice(Plan plan) {
        Bill first = first(plan);
        plan.expected = Expected.at(again(plan, first).known()).harm(first.cents());
    }

    private static void withoutLines(Plan plan) {
        plan.bills().replaceAll(bill -> bill.withProduct(null));
        issuedTwice(plan);
    }

    private static void secondSmaller(Plan plan) {
        long smaller = first(plan).cents() - 700;
        plan.expected =
                Expected.at(again(plan, first(plan).withCents(smaller)).known()).harm(smaller);
    }

    private static void thenRetracted(Plan plan) {
        Bill second = second(plan, first(plan));
        String id = plan.issue(second);
        long retracted = second.known() + 9 * EventLine.DAY_SECONDS;
        plan.retract(id, second, retracted);
        plan.expected = Expected.at(second.known()).closedAt(retracted).harm(second.cents());
    }

    private static void thenRefunded(Plan plan) {
        Bill second = again(plan, first(plan));
        long refunded = plan.refund(Frame.dayOf(second.known()) + 9, second.cents());
        plan.expected = Expected.at(second.known()).closedAt(refunded).harm(second.cents());
    }

    private static void shifted(Plan plan) {
        Bill first = first(plan);
        again(plan, first.withPeriod(first.from() - 1, first.to()));
    }

    private static void reissued(Plan plan) {
        Bill first = first(plan);
        plan.bills().remove(first);
        plan.retract(plan.issue(first), first, first.known() + 2 * EventLine.DAY_SECONDS);
        again(plan, first);
    }

    private static void retractedFirst(Plan plan) {
        Bill second = second(plan, first(plan));
        String id = plan.issue(second.knownAt(second.known() + 4 * EventLine.DAY_SECONDS));
        plan.retract(id, second, second.known());
    }

    /// The bill that is asked for again: neither of the first two, and with a month to go.
    private static Bill first(Plan plan) {
        return plan.bills().get(plan.dice.between(12_001, 1, plan.bills().size() - 2));
    }

    private static Bill second(Plan plan, Bill first) {
        return first.withNumber(first.number() + "B").later(plan.dice.between(12_002, 5, 9));
    }

    private static Bill again(Plan plan, Bill first) {
        Bill second = second(plan, first);
        plan.issue(second);
        return second;
    }
}
