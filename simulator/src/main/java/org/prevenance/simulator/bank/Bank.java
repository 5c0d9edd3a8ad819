package org.prevenance.simulator.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.bank.Account.Insurance;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// Half of all people have an account here, half of these an option, and some an insurance.
public final class Bank implements Branch<Account> {
    private final List<Story<Account>> stories = AccountStories.all();

    @Override
    public List<Story<Account>> stories() {
        return stories;
    }

    @Override
    public Optional<Account> settle(Person person, boolean told) {
        return told || person.dice.happens(91, 0.5) ? Optional.of(new Account(person)) : Optional.empty();
    }

    @Override
    public void befall(Account account) {
        Dice lot = account.person.dice.of(92);
        if (lot.happens(1, 0.5)) {
            account.option(lot.oneOf(2, Account.Option.values()), nowAndThen(account, lot));
        }
        if (lot.happens(3, 0.3)) {
            account.insurances.add(new Insurance("home-insurance", account.person.since, Frame.NEVER, 1_850));
        }
    }

    /// At least every five months.
    private static List<Integer> nowAndThen(Account account, Dice lot) {
        List<Integer> days = new ArrayList<>();
        int day = Math.max(account.person.since, account.frame.first());
        for (int k = 0; day <= account.frame.last(); k++) {
            day += lot.between(100 + k, 3, 150);
            days.add(day);
        }
        return days;
    }
}
