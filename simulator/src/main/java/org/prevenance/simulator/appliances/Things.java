package org.prevenance.simulator.appliances;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Outbox;
import org.prevenance.simulator.world.Person;

/// The connected things of one home, under one service contract. Not thread-safe.
public final class Things extends Life {
    private static final String[] HUBS = {"hub-est", "hub-nord", "hub-sud"};
    /// The hub platform that falls silent for two days.
    static final String BROKEN_HUB = "hub-nord";

    static final int BROKEN_DAYS = 2;

    final int number;
    /// The platform that its devices report to.
    private String hub;

    @Nullable
    Fridge fridge;

    @Nullable
    Bulb bulb;

    @Nullable
    Sensor sensor;

    @Nullable
    Washer washer;

    /// More sensors that report to the same gateway, once a day.
    final List<Sensor> others = new ArrayList<>();

    private String subject = "";

    Things(Person person) {
        super(person, 81);
        number = person.number;
        hub = HUBS[dice.between(1, 0, HUBS.length - 1)];
    }

    Fridge withFridge() {
        Fridge made = new Fridge(device("FR"), number, hub, dice.of(2));
        fridge = made;
        subject = device("FR");
        return made;
    }

    Bulb withBulb() {
        Bulb made = new Bulb(person, device("BU"), number, hub, dice.of(3));
        bulb = made;
        subject = device("BU");
        return made;
    }

    Sensor withSensor() {
        Sensor made = new Sensor(device("SE"), "%06d".formatted(number), number, hub, dice.of(4));
        sensor = made;
        subject = device("SE");
        return made;
    }

    /// A sensor in a house full of them, behind a gateway of the house's own.
    Sensor withSensorAmong(int more) {
        hub = "gateway-%06d".formatted(number);
        for (int i = 1; i <= more; i++) {
            String id = "%06d-%d".formatted(number, i);
            Sensor made = new Sensor("device/SE" + id, id, number + 17 * i, hub, dice.of(10 + i));
            made.everyHours = 24;
            others.add(made);
        }
        return withSensor();
    }

    Washer withWasher() {
        Washer made = new Washer(person, device("WA"), number, hub, dice.of(5));
        washer = made;
        subject = device("WA");
        return made;
    }

    private String device(String letters) {
        return "device/" + letters + "%06d".formatted(number);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String contractId() {
        return "H%06d".formatted(number);
    }

    /// The hub platform's two silent days begin here, in worlds that are long enough.
    static int brokenFrom(Frame frame) {
        return frame.days() >= 60 ? frame.first() + frame.days() * 2 / 3 : Frame.NEVER;
    }

    /// A washing machine itself asks for something.
    ///
    /// @return when it is known
    long asks(int day, String need) {
        long time = Frame.hour(day, 11) + number % 3_000;
        person.tell(Export.APPLIANCES, hub, "device.asked", subject, time, time + 20, line -> line.text("need", need));
        return time + 20;
    }

    /// The same, in error: what takes it back is known a day before it is itself.
    void asksAndTakesBack(int day) {
        long time = Frame.hour(day, 11) + number % 3_000;
        String id = person.tell(
                Export.APPLIANCES,
                hub,
                "device.asked",
                subject,
                time,
                time + 2L * EventLine.DAY_SECONDS,
                line -> line.text("need", "help"));
        person.tell(
                Export.APPLIANCES,
                hub,
                "device.asked",
                subject,
                time,
                time + EventLine.DAY_SECONDS,
                line -> line.text("need", "help").text("retracts", id));
    }

    /// A person closes the case of this signal, at three in the afternoon.
    ///
    /// @return when it is known
    long closeCase(String signal, int day) {
        long time = Frame.hour(day, 15) + number % 3_000;
        person.tell(
                Export.CASES,
                "crm",
                "case.closed",
                "contract/" + contractId(),
                time,
                time + 30,
                line -> line.text("caseId", signal + ":" + subject)
                        .text("outcome", "confirmed")
                        .bool("useful", true));
        return time + 30;
    }

    @Override
    public void complete() {
        long time = Frame.hour(person.since, 9) + 90;
        person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.started",
                "contract/" + contractId(),
                time,
                person.known(time, 2_700),
                line -> line.text("customerId", person.id()).text("product", "appliances"));
        install(fridge != null, "FR", "fridge");
        install(bulb != null, "BU", "bulb");
        install(sensor != null, "SE", "sensor");
        for (int i = 1; i <= others.size(); i++) {
            install(device("SE") + "-" + i, "sensor");
        }
        install(washer != null, "WA", "washer");
    }

    private void install(boolean there, String letters, String category) {
        if (there) {
            install(device(letters), category);
        }
    }

    private void install(String device, String category) {
        long time = Frame.hour(person.since, 15) + 240;
        person.tell(
                Export.CONTRACTS,
                "crm",
                "device.installed",
                device,
                time,
                person.known(time, 3_800),
                line -> line.text("contractId", contractId()).text("category", category));
    }

    @Override
    public void live(int day, EventLine line, Outbox outbox) {
        int broken = brokenFrom(frame);
        if (day <= person.since || hub.equals(BROKEN_HUB) && day >= broken && day < broken + BROKEN_DAYS) {
            return;
        }
        if (fridge != null) {
            fridge.live(day, line, outbox);
        }
        if (bulb != null) {
            bulb.live(day, line, outbox);
        }
        if (sensor != null) {
            sensor.live(day, line, outbox);
        }
        for (Sensor other : others) {
            other.live(day, line, outbox);
        }
        if (washer != null) {
            washer.live(day, line, outbox);
        }
    }
}
