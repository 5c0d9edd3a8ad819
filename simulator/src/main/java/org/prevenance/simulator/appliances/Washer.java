package org.prevenance.simulator.appliances;

import org.prevenance.simulator.world.DeviceFeed;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;

/// A washing machine that reports each wash, one every day or every other day while people are at home, and every night
/// that it is there. Not thread-safe.
final class Washer {
    static final int DELAY = 60;

    private final Person person;
    private final Dice dice;
    private final DeviceFeed feed;
    /// From this day on its bearings wear out: a little more vibration with each wash.
    int wearsFrom = Frame.NEVER;
    /// How much more every other day, in thousandths.
    int wearPerWash = 120;

    /// One wash a day.
    boolean daily;

    Washer(Person person, String device, int number, String source, Dice dice) {
        this.person = person;
        this.dice = dice;
        feed = new DeviceFeed("m-%06d".formatted(number), source, "device.reported", device);
    }

    void live(int day, EventLine line, Outbox outbox) {
        long night = Frame.at(day, 3 * 3600 + person.number % 600);
        feed.begin(line, night, night + DELAY)
                .whole("watts", 1)
                .whole("errors", 0)
                .end();
        outbox.post(Export.APPLIANCES, night + DELAY, line);
        if (person.away(day) || !daily && (day + person.number) % 2 != 0) {
            return;
        }
        long time = Frame.at(day, 16 * 3600 + dice.between(day, 0, 7_000));
        boolean worn = day >= wearsFrom;
        long vibration = 2_000 + dice.between(-day, 0, 300) + (worn ? (day - wearsFrom) / 2L * wearPerWash : 0);
        feed.begin(line, time, time + DELAY)
                .thousandths("vibration", vibration)
                .whole("rpm", 1_200 + dice.between(day * 3L, -20, 20))
                .whole("watts", 2_050 + dice.between(day * 5L, -60, 60))
                .whole("errors", 0)
                .end();
        outbox.post(Export.APPLIANCES, time + DELAY, line);
    }
}
