package org.prevenance.simulator;

import java.util.List;

/// What the channels publish, and when prices fall: first on the web, two days later by phone, four in the shops.
final class PriceList {
    private static final List<String> CHANNELS = List.of("web", "phone", "shop");
    private final Frame frame;
    private final EventLine line;
    private final Outbox outbox;
    private int next;

    private PriceList(Frame frame, EventLine line, Outbox outbox) {
        this.frame = frame;
        this.line = line;
        this.outbox = outbox;
    }

    static void publish(Frame frame, EventLine line, Outbox outbox) {
        PriceList list = new PriceList(frame, line, outbox);
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
    }

    private void flash() {
        int end = frame.priceFall() + Offer.FLASH_DAYS;
        published(Offer.FLASH, "web", frame.priceFall(), Offer.FLASH.fallen);
        event(Offer.FLASH, "web", "offer.withdrawn", end);
        line.text("channel", "web");
        post(end);
        published(Offer.FLASH, "web", end + 2, Offer.FLASH.listed);
    }

    private void published(Offer offer, String channel, int day, long monthly) {
        event(offer, channel, "offer.published", day);
        line.text("channel", channel).money("monthly", monthly).date("validFrom", day);
        post(day);
    }

    private void event(Offer offer, String channel, String type, int day) {
        line.begin(channel, type, "offer/" + offer.id, "o-" + ++next, Frame.at(day, 600), Frame.at(day, 660));
    }

    private void post(int day) {
        outbox.post(Export.OFFERS, Frame.at(day, 660), line.end());
    }
}
