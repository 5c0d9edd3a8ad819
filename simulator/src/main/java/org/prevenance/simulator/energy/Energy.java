package org.prevenance.simulator.energy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Three in five have their electricity here, and some their water. Few meters are read every hour.
public final class Energy implements Branch<Supply> {
    private static final double SHARE = 0.6;

    private final List<Story<Supply>> stories = SupplyStories.all();

    @Override
    public List<Story<Supply>> stories() {
        return stories;
    }

    @Override
    public Optional<Supply> settle(Person person, boolean told) {
        return told || person.dice.happens(71, SHARE) ? Optional.of(new Supply(person)) : Optional.empty();
    }

    @Override
    public void befall(Supply supply) {
        if (supply.person.moves <= supply.frame.last()) {
            supply.endDay = supply.person.moves;
        }
    }

    @Override
    public void share(Commons commons) {
        for (Tariff tariff : Tariff.values()) {
            publish(commons, tariff.offer, line -> {
                line.price("price", tariff.price);
                if (tariff.offPeakPrice != tariff.price) {
                    line.price("offPeakPrice", tariff.offPeakPrice);
                }
                line.text("product", "electricity");
            });
        }
        publish(
                commons,
                Supply.WATER_OFFER,
                line -> line.price("price", Supply.LITRE).text("product", "water"));
    }

    private static void publish(Commons commons, String offer, Consumer<EventLine> data) {
        for (String channel : List.of("web", "phone", "shop")) {
            commons.tell(
                    Export.OFFERS,
                    channel,
                    "offer.published",
                    "offer/" + offer,
                    Frame.at(commons.frame.first(), 300),
                    line -> {
                        line.text("channel", channel);
                        data.accept(line);
                    });
        }
    }
}
