package org.prevenance.simulator;

import java.util.List;

/// One period asked for twice.
final class TwiceStories {
    private static final String SIGNAL = "billed-twice";

    private TwiceStories() {}

    static List<Story> all() {
        return List.of(
                Story.trouble(SIGNAL, "issued-twice", 90, TwiceStories::issuedTwice),
                Story.trouble(SIGNAL, "issued-twice-without-lines", 90, TwiceStories::withoutLines),
                Story.trouble(SIGNAL, "second-one-smaller", 90, TwiceStories::secondSmaller),
                Story.trouble(SIGNAL, "twice-then-retracted", 120, TwiceStories::thenRetracted),
                Story.trouble(SIGNAL, "twice-then-refunded", 120, TwiceStories::thenRefunded),
                Story.nearMiss(
                        SIGNAL,
                        "another-product",
                        90,
                        plan -> again(plan, first(plan).withProduct("mobile"))),
                Story.nearMiss(
                        SIGNAL,
                        "same-number-sent-again",
                        90,
                        plan -> plan.issue(first(plan).later(5))),
                Story.nearMiss(
                        SIGNAL,
                        "only-one-has-lines",
                        90,
                        plan -> again(plan, first(plan).withProduct(null))),
                Story.nearMiss(SIGNAL, "period-differs-by-a-day", 90, TwiceStories::shifted),
                Story.nearMiss(SIGNAL, "reissued-after-retraction", 90, TwiceStories::reissued),
                Story.nearMiss(SIGNAL, "retracted-before-it-came", 90, TwiceStories::retractedFirst));
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
