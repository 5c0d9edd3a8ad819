package org.prevenance.simulator.journeys;

import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.journeys.Traveller.Journey;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Two in five take a train now and then.
public final class Journeys implements Branch<Traveller> {
    private final Timetable timetable;
    private final List<Story<Traveller>> stories = TravelStories.all();

    /// @param dice decide about trips
    public Journeys(Dice dice) {
        timetable = new Timetable(dice);
    }

    @Override
    public List<Story<Traveller>> stories() {
        return stories;
    }

    @Override
    public Optional<Traveller> settle(Person person, boolean told) {
        return told || person.dice.happens(95, 0.4) ? Optional.of(new Traveller(person)) : Optional.empty();
    }

    @Override
    public void befall(Traveller traveller) {
        Dice lot = traveller.person.dice.of(96);
        int day = Math.max(traveller.person.since, traveller.frame.first());
        for (int k = 0; ; k++) {
            day += lot.between(3L * k, 20, 200);
            if (day > traveller.frame.last()) {
                return;
            }
            Trip trip = timetable.trip(day, lot.between(3L * k + 1, 0, timetable.perDay() - 1));
            int to = lot.between(3L * k + 2, 1, trip.stops().size() - 1);
            traveller.books(new Journey(trip, day - 1 - k % 9, to, 1_900L * to, 110 * to, false));
        }
    }

    @Override
    public void share(Commons commons) {
        for (int platform = 1; platform <= Timetable.PLATFORMS; platform++) {
            describe(commons, platform);
        }
        for (int day = commons.frame.first() + 1; day <= commons.frame.last(); day++) {
            for (int which = 0; which < timetable.perDay(); which++) {
                tell(commons, timetable.trip(day, which));
            }
        }
    }

    private static void describe(Commons commons, int platform) {
        commons.tell(
                Export.TRIPS,
                "stations",
                "stop.described",
                "stop/" + Timetable.STOPS.getLast(),
                Frame.hour(commons.frame.first(), 1),
                line -> line.text("platform", String.valueOf(platform))
                        .text("meet", platform == 1 ? "Hall" : "Passage " + platform)
                        .whole("meetMinutes", 1)
                        .whole("meetSpared", Timetable.spared(platform)));
    }

    private static void tell(Commons commons, Trip trip) {
        commons.tell(Export.TRIPS, "timetable", "trip.planned", trip.subject(), trip.published(), trip::plan);
        for (int stop = 1; stop < trip.stops().size(); stop++) {
            String name = trip.stops().get(stop);
            long arrived = trip.arrived(stop);
            commons.tell(
                    Export.TRIPS,
                    "timetable",
                    "trip.called",
                    trip.subject(),
                    arrived,
                    line -> line.text("stop", name).instant("arrived", arrived));
        }
    }
}
