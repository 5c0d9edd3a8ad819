package org.prevenance.simulator.appliances;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Things that warm up, wear out, ask for help, fall silent or burn for nobody.
final class ThingStories {
    private static final String CARE = "care";
    private static final String WARM = "appliances/too-warm";
    private static final String WORN = "appliances/wearing-out";
    private static final String ASKS = "appliances/device-asks";
    private static final String SILENT = "appliances/gone-silent";
    private static final String LEFT_ON = "appliances/left-on";
    private static final String NOBODY = "nobody agreed to look at the device";
    private static final int HOUR = 3_600;
    /// So many more sensors that one which is not heard leaves 96 % of them.
    private static final int OTHERS = 24;

    private ThingStories() {}

    static List<Story<Things>> all() {
        return List.of(
                Story.trouble(
                        WARM,
                        "compressor-fails",
                        40,
                        "six degrees too warm for the last two days",
                        ThingStories::fails),
                Story.trouble(WARM, "door-ajar", 40, "nine hours too warm, then cold again", ThingStories::ajar),
                Story.nearMiss(WARM, "five-hours", 40, "five hours are not six", plan -> warm(plan, 5, 6_000)),
                Story.nearMiss(WARM, "three-degrees", 40, "three degrees, not four", plan -> warm(plan, 36, 3_000)),
                Story.nearMiss(WARM, "hours-unheard", 40, "every third hour is not heard", ThingStories::patchy),
                Story.withoutConsent(WARM, CARE, 40, NOBODY, ThingStories::fails),
                Story.trouble(WORN, "bearings", 150, "more vibration with each wash", ThingStories::worn),
                Story.nearMiss(WORN, "a-little", 150, "a little more, and no more", ThingStories::hardlyWorn),
                Story.withoutConsent(WORN, CARE, 150, NOBODY, ThingStories::worn),
                Story.trouble(
                        ASKS, "asks-for-a-part", 30, "the machine itself asks, and nobody came", ThingStories::asks),
                Story.trouble(ASKS, "asked-and-served", 30, "somebody came and closed the case", ThingStories::served),
                Story.trouble(ASKS, "asks-without-consent", 30, "asking is agreement enough", plan -> {
                    plan.person.refuse(CARE);
                    asks(plan);
                }),
                Story.nearMiss(ASKS, "taken-back", 30, "taken back before anybody knew of it", plan -> {
                    plan.withWasher();
                    plan.asksAndTakesBack(plan.dayWithin(7_001, 5, plan.frame.days() - 8));
                }),
                Story.trouble(SILENT, "battery-empty", 60, "silent to the end", ThingStories::empty),
                Story.trouble(SILENT, "heard-again", 60, "silent for three days", ThingStories::heardAgain),
                Story.nearMiss(
                        SILENT, "seldom-anyway", 60, "two days are short for one report a day", ThingStories::seldom),
                Story.nearMiss(SILENT, "one-missed", 60, "eight hours are short for one every four", plan -> {
                    silent(plan, 6);
                }),
                Story.nearMiss(SILENT, "gateway-silent", 60, "all devices of the house are", ThingStories::allSilent),
                Story.nearMiss(
                        SILENT, "one-of-ten", 60, "the other nine are not 95 % of ten", plan -> silent(plan, 72, 9)),
                Story.withoutConsent(SILENT, CARE, 60, NOBODY, ThingStories::empty),
                Story.trouble(LEFT_ON, "left-on", 40, "on for seven hours with nobody there", ThingStories::leftOn),
                Story.nearMiss(LEFT_ON, "three-hours", 40, "three hours and a half", plan -> left(plan, 210)),
                Story.nearMiss(LEFT_ON, "somebody-there", 40, "somebody stayed", plan -> {
                    left(plan, 420);
                    bulb(plan).somebodyStays = true;
                }),
                Story.withoutConsent(LEFT_ON, CARE, 40, NOBODY, ThingStories::leftOn));
    }

    private static void fails(Things plan) {
        warm(plan, Frame.NEVER, 6_000);
        fridge(plan).warmFrom = Frame.hour(plan.frame.last() - 2, 6);
        plan.expected = sixHoursLater(plan);
    }

    private static void ajar(Things plan) {
        warm(plan, 9, 6_000);
        plan.expected = sixHoursLater(plan).closedAt(fridge(plan).warmTo + HOUR);
    }

    private static void patchy(Things plan) {
        warm(plan, 36, 6_000);
        fridge(plan).patchy = true;
    }

