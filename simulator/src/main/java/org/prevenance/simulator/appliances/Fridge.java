package org.prevenance.simulator.appliances;

import org.prevenance.simulator.world.DeviceFeed;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;

/// A fridge that reports its temperature every hour. Not thread-safe.
final class Fridge {
    static final int DELAY = 25;
    private static final int TARGET = 4_000;

    private final Dice dice;
    private final DeviceFeed feed;
    private final int second;
    /// It is warmer by so many thousandths of a degree.
    int warmer;
    /// From this instant on.
    long warmFrom = Long.MAX_VALUE;
    /// Until just before this instant.
    long warmTo = Long.MAX_VALUE;
    /// Each third hour of that time is not heard.
    boolean patchy;

    Fridge(String device, int number, String source, Dice dice) {
        this.dice = dice;
        feed = new DeviceFeed("f-%06d".formatted(number), source, "device.reported", device);
        second = 60 + number * 7 % 3_300;
    }

    /// When the report of this hour is made.
    long reportAt(int day, int hour) {
        return Frame.hour(day, hour) + second;
    }

    void live(int day, EventLine line, Outbox outbox) {
        for (int hour = 0; hour < 24; hour++) {
            long time = reportAt(day, hour);
            boolean warm = time >= warmFrom && time < warmTo;
            if (warm && patchy && hour % 3 == 2) {
                continue;
            }
            long hum = dice.between(day * 24L + hour, -700, 900);
            feed.begin(line, time, time + DELAY)
                    .thousandths("celsius", TARGET + hum + (warm ? warmer : 0))
                    .thousandths("targetCelsius", TARGET)
                    .whole("doorSeconds", dice.between(-day * 24L - hour, 0, 90))
                    .end();
            outbox.post(Export.APPLIANCES, time + DELAY, line);
        }
    }
}
