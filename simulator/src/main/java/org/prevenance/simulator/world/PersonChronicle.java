package org.prevenance.simulator.world;

import org.jspecify.annotations.Nullable;

/// Tells a person's own events: registration, consents, calls, and the complaint.
final class PersonChronicle {
    /// Name, latitude and longitude in ten-thousandths of a degree.
    private record City(String name, long lat, long lon) {}

    private static final City[] CITIES = {
        new City("Orléans", 479_000, 19_000), new City("Nîmes", 438_300, 43_600), new City("Brest", 483_900, -44_900),
        new City("Dijon", 473_200, 50_400), new City("Lille", 506_300, 30_600), new City("Pau", 433_000, -3_700),
        new City("Besançon", 472_400, 60_200), new City("Angers", 474_700, -5_500), new City("Metz", 491_200, 61_700)
    };

    private static final String[] TOPICS = {"wifi", "bill", "move", "tv", "number", "installation"};
    /// Mostly by phone.
    private static final String[] CHANNELS = {"phone", "phone", "phone", "chat", "email", "shop", "web"};

    private static final String[] LIKED = {"phone", "phone", "phone", "phone", "letter", "email", "shop"};

    private final Person person;
    private final Frame frame;
    private final Dice dice;

    PersonChronicle(Person person, Dice dice) {
        this.person = person;
        this.dice = dice;
        frame = person.frame;
    }

    void write(String complaintAbout, @Nullable String complaintContract) {
        register();
        declare();
        decide("care", 10, 0.6);
        decide("offers", 30, 0.4);
        decide("journey", 50, 0.3);
        if (person.calls) {
            ordinaryContacts();
        }
        if (person.complaintDay <= frame.last()) {
            complain(complaintAbout, complaintContract);
        }
    }

    private void register() {
        City city = dice.oneOf(1, CITIES);
        long time = Frame.hour(person.since, 8);
        person.tell(
                Export.CUSTOMERS,
                "crm",
                "customer.registered",
                person.subject(),
                time,
                person.known(time, 600),
                line -> {
                    line.date("since", person.since);
                    if (person.birthYear != 0) {
                        line.whole("birthYear", person.birthYear);
                    }
                    line.text("language", dice.happens(3, 0.94) ? "fr" : "en")
                            .text("city", city.name)
                            .degrees("lat", city.lat + dice.between(4, -400, 400))
                            .degrees("lon", city.lon + dice.between(5, -400, 400));
                });
    }

    /// One in four says how they want to be reached.
    private void declare() {
        if (dice.happens(6, 0.25)) {
            long time = Frame.hour(person.since, 9) - 900;
            person.tell(
                    Export.CUSTOMERS,
                    "crm",
                    "preference.declared",
                    person.subject(),
                    time,
                    person.known(time, 1900),
                    line -> line.text("channel", liked())
                            .bool("quiet", dice.happens(8, 0.1))
                            .bool("needsCare", dice.happens(9, 0.08)));
        }
    }

    private String liked() {
        return dice.oneOf(7, LIKED);
    }

    /// Some agree at once, some later, some never; some take it back, and some of those agree again.
    private void decide(String purpose, int matter, double share) {
        if (!person.undecided(purpose) || !dice.happens(matter, share)) {
            return;
        }
        int from = Math.max(person.since, frame.first());
        int given = dice.happens(matter + 1L, 0.8) ? from : from + dice.between(matter + 2L, 1, frame.days());
        consent(purpose, given, true);
        if (dice.happens(matter + 3L, 0.08)) {
            int withdrawn = Math.max(given, frame.first()) + dice.between(matter + 4L, 5, frame.days());
            consent(purpose, withdrawn, false);
            if (dice.happens(matter + 5L, 0.4)) {
                consent(purpose, withdrawn + dice.between(matter + 6L, 3, 60), true);
            }
        }
    }

    private void consent(String purpose, int day, boolean given) {
        if (day <= frame.last()) {
            person.consent(purpose, day, given);
        }
    }

    private void ordinaryContacts() {
        for (int month = 0; month * 30 < frame.days(); month++) {
            int day = frame.first() + month * 30 + dice.between(6_000 + month, 0, 29);
            if (dice.happens(5_000 + month, 0.12) && day >= person.since) {
                contact(day, dice.oneOf(7_000 + month, CHANNELS), dice.oneOf(8_000 + month, TOPICS), null, null);
            }
        }
    }

    private void complain(String about, @Nullable String contract) {
        int day = person.complaintDay;
        String text = Complaints.text(about, dice.between(9_001, 0, 9));
        String channel = person.calls ? liked() : "letter";
        if (person.calls) {
            contact(day, channel, about, text, contract);
        }
        long time = Frame.at(day, 15 * 3600 + 1800 + person.number % 600);
        person.tell(
                Export.CONTACTS,
                "crm",
                "complaint.filed",
                person.subject(),
                time,
                time + 300,
                line -> line.text("about", about)
                        .text("contractId", contract)
                        .text("journeyId", person.complaintJourney)
                        .text("channel", channel)
                        .text("text", text));
    }

    private void contact(int day, String channel, String topic, @Nullable String text, @Nullable String contract) {
        long time = Frame.at(day, 15 * 3600 + dice.between(day, 0, 1200));
        Contact.begun(person, "%s-%d".formatted(person.id(), day), channel, topic, time)
                .says(text)
                .about(contract)
                .answered(dice.between(day + 1L, 20, 900), "A%02d".formatted(day % 40))
                .closed(dice.between(day + 2L, 3, 25), dice.happens(day + 3L, 0.7), 0);
    }
}
