package org.prevenance.simulator.channels;

import java.util.List;
import org.prevenance.simulator.world.Expected;

/// The same matter in other steps elsewhere.
final class ProcessStories {
    private static final String GAP = "process-gap";
    private static final List<String> MOVE = List.of("ask-for-the-new-address", "check-the-line", "set-a-date");

    private ProcessStories() {}

    static void tell(Desk desk) {
        if (desk.frame().days() < 60) {
            return;
        }
        otherwise(
                desk,
                "move-a-line",
                "a-step-more",
                "one step more by phone",
                List.of("ask-for-the-new-address", "check-the-line", "ask-for-a-proof", "set-a-date"));
        otherwise(
                desk,
                "move-a-box",
                "another-order",
                "the same steps in another order",
                List.of("check-the-line", "ask-for-the-new-address", "set-a-date"));
        String topic = desk.name("move-a-number");
        for (String channel : Desk.ALL) {
            desk.process(topic, channel, MOVE, desk.morning(desk.frame().first()));
        }
        desk.truth(GAP, "topic/" + topic, "the-same", "the same steps everywhere", null);
    }

    private static void otherwise(Desk desk, String what, String story, String why, List<String> phone) {
        String topic = desk.name(what);
        int day = desk.dayWithin(topic, 5, desk.frame().days() - 30);
        desk.process(topic, "web", MOVE, desk.morning(desk.frame().first()));
        desk.process(topic, "phone", phone, desk.morning(day));
        long mended = desk.morning(day + 15);
        desk.process(topic, "phone", MOVE, mended);
        desk.truth(
                GAP,
                "topic/" + topic,
                story,
                why,
                Expected.at(desk.morning(day) + Desk.DELAY).closedAt(mended + Desk.DELAY));
    }
}
