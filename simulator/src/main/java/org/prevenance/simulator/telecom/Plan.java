package org.prevenance.simulator.telecom;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;

/// One household's line in this world: which contract, which box, what is billed and what befalls it.
///
/// From the first call of [#bills] on, what decides about bills must stay. Not thread-safe.
public final class Plan extends Life {
    private static final int SILENT_DAYS = 3;
    final int number;
    final Home home = new Home();
    int startDay;
    Offer offer;
    long monthly;
    int commitmentEnds = Frame.NEVER;
    boolean fourWeekly;
    /// Small extras on some bills, too small to be a jump.
    boolean extras = true;
    /// No bill's period begins after this day.
    int billsUntil = Frame.NEVER;
    boolean secondBoxAtStart;
    private @Nullable List<Bill> bills;
    private @Nullable DailyLife routine;

    Plan(Person person) {
        super(person, 55);
        number = person.number;
        offer = dice.oneOf(1, Offer.ORDINARY);
        monthly = offer.listed;
        fourWeekly = dice.happens(3, 0.4);
        if (person.since > frame.first()) {
            startsOn(person.since);
        } else {
            startDay = person.since;
            home.from = frame.first();
        }
    }

    @Override
    public String contractId() {
        return "C%06d".formatted(number);
    }

    @Override
    public String subject() {
        return contract();
    }

    String contract() {
        return "contract/" + contractId();
    }

    String box(int which) {
        return which == 1 ? "device/B%06d".formatted(number) : "device/B%06d-%d".formatted(number, which);
    }

    /// Makes this a household that comes during the world.
    void startsOn(int day) {
        startDay = day;
        home.from = day;
        monthly = offer.monthlyOn(day, frame);
    }

    void offer(Offer other) {
        offer = other;
        monthly = other.listed;
    }

    /// The bills, by period, to be changed in place before [#complete].
    List<Bill> bills() {
        if (bills == null) {
            bills = regularBills();
        }
        return bills;
    }

    /// The first bill whose period begins after this day; null when none does.
    @Nullable
    Bill billAfter(int day) {
        for (Bill bill : bills()) {
            if (bill.from() > day) {
                return bill;
            }
        }
        return null;
    }

    /// The bills whose period begins after this day and that are known by the end.
    List<Bill> billsAfter(int day) {
        return bills().stream()
                .filter(bill -> bill.from() > day && frame.reaches(bill.known()))
                .toList();
    }

    static long sum(List<Bill> bills) {
        return bills.stream().mapToLong(Bill::cents).sum();
    }

    private List<Bill> regularBills() {
        LocalDate base = LocalDate.ofEpochDay(startDay >= frame.first() ? startDay : dayWithin(4, 0, 27));
        List<Bill> regular = new ArrayList<>();
        for (int k = 0; ; k++) {
            int from = periodStart(base, k);
            if (from > frame.last() || from > billsUntil) {
                return regular;
            }
            long issued = Frame.at(from + dice.between(5, 1, 2), 6 * 3600 + dice.between(100 + k, 0, 9000));
            long extra = extras && dice.happens(400 + k, 0.25) ? dice.between(700 + k, 10, 600) : 0;
            regular.add(new Bill(
                    "F%06d-%02d".formatted(number, k + 1),
                    from,
                    periodStart(base, k + 1) - 1,
                    monthly + extra,
                    issued,
                    issued + dice.between(1000 + k, 300, 5400),
                    "internet"));
        }
    }

    private int periodStart(LocalDate base, int period) {
        LocalDate start = fourWeekly ? base.plusDays(28L * period) : base.plusMonths(period);
        return (int) start.toEpochDay();
    }

    /// Issues a bill that is not among [#bills] and says its event's id.
    String issue(Bill bill) {
        return person.tell(
                Export.BILLS, "billing", "bill.issued", contract(), bill.issued(), bill.known(), bill::writeTo);
    }

