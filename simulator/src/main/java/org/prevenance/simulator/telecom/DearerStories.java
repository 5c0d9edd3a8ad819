package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Customers who pay more than a new one would.
final class DearerStories {
    private static final String SIGNAL = "telecom/dearer-than-new";
    private static final String OFFERS = "offers";
    private static final int MINIMUM = 120;

    private DearerStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(
                        SIGNAL, "price-fell", MINIMUM, "the offer is published at 6.00 less", DearerStories::priceFell),
                Story.trouble(
                        SIGNAL,
                        "commitment-over-later",
                        150,
                        "the commitment ended after the price fell",
                        DearerStories::commitmentOver),
                Story.trouble(
                        SIGNAL,
                        "price-fell-then-lowered",
                        150,
                        "dearer for a while, then lowered",
                        DearerStories::thenLowered),
                Story.nearMiss(
                        SIGNAL,
                        "commitment-not-over",
                        MINIMUM,
                        "still bound by the commitment",
                        DearerStories::committed),
                Story.nearMiss(
                        SIGNAL, "no-consent", MINIMUM, "nobody agreed to hear of offers", DearerStories::noConsent),
                Story.nearMiss(
                        SIGNAL,
                        "consent-withdrawn",
                        MINIMUM,
                        "the consent was taken back within the thirty days",
                        DearerStories::withdrawn),
                Story.nearMiss(
                        SIGNAL,
                        "twenty-days-only",
                        MINIMUM,
                        "the lower price was published for twenty days only",
                        plan -> holds(plan, Offer.FLASH)),
                Story.nearMiss(
                        SIGNAL, "one-cent-short", MINIMUM, "4.99 dearer, not 5.00", plan -> holds(plan, Offer.FRANK)),
                Story.nearMiss(
                        SIGNAL,
                        "lowered-in-time",
                        MINIMUM,
                        "lowered within the thirty days",
                        DearerStories::loweredInTime),
                Story.nearMiss(
                        SIGNAL, "came-at-the-new-price", MINIMUM, "came at the new price", DearerStories::cameLater));
    }

    private static void priceFell(Plan plan) {
        holds(plan, Offer.LIGHTNING);
        if (plan.dice.happens(15_002, 0.5)) {
            plan.commitmentEnds = plan.frame.first() - plan.dice.between(15_003, 1, 400);
        }
        plan.expected = afterThirtyDays(plan.frame.priceFall());
    }

    private static void commitmentOver(Plan plan) {
        holds(plan, Offer.LIGHTNING);
        int fall = plan.frame.priceFall();
        plan.commitmentEnds = fall + plan.dice.between(15_003, 5, plan.frame.last() - fall - 45);
        plan.expected = afterThirtyDays(plan.commitmentEnds + 1);
    }

    private static void thenLowered(Plan plan) {
        holds(plan, Offer.LIGHTNING);
        int day = plan.frame.priceFall() + plan.dice.between(15_003, 40, plan.frame.days() / 2);
        plan.expected = afterThirtyDays(plan.frame.priceFall()).closedAt(lowered(plan, day));
    }

    private static void committed(Plan plan) {
        holds(plan, Offer.LIGHTNING);
        plan.commitmentEnds = plan.frame.last() + plan.dice.between(15_003, 1, 300);
    }

    private static void noConsent(Plan plan) {
        plan.offer(Offer.LIGHTNING);
        plan.refuse(OFFERS);
    }

    private static void withdrawn(Plan plan) {
        holds(plan, Offer.LIGHTNING);
        plan.consent(OFFERS, plan.frame.priceFall() + plan.dice.between(15_003, 2, 20), false);
    }

    private static void loweredInTime(Plan plan) {
        holds(plan, Offer.LIGHTNING);
        lowered(plan, plan.frame.priceFall() + plan.dice.between(15_003, 5, 20));
    }

    private static void cameLater(Plan plan) {
        plan.offer(Offer.LIGHTNING);
        plan.startsOn(plan.frame.priceFall() + plan.dice.between(15_003, 8, 40));
        plan.consentFromStart(OFFERS);
    }

    private static void holds(Plan plan, Offer offer) {
        plan.offer(offer);
        plan.commitmentEnds = Frame.NEVER;
        plan.consentFromStart(OFFERS);
    }

    private static long lowered(Plan plan, int day) {
        plan.bills().replaceAll(bill -> bill.from() >= day ? bill.withCents(plan.offer.fallen) : bill);
        return plan.change(day, plan.offer.fallen, plan.offer, "loyalty");
    }

    private static Expected afterThirtyDays(int firstDay) {
        return Expected.between(firstDay + 29, firstDay + 31)
                .harm(12 * (Offer.LIGHTNING.listed - Offer.LIGHTNING.fallen));
    }
}
