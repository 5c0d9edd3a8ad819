package org.prevenance.simulator.care;

import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Everybody calls now and then; here are those to whom nobody listens. Also the points of contact.
public final class Care implements Branch<Caller> {
    static final String INTERNET_DESK = "D01";
    static final String ENERGY_DESK = "D02";

    private final List<Story<Caller>> stories = CareStories.all();

    @Override
    public List<Story<Caller>> stories() {
        return stories;
    }

    @Override
    public Optional<Caller> settle(Person person, boolean told) {
        return told ? Optional.of(new Caller(person)) : Optional.empty();
    }

    @Override
    public void share(Commons commons) {
        desk(commons, INTERNET_DESK, "Internet", List.of("internet", "mobile"));
        desk(commons, ENERGY_DESK, "Énergie", List.of("electricity", "water"));
        WaitStories.tell(commons);
    }

    private static void desk(Commons commons, String id, String name, List<String> products) {
        commons.tell(
                Export.CHANNELS,
                "crm",
                "point.opened",
                "point/" + id,
                Frame.at(commons.frame.first(), 360),
                line -> line.text("name", name)
                        .texts("products", products)
                        .texts("services", List.of("help", "billing"))
                        .text("hours", "Mo-Sa 08:00-20:00")
                        .text("kind", "phone-team"));
    }
}
