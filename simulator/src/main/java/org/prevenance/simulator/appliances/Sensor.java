package org.prevenance.simulator.appliances;

import org.prevenance.simulator.world.DeviceFeed;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;

/// A room sensor that reports every so many hours until its battery is empty. Not thread-safe.
final class Sensor {
    static final int DELAY = 15;

    private final Dice dice;
    private final DeviceFeed feed;
    private int second;
    int everyHours = 4;
    /// Silent from this instant until just before the other.
    long silentFrom = Long.MAX_VALUE;

    long silentTo = Long.MAX_VALUE;

    /// @param id unlike that of all other sensors
    Sensor(String device, String id, int number, String source, Dice dice) {
        this.dice = dice;
        feed = new DeviceFeed("s-" + id, source, "device.reported", device);
        second = 30 + number * 11 % 3_000;
    }

    /// Reports whenever this other one does.
    void readWith(Sensor other) {
        everyHours = other.everyHours;
        second = other.second;
    }

    long reportAt(int day, int hour) {
        return Frame.hour(day, hour) + second;
    }

    void live(int day, EventLine line, Outbox outbox) {
        for (int hour = 0; hour < 24; hour += everyHours) {
            long time = reportAt(day, hour);
            if (time < silentFrom || time >= silentTo) {
                feed.begin(line, time, time + DELAY)
                        .thousandths("celsius", 19_000 + dice.between(day * 24L + hour, 0, 2_500))
                        .whole("batteryPercent", Math.max(4, 100 - Math.floorMod(day, 400) / 4))
                        .end();
                outbox.post(Export.APPLIANCES, time + DELAY, line);
            }
        }
    }
}
