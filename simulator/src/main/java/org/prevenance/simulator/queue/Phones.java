package org.prevenance.simulator.queue;

import java.util.function.Consumer;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Happening;
import org.prevenance.simulator.world.Outbox;

/// What a desk's telephone system tells of one day, as events. Not thread-safe.
final class Phones {
    private static final String SYSTEM = "phone";
    private static final double TWICE = 0.002;

    private final Desk desk;
    private final int day;
    private final Dice dice;
    private final EventLine line;
    private final Outbox outbox;
    private int told;

    Phones(Desk desk, int day, Dice dice, EventLine line, Outbox outbox) {
        this.desk = desk;
        this.day = day;
        this.dice = dice;
        this.line = line;
        this.outbox = outbox;
    }

    /// @param announced what the caller hears, in seconds; negative: nothing
    void received(int second, Call call, int announced) {
        tell("contact.received", customer(call), second, data -> {
            data.text("contact", call.id).text("channel", "phone").text("pointId", desk.id());
            if (announced >= 0) {
                data.whole("announcedSeconds", announced);
            }
        });
    }

    void promised(int second, Call call, int due) {
        tell(
                "callback.promised",
                customer(call),
                second,
                data -> data.text("contact", call.id)
                        .text("pointId", desk.id())
                        .instant("due", DayPlan.instant(day, due)));
    }

    void answered(int second, Call call) {
        tell(
                "contact.answered",
                customer(call),
                second,
                data -> data.text("contact", call.id)
                        .whole("waitSeconds", second - call.joined)
                        .text("pointId", desk.id()));
    }

    void abandoned(int second, Call call) {
        tell(
                "contact.abandoned",
                customer(call),
                second,
                data -> data.text("contact", call.id)
                        .whole("waitSeconds", second - call.joined)
                        .text("pointId", desk.id()));
    }

    void closed(int second, Call call, int seconds, boolean solved) {
        tell(
                "contact.closed",
                customer(call),
                second,
                data -> data.text("contact", call.id)
                        .bool("solved", solved)
                        .thousandths("minutes", Math.round(seconds * 1_000 / 60.0)));
    }

    void observed(int second, int waiting, int callbacks, int advisers, int served) {
        tell(
                "queue.observed",
                desk.subject(),
                second,
                data -> data.whole("waiting", waiting)
                        .whole("callbacks", callbacks)
                        .whole("advisers", advisers)
                        .whole("servedLastHour", served));
    }

    private static String customer(Call call) {
        return "customer/K%06d".formatted(call.person);
    }

    private void tell(String type, String subject, int second, Consumer<EventLine> data) {
        long time = DayPlan.instant(day, second);
        String id = "%s-%d-%d".formatted(desk.id(), day, ++told);
        Happening happening = new Happening(Export.CONTACTS, SYSTEM, type, subject, id, time, time + 2, data);
        happening.post(line, outbox);
        if (dice.happens(told, TWICE)) {
            happening.postAgain(time + 2, line, outbox);
        }
    }
}
