package org.prevenance.simulator.appliances;

import org.prevenance.simulator.world.DeviceFeed;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;

/// A bulb that says when it is switched and whether somebody is there, and every four hours how it stands: on in the
/// evening while people are there. Not thread-safe.
final class Bulb {
    static final int DELAY = 5;
    private static final int WATTS = 9;
    private static final int EVERY_HOURS = 4;

    private final Person person;
    private final Dice dice;
    private final DeviceFeed feed;
    /// On this day it is switched on at nine (UTC) and everybody leaves.
    int leftOnDay = Frame.NEVER;
    /// For so many minutes.
    int leftOnMinutes;
    /// Somebody stays after all.
    boolean somebodyStays;

    Bulb(Person person, String device, int number, String source, Dice dice) {
        this.person = person;
        this.dice = dice;
        feed = new DeviceFeed("l-%06d".formatted(number), source, "device.reported", device);
    }

    void live(int day, EventLine line, Outbox outbox) {
        for (int hour = 0; hour < 24; hour += EVERY_HOURS) {
            long time = Frame.at(day, hour * 3_600 + 3_000);
            boolean forgotten = day == leftOnDay && time >= leftAt() && time < switchedOffAt();
            report(time, forgotten, forgotten && somebodyStays, line, outbox);
        }
        if (day == leftOnDay) {
            report(leftAt() - 600, true, true, line, outbox);
            report(leftAt(), true, somebodyStays, line, outbox);
            report(switchedOffAt(), false, somebodyStays, line, outbox);
        }
        if (!person.away(day)) {
            evening(Frame.at(day, 17 * 3600 + dice.between(day, 0, 1_800)), day, line, outbox);
        }
    }

    private void evening(long on, int day, EventLine line, Outbox outbox) {
        report(on, true, true, line, outbox);
        report(on + 3_600 + dice.between(-day, 0, 1_200), true, true, line, outbox);
        report(on + 3 * 3_600L, false, true, line, outbox);
    }

    private long leftAt() {
        return Frame.hour(leftOnDay, 9) + 600;
    }

    private long switchedOffAt() {
        return leftAt() + leftOnMinutes * 60L;
    }

    private void report(long time, boolean on, boolean occupied, EventLine line, Outbox outbox) {
        feed.begin(line, time, time + DELAY)
                .bool("on", on)
                .bool("occupied", occupied)
                .whole("brightness", on ? 180 : 0)
                .whole("watts", on ? WATTS : 0)
                .end();
        outbox.post(Export.APPLIANCES, time + DELAY, line);
    }
}
