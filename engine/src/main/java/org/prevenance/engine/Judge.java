package org.prevenance.engine;

import org.prevenance.engine.SubjectState.Moment;
import org.prevenance.engine.SubjectState.SignalState;
import org.prevenance.engine.SubjectState.Span;
import org.prevenance.event.Raw;
import org.prevenance.playbook.Signal;

/// Opens cases, keeps them open, closes them.
final class Judge {
    private final Plan plan;
    private final Graph graph;
    private final Evaluator evaluator;

    Judge(Plan plan, Graph graph, Evaluator evaluator) {
        this.plan = plan;
        this.graph = graph;
        this.evaluator = evaluator;
    }

    /// Judges some signals of a subject.
    ///
    /// @param signals bits by place in [KindPlan#signals]
    void judge(SubjectState state, long signals, long known, long now, long today) {
        evaluator.at(state, known, now, today);
        for (long rest = signals; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            SignalState standing = state.signals[i];
            // a device that was removed has nobody to ask any more, and its case still ends; withdrawing wiped it
            // already
            if (standing.opened != null || isPermitted(state, state.plan.signalPurposes[i], known)) {
                judge(state.plan.signals[i], standing, known, now, today);
            } else {
                standing.heldSince = Raw.ABSENT;
            }
        }
    }

    private void judge(Signal signal, SignalState standing, long known, long now, long today) {
        Moment opened = standing.opened;
        if (opened != null) {
            keepOrClose(signal, standing, opened, known, now, today);
        } else if (standing.answered) {
            standing.answered = signal.when().eval(evaluator) == 1;
        } else if (holds(signal)) {
            standing.heldSince = standing.heldSince == Raw.ABSENT ? now : standing.heldSince;
            if (now >= deadline(signal, standing.heldSince)) {
                standing.opened = new Moment(known, now, today);
                standing.lastOpen = standing.opened;
                standing.heldSince = Raw.ABSENT;
            }
        } else {
            standing.heldSince = Raw.ABSENT;
        }
    }

    private void keepOrClose(Signal signal, SignalState standing, Moment opened, long known, long now, long today) {
        boolean gone = signal.until() == null
                ? signal.when().eval(evaluator) != 1
                : signal.until().eval(evaluator) == 1;
        if (!gone) {
            standing.lastOpen = new Moment(known, now, today);
            return;
        }
        Moment lastOpen = standing.lastOpen;
        standing.past.add(new Span(opened, lastOpen == null ? opened : lastOpen, now, null));
        standing.opened = null;
        standing.lastOpen = null;
    }

    private boolean holds(Signal signal) {
        return signal.when().eval(evaluator) == 1
                && (signal.until() == null || signal.until().eval(evaluator) != 1);
    }

    /// The signals whose `for` is over at this very instant.
    long due(SubjectState state, long now) {
        long due = 0;
        for (int i = 0; i < state.signals.length; i++) {
            long heldSince = state.signals[i].heldSince;
            boolean waited = heldSince != Raw.ABSENT && deadline(state.plan.signals[i], heldSince) == now;
            due |= waited ? 1L << i : 0;
        }
        return due;
    }

    /// When a condition that has held since an instant has held for long enough.
    long deadline(Signal signal, long heldSince) {
        return signal.forDays() > 0 ? plan.days.plusDays(heldSince, signal.forDays()) : heldSince + signal.forMicros();
    }

    /// Whether the person behind the subject has opted in to all these purposes.
    boolean isPermitted(SubjectState state, int[] purposes, long known) {
        if (purposes.length == 0) {
            return true;
        }
        SubjectState person = graph.person(state, known);
        for (int purpose : purposes) {
            if (graph.consentSince(person, purpose) == Raw.ABSENT) {
                return false;
            }
        }
        return true;
    }
}
