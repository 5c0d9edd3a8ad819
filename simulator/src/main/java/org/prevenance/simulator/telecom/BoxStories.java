package org.prevenance.simulator.telecom;

import java.util.List;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Story;

/// Boxes that go wrong.
final class BoxStories {
    private static final String SIGNAL = "telecom/box-failing";
    private static final String CARE = "care";
    /// The fifth restart of one a day.
    private static final int FIFTH = 4;

    private BoxStories() {}

    static List<Story<Plan>> all() {
        return List.of(
                Story.trouble(
                        SIGNAL,
                        "restarts-counted",
                        100,
                        "one restart a day, counted by the box",
                        plan -> restarts(plan, Home.Model.COUNTING, 12)),
                Story.trouble(
                        SIGNAL,
                        "restarts-by-uptime",
                        100,
                        "one restart a day, seen only by the uptime",
                        plan -> restarts(plan, Home.Model.UPTIME_ONLY, 6)),
                Story.trouble(SIGNAL, "still-failing", 100, "one restart a day, to the end", BoxStories::stillFailing),
                Story.trouble(
                        SIGNAL, "burst-of-errors", 100, "seventy errors a day after quiet weeks", BoxStories::burst),
                Story.trouble(
                        SIGNAL,
                        "consent-given-again-before",
                        130,
                        "the second consent came before the box failed",
                        BoxStories::givenAgain),
                Story.nearMiss(
                        SIGNAL,
                        "four-restarts",
                        100,
                        "four restarts are not five",
                        plan -> nearly(plan, Home.Failure.RESTARTS, 4)),
                Story.nearMiss(
                        SIGNAL,
                        "restarts-far-apart",
                        100,
                        "one restart every third day",
                        plan -> nearly(plan, Home.Failure.RARE_RESTARTS, 15)),
                Story.nearMiss(
                        SIGNAL,
                        "under-a-hundred-errors",
                        100,
                        "under a hundred errors in seven days",
                        plan -> nearly(plan, Home.Failure.FEW_ERRORS, 30)),
                Story.nearMiss(
                        SIGNAL, "errors-rise-slowly", 100, "never five times the weeks before", BoxStories::slowly),
                Story.nearMiss(SIGNAL, "no-consent", 100, "nobody agreed to look at the box", BoxStories::noConsent),
                Story.nearMiss(
                        SIGNAL,
                        "consent-withdrawn",
                        100,
                        "the consent was taken back before it failed",
                        BoxStories::withdrawn),
                Story.nearMiss(SIGNAL, "replaced-in-time", 100, "replaced after three restarts", BoxStories::replaced));
    }

    private static void restarts(Plan plan, Home.Model model, int days) {
        consenting(plan);
        plan.home.model = model;
        failsFrom(plan, Home.Failure.RESTARTS, days, plan.frame.days() - 45);
        plan.expected = onFifthRestart(plan).closedAt(Frame.hour(plan.home.failsTo + 1, 0));
    }

    private static void stillFailing(Plan plan) {
        consenting(plan);
        plan.home.failure = Home.Failure.RESTARTS;
        plan.home.failsFrom = plan.frame.last() - plan.dice.between(16_002, 8, 20);
        plan.home.failsTo = Frame.NEVER;
        plan.expected = onFifthRestart(plan);
    }

    private static void burst(Plan plan) {
        consenting(plan);
        failsFrom(plan, Home.Failure.ERRORS, 10, plan.frame.days() - 50);
        plan.expected = Expected.between(plan.home.failsFrom, plan.home.failsFrom + 2)
                .closedAt(Frame.hour(plan.home.failsTo + 1, 0));
    }

    private static void givenAgain(Plan plan) {
        exactly(plan);
        plan.consentFromStart(CARE);
        int withdrawn = plan.dayWithin(16_003, 5, 15);
        plan.consent(CARE, withdrawn, false);
        plan.consent(CARE, withdrawn + 6, true);
        plan.home.failure = Home.Failure.RESTARTS;
        plan.home.failsFrom = withdrawn + 50;
        plan.home.failsTo = plan.home.failsFrom + 8;
        plan.expected = onFifthRestart(plan).closedAt(Frame.hour(plan.home.failsTo + 1, 0));
    }

    private static void nearly(Plan plan, Home.Failure failure, int days) {
        consenting(plan);
        failsFrom(plan, failure, days, plan.frame.days() - 35);
    }

    private static void slowly(Plan plan) {
        consenting(plan);
        plan.home.failure = Home.Failure.SLOW_ERRORS;
        plan.home.failsFrom = plan.frame.first() + 30;
        plan.home.failsTo = Frame.NEVER;
    }

    private static void noConsent(Plan plan) {
        exactly(plan);
        plan.refuse(CARE);
        failsFrom(plan, Home.Failure.RESTARTS, 12, plan.frame.days() - 35);
    }

    private static void withdrawn(Plan plan) {
        consenting(plan);
        failsFrom(plan, Home.Failure.RESTARTS, 12, plan.frame.days() - 35);
        plan.consent(CARE, plan.home.failsFrom - 3, false);
    }

    /// Three restarts, and the technician brings another box.
    private static void replaced(Plan plan) {
        consenting(plan);
        failsFrom(plan, Home.Failure.RESTARTS, 3, plan.frame.days() - 35);
        int day = plan.home.failsTo + 1;
        plan.install(2, Frame.hour(day, 11), Frame.hour(day, 11) + 300);
        plan.giveBack(1, day, 5400, "replaced");
        plan.home.secondBoxFrom = day;
    }

    private static void consenting(Plan plan) {
        exactly(plan);
        plan.consentFromStart(CARE);
    }

    private static void exactly(Plan plan) {
        plan.home.exact = true;
        plan.home.model = Home.Model.COUNTING;
        plan.home.meteringSource = "metering-ouest";
    }

    private static void failsFrom(Plan plan, Home.Failure failure, int days, int latest) {
        plan.home.failure = failure;
        plan.home.failsFrom = plan.dayWithin(16_001, 40, latest);
        plan.home.failsTo = plan.home.failsFrom + days - 1;
    }

    private static Expected onFifthRestart(Plan plan) {
        return Expected.at(DailyLife.reportKnown(plan, plan.home.failsFrom + FIFTH));
    }
}
