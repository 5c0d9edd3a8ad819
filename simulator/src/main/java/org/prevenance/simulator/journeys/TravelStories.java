package org.prevenance.simulator.journeys;

import java.util.List;
import org.prevenance.simulator.journeys.Traveller.Journey;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Journeys that arrive late enough for money to be owed, and others that do not.
final class TravelStories {
    private static final String OWED = "journeys/delay-owed";
    private static final String LATE = "journeys/will-be-late";
    private static final String PLATFORM = "journeys/platform-known";
    private static final String MODEL = "urn:prevenance:forecast";
    private static final int LAST = 3;

    private TravelStories() {}

    static List<Story<Traveller>> all() {
        return List.of(
                Story.trouble(OWED, "train-an-hour", 30, "a quarter of the price", plan -> train(plan, 60, 119, 25)),
                Story.trouble(OWED, "train-two-hours", 30, "half the price", plan -> train(plan, 120, 200, 50)),
                Story.trouble(OWED, "flight-short", 30, "up to 1,500 km", plan -> flight(plan, 1_500, 250)),
                Story.trouble(OWED, "flight-middle", 30, "up to 3,500 km", plan -> flight(plan, 1_501, 400)),
                Story.trouble(OWED, "flight-long", 30, "beyond 3,500 km", plan -> flight(plan, 3_501, 600)),
                Story.nearMiss(OWED, "train-59-minutes", 30, "a minute short of the hour", plan -> {
                    travels(plan, "train", 59, 59, 300);
                }),
                Story.nearMiss(OWED, "flight-179-minutes", 30, "a minute short of three hours", plan -> {
                    travels(plan, "flight", 179, 179, 900);
                }),
                Story.trouble(
                        LATE, "foreseen", 30, "late with a probability of 0.8 or more", plan -> late(plan, 800, 990)),
                Story.nearMiss(LATE, "unlikely", 30, "late with a probability of less than 0.8", plan -> {
                    late(plan, 500, 799);
                    plan.expected = null;
                }),
                Story.withoutConsent(LATE, "journey", 30, "never agreed to it", plan -> late(plan, 850, 990)),
                Story.trouble(
                        PLATFORM,
                        "foreseen",
                        30,
                        "a platform with a probability of 0.8 or more",
                        plan -> platform(plan, 800, 990)),
                Story.nearMiss(PLATFORM, "unsure", 30, "a platform with a probability of less than 0.8", plan -> {
                    platform(plan, 400, 799);
                    plan.expected = null;
                }),
                Story.withoutConsent(PLATFORM, "journey", 30, "never agreed to it", plan -> platform(plan, 850, 990)),
                Story.nearMiss(
                        OWED, "caught-up", 30, "late on the way, and in time at the end", TravelStories::caughtUp));
    }

    private static void train(Traveller plan, int least, int most, int share) {
        Journey journey = travels(plan, "train", least, most, 300);
        expect(plan, journey, journey.cents() * share / 100);
    }

    private static void flight(Traveller plan, int km, int owed) {
        expect(plan, travels(plan, "flight", 180, 400, km), owed * 100L);
    }

    /// Half of them claim it themselves within weeks, which settles the case; the others never do.
    private static void expect(Traveller plan, Journey journey, long owed) {
        long arrived = journey.trip().arrived(journey.to()) + 45;
        Expected expected = Expected.at(arrived).harm(owed);
        if (plan.dice.happens(7_004, 0.5)) {
            int day = Frame.dayOf(arrived) + plan.dice.between(7_005, 2, 40);
            plan.person.complaintDay = day;
            plan.person.complaintJourney = plan.subject().substring("journey/".length());
            plan.expected = expected.closedAt(Frame.hour(day, 15));
        } else {
            plan.person.complains = false;
            plan.expected = expected;
        }
    }

    /// A model foresees the delay an hour before; what it says holds until the train has arrived.
    private static void late(Traveller plan, int least, int most) {
        plan.person.consentFromStart("journey");
        plan.person.complains = false;
        Journey journey = travels(plan, "train", 18, 40, 300);
        long foretold = journey.trip().planned(LAST) - 3_600;
        int minutes = plan.dice.between(7_006, 16, 45);
        int late15 = plan.dice.between(7_007, least, most);
        plan.person.tell(
                Export.TRIPS,
                MODEL,
                "forecast.arrival",
                journey.trip().subject(),
                foretold,
                foretold,
                line -> line.text("stop", Timetable.STOPS.getLast())
                        .instant("arrival", journey.trip().planned(LAST) + minutes * 60L)
                        .whole("minutes", minutes)
                        .thousandths("late15", late15)
                        .text("model", "arrival"));
        plan.expected =
                Expected.at(foretold).points(minutes).closedAt(journey.trip().arrived(LAST) + 45);
    }

    /// A model foresees the platform the day before.
    private static void platform(Traveller plan, int least, int most) {
        plan.person.consentFromStart("journey");
        plan.person.complains = false;
        Journey journey = travels(plan, "train", 0, 9, 300);
        long foretold = journey.trip().planned(LAST) - 12 * 3_600;
        int platform = plan.dice.between(7_006, 1, Timetable.PLATFORMS);
        int probability = plan.dice.between(7_007, least, most);
        plan.person.tell(
                Export.TRIPS,
                MODEL,
                "forecast.platform",
                journey.trip().subject(),
                foretold,
                foretold,
                line -> line.text("stop", Timetable.STOPS.getLast())
                        .text("platform", String.valueOf(platform))
                        .thousandths("probability", probability)
                        .text("model", "platform"));
        plan.expected = Expected.at(foretold)
                .points(Timetable.spared(platform))
                .closedAt(journey.trip().arrived(LAST) + 45);
    }

    private static Journey travels(Traveller plan, String kind, int least, int most, int km) {
        int late = plan.dice.between(7_002, least, most);
        return books(plan, kind, km, List.of(0, late / 2, late, late));
    }

    private static void caughtUp(Traveller plan) {
        books(plan, "train", 300, List.of(0, 70, 75, 20));
    }

    private static Journey books(Traveller plan, String kind, int km, List<Integer> late) {
        int day = plan.dayWithin(7_001, 10, plan.frame.days() - 3);
        boolean train = kind.equals("train");
        Trip trip = new Trip(
                (train ? "X%06d" : "V%06d").formatted(plan.person.number),
                kind,
                Frame.hour(day, 7),
                train ? Timetable.STOPS : List.of("Lyon", "Faro"),
                train ? Timetable.LEGS : List.of(165),
                train ? late : List.of(0, late.get(LAST)));
        Journey journey = new Journey(trip, day - plan.dice.between(7_003, 2, 6), train ? LAST : 1, 4_800, km, true);
        plan.books(journey);
        return journey;
    }
}
