package org.prevenance.simulator.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.DeviceFeed;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;

/// A home's electricity, and for some its water: two contracts with a meter each. Not thread-safe.
public final class Supply extends Life {
    /// How often a meter is read.
    enum Reading {
        MONTHLY,
        DAILY,
        HOURLY
    }

    /// In ten-thousandths of a euro per litre.
    static final long LITRE = 43;

    /// Water is billed twice a year, electricity every month.
    private static final int WATER_MONTHS = 6;

    /// What water costs a month whatever is used, in cents.
    private static final long WATER_MONTHLY = 480;

    static final String WATER_OFFER = "water-town";
    /// The collection of electricity and water that never fails as a whole.
    static final String READER = "linkage";

    final Consumption power;
    final Water water;
    final int number;
    int startDay;
    Tariff tariff = Tariff.BASE;
    Reading reading;
    boolean hasPower = true;
    boolean hasWater;
    boolean waterHourly;
    /// Whether the story is about the water.
    boolean aboutWater;
    /// Bills from the first to the second day are guesses, at so many hundredths of what was used.
    int guessedFrom = Frame.NEVER;

    int guessedTo = Frame.NEVER;
    int guessedAt = 100;
    /// From the first to the second day nothing is heard.
    int unheardFrom = Frame.NEVER;

    int unheardTo = Frame.NEVER;
    /// Every day at noon an hour is not heard.
    boolean noonUnheard;
    /// No reading is late, missing or sent again besides.
    boolean exact;
    int endDay = Frame.NEVER;

    private final DeviceFeed powerFeed;
    private final DeviceFeed waterFeed;

    Supply(Person person) {
        super(person, 71);
        number = person.number;
        startDay = person.since;
        power = new Consumption(person, dice.of(1));
        water = new Water(person, dice.of(2));
        int lot = dice.between(3, 0, 99);
        reading = lot < 1 ? Reading.HOURLY : lot < 20 ? Reading.DAILY : Reading.MONTHLY;
        hasWater = dice.happens(4, 0.25);
        waterHourly = dice.happens(5, 0.02);
        if (dice.happens(6, 0.2)) {
            power.nightHeater = true;
            tariff = Tariff.OFF_PEAK;
        }
        powerFeed = new DeviceFeed("e-%06d".formatted(number), READER, "device.usage", powerMeter());
        waterFeed = new DeviceFeed("w-%06d".formatted(number), READER, "device.usage", waterMeter());
    }

    private String powerMeter() {
        return "device/EM%06d".formatted(number);
    }

    private String waterMeter() {
        return "device/WM%06d".formatted(number);
    }

    @Override
    public String contractId() {
        return aboutWater ? "W%06d".formatted(number) : "E%06d".formatted(number);
    }

    @Override
    public String subject() {
        return "contract/" + contractId();
    }

    private int from() {
        return Math.max(startDay, frame.first());
    }

    /// The electricity's bills: a month each, after its end.
    private List<Bill> bills() {
        return billed("E", "electricity", 1, day -> power.cost(day, tariff));
    }

    private List<Bill> billed(String letter, String product, int months, IntToLongFunction cost) {
        List<Bill> made = new ArrayList<>();
        int base = startDay > frame.first() ? startDay : dayWithin(7, 0, 27);
        for (int k = 0; ; k++) {
            int from = Frame.monthsAfter(base, k * months);
            int to = Frame.monthsAfter(base, (k + 1) * months) - 1;
            if (to > frame.last() || to > endDay) {
                return made;
            }
            long micros = 0;
            for (int day = from; day <= to; day++) {
                micros += cost.applyAsLong(day);
            }
            if (from >= guessedFrom && to <= guessedTo && product.equals("electricity")) {
                micros = micros * guessedAt / 100;
            }
            long issued = Frame.at(to + 3, 6 * 3600 + dice.between(100 + k, 0, 9000));
            made.add(new Bill(
                    "%s%06d-%02d".formatted(letter, number, k + 1),
                    from,
                    to,
                    (micros + 5_000) / 10_000,
                    issued,
                    issued + dice.between(1_000 + k, 300, 5_400),
                    product));
        }
    }

    @Override
    public void complete() {
        fallsSilent();
        if (hasPower) {
            begin("E", "electricity", tariff.offer, tariff.label, powerMeter());
            bills().forEach(bill -> bill("E", bill));
            end("E", powerMeter());
        }
        if (hasWater) {
            begin("W", "water", WATER_OFFER, null, waterMeter());
            billed("W", "water", WATER_MONTHS, day -> litres(day) * LITRE * 100 + WATER_MONTHLY * 10_000 * 12 / 365)
                    .forEach(bill -> bill("W", bill));
            end("W", waterMeter());
        }
    }

    /// A meter that is not heard for weeks, and nobody knows why.
    private void fallsSilent() {
        if (unheardFrom > frame.last() - 4 || person.agreesSince("care") >= unheardFrom - 2) {
            return;
        }
        boolean hourly = reading == Reading.HOURLY;
        int again = unheardTo + 1;
        alsoFound(
                "appliances/gone-silent",
                powerMeter(),
                "meter-unheard",
                "weeks without a reading",
                Expected.on(hourly ? unheardFrom : unheardFrom + 2)
                        .closedAt(hourly ? Frame.at(again, 3_540) : Frame.at(again + 1, 3_600 + number % 7_200)));
    }