    private static void warm(Things plan, int hours, int thousandths) {
        plan.person.consentFromStart(CARE);
        Fridge fridge = plan.withFridge();
        int day = quietDay(plan, 8, 6);
        fridge.warmer = thousandths;
        fridge.warmFrom = Frame.hour(day, 6);
        fridge.warmTo = hours == Frame.NEVER ? Long.MAX_VALUE : fridge.warmFrom + hours * (long) HOUR;
    }

    private static Expected sixHoursLater(Things plan) {
        return Expected.on(Frame.dayOf(fridge(plan).warmFrom));
    }

    private static void worn(Things plan) {
        plan.person.consentFromStart(CARE);
        Washer washer = plan.withWasher();
        washer.daily = true;
        washer.wearsFrom = plan.dayWithin(7_001, 96, plan.frame.days() - 20);
        plan.expected = Expected.between(washer.wearsFrom + 4, washer.wearsFrom + 14);
    }

    private static void hardlyWorn(Things plan) {
        plan.person.consentFromStart(CARE);
        Washer washer = plan.withWasher();
        washer.daily = true;
        washer.wearsFrom = plan.dayWithin(7_001, 96, plan.frame.days() - 20);
        washer.wearPerWash = 2;
    }

    private static void asks(Things plan) {
        plan.person.consentFromStart(CARE);
        plan.withWasher();
        String need = plan.dice.oneOf(7_002, new String[] {"part", "help", "visit", "refill"});
        plan.expected = Expected.at(plan.asks(plan.dayWithin(7_001, 5, plan.frame.days() - 3), need));
    }

    private static void served(Things plan) {
        asks(plan);
        Expected asked = requireNonNull(plan.expected);
        plan.expected = asked.closedAt(plan.closeCase(ASKS, asked.opensFrom() + 2));
    }

    private static void empty(Things plan) {
        silent(plan, Frame.NEVER);
        plan.expected = Expected.on(Frame.dayOf(sensor(plan).silentFrom));
    }

    private static void heardAgain(Things plan) {
        silent(plan, 72);
        plan.expected = Expected.on(Frame.dayOf(sensor(plan).silentFrom)).closedAt(sensor(plan).silentTo);
    }

    private static void seldom(Things plan) {
        silent(plan, 47);
        sensor(plan).everyHours = 24;
    }

    /// The gateway reads all its sensors at once, so that they are heard again at one instant.
    private static void allSilent(Things plan) {
        silent(plan, 72);
        for (Sensor other : plan.others) {
            other.readWith(sensor(plan));
            other.silentFrom = sensor(plan).silentFrom;
            other.silentTo = sensor(plan).silentTo;
        }
    }

    private static void silent(Things plan, int hours) {
        silent(plan, hours, OTHERS);
    }

    private static void silent(Things plan, int hours, int others) {
        plan.person.consentFromStart(CARE);
        Sensor sensor = plan.withSensorAmong(others);
        sensor.silentFrom = Frame.hour(quietDay(plan, 20, 15), 0) + HOUR;
        sensor.silentTo = hours == Frame.NEVER ? Long.MAX_VALUE : sensor.silentFrom + hours * (long) HOUR;
    }

    private static void leftOn(Things plan) {
        left(plan, 420);
        long off = Frame.hour(bulb(plan).leftOnDay, 9) + 600 + 420 * 60;
        plan.expected = Expected.on(bulb(plan).leftOnDay).closedAt(off);
    }

    private static void left(Things plan, int minutes) {
        plan.person.consentFromStart(CARE);
        Bulb bulb = plan.withBulb();
        bulb.leftOnDay = quietDay(plan, 5, 3);
        bulb.leftOnMinutes = minutes;
    }

    /// A day that has nothing to do with the hub's outage, at least so many days from the beginning and the end.
    private static int quietDay(Things plan, int fromBegin, int fromEnd) {
        int day = plan.dayWithin(7_001, fromBegin, plan.frame.days() - fromEnd);
        int broken = Things.brokenFrom(plan.frame);
        return Math.abs(day - broken) <= 4 ? broken - 5 : day;
    }

    private static Fridge fridge(Things plan) {
        return requireNonNull(plan.fridge);
    }

    private static Bulb bulb(Things plan) {
        return requireNonNull(plan.bulb);
    }

    private static Sensor sensor(Things plan) {
        return requireNonNull(plan.sensor);
    }
}
