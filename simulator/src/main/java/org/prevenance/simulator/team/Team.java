package org.prevenance.simulator.team;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Commons;
import org.prevenance.simulator.world.Expected;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Person;
import org.prevenance.simulator.world.Story;

/// One adviser for a hundred customers, ten at least and forty at most; the first ones live the stories.
public final class Team implements Branch<Life> {
    private static final int WEEKS = 3;

    @Override
    public List<Story<Life>> stories() {
        return List.of();
    }

    @Override
    public Optional<Life> settle(Person person, boolean told) {
        return Optional.empty();
    }

    @Override
    public void share(Commons commons) {
        int advisers = Math.clamp(commons.people / 100, 10, 40);
        for (int number = 0; number < advisers; number++) {
            Adviser adviser = new Adviser(commons, number);
            if (commons.frame.days() >= 60) {
                bend(adviser, number, commons);
            }
            adviser.live();
        }
    }

    private static void bend(Adviser adviser, int number, Commons commons) {
        int monday = monday(commons, number);
        switch (number) {
            case 0 -> {
                heavy(adviser, monday, 58);
                truth(
                        commons,
                        adviser,
                        "no-breath",
                        "nearly all of the shift on contacts, for three weeks",
                        Expected.between(monday + 2, monday + 7).closedAt(Frame.hour(monday + WEEKS * 7, 0)));
            }
            case 1 -> {
                adviser.hardDay = monday + 1;
                adviser.hardInARow = 3;
                truth(
                        commons,
                        adviser,
                        "three-difficult",
                        "three difficult contacts in a row",
                        Expected.on(monday + 1).closedAt(Frame.hour(monday + 2, 0)));
            }
            case 2 -> {
                adviser.lateFrom = monday;
                adviser.lateShifts = 3;
                truth(
                        commons,
                        adviser,
                        "three-late-days",
                        "work after the shift on three days",
                        Expected.on(monday + 2).closedAt(Frame.hour(monday + 3, 0)));
            }
            case 3 -> {
                heavy(adviser, monday, 49);
                truth(commons, adviser, "busy", "less than 85 % of the shift", null);
            }
            case 4 -> {
                adviser.hardDay = monday + 1;
                adviser.hardInARow = 2;
                truth(commons, adviser, "two-difficult", "never three difficult ones in a row", null);
            }
            case 5 -> {
                adviser.lateFrom = monday;
                adviser.lateShifts = 2;
                truth(commons, adviser, "two-late-days", "two days are not three", null);
            }
            case 6 -> {
                heavy(adviser, monday, 58);
                adviser.consents = false;
                truth(commons, adviser, "no-consent", "this adviser did not agree", null);
            }
            default -> adviser.consents = commons.dice.happens(600 + number, 0.7);
        }
    }

    private static void heavy(Adviser adviser, int monday, int minutes) {
        adviser.heavyFrom = monday;
        adviser.heavyTo = monday + WEEKS * 7 - 1;
        adviser.heavyMinutes = minutes;
    }

    /// A Monday with two weeks before it, and a month after it.
    private static int monday(Commons commons, int number) {
        int day = commons.frame.first() + 14 + commons.dice.between(700 + number, 0, commons.frame.days() - 55);
        return day - Math.floorMod(day + 3, 7);
    }

    private static void truth(Commons commons, Adviser adviser, String story, String why, @Nullable Expected expected) {
        commons.truth("team/overloaded", adviser.subject(), story, why, expected);
    }
}