    /// Puts another bill in the place of the one with this event id, known from then on.
    void correct(String id, Bill instead, long known) {
        person.tell(Export.BILLS, "billing", "bill.issued", contract(), instead.issued(), known, line -> {
            instead.writeTo(line);
            line.text("corrects", id);
        });
    }

    void retract(String id, Bill bill, long known) {
        person.tell(Export.BILLS, "billing", "bill.issued", contract(), bill.issued(), known, line -> {
            bill.writeTo(line);
            line.text("retracts", id);
        });
    }

    /// Refunds, at one in the afternoon, and says when it is known.
    long refund(int day, long cents) {
        long time = Frame.hour(day, 13);
        person.tell(
                Export.BILLS,
                "billing",
                "refund.issued",
                contract(),
                time,
                time + 900,
                line -> line.money("amount", cents));
        return time + 900;
    }

    /// Ends the contract at ten in the morning; bills and usage are up to the story.
    ///
    /// @return when it is known
    long end(int day, long knownAfterSeconds, String reason) {
        long time = Frame.hour(day, 10);
        person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.ended",
                contract(),
                time,
                time + knownAfterSeconds,
                line -> line.text("reason", reason));
        return time + knownAfterSeconds;
    }

    /// Gives a box back at two in the afternoon.
    ///
    /// @return when it is known
    long giveBack(int which, int day, long knownAfterSeconds, String reason) {
        long time = Frame.hour(day, 14);
        person.tell(
                Export.CONTRACTS,
                "shops",
                "equipment.returned",
                box(which),
                time,
                time + knownAfterSeconds,
                line -> line.text("contractId", contractId())
                        .text("pointId", "P%02d".formatted(number % 20))
                        .text("reason", reason));
        return time + knownAfterSeconds;
    }

    void install(int which, long time, long known) {
        String model = home.model == Home.Model.COUNTING ? "Lien 5" : "Lien 3";
        person.tell(
                Export.CONTRACTS,
                "crm",
                "device.installed",
                box(which),
                time,
                known,
                line -> line.text("contractId", contractId())
                        .text("model", model)
                        .text("category", "box"));
    }

    /// Changes the price at nine in the morning.
    ///
    /// @return when it is known
    long change(int day, long newMonthly, Offer newOffer, String reason) {
        long time = Frame.hour(day, 9);
        person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.changed",
                contract(),
                time,
                time + 120,
                line -> line.money("monthly", newMonthly)
                        .text("offerId", newOffer.id)
                        .text("reason", reason));
        return time + 120;
    }

    void consent(String purpose, int day, boolean given) {
        person.consent(purpose, day, given);
    }

    void consentFromStart(String purpose) {
        person.consentFromStart(purpose);
    }

    void refuse(String purpose) {
        person.refuse(purpose);
    }

    @Override
    public void complete() {
        Chronicle.write(this);
        routine = new DailyLife(this);
        fallsSilent();
    }

    /// A box that is heard every night falls silent where three nights are missed and nobody knows why.
    private void fallsSilent() {
        int silentSince = home.lastHeard();
        if (silentSince == Frame.NEVER
                || silentSince + SILENT_DAYS > frame.last()
                || Math.max(person.agreesSince("care"), home.from) >= silentSince) {
            return;
        }
        long ends = home.backKnown == 0 ? DailyLife.reportKnown(this, home.unheardTo + 1) : home.backKnown;
        if (ends > Frame.hour(silentSince + SILENT_DAYS, 24)) {
            alsoFound(
                    "appliances/gone-silent",
                    box(1),
                    "box-unplugged",
                    "no box in the house, and nobody knows yet",
                    Expected.on(silentSince + SILENT_DAYS).closedAt(ends));
        }
    }

    @Override
    public void live(int day, EventLine line, Outbox outbox) {
        if (routine != null) {
            routine.live(day, line, outbox);
        }
    }
}
