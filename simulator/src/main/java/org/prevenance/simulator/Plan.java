package org.prevenance.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One household's life in this world: who, which contract, which box, what is billed and what befalls it.
///
/// First the fields are set, by chance and then by a story; from the first call of [#bills] on they must stay.
/// [#complete] makes the events that follow from them. Not thread-safe.
final class Plan {
    final Frame frame;
    final Dice dice;
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
    /// Whether bills may come late, twice or wrong by chance.
    boolean ordinary;

    @Nullable
    Expected expected;

    int complaintDay = Frame.NEVER;
    String complaintAbout = "billing";

    private final List<Happening> happenings = new ArrayList<>();
    private final Set<String> decidedConsents = new HashSet<>();
    private @Nullable List<Bill> bills;
    private int nextEvent;

    Plan(Frame frame, Dice dice, int number) {
        this.frame = frame;
        this.dice = dice;
        this.number = number;
        offer = dice.oneOf(1, Offer.ORDINARY);
        monthly = offer.listed;
        startDay = frame.first() - dice.between(2, 30, 1500);
        fourWeekly = dice.happens(3, 0.4);
        home.from = frame.first();
    }

    String customer() {
        return "customer/K%06d".formatted(number);
    }

    String contractId() {
        return "C%06d".formatted(number);
    }

    String contract() {
        return "contract/" + contractId();
    }

    String box(int which) {
        return which == 1 ? "device/B%06d".formatted(number) : "device/B%06d-%d".formatted(number, which);
    }

    /// A day from `least` to `most` days after the first, by chance.
    int dayWithin(int matter, int least, int most) {
        return frame.first() + dice.between(matter, least, most);
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

    /// Adds an event and says its id.
    String tell(
            Export export,
            String source,
            String type,
            String subject,
            long time,
            long known,
            Consumer<EventLine> data) {
        String id = "%s-%d".formatted(contractId(), ++nextEvent);
        happenings.add(new Happening(export, source, type, subject, id, time, known, data));
        return id;
    }

    /// Makes sure that chance does not decide this consent.
    void refuse(String purpose) {
        decidedConsents.add(purpose);
    }

    boolean undecided(String purpose) {
        return !decidedConsents.contains(purpose);
    }

    /// Gives or withdraws a consent on a day; on or before the first day means with the registration.
    void consent(String purpose, int day, boolean given) {
        decidedConsents.add(purpose);
        boolean early = day <= Math.max(startDay, frame.first());
        long time = early ? Frame.at(startDay, 8 * 3600 + 600) : Frame.at(day, 10 * 3600 + dice.between(day, 0, 3000));
        long known = Math.max(time + 60, Frame.at(frame.first(), 1200 + number % 600));
        String method = dice.oneOf(day + 7L, new String[] {"web", "phone", "shop", "paper"});
        tell(
                Export.CUSTOMERS,
                "crm",
                given ? "consent.given" : "consent.withdrawn",
                customer(),
                time,
                known,
                line -> line.text("purpose", purpose).text("method", method).text("noticeVersion", "2023-2"));
    }

    void consentFromStart(String purpose) {
        consent(purpose, startDay, true);
    }

    /// Issues a bill that is not among [#bills] and says its event's id.
    String issue(Bill bill) {
        return tell(Export.BILLS, "billing", "bill.issued", contract(), bill.issued(), bill.known(), bill::writeTo);
    }

    /// Puts another bill in the place of the one with this event id, known from then on.
    void correct(String id, Bill instead, long known) {
        tell(Export.BILLS, "billing", "bill.issued", contract(), instead.issued(), known, line -> {
            instead.writeTo(line);
            line.text("corrects", id);
        });
    }

    void retract(String id, Bill bill, long known) {
        tell(Export.BILLS, "billing", "bill.issued", contract(), bill.issued(), known, line -> {
            bill.writeTo(line);
            line.text("retracts", id);
        });
    }

    /// Refunds, at one in the afternoon, and says when it is known.
    long refund(int day, long cents) {
        long time = Frame.hour(day, 13);
        tell(
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
        tell(
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
        tell(
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
        tell(
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
        tell(
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

    /// All events besides the daily routine, after the plan is settled.
    List<Happening> complete() {
        Chronicle.write(this);
        return happenings;
    }
}
