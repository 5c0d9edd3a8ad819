package org.prevenance.simulator.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;

/// Publishes on the three channels, one round of stories after another.
///
/// @param which the round, from 1
record Desk(Commons commons, int which) {
    static final List<String> ALL = List.of("web", "phone", "shop");
    /// When an export learns of what a channel published, in seconds.
    static final int DELAY = 40;

    Frame frame() {
        return commons.frame;
    }

    /// A day from `least` to `most` days after the first.
    int dayWithin(String matter, int least, int most) {
        Dice dice = commons.dice.of(matter.hashCode()).of(which);
        return frame().first() + dice.between(1, least, most);
    }

    /// An instant on that day, between eight and nine.
    long morning(int day) {
        return Frame.hour(day, 8) + which % 3_000;
    }

    String name(String what) {
        return which == 1 ? what : what + "-" + which;
    }

    void price(String offer, String channel, long cents, long time) {
        commons.tell(
                Export.OFFERS,
                channel,
                "offer.published",
                "offer/" + offer,
                time,
                line -> line.text("channel", channel).money("monthly", cents).date("validFrom", Frame.dayOf(time)));
    }

    void answer(String topic, String channel, String text, long time) {
        commons.tell(
                Export.CHANNELS,
                channel,
                "answer.published",
                "topic/" + topic,
                time,
                line -> line.text("channel", channel).text("text", text));
    }

    void process(String topic, String channel, List<String> steps, long time) {
        commons.tell(
                Export.CHANNELS,
                channel,
                "process.published",
                "topic/" + topic,
                time,
                line -> line.text("channel", channel).texts("steps", steps));
    }

    void release(String step, String release, String channel, long time) {
        commons.tell(
                Export.CHANNELS,
                channel,
                "release." + step,
                "release/" + release,
                time,
                line -> line.text("channel", channel)
                        .text("by", "head-" + channel)
                        .name("changes")
                        .raw("[{\"subject\":\"offer/")
                        .raw(release)
                        .raw("\",\"field\":\"monthly\",\"from\":\"20.00\",\"to\":\"19.00\"}]"));
    }

    void truth(String signal, String subject, String story, String why, @Nullable Expected expected) {
        commons.truth("channels/" + signal, subject, story, why, expected);
    }
}
