package org.prevenance.simulator.appliances;

import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// One home in twenty has connected things; few fridges among them, for they report every hour.
public final class Appliances implements Branch<Things> {
    private final List<Story<Things>> stories = ThingStories.all();

    @Override
    public List<Story<Things>> stories() {
        return stories;
    }

    @Override
    public Optional<Things> settle(Person person, boolean told) {
        Dice lot = person.dice.of(82);
        if (!told && !lot.happens(1, 0.05)) {
            return Optional.empty();
        }
        return Optional.of(new Things(person));
    }

    @Override
    public void befall(Things things) {
        int lot = things.person.dice.of(82).between(2, 0, 99);
        if (lot < 10) {
            things.withFridge();
        } else if (lot < 35) {
            things.withBulb();
        } else if (lot < 60) {
            things.withSensor();
        } else {
            things.withWasher();
        }
    }

    @Override
    public void share(Commons commons) {
        int broken = Things.brokenFrom(commons.frame);
        if (broken != Frame.NEVER) {
            platform(commons, "platform.silent", Frame.at(broken, 1_200));
            // said to be back once all its devices were heard again
            platform(commons, "platform.back", Frame.hour(broken + Things.BROKEN_DAYS, 6));
        }
    }

    private static void platform(Commons commons, String type, long time) {
        commons.tell(
                Export.APPLIANCES,
                Things.BROKEN_HUB,
                type,
                "source/" + Things.BROKEN_HUB,
                time,
                line -> line.text("what", "home hubs"));
    }
}
