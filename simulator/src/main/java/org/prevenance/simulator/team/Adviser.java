package org.prevenance.simulator.team;

import java.util.function.Consumer;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;

/// One adviser's year: five shifts of seven hours a week, seven contacts a shift. Not thread-safe.
final class Adviser {
    private static final int STARTS = 7;
    private static final int HOURS = 7;
    private static final int CONTACTS = 7;

    private final Commons commons;
    private final Dice dice;
    final String id;
    /// On the shifts of these days the contacts take so many minutes each.
    int heavyFrom = Frame.NEVER;

    int heavyTo = Frame.NEVER;
    int heavyMinutes;
    /// On this day so many contacts in a row are difficult, then one that is not, then as many again.
    int hardDay = Frame.NEVER;

    int hardInARow;
    /// From this day on, on so many shifts, one contact comes after the shift.
    int lateFrom = Frame.NEVER;

    int lateShifts;
    boolean consents = true;

    Adviser(Commons commons, int number) {
        this.commons = commons;
        id = "A%02d".formatted(number);
        dice = commons.dice.of(500 + number);
    }

    String subject() {
        return "agent/" + id;
    }

    void live() {
        Frame frame = commons.frame;
        if (consents) {
            tell(
                    "consent.given",
                    Frame.at(frame.first(), 1_800),
                    line -> line.text("purpose", "team").text("method", "paper"));
        }
        int late = 0;
        for (int day = frame.first() + 1; day <= frame.last(); day++) {
            if (!Frame.weekend(day)) {
                boolean stays = day >= lateFrom && late < lateShifts;
                late += stays ? 1 : 0;
                shift(day, stays);
            }
        }
    }

    private void shift(int day, boolean stays) {
        tell("shift.started", Frame.hour(day, STARTS), line -> line.text("team", "care"));
        for (int i = 0; i < CONTACTS; i++) {
            handles(day, i);
        }
        long end = Frame.hour(day, STARTS + HOURS);
        tell("shift.ended", end, line -> line.text("team", "care"));
        if (stays) {
            tell(
                    "handled",
                    end + 2_700,
                    line -> line.text("contact", id + "-" + day + "-late")
                            .whole("minutes", 12)
                            .text("channel", "phone")
                            .bool("outsideShift", true));
        }
    }

    private void handles(int day, int which) {
        boolean heavy = day >= heavyFrom && day <= heavyTo;
        int minutes = heavy ? heavyMinutes : dice.between(day * 16L + which, 36, 44);
        boolean difficult = day == hardDay
                ? which % (hardInARow + 1) < hardInARow
                : which % 3 == 0 && day != hardDay - 1 && dice.happens(day * 16L + which + 8, 0.3);
        long time = Frame.hour(day, STARTS) + (which + 1) * 3_500L;
        tell(
                "handled",
                time,
                line -> line.text("contact", id + "-" + day + "-" + which)
                        .whole("minutes", minutes)
                        .bool("difficult", difficult)
                        .text("channel", "phone"));
    }

    private void tell(String type, long time, Consumer<EventLine> data) {
        commons.tell(Export.TEAM, "planning", type, subject(), time, data);
    }
}
