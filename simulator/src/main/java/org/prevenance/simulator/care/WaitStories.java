package org.prevenance.simulator.care;

import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;

/// Desks that tell their callers how long they will wait, rightly or wrongly.
final class WaitStories {
    private static final String SIGNAL = "care/wait-misannounced";
    private static final int CALLERS = 12;
    private static final int TOLD = 300;

    private WaitStories() {}

    static void tell(Commons commons) {
        int days = commons.frame.days();
        if (days < 20) {
            return;
        }
        int day = commons.frame.first() + commons.dice.between(7_100, 5, days - 12);
        calls(commons, "D03", day, 240);
        commons.truth(
                SIGNAL,
                "point/D03",
                "four-minutes-more",
                "twelve callers wait four minutes longer than told",
                Expected.between(day, day + 1).closedAt(Frame.at(day + 7, 0)));
        calls(commons, "D04", day, 150);
        commons.truth(SIGNAL, "point/D04", "two-and-a-half-minutes-more", "off by two minutes and a half", null);
    }

    /// These callers are of no other story.
    private static void calls(Commons commons, String point, int day, int later) {
        for (int i = 0; i < CALLERS; i++) {
            String contact = "%s-w%d".formatted(point, i);
            String subject = "customer/%s-W%02d".formatted(point, i);
            long time = Frame.hour(day, 9) + i * 900L;
            commons.tell(
                    Export.CONTACTS,
                    "phone",
                    "contact.received",
                    subject,
                    time,
                    line -> line.text("contact", contact)
                            .text("channel", "phone")
                            .text("pointId", point)
                            .whole("announcedSeconds", TOLD));
            commons.tell(
                    Export.CONTACTS,
                    "phone",
                    "contact.answered",
                    subject,
                    time + TOLD + later,
                    line -> line.text("contact", contact)
                            .whole("waitSeconds", TOLD + later)
                            .text("pointId", point));
        }
    }
}
