package org.prevenance.simulator.channels;

import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Belongs to nobody: stories here befall offers, topics and releases.
public final class Channels implements Branch<Life> {
    @Override
    public List<Story<Life>> stories() {
        return List.of();
    }

    @Override
    public Optional<Life> settle(Person person, boolean told) {
        return Optional.empty();
    }

    @Override
    public void share(Commons commons) {
        int times = commons.oneIn(2_500);
        for (int which = 1; which <= times; which++) {
            PriceStories.tell(new Desk(commons, which));
            AnswerStories.tell(new Desk(commons, which));
            ProcessStories.tell(new Desk(commons, which));
            ReleaseStories.tell(new Desk(commons, which));
        }
    }
}
