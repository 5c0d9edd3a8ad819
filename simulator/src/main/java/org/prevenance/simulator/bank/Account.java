package org.prevenance.simulator.bank;

import java.util.ArrayList;
import java.util.List;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Person;

/// A person's account with its options, their insurances, and the campaigns aimed at them. Not thread-safe.
public final class Account extends Life {
    /// What an option is and costs, in cents a month.
    enum Option {
        CARD_INSURANCE("card-insurance", 450),
        TRAVEL("travel-assistance", 390),
        TRANSFERS("instant-transfers", 250);

        final String product;
        final long monthly;

        Option(String product, long monthly) {
            this.product = product;
            this.monthly = monthly;
        }
    }

    /// An insurance contract.
    ///
    /// @param ends [Frame#NEVER] if it goes on
    record Insurance(String product, int starts, int ends, long monthly) {}

    /// Rules of a campaign as its author wrote them: one name and one value.
    record Rule(String name, String value) {}

    private static final long ACCOUNT = 290;

    final int number;
    final List<Option> options = new ArrayList<>();
    final List<Insurance> insurances = new ArrayList<>();
    /// The days on which each option, in their order, is used.
    final List<List<Integer>> used = new ArrayList<>();

    private String subject;

    Account(Person person) {
        super(person, 91);
        number = person.number;
        subject = "contract/" + contractId();
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String contractId() {
        return "A%06d".formatted(number);
    }

    void aboutCustomer() {
        subject = person.subject();
    }

    /// An option that is used on these days.
    void option(Option option, List<Integer> days) {
        options.add(option);
        used.add(days);
    }

    /// Plans a campaign with one rule on a day and aims it at this person two days later.
    ///
    /// @return when the target is known
    long campaign(int day, Rule rule) {
        String id = "M%06d".formatted(number);
        subject = "campaign/" + id;
        long planned = Frame.hour(day, 9);
        person.tell(
                Export.CAMPAIGNS,
                "marketing",
                "campaign.planned",
                subject,
                planned,
                planned + 60,
                line -> line.text("offerId", "account-plus")
                        .text("channel", "email")
                        .text("kind", "prospection")
                        .name("rules")
                        .raw("{\"" + rule.name() + "\":" + rule.value() + "}"));
        long targeted = Frame.hour(day + 2, 9) + number % 3_000;
        person.tell(
                Export.CAMPAIGNS,
                "marketing",
                "campaign.targeted",
                subject,
                targeted,
                targeted + 60,
                line -> line.text("customerId", person.id()));
        return targeted + 60;
    }

    @Override
    public void complete() {
        begin(contractId(), "account", person.since, ACCOUNT);
        bills();
        for (int i = 0; i < options.size(); i++) {
            for (int day : used.get(i)) {
                use(day, options.get(i));
            }
        }
        for (int i = 0; i < insurances.size(); i++) {
            insure(i + 1, insurances.get(i));
        }
    }

    private void begin(String id, String product, int day, long monthly) {
        long time = Frame.hour(day, 9) + 150;
        person.tell(
                Export.CONTRACTS,
                "crm",
                "contract.started",
                "contract/" + id,
                time,
                person.known(time, 2_800),
                line -> line.text("customerId", person.id())
                        .text("product", product)
                        .money("monthly", monthly));
    }

    /// One a month, for the account and each option.
    private void bills() {
        int base = person.since > frame.first() ? person.since : dayWithin(7, 0, 20);
        for (int k = 0; Frame.monthsAfter(base, k) + 3 <= frame.last(); k++) {
            int from = Frame.monthsAfter(base, k);
            int to = Frame.monthsAfter(base, k + 1) - 1;
            String bill = "A%06d-%02d".formatted(number, k + 1);
            long time = Frame.at(from + 1, 5 * 3600 + dice.between(k, 0, 9_000));
            person.tell(
                    Export.BILLS,
                    "billing-bank",
                    "bill.issued",
                    "contract/" + contractId(),
                    time,
                    time + 1_200,
                    line -> bill(line, bill, from, to));
        }
    }

    private void bill(EventLine line, String bill, int from, int to) {
        long sum =
                ACCOUNT + options.stream().mapToLong(option -> option.monthly).sum();
        line.text("bill", bill)
                .money("amount", sum)
                .date("from", from)
                .date("to", to)
                .name("lines")
                .raw("[");
        item(line, "Tenue de compte", "account", ACCOUNT);
        for (Option option : options) {
            line.raw(",");
            item(line, "Option", option.product, option.monthly);
        }
        line.raw("]");
    }

    private static void item(EventLine line, String label, String product, long cents) {
        line.raw("{\"label\":")
                .quoted(label)
                .raw(",\"amount\":")
                .moneyValue(cents)
                .raw(",\"product\":")
                .quoted(product)
                .raw("}");
    }

    private void use(int day, Option option) {
        long time = Frame.hour(day, 12) + number % 3_000;
        person.tell(
                Export.OPTIONS,
                "cards",
                "option.used",
                "contract/" + contractId(),
                time,
                time + 120,
                line -> line.text("product", option.product));
    }

    private void insure(int which, Insurance insurance) {
        String id = "I%06d-%d".formatted(number, which);
        begin(id, insurance.product, insurance.starts, insurance.monthly);
        if (insurance.ends <= frame.last()) {
            long time = Frame.hour(insurance.ends, 10);
            person.tell(
                    Export.CONTRACTS,
                    "crm",
                    "contract.ended",
                    "contract/" + id,
                    time,
                    time + 300,
                    line -> line.text("reason", "leaves"));
        }
    }
}