    private void begin(String letter, String product, String offer, @Nullable String label, String meter) {
        String id = letter + "%06d".formatted(number);
        long time = Frame.hour(startDay, 9) + 60;
        person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.started",
                "contract/" + id,
                time,
                person.known(time, 2_500),
                line -> {
                    line.text("customerId", person.id())
                            .text("product", product)
                            .text("offerId", offer);
                    if (product.equals("water")) {
                        line.money("monthly", WATER_MONTHLY);
                    }
                    line.text("tariff", label);
                });
        long installed = Frame.hour(startDay, 15) + 120;
        person.tell(
                Export.CONTRACTS,
                "crm",
                "device.installed",
                meter,
                installed,
                person.known(installed, 3_700),
                line -> line.text("contractId", id).text("model", "Relève 2").text("category", "meter"));
    }

    /// The meter goes on until midnight, and is then nobody's.
    private void end(String letter, String meter) {
        if (endDay <= frame.last()) {
            long time = Frame.hour(endDay, 10);
            String id = letter + "%06d".formatted(number);
            person.tell(
                    Export.CONTRACTS,
                    "crm",
                    "contract.ended",
                    "contract/" + id,
                    time,
                    time + 300,
                    line -> line.text("reason", "moves"));
            long removed = Frame.hour(endDay + 1, 1);
            person.tell(
                    Export.CONTRACTS,
                    "crm",
                    "device.removed",
                    meter,
                    removed,
                    removed + 120,
                    line -> line.text("contractId", id).text("reason", "contract ended"));
        }
    }

    private void bill(String letter, Bill bill) {
        boolean guessed = letter.equals("E") && bill.from() >= guessedFrom && bill.to() <= guessedTo;
        person.tell(
                Export.BILLS,
                "billing-energy",
                "bill.issued",
                "contract/" + letter + "%06d".formatted(number),
                bill.issued(),
                bill.known(),
                line -> {
                    bill.writeTo(line);
                    line.bool("estimated", guessed);
                });
    }

    @Override
    public void live(int day, EventLine line, Outbox outbox) {
        if (day <= startDay || day > endDay || day >= unheardFrom && day <= unheardTo) {
            return;
        }
        if (hasPower) {
            power(day, line, outbox);
        }
        if (hasWater) {
            water(day, line, outbox);
        }
    }

    private void power(int day, EventLine line, Outbox outbox) {
        switch (reading) {
            case HOURLY -> {
                for (int hour = 0; hour < 24; hour++) {
                    if (heard(day, hour)) {
                        long time = Frame.at(day, hour * 3600 + 3_540);
                        powerFeed.begin(line, time, time + delay(day)).thousandths("kwh", power.wattHours(day, hour));
                        outbox.post(Export.METERS, time + delay(day), line.end());
                    }
                }
            }
            case DAILY -> {
                if (exact || day % 2 != 0 || !dice.happens(day * 3L, 0.008)) {
                    long known = Frame.at(day + 1, 3_600 + number % 7_200);
                    powerFeed
                            .begin(line, Frame.at(day, 20 * 3600 + number % 3_600), known)
                            .thousandths("kwh", power.wattHours(day));
                    outbox.post(Export.METERS, known, line.end());
                }
            }
            case MONTHLY -> byMonth(day, line, outbox, powerFeed, "kwh");
        }
    }

    private void water(int day, EventLine line, Outbox outbox) {
        if (!waterHourly) {
            byMonth(day, line, outbox, waterFeed, "litres");
            return;
        }
        for (int hour = 0; hour < 24; hour++) {
            if (heard(day, hour)) {
                long time = Frame.at(day, hour * 3600 + 3_570);
                waterFeed.begin(line, time, time + 20).whole("litres", water.litres(day, hour));
                outbox.post(Export.METERS, time + 20, line.end());
            }
        }
    }

    private boolean heard(int day, int hour) {
        return !(noonUnheard && hour == 12) && (exact || !dice.happens(day * 24L + hour, 0.002));
    }

    /// Hourly readings come at once, but on a few days hours late.
    private int delay(int day) {
        return exact || !dice.happens(day * 3L + 1, 0.01) ? 40 : 3 * 3600;
    }

    /// On the first of the month, for the month before.
    private void byMonth(int day, EventLine line, Outbox outbox, DeviceFeed feed, String unit) {
        int before = Frame.monthBegun(day);
        if (before == Frame.NEVER || before < from()) {
            return;
        }
        long sum = 0;
        for (int past = before; past < day; past++) {
            sum += unit.equals("kwh") ? power.wattHours(past) : litres(past);
        }
        long time = Frame.at(day, 5 * 3600 + number % 3_600);
        feed.begin(line, time, time + 7_200);
        if (unit.equals("kwh")) {
            line.thousandths("kwh", sum);
        } else {
            line.whole("litres", sum);
        }
        line.instant("from", Frame.at(before, 0)).instant("to", Frame.at(day, 0));
        outbox.post(Export.METERS, time + 7_200, line.end());
    }

    private long litres(int day) {
        long sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            sum += water.litres(day, hour);
        }
        return sum;
    }
}
