package org.prevenance.simulator.queue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Three phone teams and their queues. No story is told: what there is to find is how long people wait.
public final class Queues implements Branch<Life> {
    /// A small, a middling and a large team. In a company this size people call far less; but short queues say little.
    private static final List<Desk> DESKS = List.of(
            new Desk("Q01", "Facturation", List.of("billing"), 260, 420, 1.12),
            new Desk("Q02", "Internet", List.of("internet", "mobile"), 640, 480, 1.08),
            new Desk("Q03", "Énergie", List.of("electricity", "water"), 1_100, 330, 1.06));

    private static final double OUTAGE = 0.06;

    private final Dice dice;
    private @Nullable Commons commons;

    public Queues(Dice dice) {
        this.dice = dice;
    }

    @Override
    public List<Story<Life>> stories() {
        return List.of();
    }

    @Override
    public Optional<Life> settle(Person person, boolean told) {
        return Optional.empty();
    }

    @Override
    public void share(Commons shared) {
        commons = shared;
        for (Desk desk : DESKS) {
            shared.tell(
                    Export.CHANNELS,
                    "crm",
                    "point.opened",
                    desk.subject(),
                    Frame.at(shared.frame.first(), 360),
                    line -> line.text("name", desk.name())
                            .texts("products", desk.products())
                            .texts("services", List.of("help"))
                            .text("hours", "Mo-Sa 08:00-20:00")
                            .text("kind", "phone-team"));
        }
        for (int day = shared.frame.first(); day <= shared.frame.last(); day++) {
            for (int second : outages(day)) {
                outage(shared, day, second);
            }
        }
    }

    @Override
    public void live(int day, EventLine line, Outbox outbox) {
        if (commons == null || !Desk.open(Math.floorMod(day + 3, 7))) {
            return;
        }
        for (int i = 0; i < DESKS.size(); i++) {
            Desk desk = DESKS.get(i);
            Dice today = dice.of(day * 8L + i);
            DayPlan plan = DayPlan.of(desk, day, today, outages(day));
            Phones phones = new Phones(desk, day, today.of(13), line, outbox);
            String prefix = "%s-%d-c".formatted(desk.id(), day);
            new DeskDay(plan, new Luck(today.of(12)), dice.of(-7), commons.people, phones, prefix).run();
        }
    }

    /// The seconds after eight at which an outage begins on this day: at most one.
    private List<Integer> outages(int day) {
        Dice today = dice.of(-1_000L - day);
        return today.happens(1, OUTAGE) ? List.of(today.between(2, 0, 10 * 3_600)) : List.of();
    }

    private static void outage(Commons commons, int day, int second) {
        String subject = "incident/O%d".formatted(day);
        long from = DayPlan.instant(day, second);
        commons.tell(
                Export.CHANNELS,
                "network",
                "incident.declared",
                subject,
                from + 600,
                line -> line.text("what", "outage").texts("products", List.of("internet", "electricity")));
        commons.tell(
                Export.CHANNELS,
                "network",
                "incident.closed",
                subject,
                from + 7_200,
                line -> line.text("what", "outage"));
    }
}
