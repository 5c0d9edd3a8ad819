package org.prevenance.simulator.energy;

import java.util.List;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Leaks, things left on, wrong tariffs, guessed bills, homes that nobody uses.
final class SupplyStories {
    private static final String CARE = "care";
    private static final String OFFERS = "offers";
    private static final String FLOW = "energy/flow-never-stops";
    private static final String BASE = "energy/base-load-up";
    private static final String TARIFF = "energy/tariff-misfit";
    private static final String ADRIFT = "energy/estimates-adrift";
    private static final String UNUSED = "energy/supply-unused";
    private static final String NOBODY = "nobody agreed to look at the usage";
    private static final int YEAR = 350;
    /// Watt-hours a day: so much that what is left on does not show on the bill.
    private static final int MUCH = 20_000;
    /// Watt-hours in each hour: so little that a bill after quiet months is no jump.
    private static final int LITTLE = 45;

    private SupplyStories() {}

    static List<Story<Supply>> all() {
        return List.of(
                Story.trouble(FLOW, "leak", 60, "water runs in every hour, to the end", SupplyStories::leak),
                Story.trouble(FLOW, "leak-mended", 80, "a leak of ten days, then mended", SupplyStories::leakMended),
                Story.nearMiss(FLOW, "two-days", 60, "mended within three days", SupplyStories::twoDays),
                Story.nearMiss(FLOW, "shut-at-night", 60, "it stops for four hours each night", SupplyStories::shut),
                Story.nearMiss(FLOW, "an-hour-unheard", 60, "one hour a day is not heard", SupplyStories::unheardHour),
                Story.withoutConsent(FLOW, CARE, 60, NOBODY, SupplyStories::leak),
                Story.trouble(BASE, "something-left-on", 130, "150 Wh more in every hour", SupplyStories::leftOn),
                Story.trouble(
                        BASE, "then-switched-off", 160, "150 Wh more for twenty-five days", SupplyStories::switchedOff),
                Story.nearMiss(BASE, "sixty-more", 130, "less than 0.1 kWh more", plan -> more(plan, 30, 60)),
                Story.nearMiss(
                        BASE, "three-nights", 130, "too few nights to move the mean", plan -> more(plan, 3, 150)),
                Story.withoutConsent(BASE, CARE, 130, NOBODY, SupplyStories::leftOn),
                Story.trouble(
                        TARIFF, "night-heater-on-base", YEAR, "off-peak would cost less", plan -> misfit(plan, true)),
                Story.trouble(TARIFF, "days-on-off-peak", YEAR, "base would cost less", plan -> misfit(plan, false)),
                Story.nearMiss(TARIFF, "fits", YEAR, "the other tariff would cost more", plan -> {
                    hourlyForOffers(plan);
                    plan.power.nightHeater = true;
                    plan.tariff = Tariff.OFF_PEAK;
                }),
                Story.nearMiss(TARIFF, "heard-too-seldom", YEAR, "not heard for sixty days of the year", plan -> {
                    misfit(plan, true);
                    plan.hasWater = false;
                    plan.unheardFrom = plan.dayWithin(7_003, 60, 100);
                    plan.unheardTo = plan.unheardFrom + 59;
                    plan.endDay = plan.frame.first() + 400;
                    plan.expected = null;
                }),
                Story.withoutConsent(
                        TARIFF, OFFERS, YEAR, "nobody agreed to hear of offers", plan -> misfit(plan, true)),
                Story.trouble(ADRIFT, "guessed-too-high", 200, "guesses at 1.7 times the use", SupplyStories::adrift),
                Story.trouble(ADRIFT, "then-read", 300, "then a bill on readings", SupplyStories::adriftThenRead),
                Story.nearMiss(ADRIFT, "guessed-well", 200, "guesses a tenth above", plan -> guessed(plan, 110)),
                Story.nearMiss(ADRIFT, "guessed-low", 200, "guesses below the use", plan -> guessed(plan, 70)),
                Story.trouble(
                        ADRIFT, "read-without-consent", 200, "what is billed may be held against the meter", plan -> {
                            plan.person.refuse(CARE);
                            adrift(plan);
                        }),
                Story.trouble(
                        UNUSED, "stopped-using", 150, "quiet from one day on, and billed", SupplyStories::stopped),
                Story.trouble(UNUSED, "used-again", 200, "quiet for a hundred days", SupplyStories::usedAgain),
                Story.nearMiss(UNUSED, "fifty-five-days", 150, "five quiet days too few", SupplyStories::fiftyFive),
                Story.nearMiss(UNUSED, "meter-silent", 150, "absent data is not absent usage", SupplyStories::silent),
                Story.withoutConsent(UNUSED, CARE, 150, NOBODY, SupplyStories::stopped));
    }

    private static void leak(Supply plan) {
        leaks(plan, Frame.NEVER, plan.frame.days() - 8);
        plan.person.consentFromStart(CARE);
        plan.expected = afterThreeDays(plan);
    }

    private static void leakMended(Supply plan) {
        leaks(plan, 10, plan.frame.days() - 20);
        plan.person.consentFromStart(CARE);
        plan.expected = afterThreeDays(plan).closedAt(Frame.hour(plan.water.leaksTo + 1, 0));
    }

    private static void twoDays(Supply plan) {
        leaks(plan, 2, plan.frame.days() - 20);
        plan.person.consentFromStart(CARE);
    }

