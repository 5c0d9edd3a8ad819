package org.prevenance.simulator.bank;

import java.util.List;
import java.util.stream.IntStream;
import org.prevenance.simulator.bank.Account.Insurance;
import org.prevenance.simulator.bank.Account.Option;
import org.prevenance.simulator.bank.Account.Rule;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Options that nobody uses, people insured twice, campaigns for somebody else.
final class AccountStories {
    private static final String CARE = "care";
    private static final String OPTION = "bank/unused-option";
    private static final String TWICE = "bank/insured-twice";
    private static final String AUDIENCE = "bank/wrong-audience";
    private static final String HOME = "home-insurance";
    private static final int YEAR = 365;
    private static final int TWO_MONTHS = 60;

    private AccountStories() {}

    static List<Story<Account>> all() {
        return List.of(
                Story.trouble(OPTION, "never-used", YEAR, "billed twelve times, never used", AccountStories::unused),
                Story.nearMiss(OPTION, "used-once", YEAR, "used once in each year", AccountStories::usedOnce),
                Story.nearMiss(
                        OPTION, "nothing-heard", YEAR, "no use of anything is heard of", AccountStories::unheard),
                Story.withoutConsent(OPTION, CARE, YEAR, "nobody agreed to look at the use", AccountStories::unused),
                Story.trouble(TWICE, "two-home-insurances", 100, "two at the same time", AccountStories::twice),
                Story.trouble(TWICE, "then-one-ends", 140, "two for a hundred days", AccountStories::thenOneEnds),
                Story.nearMiss(TWICE, "another-product", 100, "home and car", AccountStories::homeAndCar),
                Story.nearMiss(TWICE, "changed-insurer", 100, "two for forty days only", AccountStories::changed),
                Story.trouble(AUDIENCE, "too-young", 30, "aimed from sixty on", AccountStories::tooYoung),
                Story.trouble(AUDIENCE, "age-unknown", 30, "nobody knows the age", AccountStories::ageUnknown),
                Story.trouble(AUDIENCE, "product-missing", 30, "needs a product not held", AccountStories::missing),
                Story.trouble(AUDIENCE, "product-held", 30, "excludes a product held", AccountStories::held),
                Story.nearMiss(AUDIENCE, "old-enough", 30, "aimed from sixty on", AccountStories::oldEnough),
                Story.nearMiss(AUDIENCE, "holds-it", 30, "needs a product held", AccountStories::holds));
    }

    private static void unused(Account plan) {
        plan.person.consentFromStart(CARE);
        Option option = Option.CARD_INSURANCE;
        plan.option(option, List.of());
        plan.option(Option.TRANSFERS, everyThirdWeek(plan));
        plan.expected =
                Expected.between(plan.frame.first() + 300, plan.frame.last()).harm(12 * option.monthly);
    }

    private static void unheard(Account plan) {
        plan.person.consentFromStart(CARE);
        plan.option(Option.CARD_INSURANCE, List.of());
    }

    private static void usedOnce(Account plan) {
        plan.person.consentFromStart(CARE);
        int first = plan.dayWithin(7_001, 40, Math.min(plan.frame.days() - 40, 300));
        plan.option(Option.CARD_INSURANCE, every(300, first, plan));
        plan.option(Option.TRANSFERS, everyThirdWeek(plan));
    }

    /// So that uses are heard of: without any, nobody could say that an option was not used.
    private static List<Integer> everyThirdWeek(Account plan) {
        return every(21, plan.frame.first() + 5, plan);
    }

    private static List<Integer> every(int days, int first, Account plan) {
        return IntStream.iterate(first, day -> day <= plan.frame.last(), day -> day + days)
                .boxed()
                .toList();
    }

    private static void twice(Account plan) {
        int second = insuredAgain(plan, HOME, plan.frame.days() - 75, Frame.NEVER);
        plan.expected = afterTwoMonths(second);
    }

    private static void thenOneEnds(Account plan) {
        int second = insuredAgain(plan, HOME, plan.frame.days() - 115, 100);
        plan.expected = afterTwoMonths(second).closedAt(Frame.hour(second + 100, 10));
    }

    private static void homeAndCar(Account plan) {
        insuredAgain(plan, "car-insurance", plan.frame.days() - 75, Frame.NEVER);
    }

    private static void changed(Account plan) {
        insuredAgain(plan, HOME, plan.frame.days() - 75, 40);
    }

    /// @return the day on which the second insurance begins
    private static int insuredAgain(Account plan, String product, int latest, int together) {
        int second = plan.dayWithin(7_001, 5, latest);
        int ends = together == Frame.NEVER ? Frame.NEVER : second + together;
        plan.insurances.add(new Insurance(HOME, plan.person.since, ends, 1_850));
        plan.insurances.add(new Insurance(product, second, Frame.NEVER, 1_490));
        plan.aboutCustomer();
        return second;
    }

    private static Expected afterTwoMonths(int second) {
        return Expected.between(second + TWO_MONTHS - 1, second + TWO_MONTHS + 1)
                .harm(12 * 1_490);
    }

    private static void tooYoung(Account plan) {
        plan.person.birthYear = 1995;
        wrong(plan, new Rule("minAge", "60"));
    }

    private static void ageUnknown(Account plan) {
        plan.person.birthYear = 0;
        wrong(plan, new Rule("minAge", "18"));
    }

    private static void missing(Account plan) {
        wrong(plan, new Rule("requiresProduct", "\"" + HOME + "\""));
    }

    private static void held(Account plan) {
        wrong(plan, new Rule("excludesProduct", "\"account\""));
    }

    private static void oldEnough(Account plan) {
        plan.person.birthYear = 1950;
        plan.campaign(day(plan), new Rule("minAge", "60"));
    }

    private static void holds(Account plan) {
        plan.insurances.add(new Insurance(HOME, plan.person.since, Frame.NEVER, 1_850));
        plan.campaign(day(plan), new Rule("requiresProduct", "\"" + HOME + "\""));
    }

    private static void wrong(Account plan, Rule rule) {
        plan.expected = Expected.at(plan.campaign(day(plan), rule)).points(1);
        plan.person.complains = false;
    }

    private static int day(Account plan) {
        return plan.dayWithin(7_001, 5, plan.frame.days() - 5);
    }
}
