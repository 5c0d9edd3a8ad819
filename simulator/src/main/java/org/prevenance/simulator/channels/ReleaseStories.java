package org.prevenance.simulator.channels;

import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;

/// Changes that were meant for all channels.
final class ReleaseStories {
    private static final String BEHIND = "left-behind";

    private ReleaseStories() {}

    static void tell(Desk desk) {
        if (desk.frame().days() < 60) {
            return;
        }
        String late = proposed(desk, "spring-prices");
        int day = applied(desk, late);
        long shop = desk.morning(day + 6);
        desk.release("applied", late, "shop", shop);
        desk.truth(
                BEHIND,
                "release/" + late,
                "shop-six-days-later",
                "on the web and by phone, and in the shops six days later",
                Expected.between(day + 1, day + 2).closedAt(shop + Desk.DELAY));
        String inTime = proposed(desk, "autumn-prices");
        desk.release("applied", inTime, "shop", Frame.hour(applied(desk, inTime), 20));
        desk.truth(BEHIND, "release/" + inTime, "twelve-hours", "in the shops twelve hours later", null);
    }

    private static String proposed(Desk desk, String what) {
        String release = desk.name(what);
        int day = day(desk, release) - 4;
        for (String channel : Desk.ALL) {
            desk.release("proposed", release, channel, desk.morning(day));
            desk.release("approved", release, channel, desk.morning(day + 1));
        }
        return release;
    }

    /// Applied on the web and by phone.
    private static int applied(Desk desk, String release) {
        int day = day(desk, release);
        desk.release("applied", release, "web", desk.morning(day));
        desk.release("applied", release, "phone", desk.morning(day) + 1_800);
        return day;
    }

    private static int day(Desk desk, String release) {
        return desk.dayWithin(release, 10, desk.frame().days() - 20);
    }
}
