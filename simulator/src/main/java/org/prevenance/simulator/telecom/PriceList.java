package org.prevenance.simulator.telecom;

import java.util.List;
import java.util.function.Consumer;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;

/// What the channels publish, and when prices fall: first on the web, two days later by phone, four in the shops.
final class PriceList {
    private static final List<String> CHANNELS = List.of("web", "phone", "shop");
    private final Commons commons;
    private final Frame frame;

    private PriceList(Commons commons) {
        this.commons = commons;
        frame = commons.frame;
    }

    static void publish(Commons commons) {
        PriceList list = new PriceList(commons);
        Frame frame = commons.frame;
        for (Offer offer : Offer.values()) {
            for (String channel : CHANNELS) {
                list.published(offer, channel, frame.first(), offer.listed);
            }
            if (offer == Offer.FLASH) {
                list.flash();
            } else if (offer.fallen != offer.listed) {
                list.fall(offer);
            }
        }
    }

    private void fall(Offer offer) {
        for (int i = 0; i < CHANNELS.size(); i++) {
            published(offer, CHANNELS.get(i), frame.priceFall() + 2 * i, offer.fallen);
        }
        gap(offer, "channel-by-channel", "phone and shops follow days later", frame.priceFall() + 4);
    }

    private void gap(Offer offer, String story, String why, int until) {
        if (frame.priceFall() < frame.last()) {
            commons.truth(
                    "channels/price-gap",
                    "offer/" + offer.id,
                    story,
                    why,
                    Expected.on(frame.priceFall()).closedAt(Frame.at(until, 640)));
        }
    }

    private void flash() {
        int end = frame.priceFall() + Offer.FLASH_DAYS;
        published(Offer.FLASH, "web", frame.priceFall(), Offer.FLASH.fallen);
        tell(Offer.FLASH, "web", "offer.withdrawn", end, line -> line.text("channel", "web"));
        published(Offer.FLASH, "web", end + 2, Offer.FLASH.listed);
        gap(Offer.FLASH, "on-the-web-only", "cheaper on the web only", end);
    }

    private void published(Offer offer, String channel, int day, long monthly) {
        tell(
                offer,
                channel,
                "offer.published",
                day,
                line -> line.text("channel", channel).money("monthly", monthly).date("validFrom", day));
    }

    private void tell(Offer offer, String channel, String type, int day, Consumer<EventLine> data) {
        commons.tell(Export.OFFERS, channel, type, "offer/" + offer.id, Frame.at(day, 600), data);
    }
}
