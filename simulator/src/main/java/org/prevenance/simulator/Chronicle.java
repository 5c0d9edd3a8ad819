package org.prevenance.simulator;

import org.jspecify.annotations.Nullable;

/// Turns a settled plan into events: who they are, what they agreed to, what they got, what they were billed, whom they
/// called.
final class Chronicle {
    /// Name, latitude and longitude in ten-thousandths of a degree.
    private record City(String name, long lat, long lon) {}

    private static final City[] CITIES = {
        new City("Orléans", 479_000, 19_000), new City("Nîmes", 438_300, 43_600), new City("Brest", 483_900, -44_900),
        new City("Dijon", 473_200, 50_400), new City("Lille", 506_300, 30_600), new City("Pau", 433_000, -3_700),
        new City("Besançon", 472_400, 60_200), new City("Angers", 474_700, -5_500), new City("Metz", 491_200, 61_700)
    };

    private static final String[] TOPICS = {"wifi", "bill", "move", "tv", "number", "installation"};
    private static final String[] CHANNELS = {"phone", "phone", "phone", "chat", "email", "shop", "web"};

    private final Plan plan;
    private final Frame frame;
    private final Dice dice;

    private Chronicle(Plan plan) {
        this.plan = plan;
        frame = plan.frame;
        dice = plan.dice.of(77);
    }

    static void write(Plan plan) {
        Chronicle chronicle = new Chronicle(plan);
        chronicle.register();
        chronicle.decideConsents();
        chronicle.startContract();
        plan.bills().forEach(chronicle::bill);
        chronicle.ordinaryContacts();
        chronicle.complaint();
    }

    private void register() {
        City city = dice.oneOf(1, CITIES);
        long time = Frame.hour(plan.startDay, 8);
        plan.tell(
                Export.CUSTOMERS,
                "crm",
                "customer.registered",
                plan.customer(),
                time,
                known(time, 600),
                line -> line.date("since", plan.startDay)
                        .whole("birthYear", dice.between(2, 1932, 2003))
                        .text("language", dice.happens(3, 0.94) ? "fr" : "en")
                        .text("city", city.name)
                        .degrees("lat", city.lat + dice.between(4, -400, 400))
                        .degrees("lon", city.lon + dice.between(5, -400, 400)));
    }

    private void decideConsents() {
        decide("care", 10, 0.6);
        decide("offers", 30, 0.4);
    }

    /// Some agree at once, some later, some never; some take it back, and some of those agree again.
    private void decide(String purpose, int matter, double share) {
        if (!plan.undecided(purpose) || !dice.happens(matter, share)) {
            return;
        }
        int from = Math.max(plan.startDay, frame.first());
        int given = dice.happens(matter + 1, 0.8) ? from : from + dice.between(matter + 2, 1, frame.days());
        consentAfter(purpose, given, true);
        if (dice.happens(matter + 3, 0.08)) {
            int withdrawn = Math.max(given, frame.first()) + dice.between(matter + 4, 5, frame.days());
            consentAfter(purpose, withdrawn, false);
            if (dice.happens(matter + 5, 0.4)) {
                consentAfter(purpose, withdrawn + dice.between(matter + 6, 3, 60), true);
            }
        }
    }

    private void consentAfter(String purpose, int day, boolean given) {
        if (day <= frame.last()) {
            plan.consent(purpose, day, given);
        }
    }

    private void startContract() {
        long time = Frame.hour(plan.startDay, 9);
        plan.tell(Export.CONTRACTS, "crm", "contract.started", plan.contract(), time, known(time, 2400), line -> {
            line.text("customerId", "K%06d".formatted(plan.number))
                    .text("product", "internet")
                    .text("offerId", plan.offer.id)
                    .money("monthly", plan.monthly);
            if (plan.commitmentEnds != Frame.NEVER) {
                line.date("commitmentEnds", plan.commitmentEnds);
            }
        });
        install(1);
        if (plan.secondBoxAtStart) {
            install(2);
        }
    }

