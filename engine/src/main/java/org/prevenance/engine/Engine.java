package org.prevenance.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.prevenance.engine.SubjectState.Moment;
import org.prevenance.engine.SubjectState.SignalState;
import org.prevenance.engine.SubjectState.Span;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;

/// From events, in the order in which they became known, to cases. No clock, no thread, no input or output: the same
/// events give the same cases, however they are split into calls.
///
/// ```java
/// Engine engine = new Engine(stage.plan(), published, history);
/// for (Event event : eventsByKnownTime) {
///     engine.apply(event);
/// }
/// List<Case> cases = engine.finish(until);
/// ```
///
/// Events known at one instant are all folded in before anything is judged, so their order does not matter. Not
/// thread-safe.
public final class Engine {
    private final Plan plan;
    private final Published published;
    private final Graph graph;
    private final Corrections corrections = new Corrections();
    private final Evaluator evaluator;
    private final Agenda agenda = new Agenda();
    private final Closings closings;
    private final Bindings bindings;
    private final Judge judge;
    private final Steering steering;
    private final Schedule schedule;
    private final Published.Pages pages;
    private History history;
    /// The instant at which the engine stands: what is known at it is being taken in, and then judged.
    private long now = Long.MIN_VALUE;

    /// @param published what earlier stages published; this engine adds to it when it finishes
    /// @param history the events applied so far, for what cannot be computed in passing
    public Engine(Plan plan, Published published, History history) {
        this.plan = plan;
        this.published = published;
        this.history = history;
        this.pages = published.pages();
        this.graph = new Graph(plan);
        this.evaluator = new Evaluator(plan, graph, published, corrections, history);
        this.closings = new Closings(plan, graph, agenda);
        this.bindings = new Bindings(plan, graph, corrections, closings, agenda, history);
        this.judge = new Judge(plan, graph, evaluator);
        this.steering = new Steering(plan, evaluator, judge);
        this.schedule = new Schedule(plan, published, evaluator, judge, steering);
    }

    /// An engine without a history yet: [#reset] gives it one before the first event.
    public Engine(Plan plan, Published published) {
        this(plan, published, NoHistory.INSTANCE);
    }

    enum NoHistory implements History {
        INSTANCE;

        @Override
        public void replay(int subject, BitSet types, long knownUntil, Visitor visitor) {}

        @Override
        public boolean find(int source, String id, long knownUntil, Event into) {
            return false;
        }
    }

    /// Forgets all subjects and starts over with another history.
    public void reset(History newHistory) {
        history = newHistory;
        evaluator.history(newHistory);
        graph.clear();
        corrections.clear();
        agenda.clear();
        closings.clear();
        bindings.reset(newHistory);
        schedule.clear();
        now = Long.MIN_VALUE;
    }

    /// Takes in one event. `event.known()` must not be before that of the last one.
    ///
    /// @throws IllegalArgumentException when it is
    public void apply(Event event) {
        if (event.known() != now) {
            advance(event.known());
            turnTo(event.known());
        }
        if (event.standing() != Event.Standing.ORIGINAL) {
            bindings.change(event);
        }
        if (event.standing() == Event.Standing.RETRACTION || corrections.replaced(event, now)) {
            return;
        }
        if (plan.bindsSubjects[event.type().ordinal()]) {
            bindings.bind(event);
        }
        if (event.type().ordinal() == plan.closed.type()) {
            closings.add(event);
        }
        route(event);
    }

    /// Has a subject judged from when something is first gathered for it, even if no event is ever about it. To be
    /// called
    /// before any event is applied.
    public void await(int subject) {
        schedule.await(graph.state(subject), published.firstGathered(plan, subject));
    }

    /// Judges everything that was due before this instant. Events known at or after it may still be applied.
    ///
    /// @throws IllegalArgumentException when it is before what was judged already
    public void advance(long until) {
        if (until < now) {
            throw new IllegalArgumentException(
                    "An event known at %s came after one known at %s: sort events by known time."
                            .formatted(ZoneDays.instant(until), ZoneDays.instant(now)));
        }
        if (until == now) {
            return;
        }
        settle();
        for (long next = schedule.wakes().next();
                next < until;
                next = schedule.wakes().next()) {
            turnTo(next);
            settle();
        }
    }

    /// Moves to an instant before which nothing is due any more. A day that ends then is looked at first, with what was
    /// known in it; the rest is judged when everything known at the instant is in.
    private void turnTo(long instant) {
        now = instant;
        long today = plan.days.day(now);
        boolean dayEnds = plan.days.start(today) == now;
        while (schedule.wakes().next() == now) {
            SubjectState state = schedule.wakes().poll();
            if (dayEnds) {
                judge.judge(state, state.plan.judgedAtDayEnd, now - 1, now, today - 1);
            }
            agenda.add(state, state.plan.alwaysJudged);
        }
    }