    private static void shut(Supply plan) {
        leaks(plan, 20, plan.frame.days() - 30);
        plan.water.shutAtNight = true;
        plan.person.consentFromStart(CARE);
    }

    private static void unheardHour(Supply plan) {
        leaks(plan, 20, plan.frame.days() - 30);
        plan.noonUnheard = true;
        plan.person.consentFromStart(CARE);
    }

    private static void leaks(Supply plan, int days, int latest) {
        plan.exact = true;
        plan.hasWater = true;
        plan.waterHourly = true;
        plan.aboutWater = true;
        plan.water.leak = plan.dice.between(7_002, 6, 30);
        plan.water.leaksFrom = plan.dayWithin(7_001, 10, latest);
        plan.water.leaksTo = days == Frame.NEVER ? Frame.NEVER : plan.water.leaksFrom + days;
    }

    /// The least hour of three days is the leak alone, at night.
    private static Expected afterThreeDays(Supply plan) {
        return Expected.on(plan.water.leaksFrom + 3).harmTenThousandths(plan.water.leak * 24L * Supply.LITRE);
    }

    private static void leftOn(Supply plan) {
        more(plan, Frame.NEVER, 150);
        plan.power.moreFrom = plan.frame.last() - plan.dice.between(7_003, 20, 40);
        plan.person.consentFromStart(CARE);
        plan.expected = Expected.between(plan.power.moreFrom + 5, plan.power.moreFrom + 14);
    }

    private static void switchedOff(Supply plan) {
        more(plan, 25, 150);
        plan.person.consentFromStart(CARE);
        plan.expected = Expected.between(plan.power.moreFrom + 5, plan.power.moreFrom + 14)
                .closedAt(Frame.hour(plan.power.moreFrom + 16, 0));
    }

    private static void more(Supply plan, int days, int wattHours) {
        plan.exact = true;
        plan.reading = Supply.Reading.HOURLY;
        plan.power.more = wattHours;
        plan.power.dailyMean = MUCH;
        plan.power.moreFrom = plan.dayWithin(7_001, 75, plan.frame.days() - 50);
        plan.power.moreTo = days == Frame.NEVER ? Frame.NEVER : plan.power.moreFrom + days - 1;
        plan.person.consentFromStart(CARE);
    }

    private static void misfit(Supply plan, boolean heatsAtNight) {
        hourlyForOffers(plan);
        plan.power.nightHeater = heatsAtNight;
        plan.power.alwaysOn = 80;
        plan.power.dailyMean = 14_000;
        plan.tariff = heatsAtNight ? Tariff.BASE : Tariff.OFF_PEAK;
        plan.expected = Expected.between(plan.frame.first() + 329, plan.frame.first() + 332);
    }

    private static void hourlyForOffers(Supply plan) {
        plan.exact = true;
        plan.reading = Supply.Reading.HOURLY;
        plan.person.consentFromStart(CARE);
        plan.person.consentFromStart(OFFERS);
    }

    private static void adrift(Supply plan) {
        guessed(plan, 170);
        plan.expected = Expected.between(plan.frame.first() + 33, plan.frame.first() + 130);
    }

    private static void adriftThenRead(Supply plan) {
        guessed(plan, 170);
        plan.guessedTo = plan.frame.first() + 190;
        plan.expected = Expected.between(plan.frame.first() + 33, plan.frame.first() + 130)
                .closedAt(Frame.hour(plan.guessedTo - 28, 0));
    }

    private static void guessed(Supply plan, int hundredths) {
        daily(plan);
        plan.person.consentFromStart(CARE);
        plan.guessedFrom = plan.frame.first();
        plan.guessedTo = Frame.NEVER;
        plan.guessedAt = hundredths;
        plan.tariff = Tariff.BASE;
        plan.power.nightHeater = false;
    }

    private static void stopped(Supply plan) {
        idles(plan, Frame.NEVER, plan.frame.days() - 90);
        plan.expected = afterSixtyDays(plan);
    }

    private static void usedAgain(Supply plan) {
        idles(plan, 100, plan.frame.days() - 150);
        plan.expected = afterSixtyDays(plan).closedAt(Frame.hour(plan.power.idleTo + 1, 1));
    }

    private static void fiftyFive(Supply plan) {
        idles(plan, 55, plan.frame.days() - 90);
    }

    private static void silent(Supply plan) {
        daily(plan);
        plan.person.consentFromStart(CARE);
        plan.hasWater = false;
        int earliest = plan.frame.days() >= YEAR ? 160 : 20;
        plan.unheardFrom = plan.dayWithin(7_001, earliest, plan.frame.days() - 100);
        plan.unheardTo = plan.unheardFrom + 89;
    }

    private static void idles(Supply plan, int days, int latest) {
        daily(plan);
        plan.person.consentFromStart(CARE);
        plan.power.alwaysOn = LITTLE;
        plan.power.dailyMean = 30 * LITTLE;
        plan.power.idleFrom = plan.dayWithin(7_001, latest / 2, latest);
        plan.power.idleTo = days == Frame.NEVER ? Frame.NEVER : plan.power.idleFrom + days - 1;
    }

    private static void daily(Supply plan) {
        plan.exact = true;
        plan.reading = Supply.Reading.DAILY;
    }

    private static Expected afterSixtyDays(Supply plan) {
        return Expected.between(plan.power.idleFrom + 59, plan.power.idleFrom + 60);
    }
}
