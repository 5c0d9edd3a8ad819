package org.prevenance.simulator.telecom;

import org.prevenance.simulator.world.Bill;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;

/// Turns a settled plan into events: the contract, the boxes, what was billed and paid.
final class Chronicle {
    private final Plan plan;
    private final Dice dice;

    private Chronicle(Plan plan) {
        this.plan = plan;
        dice = plan.dice.of(77);
    }

    static void write(Plan plan) {
        Chronicle chronicle = new Chronicle(plan);
        chronicle.startContract();
        plan.bills().forEach(chronicle::bill);
    }

    private void startContract() {
        long time = Frame.hour(plan.startDay, 9);
        plan.person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.started",
                plan.contract(),
                time,
                plan.person.known(time, 2400),
                line -> {
                    line.text("customerId", plan.person.id())
                            .text("product", "internet")
                            .text("offerId", plan.offer.id)
                            .money("monthly", plan.monthly);
                    if (plan.commitmentEnds != Frame.NEVER) {
                        line.date("commitmentEnds", plan.commitmentEnds);
                    }
                });
        install(1);
        if (plan.secondBoxAtStart) {
            install(2);
        }
    }

    private void install(int box) {
        long time = Frame.at(plan.startDay, 15 * 3600 + box);
        plan.install(box, time, plan.person.known(time, 3600));
    }

    private void bill(Bill bill) {
        int luck = plan.person.ordinary ? dice.between(2L * bill.from(), 0, 999) : 999;
        if (luck < 6) {
            plan.issue(bill.knownAt(bill.known() + (3L + luck) * EventLine.DAY_SECONDS));
        } else if (luck < 10) {
            plan.correct(
                    plan.issue(bill), bill.withCents(bill.cents() - 100), bill.known() + 3L * EventLine.DAY_SECONDS);
        } else {
            plan.issue(bill);
        }
        pay(bill);
    }

    private void pay(Bill bill) {
        if (dice.happens(bill.from(), 0.97)) {
            long paid = bill.issued() + dice.between(bill.from() + 1L, 5, 12) * (long) EventLine.DAY_SECONDS;
            plan.person.tell(
                    Export.BILLS,
                    "billing",
                    "bill.paid",
                    plan.contract(),
                    paid,
                    paid + 3600,
                    line -> line.text("bill", bill.number()).money("amount", bill.cents()));
        }
    }
}
