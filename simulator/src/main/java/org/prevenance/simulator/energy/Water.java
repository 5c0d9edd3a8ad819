package org.prevenance.simulator.energy;

import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Person;

/// How much water a home draws in each hour: none between 1 h and 5 h, none when away, unless something leaks.
final class Water {
    private final Person person;
    private final Dice dice;
    /// Litres that run away in each hour.
    int leak;
    /// It leaks from 5 h on this day to the end of the other.
    int leaksFrom = Frame.NEVER;

    int leaksTo = Frame.NEVER;
    /// The leak is in something that is shut from 1 h to 5 h.
    boolean shutAtNight;

    Water(Person person, Dice dice) {
        this.person = person;
        this.dice = dice;
    }

    long litres(int day, int utcHour) {
        int local = (utcHour + Frame.hoursAhead(day)) % 24;
        boolean asleep = local >= 1 && local < 5;
        long drawn = asleep || person.away(day) ? 0 : drawn(day, utcHour);
        return drawn + (leaks(day, utcHour) && !(asleep && shutAtNight) ? leak : 0);
    }

    private long drawn(int day, int utcHour) {
        int lot = dice.between(day * 24L + utcHour, 0, 9);
        return lot < 4 ? 0 : (lot - 3) * 5L;
    }

    private boolean leaks(int day, int utcHour) {
        return day > leaksFrom && day <= leaksTo || day == leaksFrom && utcHour + Frame.hoursAhead(day) >= 5;
    }
}
