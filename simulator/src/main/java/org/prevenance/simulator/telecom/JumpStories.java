package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Story;

/// Bills far above what is usual.
final class JumpStories {
    private static final String SIGNAL = "telecom/bill-jump";

    private JumpStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(SIGNAL, "once", 180, "one bill far above the others", JumpStories::once),
                Story.trouble(
                        SIGNAL,
                        "raised-without-a-word",
                        200,
                        "dearer from one bill on, and nobody said so",
                        JumpStories::raised),
                Story.trouble(
                        SIGNAL,
                        "jump-then-corrected",
                        180,
                        "one bill at three times the usual, corrected days later",
                        JumpStories::thenCorrected),
                Story.nearMiss(
                        SIGNAL,
                        "under-ten",
                        150,
                        "less than 10.00 above the usual",
                        plan -> jumpOf(plan, Offer.SMALL, 950)),
                Story.nearMiss(
                        SIGNAL,
                        "half-more-and-ten-exactly",
                        150,
                        "exactly half more and exactly 10.00: not above",
                        plan -> jumpOf(plan, Offer.ROUND, 1000)),
                Story.nearMiss(SIGNAL, "after-a-change", 150, "another offer was asked for", JumpStories::afterChange),
                Story.nearMiss(SIGNAL, "too-few-bills-before", 150, "only two bills before it", JumpStories::tooFew),
                Story.nearMiss(
                        SIGNAL,
                        "corrected-before-it-came",
                        150,
                        "corrected before anybody knew of it",
                        JumpStories::correctedFirst));
    }

    private static void once(Plan plan) {
        int place = place(plan);
        long above = plan.monthly * 6 / 5 + plan.dice.between(13_002, 0, 2000);
        Bill jump = raise(plan, place, above);
        Bill next = plan.bills().get(place + 1);
        plan.expected = Expected.at(jump.known()).harm(above);
        if (plan.frame.reaches(next.known())) {
            plan.expected = plan.expected.closedAt(next.known());
        }
    }

    private static void raised(Plan plan) {
        plan.extras = false;
        int known = (int) plan.bills().stream()
                .filter(bill -> plan.frame.reaches(bill.known()))
                .count();
        long above = plan.monthly * 7 / 10;
        Bill jump = raise(plan, known - 2, above);
        raise(plan, known - 1, above);
        plan.expected = Expected.at(jump.known()).harm(above);
    }

    private static void thenCorrected(Plan plan) {
        int place = place(plan);
        Bill usual = plan.bills().remove(place);
        Bill jump = usual.withCents(usual.cents() * 3);
        long corrected = jump.known() + 6 * EventLine.DAY_SECONDS;
        plan.correct(plan.issue(jump), usual, corrected);
        plan.expected = Expected.at(jump.known()).closedAt(corrected).harm(usual.cents() * 2);
    }

    private static void jumpOf(Plan plan, Offer offer, long above) {
        plan.offer(offer);
        raise(plan, place(plan), above);
    }

    private static void afterChange(Plan plan) {
        plan.offer(Offer.CLASSIC);
        int place = place(plan);
        plan.change(plan.bills().get(place).from() - 3, Offer.MAX.listed, Offer.MAX, "asked for more");
        for (int later = place; later < plan.bills().size(); later++) {
            plan.bills().set(later, plan.bills().get(later).withCents(Offer.MAX.listed));
        }
    }

    private static void tooFew(Plan plan) {
        plan.startsOn(plan.dayWithin(13_001, 2, plan.frame.days() - 100));
        plan.extras = false;
        raise(plan, 2, plan.monthly * 2);
    }

    private static void correctedFirst(Plan plan) {
        int place = place(plan);
        Bill usual = plan.bills().remove(place);
        Bill jump = usual.withCents(usual.cents() * 3);
        plan.correct(plan.issue(jump.knownAt(jump.known() + 4 * EventLine.DAY_SECONDS)), usual, jump.known());
    }

    /// A bill with at least four before it and one after.
    private static int place(Plan plan) {
        plan.extras = false;
        return plan.dice.between(13_001, 4, plan.bills().size() - 2);
    }

    private static Bill raise(Plan plan, int place, long above) {
        Bill usual = plan.bills().get(place);
        Bill raised = usual.withCents(usual.cents() + above);
        plan.bills().set(place, raised);
        return raised;
    }
}
