package org.prevenance.engine;

import org.prevenance.event.Raw;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Signal;

/// After each judgement of a subject: the next instant at which time alone may change something about it.
final class Schedule {
    private final Plan plan;
    private final SharedValues shared;
    private final Evaluator evaluator;
    private final Judge judge;
    private final Wakes wakes = new Wakes();
    private final Readers readers = new Readers();

    Schedule(Plan plan, SharedValues shared, Evaluator evaluator, Judge judge) {
        this.plan = plan;
        this.shared = shared;
        this.evaluator = evaluator;
        this.judge = judge;
    }

    Wakes wakes() {
        return wakes;
    }

    /// Which subjects read whose indicators, as far as they looked.
    Readers readers() {
        return readers;
    }

    void clear() {
        wakes.clear();
        readers.clear();
    }

    /// Sets when the subject is judged next without an event.
    void next(SubjectState state, long now) {
        KindPlan kind = state.plan;
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
        if (kind.waits) {
            next = Math.min(next, ofOthers(state, now));
        }
        wakes.set(state, next);
    }

    /// The next instant at which time alone turns a comparison with `elapsed`, or another subject's indicator changes.
    private long ofOthers(SubjectState state, long now) {
        long next = SubjectState.NEVER;
        evaluator.at(state, now, now, plan.days.day(now));
        for (Signal signal : state.plan.signals) {
            for (var timer : signal.elapsedTimers()) {
                long turns = timer.eval(evaluator);
                next = turns != Raw.ABSENT && turns > now ? Math.min(next, turns) : next;
            }
        }
        for (Indicator.Read read : state.plan.read) {
            long subject = evaluator.indicator(read.subjectOrdinal());
            if (subject != Raw.ABSENT) {
                readers.add((int) subject, state);
                next = Math.min(next, evaluator.nextChange(read, (int) subject));
            }
        }
        return next;
    }
}
