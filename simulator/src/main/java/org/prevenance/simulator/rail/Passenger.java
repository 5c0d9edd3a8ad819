package org.prevenance.simulator.rail;

import java.util.ArrayList;
import java.util.List;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Person;

/// Somebody who takes these trains now and then. Not thread-safe.
final class Passenger extends Life {
    private static final String[] BY = {"car park", "bus", "pick-up", "walk"};

    /// @param subject of the journey
    /// @param booked  the day
    /// @param day     on which the train runs
    /// @param from    the place of the call where it begins
    /// @param to      the place of the call where it ends
    /// @param cents   what was paid
    record Journey(String subject, int booked, int day, Train train, int from, int to, long cents) {}

    private final List<Journey> journeys = new ArrayList<>();

    Passenger(Person person) {
        super(person, 102);
    }

    @Override
    public String subject() {
        return "journey/Q%06d-%d".formatted(person.number, journeys.size() + 1);
    }

    /// Books journeys over the whole time, by chance.
    List<Journey> travel(Calendar calendar) {
        boolean often = dice.happens(1, 0.3);
        int day = Math.max(person.since, frame.first());
        for (int k = 0; ; k++) {
            Dice lot = dice.of(k);
            day += often ? lot.between(1, 2, 12) : lot.between(1, 20, 90);
            if (day > frame.last()) {
                return journeys;
            }
            List<Train> trains = calendar.on(day).timetable().trains;
            Train train = trains.get(lot.between(2, 0, trains.size() - 1));
            int from = lot.between(3, 0, train.last() - 1);
            int to = lot.between(4, from + 1, train.last());
            int booked = Math.max(day - lot.between(5, 1, 9), Math.max(person.since, frame.first()));
            journeys.add(new Journey(subject(), booked, day, train, from, to, 640L * (to - from) + 380));
        }
    }

    @Override
    public void complete() {
        journeys.forEach(this::book);
    }

    private void book(Journey journey) {
        long time = Frame.hour(journey.booked, 4) + person.number % 3_000;
        Train train = journey.train;
        String by = BY[person.dice.between(103, 0, BY.length - 1)];
        person.tell(
                Export.JOURNEYS,
                "tickets",
                "journey.booked",
                journey.subject,
                time,
                time + 30,
                line -> line.text("customerId", person.id())
                        .text("tripId", Board.trip(train, journey.day))
                        .text("from", train.call(journey.from).station().name())
                        .text("to", train.call(journey.to).station().name())
                        .text("by", by)
                        .money("price", journey.cents)
                        .whole("km", 30L * (journey.to - journey.from)));
    }

    /// Asks for what is owed, some days after.
    void claims(Journey journey, int day) {
        long time = Frame.hour(day, 15);
        person.tell(
                Export.CONTACTS,
                "crm",
                "complaint.filed",
                person.subject(),
                time,
                time + 300,
                line -> line.text("about", "delay")
                        .text("journeyId", journey.subject.substring("journey/".length()))
                        .text("channel", "letter"));
    }
}