    private void install(int box) {
        long time = Frame.at(plan.startDay, 15 * 3600 + box);
        plan.install(box, time, known(time, 3600));
    }

    /// When the export learns of something that may be older than the export itself.
    private long known(long time, int second) {
        return Math.max(time + 60 + plan.number % 60, Frame.at(frame.first(), second + plan.number % 600));
    }

    private void bill(Bill bill) {
        int luck = plan.ordinary ? dice.between(2L * bill.from(), 0, 999) : 999;
        if (luck < 6) {
            plan.issue(bill.knownAt(bill.known() + (3L + luck) * EventLine.DAY_SECONDS));
        } else if (luck < 10) {
            plan.correct(
                    plan.issue(bill), bill.withCents(bill.cents() - 100), bill.known() + 3L * EventLine.DAY_SECONDS);
        } else {
            plan.issue(bill);
        }
        pay(bill);
    }

    private void pay(Bill bill) {
        if (dice.happens(bill.from(), 0.97)) {
            long paid = bill.issued() + dice.between(bill.from() + 1L, 5, 12) * (long) EventLine.DAY_SECONDS;
            plan.tell(
                    Export.BILLS,
                    "billing",
                    "bill.paid",
                    plan.contract(),
                    paid,
                    paid + 3600,
                    line -> line.text("bill", bill.number()).money("amount", bill.cents()));
        }
    }

    private void ordinaryContacts() {
        for (int month = 0; month * 30 < frame.days(); month++) {
            if (dice.happens(5_000 + month, 0.12)) {
                int day = month * 30 + dice.between(6_000 + month, 0, 29);
                if (frame.first() + day >= plan.startDay) {
                    contact(
                            frame.first() + day,
                            dice.oneOf(7_000 + month, CHANNELS),
                            dice.oneOf(8_000 + month, TOPICS),
                            null);
                }
            }
        }
    }

    private void complaint() {
        int day = plan.complaintDay;
        if (day > frame.last()) {
            return;
        }
        String about = plan.complaintAbout;
        String channel = dice.happens(9_000, 0.8) ? "phone" : "letter";
        contact(day, channel, about, "Je ne comprends pas, on me demande encore de payer.");
        long time = Frame.at(day, 15 * 3600 + 1800 + plan.number % 600);
        plan.tell(
                Export.CONTACTS,
                "crm",
                "complaint.filed",
                plan.customer(),
                time,
                time + 300,
                line -> line.text("about", about)
                        .text("contractId", plan.contractId())
                        .text("channel", channel));
    }

    private void contact(int day, String channel, String topic, @Nullable String text) {
        long time = Frame.at(day, 15 * 3600 + dice.between(day, 0, 1200));
        String id = "%s-%d".formatted(plan.contractId(), day);
        int wait = dice.between(day + 1L, 20, 900);
        int minutes = dice.between(day + 2L, 3, 25);
        boolean solved = dice.happens(day + 3L, 0.7);
        plan.tell(
                Export.CONTACTS,
                "phone",
                "contact.received",
                plan.customer(),
                time,
                time + 5,
                line -> line.text("contact", id)
                        .text("channel", channel)
                        .text("text", text)
                        .text("topic", topic)
                        .text("contractId", plan.contractId()));
        plan.tell(
                Export.CONTACTS,
                "phone",
                "contact.answered",
                plan.customer(),
                time + wait,
                time + wait + 5,
                line -> line.text("contact", id)
                        .whole("waitSeconds", wait)
                        .text("agentId", "A%02d".formatted(day % 40)));
        long closed = time + wait + minutes * 60L;
        plan.tell(
                Export.CONTACTS,
                "phone",
                "contact.closed",
                plan.customer(),
                closed,
                closed + 30,
                line -> line.text("contact", id).bool("solved", solved).whole("minutes", minutes));
    }
}
