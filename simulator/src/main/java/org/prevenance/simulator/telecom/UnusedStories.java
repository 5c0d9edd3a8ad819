package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Lines that are paid for and not used.
final class UnusedStories {
    private static final String SIGNAL = "telecom/billed-but-unused";
    private static final String CARE = "care";
    private static final String OTHER_SOURCE = "metering-ouest";

    private UnusedStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(
                        SIGNAL, "stopped-using", 150, "quiet from one day on, and billed", UnusedStories::stopped),
                Story.trouble(SIGNAL, "never-used", 120, "never used since it began", UnusedStories::never),
                Story.trouble(
                        SIGNAL,
                        "used-again",
                        200,
                        "quiet for a hundred days, then used again",
                        UnusedStories::usedAgain),
                Story.trouble(
                        SIGNAL,
                        "consent-given-later",
                        180,
                        "only the days after the consent count",
                        UnusedStories::consentLater),
                Story.nearMiss(
                        SIGNAL, "no-consent", 150, "nobody agreed to look at the usage", UnusedStories::noConsent),
                Story.nearMiss(
                        SIGNAL,
                        "consent-withdrawn",
                        150,
                        "the consent was taken back after thirty quiet days",
                        UnusedStories::withdrawn),
                Story.nearMiss(
                        SIGNAL,
                        "consent-withdrawn-and-given-again",
                        180,
                        "the days before the second consent do not count, too few are left",
                        UnusedStories::givenAgain),
                Story.nearMiss(
                        SIGNAL,
                        "a-little-every-day",
                        120,
                        "thirty thousand bytes a day are more than a million in sixty days",
                        UnusedStories::little),
                Story.nearMiss(SIGNAL, "fifty-five-days", 120, "five quiet days too few", UnusedStories::fiftyFiveDays),
                Story.nearMiss(
                        SIGNAL,
                        "box-unplugged",
                        150,
                        "nothing was heard: absent data is not absent usage",
                        UnusedStories::unplugged),
                Story.nearMiss(
                        SIGNAL,
                        "platform-silent",
                        160,
                        "the platform was silent, nobody can know",
                        UnusedStories::platformSilent),
                Story.nearMiss(SIGNAL, "second-home", 150, "one weekend in four is use", UnusedStories::secondHome));
    }

    private static void stopped(Plan plan) {
        consenting(plan);
        int day = idles(plan, plan.frame.days() - 90, Frame.NEVER);
        plan.expected = afterSixtyDays(day).harm(billedSince(plan, day));
    }

    private static void never(Plan plan) {
        plan.startsOn(plan.dayWithin(14_001, 2, plan.frame.days() - 80));
        consenting(plan);
        plan.home.idleFrom = plan.startDay;
        plan.home.idleTo = Frame.NEVER;
        plan.expected = afterSixtyDays(plan.startDay + 1).harm(billedSince(plan, plan.startDay));
    }

    private static void usedAgain(Plan plan) {
        consenting(plan);
        int day = idles(plan, plan.frame.days() - 150, 100);
        int again = plan.home.idleTo + 1;
        plan.expected =
                afterSixtyDays(day).closedAt(Frame.hour(again + 1, 1)).harm(billedBetween(plan, day, again + 1));
    }

    /// What was used before the consent is nobody's business: the sixty days begin with it.
    private static void consentLater(Plan plan) {
        exactly(plan);
        plan.home.idleFrom = plan.frame.first();
        plan.home.idleTo = Frame.NEVER;
        int given = plan.dayWithin(14_001, 30, plan.frame.days() - 80);
        plan.consent(CARE, given, true);
        plan.expected = afterSixtyDays(given + 1);
    }

    private static void noConsent(Plan plan) {
        exactly(plan);
        plan.refuse(CARE);
        idles(plan, 30, Frame.NEVER);
    }

    private static void withdrawn(Plan plan) {
        consenting(plan);
        int day = idles(plan, 30, Frame.NEVER);
        plan.consent(CARE, day + 30, false);
    }

    private static void givenAgain(Plan plan) {
        consenting(plan);
        int day = idles(plan, plan.frame.days() - 120, 90);
        plan.consent(CARE, day + 40, false);
        plan.consent(CARE, day + 45, true);
    }

    private static void little(Plan plan) {
        consenting(plan);
        plan.home.littleFrom = plan.dayWithin(14_001, 10, 30);
    }

    private static void fiftyFiveDays(Plan plan) {
        consenting(plan);
        idles(plan, plan.frame.days() - 65, 55);
    }

    private static void unplugged(Plan plan) {
        consenting(plan);
        plan.home.unheardFrom = plan.dayWithin(14_001, 10, plan.frame.days() - 100);
        plan.home.unheardTo = plan.home.unheardFrom + 89;
    }

    /// Every sixty days of this quiet time hold the whole outage: nobody can know.
    private static void platformSilent(Plan plan) {
        consenting(plan);
        plan.home.meteringSource = Frame.BROKEN_SOURCE;
        plan.home.idleFrom = plan.frame.outageFrom() - 35;
        plan.home.idleTo = plan.frame.outageFrom() + Frame.OUTAGE_DAYS + 14;
    }

    private static void secondHome(Plan plan) {
        consenting(plan);
        plan.person.secondHome = true;
    }

    private static void consenting(Plan plan) {
        exactly(plan);
        plan.consentFromStart(CARE);
    }

    private static void exactly(Plan plan) {
        plan.home.exact = true;
        plan.home.meteringSource = OTHER_SOURCE;
    }

    /// Quiet for so many days from a day between the twentieth and `latest`, which it returns.
    private static int idles(Plan plan, int latest, int days) {
        int from = plan.dayWithin(14_001, 20, latest);
        plan.home.idleFrom = from;
        plan.home.idleTo = days == Frame.NEVER ? Frame.NEVER : from + days - 1;
        return from;
    }

    /// At the bill of the sixtieth quiet day, or at its end.
    private static Expected afterSixtyDays(int firstQuietDay) {
        return Expected.between(firstQuietDay + 59, firstQuietDay + 60);
    }

    private static long billedSince(Plan plan, int day) {
        return billedBetween(plan, day, Frame.NEVER);
    }

    private static long billedBetween(Plan plan, int from, int before) {
        return Plan.sum(plan.bills().stream()
                .filter(bill -> Frame.dayOf(bill.issued()) >= from && Frame.dayOf(bill.known()) < before)
                .filter(bill -> plan.frame.reaches(bill.known()))
                .toList());
    }
}