    private void route(Event event) {
        SubjectState own = graph.state(event.subject());
        own.lastTime = Math.max(own.lastTime, event.time());
        for (Plan.Route route : plan.routes[event.type().ordinal()]) {
            int owner = graph.owner(event, route.kind());
            if (owner >= 0) {
                fold(event, route, graph.state(owner));
            }
        }
    }

    private void fold(Event event, Plan.Route route, SubjectState state) {
        state.lastTime = Math.max(state.lastTime, event.time());
        evaluator.at(state, now, now, plan.days.day(now));
        SubjectState person = null;
        boolean personFound = false;
        for (Plan.Step step : route.steps()) {
            int purpose = step.fold().purpose;
            if (purpose >= 0) {
                if (!personFound) {
                    person = graph.person(state, event.time());
                    personFound = true;
                    if (person != null) {
                        person.consultedTime = Math.max(person.consultedTime, event.time());
                    }
                }
                if (!graph.consents(person, purpose, event.time())) {
                    continue;
                }
            }
            evaluator.feed(state, step, event);
        }
        boolean steers = plan.controls[state.plan.kind].fedBy().get(event.type().ordinal());
        if (route.dirties() != 0
                || steers
                || state.plan.watched.length > 0
                || state.nextWake == SubjectState.NEVER
                || state.awaited) {
            agenda.add(state, route.dirties());
        }
    }

    // ---- judging ----

    /// Judges what changed at this instant, now that everything known at it is in.
    private void settle() {
        bindings.settleConsents();
        closings.settle(now);
        if (agenda.isEmpty()) {
            return;
        }
        long today = plan.days.day(now);
        for (int i = 0; i < agenda.size(); i++) {
            SubjectState state = agenda.get(i);
            long signals = state.dirty | judge.due(state, now);
            state.dirty = 0;
            state.queued = false;
            publish(state, today);
            judge.judge(state, signals, now, now, today);
            steering.steer(state, now, today);
            schedule.next(state, now);
        }
        agenda.clear();
    }

    private void publish(SubjectState state, long today) {
        int[] watched = state.plan.watched;
        if (watched.length > 0) {
            evaluator.at(state, now, now, today);
            for (int i = 0; i < watched.length; i++) {
                evaluator.publish(i);
            }
        }
    }

    // ---- the end ----

    /// Judges everything up to and including this instant, publishes what later stages read, and tells all cases so
    /// far:
    /// with harm and proof as last judged while open.
    public List<Case> finish(long until) {
        settleUpTo(until);
        CaseWriter writer = new CaseWriter(plan, graph, published, corrections, history);
        List<Case> cases = new ArrayList<>();
        graph.forEach(state -> {
            pages.add(state);
            for (int i = 0; i < state.signals.length; i++) {
                Signal signal = state.plan.signals[i];
                SignalState standing = state.signals[i];
                for (Span span : standing.past) {
                    cases.add(writer.write(state, signal, span));
                }
                Moment opened = standing.opened;
                if (opened != null) {
                    cases.add(writer.write(
                            state, signal, new Span(opened, lastMoment(signal, standing), Raw.ABSENT, null)));
                }
            }
        });
        return cases;
    }

    /// What controls commanded so far, by instant, subject and control.
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        graph.forEach(state -> {
            for (SubjectState.ControlState control : state.controls) {
                commands.addAll(control == null ? List.of() : control.commands);
            }
        });
        commands.sort(Command.ORDER);
        return commands;
    }

    /// What is still known when all is judged.
    public Aftermath aftermath() {
        return new Aftermath(plan, graph, corrections, new CaseWriter(plan, graph, published, corrections, history));
    }

    /// A signal judged at each day's end shows what is known now, not only what was known when the last day ended.
    private Moment lastMoment(Signal signal, SignalState standing) {
        Moment last = standing.lastOpen;
        if (last != null && !signal.judgedAtDayEnd()) {
            return last;
        }
        return new Moment(now, now, plan.days.day(now));
    }

    private void settleUpTo(long until) {
        if (until > now) {
            advance(until);
            turnTo(until);
        }
        settle();
    }

    /// Makes every indicator be folded anew when next read: the slow, plain way, against which tests hold the quick
    /// one.
    void forgetFolded() {
        graph.forEach(state -> {
            for (KindPlan.FoldPlan fold : state.plan.folds) {
                state.forget(fold.local);
            }
        });
    }

    /// The raw value of an indicator at an instant, which must not be before the last event became known.
    long indicator(int subject, int ordinal, long at) {
        settleUpTo(at);
        evaluator.at(graph.state(subject), now, now, plan.days.day(now));
        return evaluator.indicator(ordinal);
    }

    /// About how many bytes all states take on the heap.
    public long stateBytes() {
        long[] bytes = {0};
        graph.forEach(state -> bytes[0] += state.bytes());
        return bytes[0];
    }
}
