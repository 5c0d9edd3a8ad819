package org.prevenance.simulator.telecom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Everybody has one internet line.
public final class Telecom implements Branch<Plan> {
    private final List<Story<Plan>> stories = new ArrayList<>();

    public Telecom() {
        stories.addAll(ReturnedStories.all());
        stories.addAll(UnusedStories.all());
        stories.addAll(EndedStories.all());
        stories.addAll(TwiceStories.all());
        stories.addAll(JumpStories.all());
        stories.addAll(DearerStories.all());
        stories.addAll(BoxStories.all());
    }

    @Override
    public List<Story<Plan>> stories() {
        return stories;
    }

    @Override
    public Optional<Plan> settle(Person person, boolean told) {
        Plan plan = new Plan(person);
        EverydayLife.settle(plan);
        return Optional.of(plan);
    }

    @Override
    public void befall(Plan plan) {
        EverydayLife.befall(plan);
    }

    @Override
    public void share(Commons commons) {
        PriceList.publish(commons);
        if (commons.frame.hasOutage()) {
            platform(commons, "platform.silent", commons.frame.outageFrom(), 8);
            platform(commons, "platform.back", commons.frame.outageFrom() + Frame.OUTAGE_DAYS, 6);
        }
    }

    private static void platform(Commons commons, String type, int day, int hour) {
        commons.tell(
                Export.USAGE,
                Frame.BROKEN_SOURCE,
                type,
                "source/" + Frame.BROKEN_SOURCE,
                Frame.hour(day, hour),
                line -> line.text("what", "usage collection"));
    }
}
