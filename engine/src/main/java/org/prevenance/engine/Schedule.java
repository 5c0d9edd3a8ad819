package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.expression.Expr;
import org.prevenance.playbook.Indicator;

/// After each judgement of a subject: the next instant at which time alone may change something about it.
final class Schedule {
    private final Plan plan;
    private final Published published;
    private final Evaluator evaluator;
    private final Judge judge;
    private final Steering steering;
    private final Wakes wakes = new Wakes();

    Schedule(Plan plan, Published published, Evaluator evaluator, Judge judge, Steering steering) {
        this.plan = plan;
        this.published = published;
        this.evaluator = evaluator;
        this.judge = judge;
        this.steering = steering;
    }

    Wakes wakes() {
        return wakes;
    }

    void clear() {
        wakes.clear();
    }

    /// Sets when the subject is judged next without an event.
    void next(SubjectState state, long now) {
        KindPlan kind = state.plan;
        state.awaited = false;
        long next = kind.wakesDaily ? plan.days.start(plan.days.day(now) + 1) : SubjectState.NEVER;
        for (KindPlan.FoldPlan fold : kind.timed) {
            Accumulator held = state.stale[fold.local] ? null : state.held[fold.local];
            next = held == null ? next : Math.min(next, held.nextChange(now));
        }
        for (int i = 0; i < state.signals.length; i++) {
            long heldSince = state.signals[i].heldSince;
            if (heldSince != Raw.ABSENT) {
                next = Math.min(next, judge.deadline(kind.signals[i], heldSince));
            }
        }
        if (!plan.controls[kind.kind].isEmpty()) {
            next = Math.min(next, steering.next(state, now));
        }
        if (kind.isWaiting) {
            next = Math.min(next, ofOthers(state, now));
        }
        wakes.set(state, next);
    }

    /// The next instant at which time alone turns a comparison with `elapsed`, or another subject's indicator changes.
    private long ofOthers(SubjectState state, long now) {
        long next = SubjectState.NEVER;
        evaluator.at(state, now, now, plan.days.day(now));
        KindPlan.Waits waits = state.plan.waits;
        for (Expr timer : waits.timers()) {
            next = sooner(next, timer.eval(evaluator), now);
        }
        for (Indicator.Read read : waits.reads()) {
            next = Math.min(next, evaluator.nextChange(read));
        }
        for (int ordinal : waits.gathered()) {
            next = Math.min(next, published.gathered(ordinal).nextAfter(state.subject, Steps.NO_ROW, now));
        }
        for (int ordinal : waits.weighed()) {
            next = Math.min(next, published.of(ordinal).nextOfAny(now));
        }
        for (KindPlan.FoldPlan fold : state.plan.readingOthers) {
            if (!state.stale[fold.local] && state.freshUntil != null) {
                next = sooner(next, state.freshUntil[fold.local], now);
            }
        }
        return next;
    }

    private static long sooner(long next, long instant, long now) {
        return instant != Raw.ABSENT && instant > now ? Math.min(next, instant) : next;
    }

    /// Has a subject judged for the first time at this instant, unless an event about it comes before.
    void await(SubjectState state, long instant) {
        state.awaited = true;
        wakes.set(state, instant);
    }
}
