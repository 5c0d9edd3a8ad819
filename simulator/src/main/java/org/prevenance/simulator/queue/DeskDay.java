package org.prevenance.simulator.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.prevenance.simulator.world.Dice;

/// One day of a desk, event by event: calls ring, wait in line, give up, are called back, are answered and end.
///
/// Time is whole seconds since the desk opened; of what happens in one second, what was planned first comes first.
/// Not thread-safe.
final class DeskDay {
    private static final int LENGTH = Desk.HALF_HOURS * 1_800;
    /// Calls are drawn for so many seconds at a time, in which they come at an even rate.
    private static final int STEP = 300;

    private static final int OBSERVED_EACH = 300;
    /// The message that tells the wait and may offer to call back.
    private static final int MESSAGE = 25;
    /// A call back is offered to those who are told that they wait longer than this.
    private static final int OFFERED_FROM = 480;

    private static final double TAKES_OFFER = 0.2;
    private static final double CALLS_AGAIN = 0.3;

    /// What is going to happen.
    private sealed interface Next {
        record Ring(int person) implements Next {}

        record Offer(Call call) implements Next {}

        record Due(Call call) implements Next {}

        record GiveUp(Call call) implements Next {}

        record End(Call call, int seconds) implements Next {}

        record Staff() implements Next {}

        record Observe() implements Next {}
    }

    private record At(int second, int place, Next next) {}

    private final PriorityQueue<At> agenda = new PriorityQueue<>(
            (a, b) -> a.second != b.second ? Integer.compare(a.second, b.second) : Integer.compare(a.place, b.place));
    private final Deque<Call> line = new ArrayDeque<>();
    private final Deque<Call> callbacks = new ArrayDeque<>();
    private final Deque<Integer> servedAt = new ArrayDeque<>();
    private final DayPlan plan;
    private final Luck luck;
    private final Dice people;
    private final int population;
    private final Phones phones;
    private final String prefix;
    private int waiting;
    private int staff;
    private int busy;
    private int planned;
    private int calls;

    /// @param people     says how patient each person is
    /// @param population how many people may call
    DeskDay(DayPlan plan, Luck luck, Dice people, int population, Phones phones, String prefix) {
        this.plan = plan;
        this.luck = luck;
        this.people = people;
        this.population = population;
        this.phones = phones;
        this.prefix = prefix;
    }

    void run() {
        for (int second = 0; second < LENGTH; second += 1_800) {
            plan(second, new Next.Staff());
        }
        for (int second = 0; second < LENGTH; second += OBSERVED_EACH) {
            plan(second, new Next.Observe());
        }
        for (int from = 0; from < LENGTH; from += STEP) {
            double rate = plan.rate(from);
            for (double at = from + luck.exponential(1 / rate); at < from + STEP; at += luck.exponential(1 / rate)) {
                plan((int) at, new Next.Ring(luck.between(1, population)));
            }
        }
        for (At at = agenda.poll(); at != null; at = agenda.poll()) {
            happen(at.second, at.next);
        }
    }

    private void plan(int second, Next next) {
        agenda.add(new At(second, planned++, next));
    }

    private void happen(int now, Next next) {
        switch (next) {
            case Next.Ring(int person) -> ring(now, person);
            case Next.Offer(Call call) -> offer(now, call);
            case Next.Due(Call call) -> {
                callbacks.add(call);
                serve(now);
            }
            case Next.GiveUp(Call call) -> giveUp(now, call);
            case Next.End(Call call, int seconds) -> {
                busy--;
                phones.closed(now, call, seconds, luck.happens(0.8));
                serve(now);
            }
            case Next.Staff() -> {
                staff = plan.advisers(now);
                serve(now);
            }
            case Next.Observe() -> observe(now);
        }
    }

    private void ring(int now, int person) {
        Call call = new Call(prefix + ++calls, person, now);
        boolean free = busy < staff;
        int announced = free ? -1 : announced(now);
        phones.received(now, call, announced);
        line.add(call);
        waiting++;
        if (!free) {
            int patience = Math.max(5, (int) luck.exponential(patience(person)));
            plan(now + patience, new Next.GiveUp(call));
            if (announced > OFFERED_FROM && luck.happens(TAKES_OFFER)) {
                plan(now + MESSAGE, new Next.Offer(call));
            }
        }
        serve(now);
    }

    /// What such systems say: the place in line times what a call usually takes, as if all on the roster were there and
    /// nobody gave up; in whole minutes.
    private int announced(int now) {
        double ahead = (double) (waiting + 1) * plan.desk().handleSeconds() / plan.planned(now);
        return (int) Math.ceil(ahead / 60) * 60;
    }

    /// A third give up soon, some hold on for long; always the same people.
    private double patience(int person) {
        double kind = people.unit(person);
        return kind < 0.3 ? 180 : kind < 0.8 ? 720 : 2_400;
    }

    private void offer(int now, Call call) {
        int due = (now + luck.between(1_200, 7_200)) / 900 * 900;
        if (!call.left && due < LENGTH - 1_800) {
            leave(call);
            phones.promised(now, call, due);
            call.joined = due;
            plan(due, new Next.Due(call));
        }
    }

    private void giveUp(int now, Call call) {
        if (!call.left) {
            leave(call);
            phones.abandoned(now, call);
            int again = now + luck.between(300, 2_400);
            if (again < LENGTH && luck.happens(CALLS_AGAIN)) {
                plan(again, new Next.Ring(call.person));
            }
        }
    }

    private void leave(Call call) {
        call.left = true;
        waiting--;
    }

    /// Whoever is free takes the next: those to be called back first.
    private void serve(int now) {
        while (busy < staff) {
            Call call = next();
            if (call == null) {
                return;
            }
            busy++;
            servedAt.add(now);
            phones.answered(now, call);
            int seconds = Math.max(20, (int) luck.logNormal(plan.desk().handleSeconds(), 0.8));
            plan(now + seconds, new Next.End(call, seconds));
        }
    }

    private @Nullable Call next() {
        Call back = callbacks.poll();
        if (back != null) {
            return back;
        }
        for (Call call = line.poll(); call != null; call = line.poll()) {
            if (!call.left) {
                leave(call);
                return call;
            }
        }
        return null;
    }

    private void observe(int now) {
        while (!servedAt.isEmpty() && servedAt.getFirst() <= now - 3_600) {
            servedAt.removeFirst();
        }
        if (plan.shown(now)) {
            phones.observed(now, waiting, callbacks.size(), staff, servedAt.size());
        }
    }
}
