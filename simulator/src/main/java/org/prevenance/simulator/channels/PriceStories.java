package org.prevenance.simulator.channels;

import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;

/// One offer at two prices, and prices that change too often.
final class PriceStories {
    private static final String GAP = "price-gap";
    private static final String CHANGES = "too-many-changes";
    private static final long HOUR = 3_600;

    private PriceStories() {}

    static void tell(Desk desk) {
        if (desk.frame().days() >= 60) {
            shopForgotten(desk);
            anHour(desk);
            together(desk);
            everyWeek(desk);
            fourTimes(desk);
        }
    }

    /// The web falls, phone follows at once, the shops nine days later.
    private static void shopForgotten(Desk desk) {
        String offer = everywhere(desk, "sim-shop-forgotten", 999);
        int day = desk.dayWithin(offer, 10, desk.frame().days() - 20);
        long time = desk.morning(day);
        desk.price(offer, "web", 799, time);
        desk.price(offer, "phone", 799, time);
        long shop = desk.morning(day + 9);
        desk.price(offer, "shop", 799, shop);
        desk.truth(
                GAP,
                "offer/" + offer,
                "shop-forgotten",
                "the shops ask 2.00 more for nine days",
                Expected.on(day).closedAt(shop + Desk.DELAY));
    }

    private static void anHour(Desk desk) {
        String offer = everywhere(desk, "sim-an-hour", 1_299);
        long time = desk.morning(desk.dayWithin(offer, 10, desk.frame().days() - 20));
        desk.price(offer, "web", 1_199, time);
        desk.price(offer, "phone", 1_199, time + HOUR - 600);
        desk.price(offer, "shop", 1_199, time + HOUR - 600);
        desk.truth(GAP, "offer/" + offer, "within-the-hour", "all channels follow within the hour", null);
    }

    private static void together(Desk desk) {
        String offer = everywhere(desk, "sim-together", 1_499);
        atOnce(desk, offer, 1_399, desk.dayWithin(offer, 10, desk.frame().days() - 20));
        desk.truth(GAP, "offer/" + offer, "together", "all channels change at once", null);
    }

    private static void everyWeek(Desk desk) {
        String offer = everywhere(desk, "sim-every-week", 1_999);
        int day = desk.dayWithin(offer, 35, desk.frame().days() - 35);
        for (int change = 0; change < 5; change++) {
            atOnce(desk, offer, 1_899 - 50L * change, day + 6 * change);
        }
        desk.truth(
                CHANGES,
                "offer/" + offer,
                "every-week",
                "five prices in twenty-five days",
                Expected.on(day + 24).closedAt(Frame.hour(day + 29, 20)));
    }

    private static void fourTimes(Desk desk) {
        String offer = everywhere(desk, "sim-four-times", 1_799);
        int day = desk.dayWithin(offer, 35, desk.frame().days() - 35);
        for (int change = 0; change < 4; change++) {
            atOnce(desk, offer, 1_699 - 50L * change, day + 6 * change);
        }
        desk.truth(CHANGES, "offer/" + offer, "four-times", "four are not more than four", null);
    }

    private static String everywhere(Desk desk, String what, long cents) {
        String offer = desk.name(what);
        atOnce(desk, offer, cents, desk.frame().first());
        return offer;
    }

    private static void atOnce(Desk desk, String offer, long cents, int day) {
        for (String channel : Desk.ALL) {
            desk.price(offer, channel, cents, desk.morning(day));
        }
    }
}
