package org.prevenance.simulator.rail;

import java.util.HashMap;
import java.util.Map;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;

/// Which trains run on which day: by day of the week, before and after the change of timetable, and while a platform of
/// the junction is closed. Not thread-safe.
final class Calendar {
    /// Shorter worlds see neither a change nor a closure.
    private static final int LEAST_DAYS = 60;

    static final int CLOSED_DAYS = 21;

    /// What holds for a day.
    record Plan(Timetable timetable, PlatformPlan platforms) {}

    private record Kind(int version, boolean weekend, int closed) {}

    private final Dice dice;
    private final Frame frame;
    private final Map<Kind, Plan> plans = new HashMap<>();

    Calendar(Frame frame, Dice dice) {
        this.frame = frame;
        this.dice = dice;
    }

    /// The first day of the new timetable, a Sunday; [Frame#NEVER] in a short world.
    int changes() {
        if (frame.days() < LEAST_DAYS) {
            return Frame.NEVER;
        }
        int day = frame.first() + frame.days() * 3 / 5;
        while (Math.floorMod(day + 3, 7) != 6) {
            day++;
        }
        return day;
    }

    /// The first day on which [#closedPlatform] is closed; [Frame#NEVER] in a short world.
    int closes() {
        return frame.days() < LEAST_DAYS ? Frame.NEVER : frame.first() + frame.days() / 4;
    }

    /// The platform of the junction that is closed for three weeks.
    int closedPlatform() {
        return dice.between(5, 2, Network.JUNCTION.platforms() - 1);
    }

    Plan on(int day) {
        boolean closed = day >= closes() && day < closes() + CLOSED_DAYS;
        Kind kind = new Kind(day >= changes() ? 1 : 0, Frame.weekend(day), closed ? closedPlatform() : 0);
        on(kind.version, kind.closed);
        return plans.computeIfAbsent(kind, this::plan);
    }

    private Plan plan(Kind kind) {
        Timetable timetable = new Timetable(dice.of(1), kind.version, kind.weekend);
        PlatformPlan workingDays = kind.weekend ? on(kind.version, kind.closed).platforms : null;
        return new Plan(timetable, new PlatformPlan(timetable, dice.of(2), kind.version, kind.closed, workingDays));
    }

    private Plan on(int version, int closed) {
        return plans.computeIfAbsent(new Kind(version, false, closed), this::plan);
    }
}
