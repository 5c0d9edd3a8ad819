package org.prevenance.simulator.telecom;

import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;

/// What befalls households that live no story: moves, replaced boxes, other offers, departures. None of it is a
/// trouble.
final class EverydayLife {
    private static final String[] SOURCES = {Frame.BROKEN_SOURCE, "metering-sud", "metering-ouest"};

    private EverydayLife() {}

    /// What every household has: where it is metered, how much it uses, which box.
    static void settle(Plan plan) {
        Dice dice = plan.dice.of(55);
        Home home = plan.home;
        home.meteringSource = dice.oneOf(1, SOURCES);
        home.typicalBytes = 2_000_000_000L + (long) (dice.unit(2) * 20_000_000_000L);
        home.model = dice.happens(3, 0.6) ? Home.Model.COUNTING : Home.Model.UPTIME_ONLY;
        if (dice.happens(4, 0.3)) {
            plan.commitmentEnds = plan.startDay + 365;
        }
    }

    /// What befalls the others.
    static void befall(Plan plan) {
        Dice dice = plan.dice.of(56);
        plan.home.ageing = dice.happens(1, 0.1);
        if (plan.person.moves < plan.frame.last() - 12) {
            move(plan, plan.person.moves);
        } else if (plan.frame.days() > 60) {
            oneOrNothing(plan, dice.between(6, 0, 99));
        }
    }

    private static void oneOrNothing(Plan plan, int lot) {
        int day = Math.max(plan.startDay, plan.frame.first()) + plan.dice.between(17_002, 20, plan.frame.days());
        if (day > plan.frame.last() - 12) {
            return;
        }
        if (lot < 6) {
            leave(plan, day);
        } else if (lot < 9) {
            replaceBox(plan, day);
        } else if (lot < 13) {
            changeOffer(plan, day);
        } else if (lot < 16) {
            plan.refund(day, 500);
        }
    }

    /// Ends as it should: no bill for what comes after. The box is unplugged when it is given back.
    private static void leave(Plan plan, int day) {
        plan.billsUntil = day;
        plan.home.to = day + 3;
        plan.end(day, 240, "moves abroad");
        plan.giveBack(1, day + 4, 3600, "contract ended");
    }

    private static void replaceBox(Plan plan, int day) {
        plan.install(2, Frame.hour(day, 11), Frame.hour(day, 11) + 200);
        plan.giveBack(1, day, 7200, "replaced");
        plan.home.secondBoxFrom = day;
    }

    private static void changeOffer(Plan plan, int day) {
        Offer other = plan.offer == Offer.PLUS ? Offer.ESSENTIAL : Offer.PLUS;
        long price = other.monthlyOn(day, plan.frame);
        plan.bills().replaceAll(bill -> bill.from() > day ? bill.withCents(price) : bill);
        plan.change(day, price, other, "another offer");
    }

    /// A day without the line, then the same box elsewhere.
    private static void move(Plan plan, int day) {
        plan.home.unheardFrom = day;
        plan.home.unheardTo = day;
        long time = Frame.hour(day, 9);
        plan.person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.changed",
                plan.contract(),
                time,
                time + 120,
                line -> line.text("reason", "move"));
    }
}
