package org.prevenance.simulator.journeys;

import java.util.ArrayList;
import java.util.List;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Person;

/// Somebody who books journeys. Not thread-safe.
public final class Traveller extends Life {
    /// @param booked the day
    /// @param to     the place of the stop where it ends
    /// @param own    whether nobody else told of the trip
    record Journey(Trip trip, int booked, int to, long cents, int km, boolean own) {}

    private final List<Journey> journeys = new ArrayList<>();

    Traveller(Person person) {
        super(person, 95);
    }

    @Override
    public String subject() {
        return subject(journeys.size());
    }

    private String subject(int which) {
        return "journey/J%06d-%d".formatted(person.number, which);
    }

    void books(Journey journey) {
        journeys.add(journey);
    }

    @Override
    public void complete() {
        for (int i = 0; i < journeys.size(); i++) {
            book(journeys.get(i), subject(i + 1));
        }
    }

    private void book(Journey journey, String subject) {
        Trip trip = journey.trip;
        if (journey.own) {
            tell(trip);
        }
        long time = Frame.hour(journey.booked, 19) + person.number % 3_000;
        person.tell(
                Export.JOURNEYS,
                "tickets",
                "journey.booked",
                subject,
                time,
                time + 30,
                line -> line.text("customerId", person.id())
                        .text("tripId", trip.id())
                        .text("from", trip.stops().getFirst())
                        .text("to", trip.stops().get(journey.to))
                        .money("price", journey.cents)
                        .whole("km", journey.km));
    }

    private void tell(Trip trip) {
        person.tell(
                Export.TRIPS,
                "timetable",
                "trip.planned",
                trip.subject(),
                trip.published(),
                trip.published() + 60,
                trip::plan);
        for (int stop = 1; stop < trip.stops().size(); stop++) {
            String name = trip.stops().get(stop);
            long arrived = trip.arrived(stop);
            person.tell(
                    Export.TRIPS,
                    "timetable",
                    "trip.called",
                    trip.subject(),
                    arrived,
                    arrived + 45,
                    line -> line.text("stop", name).instant("arrived", arrived));
        }
    }
}
