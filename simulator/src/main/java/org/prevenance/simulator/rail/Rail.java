package org.prevenance.simulator.rail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.rail.Passenger.Journey;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// The network day by day, and those who take its trains: one in three. Not thread-safe.
///
/// No story bends these lives. What a delay leads to is told once the train has arrived: an hour late, a quarter of the
/// price is owed; two hours, half of it.
public final class Rail implements Branch<Passenger> {
    private static final String OWED = "journeys/delay-owed";
    private static final int HOUR = 3_600;
    /// How many days before it runs a train is published.
    private static final int AHEAD = 2;

    /// A journey and who makes it.
    private record Booked(Passenger passenger, Journey journey) {}

    private final Frame frame;
    private final Dice dice;
    private final Calendar calendar;
    private final Map<Integer, List<Booked>> booked = new HashMap<>();
    private @Nullable Commons commons;

    /// @param dice decide about trains
    public Rail(Frame frame, Dice dice) {
        this.frame = frame;
        this.dice = dice;
        calendar = new Calendar(frame, dice.of(1));
    }

    @Override
    public List<Story<Passenger>> stories() {
        return List.of();
    }

    @Override
    public Optional<Passenger> settle(Person person, boolean told) {
        return person.dice.happens(101, 0.33) ? Optional.of(new Passenger(person)) : Optional.empty();
    }

    @Override
    public void befall(Passenger passenger) {
        for (Journey journey : passenger.travel(calendar)) {
            booked.computeIfAbsent(journey.day(), _ -> new ArrayList<>()).add(new Booked(passenger, journey));
        }
    }

    @Override
    public void share(Commons world) {
        commons = world;
        if (calendar.changes() < Frame.NEVER) {
            world.happened("timetable-change", "all lines", calendar.changes(), calendar.changes());
            world.happened(
                    "platform-closed",
                    Network.JUNCTION.name() + " " + calendar.closedPlatform(),
                    calendar.closes(),
                    calendar.closes() + Calendar.CLOSED_DAYS - 1);
        }
    }

    @Override
    public void live(int day, EventLine line, Outbox outbox) {
        if (day == frame.first()) {
            for (int ahead = 0; ahead < AHEAD; ahead++) {
                publish(day + ahead, Frame.at(day, HOUR), line, outbox);
            }
        }
        publish(day + AHEAD, Frame.hour(day, 15), line, outbox);
        Conditions conditions = new Conditions(day, dice.of(2));
        Board board = new Board(day, conditions, dice.of(3).of(day), line, outbox);
        board.observed();
        List<Run> runs = new Running(calendar.on(day), conditions, dice.of(4).of(day), board).runs();
        for (Booked one : booked.getOrDefault(day, List.of())) {
            follow(one, runs.get(one.journey.train().index()), conditions);
        }
        booked.remove(day);
    }

    private void publish(int day, long published, EventLine line, Outbox outbox) {
        Calendar.Plan plan = calendar.on(day);
        Board board = new Board(day, new Conditions(day, dice.of(2)), dice.of(5).of(day), line, outbox);
        for (Train train : plan.timetable().trains) {
            board.planned(train, plan.platforms(), published);
            board.assigned(train, plan.timetable().vehicle(train), published);
        }
    }

    /// Tells what a journey came to. Half of those to whom something is owed ask for it.
    private void follow(Booked one, Run run, Conditions conditions) {
        Commons world = commons;
        Journey journey = one.journey;
        int to = journey.to();
        long known = run.known[to];
        if (world == null || known == 0 || !frame.reaches(known)) {
            return;
        }
        long late = conditions.instant(run.arrived[to])
                - conditions.instant(run.train.call(to).arrival());
        if (late >= HOUR) {
            Expected owed = Expected.at(known).harm(late >= 2 * HOUR ? journey.cents() / 2 : journey.cents() / 4);
            Dice lot = one.passenger.dice.of(journey.day());
            if (lot.happens(1, 0.5)) {
                int day = Frame.dayOf(known) + lot.between(2, 2, 40);
                one.passenger.claims(journey, day);
                owed = owed.closedAt(Frame.hour(day, 15));
            }
            world.truth(OWED, journey.subject(), "rail-late", "an hour late or more", owed);
        } else if (late >= 50 * 60) {
            world.truth(OWED, journey.subject(), "rail-nearly", "late, and not by an hour", null);
        }
    }
}
