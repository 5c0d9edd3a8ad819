package org.prevenance.simulator.rail;

import static org.prevenance.simulator.rail.Run.NOT_YET;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.prevenance.simulator.world.Dice;

/// Runs the trains of one day, step by step in the order of time. Late trains keep their vehicle from the next one
/// and the track from those behind, wait for a platform that is still taken or are sent to another, and connections
/// wait for them. Not thread-safe.
final class Running {
    /// What a train stays at least, in seconds.
    static final int DWELL = 45;
    /// How early a train may come, in seconds.
    private static final int EARLY = 60;
    /// The longest that a connection waits.
    private static final int HOLDS = 360;

    /// How long it takes until the operator knows of most of what a train is losing on its way.
    private static final int LEARNT_AFTER = 300;

    private static final double CANCELLED = 0.003;
    private static final double BREAKS_DOWN = 0.005;
    private static final double MOVED = 0.003;

    private enum Kind {
        READY,
        DEPART,
        LEARN,
        ANNOUNCE,
        ARRIVE
    }

    private record Step(int second, Kind kind, Run run, int call) {}

    private final Calendar.Plan plan;
    private final Conditions conditions;
    private final Dice dice;
    private final Board board;
    private final Tracks tracks = new Tracks();
    private final List<Run> runs = new ArrayList<>();
    private final Map<Station, List<Stay>> stays = new HashMap<>();
    private final PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparingInt(Step::second)
            .thenComparing(Step::kind)
            .thenComparingInt(step -> step.run.train.index()));

    /// A run's call at one station.
    private record Stay(Run run, int call) {}

    Running(Calendar.Plan plan, Conditions conditions, Dice dice, Board board) {
        this.plan = plan;
        this.conditions = conditions;
        this.dice = dice;
        this.board = board;
    }

    /// All runs of the day, complete.
    List<Run> runs() {
        for (Train train : plan.timetable().trains) {
            Run run = new Run(train, plan.platforms());
            run.cancelled = of(train).happens(1, CANCELLED);
            runs.add(run);
            for (int call = 0; call <= train.last(); call++) {
                stays.computeIfAbsent(train.call(call).station(), _ -> new ArrayList<>())
                        .add(new Stay(run, call));
            }
        }
        for (Run run : runs) {
            begin(run);
        }
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            take(step);
        }
        return runs;
    }

    private Dice of(Train train) {
        return dice.of(Integer.parseInt(train.number()));
    }

    private void begin(Run run) {
        Train train = run.train;
        if (run.cancelled) {
            board.cancelled(run, train.leaves() - of(train).between(2, 900, 7_200));
            return;
        }
        if (plan.timetable().broughtBy[train.index()] < 0 || broughtBy(run).cancelled) {
            fromDepot(run);
        }
    }

    private Run broughtBy(Run run) {
        return runs.get(plan.timetable().broughtBy[run.train.index()]);
    }

    private void fromDepot(Run run) {
        Dice lot = of(run.train);
        run.late = lot.happens(3, 0.2) ? 60 * lot.between(4, 1, lot.between(5, 3, 30)) : 0;
        announceLater(run, 0, run.train.leaves() - PlatformPlan.READY - 3_600);
        steps.add(new Step(run.comes(0), Kind.READY, run, 0));
    }

    private void take(Step step) {
        switch (step.kind) {
            case READY -> ready(step.run, step.second);
            case DEPART -> depart(step.run, step.call, step.second);
            case LEARN -> learn(step.run, step.second);
            case ANNOUNCE -> announce(step.run, step.call, step.second);
            case ARRIVE -> arrive(step.run, step.call, step.second);
        }
    }

    /// A train comes from the depot or a siding to the platform where it begins.
    private void ready(Run run, int now) {
        if (waitsForPlatform(run, 0, now)) {
            steps.add(new Step(now + 60, Kind.READY, run, 0));
            return;
        }
        stand(run, now);
    }

    private void stand(Run run, int now) {
        run.at = 0;
        run.arrived[0] = now;
        int late = run.late;
        int leaves = Math.max(run.train.leaves() + late, now + DWELL);
        steps.add(new Step(leaves, Kind.DEPART, run, 0));
    }

    private void announceLater(Run run, int call, int now) {
        Operator operator = run.train.line().operator();
        int ahead = 60 * of(run.train).between(400 + call, operator.announcesLeast, operator.announcesMost);
        int comes = run.train.call(call).arrival() + Math.max(0, run.late);
        steps.add(new Step(Math.max(now, comes - ahead), Kind.ANNOUNCE, run, call));
    }

    /// Decides on the platform by what is expected now, and says it.
    private void announce(Run run, int call, int now) {
        if (run.announced[call]) {
            return;
        }
        boolean stays = call == 0 && run.at == 0;
        if (!stays && !handedOver(run, call)) {
            choose(run, call);
        }
        run.announced[call] = true;
        board.announced(run, call, now);
    }

    private boolean handedOver(Run run, int call) {
        int brought = plan.timetable().broughtBy[run.train.index()];
        return call == 0 && brought >= 0 && plan.platforms().stays[brought] == run.train.index();
    }

    private void choose(Run run, int call) {
        Station station = run.train.call(call).station();
        int habit = run.platforms[call];
        boolean moved = of(run.train).happens(500 + call, MOVED);
        if (moved || worked(station, habit) || expectedTaken(run, call, habit)) {
            run.platforms[call] = plan.platforms().instead(run.train, call, habit).stream()
                    .filter(other -> !worked(station, other) && !expectedTaken(run, call, other))
                    .findFirst()
                    .orElse(habit);
        }
    }

    private boolean worked(Station station, int platform) {
        return conditions.worksAt(station) == platform;
    }

    /// Whether somebody who comes before is expected to be there still.
    private boolean expectedTaken(Run run, int call, int platform) {
        int comes = run.comes(call);
        return others(run, call, platform)
                .anyMatch(
                        other -> other.run.comes(other.call) <= comes && free(other) + PlatformPlan.APART / 2 > comes);
    }

    private Stream<Stay> others(Run run, int call, int platform) {
        return stays.getOrDefault(run.train.call(call).station(), List.of()).stream()
                .filter(other ->
                        other.run != run && !other.run.cancelled && other.run.platforms[other.call] == platform)
                .filter(other -> !continues(other, run, call));
    }

    /// Whether that stay is the vehicle of this one.
    private boolean continues(Stay other, Run run, int call) {
        return call == 0
                && other.call == other.run.train.last()
                && plan.platforms().stays[other.run.train.index()] == run.train.index();
    }

    /// From when on the platform of a stay is free again, as expected now.
    private int free(Stay stay) {
        Run run = stay.run;
        if (stay.call < run.train.last()) {
            return run.leaves(stay.call, 0);
        }
        int next = plan.platforms().stays[run.train.index()];
        return next < 0 || runs.get(next).cancelled
                ? run.comes(stay.call) + Timetable.TURN
                : Math.max(runs.get(next).leaves(0, 0), run.comes(stay.call) + Timetable.TURN);
    }

    private boolean takenNow(Run run, int call, int platform, int now) {
        return others(run, call, platform)
                .anyMatch(
                        other -> other.run.arrived[other.call] != NOT_YET && (stillThere(other) || free(other) > now));
    }

    private boolean stillThere(Stay stay) {
        if (stay.call < stay.run.train.last()) {
            return stay.run.departed[stay.call] == NOT_YET;
        }
        int next = plan.platforms().stays[stay.run.train.index()];
        return next >= 0 && !runs.get(next).cancelled && runs.get(next).departed[0] == NOT_YET;
    }

    /// Whether a train finds its platform taken, and no other.
    private boolean waitsForPlatform(Run run, int call, int now) {
        if (!takenNow(run, call, run.platforms[call], now)) {
            return false;
        }
        if (of(run.train).happens(600 + call, 0.6)) {
            for (int other : plan.platforms().instead(run.train, call, run.platforms[call])) {
                if (!takenNow(run, call, other, now)) {
                    run.platforms[call] = other;
                    run.announced[call] = true;
                    board.announced(run, call, now);
                    return false;
                }
            }
        }
        return now < 30 * 3_600;
    }

    private void arrive(Run run, int call, int now) {
        if (waitsForPlatform(run, call, now)) {
            steps.add(new Step(now + 60, Kind.ARRIVE, run, call));
            return;
        }
        run.at = call;
        run.arrived[call] = now;
        run.late = now - run.train.call(call).arrival();
        if (call == run.train.last()) {
            end(run, now);
        } else {
            Dice lot = of(run.train);
            int slow = lot.happens(1_200 + call, 0.08) ? lot.between(1_300 + call, 60, 300) : 0;
            int boards = conditions.boards(run.train, call, now, lot);
            int leaves = Math.max(run.train.call(call).departure(), now + DWELL + boards) + slow;
            steps.add(new Step(leaves, Kind.DEPART, run, call));
        }
        board.expects(run, now);
    }

    private void end(Run run, int now) {
        board.called(run, run.train.last(), now);
        int next = plan.timetable().goesOnAs[run.train.index()];
        if (next >= 0 && !runs.get(next).cancelled) {
            goOn(run, runs.get(next), now);
        }
    }

    private void goOn(Run run, Run next, int now) {
        int ready = now + Timetable.TURN;
        next.late = Math.max(0, ready - next.train.leaves());
        if (plan.platforms().stays[run.train.index()] == next.train.index()) {
            next.platforms[0] = run.platforms[run.train.last()];
            announceLater(next, 0, now);
            stand(next, ready);
        } else {
            announceLater(next, 0, now);
            steps.add(new Step(Math.max(next.comes(0), ready), Kind.READY, next, 0));
        }
        board.expects(next, now);
    }

    private void depart(Run run, int call, int now) {
        int holds = heldUntil(run, call, now);
        if (holds > now) {
            steps.add(new Step(holds, Kind.DEPART, run, call));
            return;
        }
        Train train = run.train;
        run.departed[call] = now;
        board.called(run, call, now);
        int planned = train.call(call + 1).arrival() - train.call(call).departure();
        Dice lot = of(train);
        double today = lot.unit(650);
        double pace = conditions.slowness(now)
                * (0.95 + 0.05 * today * today + 0.09 * lot.unit(700 + call) * lot.unit(800 + call));
        int lost = conditions.lost(
                Tracks.between(train.call(call).station(), train.call(call + 1).station()), now, lot.of(call));
        if (lot.happens(900 + call, BREAKS_DOWN)) {
            lost += 60 * lot.between(1_000 + call, 8, lot.between(1_100 + call, 10, 130));
        }
        int alone = Math.max(train.call(call + 1).arrival() - EARLY - now, (int) (planned * pace)) + lost;
        int comes = tracks.run(train, call, now, alone);
        run.late = Math.max(0, now - train.call(call).departure());
        steps.add(new Step(comes, Kind.ARRIVE, run, call + 1));
        if (lost > LEARNT_AFTER) {
            run.lost = lost;
            steps.add(new Step(now + LEARNT_AFTER, Kind.LEARN, run, call));
        }
        announceLater(run, call + 1, now);
        if (call + 2 <= train.last()) {
            announceLater(run, call + 2, now);
        }
        board.expects(run, now);
    }

    private void learn(Run run, int now) {
        run.late += run.lost * 7 / 10;
        board.expects(run, now);
    }

    /// How long a train is held at the junction for one that it waits for.
    private int heldUntil(Run run, int call, int now) {
        int feeder = plan.timetable().waitsFor[run.train.index()];
        if (feeder < 0 || !run.train.call(call).station().equals(Network.JUNCTION)) {
            return now;
        }
        Run awaited = runs.get(feeder);
        int at = Timetable.placeOf(awaited.train, Network.JUNCTION);
        if (awaited.cancelled || awaited.arrived[at] != NOT_YET) {
            return now;
        }
        int until = awaited.comes(at) + 120;
        return until <= run.train.call(call).departure() + HOLDS && until > now ? until : now;
    }
}
