package org.prevenance.simulator.appliances;

import org.prevenance.simulator.world.DeviceFeed;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;

/// A bulb that says when it is switched and whether somebody is there: on in the evening while people are. Not
/// thread-safe.
final class Bulb {
    static final int DELAY = 5;
    private static final int WATTS = 9;

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
        if (day == leftOnDay) {
            report(Frame.hour(day, 9), true, true, line, outbox);
            report(Frame.hour(day, 9) + 600, true, somebodyStays, line, outbox);
            report(Frame.hour(day, 9) + 600 + leftOnMinutes * 60L, false, somebodyStays, line, outbox);
        }
        if (person.away(day)) {
            report(Frame.hour(day, 3), false, false, line, outbox);
            return;
        }
        long on = Frame.at(day, 17 * 3600 + dice.between(day, 0, 1_800));
        report(Frame.hour(day, 3), false, false, line, outbox);
        report(on, true, true, line, outbox);
        report(on + 3_600 + dice.between(-day, 0, 1_200), true, true, line, outbox);
        report(on + 3 * 3_600L, false, true, line, outbox);
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
