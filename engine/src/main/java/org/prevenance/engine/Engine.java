package org.prevenance.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.prevenance.engine.SubjectState.Moment;
import org.prevenance.engine.SubjectState.SignalState;
import org.prevenance.engine.SubjectState.Span;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Case;

/// From events, in the order in which they became known, to cases. No clock, no thread, no input or output: the same
/// events
/// give the same cases, however they are split into calls.
///
/// ```java
/// Engine engine = new Engine(plan, new SharedValues(), history);
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
    private final SharedValues shared;
    private final Graph graph;
    private final Corrections corrections = new Corrections();
    private final PeerBoard peerBoard;
    private final Evaluator evaluator;
    private final Event found = new Event();
    private History history;
    private final List<SubjectState> dirty = new ArrayList<>();
    private final Set<SubjectState> consenting = new LinkedHashSet<>();
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>();
    private final Readers readers = new Readers();
    private long known = Long.MIN_VALUE;

    private record Wake(long at, SubjectState state) implements Comparable<Wake> {
        @Override
        public int compareTo(Wake other) {
            return Long.compare(at, other.at);
        }
    }

    /// @param shared  indicators that other subjects read; complete already, or written by this engine as it goes
    /// @param history the events applied so far, for what cannot be computed in passing
    public Engine(Plan plan, SharedValues shared, History history) {
        this.plan = plan;
        this.shared = shared;
        this.history = history;
        this.graph = new Graph(plan);
        this.peerBoard = new PeerBoard(plan);
        this.evaluator = new Evaluator(plan, graph, shared, corrections, peerBoard, history);
    }

    /// An engine without a history yet: [#reset] gives it one before the first event.
    public Engine(Plan plan, SharedValues shared) {
        this(plan, shared, NoHistory.INSTANCE);
    }

    private enum NoHistory implements History {
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
        peerBoard.clear();
        dirty.clear();
        consenting.clear();
        wakes.clear();
        readers.clear();
        known = Long.MIN_VALUE;
    }

    /// Takes in one event. `event.known()` must not be before that of the last one.
    ///
    /// @throws IllegalArgumentException when it is
    public void apply(Event event) {
        if (event.known() != known) {
            advance(event.known());
            known = event.known();
        }
        if (event.standing() != Event.Standing.ORIGINAL) {
            change(event);
        }
        if (event.standing() == Event.Standing.RETRACTION || corrections.replaced(event, known)) {
            return;
        }
        if (plan.bindsSubjects[event.type().ordinal()]) {
            bind(event);
        }
        route(event);
    }

    /// Judges everything that was due before this instant. Events known at or after it may still be applied.
    public void advance(long until) {
        if (until < known) {
            throw new IllegalArgumentException(
                    "An event known at %s came after one known at %s: sort events by known time."
                            .formatted(ZoneDays.instant(until), ZoneDays.instant(known)));
        }
        if (until > known) {
            catchUp(until);
        }
    }

    private void catchUp(long until) {
        settle();
        while (!wakes.isEmpty() && wakes.peek().at() <= until) {
            Wake wake = wakes.poll();
            if (wake.state().nextWake == wake.at()) {
                wake(wake.state(), wake.at());
                settle();
            }
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
        evaluator.at(state, known, known, plan.days.day(known));
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
        if (route.dirties() != 0 || state.plan.isNoted || state.nextWake == SubjectState.NEVER) {
            markDirty(state, route.dirties());
        }
    }

    private void markDirty(SubjectState state, long signals) {
        state.dirty |= signals;
        if (!state.queued) {
            state.queued = true;
            dirty.add(state);
        }
    }

    // ---- links, consents, corrections ----

    private void bind(Event event) {
        int type = event.type().ordinal();
        graph.bind(event, this::refold);
        if (plan.isConsent(type)) {
            consent(event);
        }
    }

    private void consent(Event event) {
        SubjectState person = graph.state(event.subject());
        graph.recordConsent(event);
        consenting.add(person);
        if (person.consultedTime >= event.time()) { // events that it concerns were folded, or held back, already
            graph.forEachBelow(person, this::refold);
        }
    }

    /// Looks at what people opted in to, now that everything known at this instant is in.
    private void settleConsents() {
        for (SubjectState person : consenting) {
            for (int purpose = 0; purpose < person.consents.length; purpose++) {
                settleConsent(person, purpose);
            }
        }
        consenting.clear();
    }

    private void settleConsent(SubjectState person, int purpose) {
        long before = person.consentedSince[purpose];
        long since = graph.consentSince(person, purpose);
        if (before == since) {
            return;
        }
        person.consentedSince[purpose] = since;
        boolean withdrawn = before != Raw.ABSENT && (since == Raw.ABSENT || since > before);
        graph.forEachBelow(person, state -> {
            if (withdrawn) {
                wipe(state, purpose);
            } else if (person.consultedTime >= since) {
                forgetPurpose(state, purpose);
            }
            markDirty(state, state.plan.alwaysJudged);
        });
    }

    private void forgetPurpose(SubjectState state, int purpose) {
        for (KindPlan.FoldPlan fold : state.plan.folds) {
            if (fold.purpose == purpose) {
                state.forget(fold.local);
            }
        }
    }

    /// Withdrawing wipes what was derived under the purpose: indicators, open cases and closed ones.
    private void wipe(SubjectState state, int purpose) {
        forgetPurpose(state, purpose);
        String name = plan.consentPurposes.get(purpose);
        for (int i = 0; i < state.signals.length; i++) {
            if (state.plan.signals[i].purposes().contains(name)) {
                state.signals[i] = new SignalState();
            }
        }
    }

    /// Folds everything about a subject anew when next read.
    private void refold(SubjectState state) {
        for (KindPlan.FoldPlan fold : state.plan.folds) {
            state.forget(fold.local);
        }
        markDirty(state, state.plan.alwaysJudged);
    }

    private void change(Event event) {
        String overtaken = corrections.record(event);
        String target = event.target();
        if (target != null) {
            undo(event, target);
        }
        if (overtaken != null) {
            undo(event, overtaken);
        }
        if (event.standing() == Event.Standing.RETRACTION) {
            for (Plan.Route route : plan.routes[event.type().ordinal()]) {
                int owner = graph.owner(event, route.kind());
                if (owner >= 0) {
                    markDirty(graph.state(owner), route.dirties());
                }
            }
        }
    }

    /// Takes back what an event did: all that it counted for is folded anew.
    private void undo(Event change, String id) {
        if (!history.find(change.source(), id, known, found)) {
            return;
        }
        Event undone = found.copy();
        for (Plan.Route route : plan.routes[undone.type().ordinal()]) {
            int owner = graph.owner(undone, route.kind());
            if (owner >= 0) {
                refold(graph.state(owner));
                markDirty(graph.state(owner), route.dirties());
            }
        }
        if (plan.bindsSubjects[undone.type().ordinal()]) {
            rebind(graph.state(undone.subject()));
        }
    }

    private void rebind(SubjectState state) {
        graph.forEachAround(state, this::refold);
        graph.unbind(state);
        if (state.plan.person) {
            consenting.add(state);
        }
        history.replay(state.subject, plan.bindingTypes, known, event -> {
            boolean standing = event.standing() != Event.Standing.RETRACTION && !corrections.replaced(event, known);
            if (event.subject() == state.subject && standing) {
                graph.bind(event, this::refold);
                if (plan.isConsent(event.type().ordinal())) {
                    graph.recordConsent(event);
                }
            }
        });
        graph.forEachAround(state, this::refold);
    }

    // ---- judging ----

    /// Judges what changed at the last known instant, now that everything known then is in.
    private void settle() {
        if (!consenting.isEmpty()) {
            settleConsents();
        }
        if (dirty.isEmpty()) {
            return;
        }
        long today = plan.days.day(known);
        for (int i = 0; i < dirty.size(); i++) { // noting shared values may add readers to the list
            note(dirty.get(i), known, today);
        }
        for (SubjectState state : dirty) {
            long signals = state.dirty;
            state.dirty = 0;
            state.queued = false;
            judge(state, signals, known, today);
            schedule(state, known);
        }
        dirty.clear();
    }

    private void note(SubjectState state, long now, long today) {
        for (int ordinal : state.plan.watched) {
            evaluator.at(state, known, now, today);
            if (shared.note(state.subject, ordinal, now, evaluator.indicator(ordinal))) {
                readers.of(state.subject, reader -> markDirty(reader, reader.plan.readsOthers));
            }
        }
        for (int ordinal : state.plan.peers) {
            evaluator.at(state, known, now, today);
            peerBoard.note(evaluator, state, (Indicator.Peers) plan.indicators[ordinal].source());
        }
    }

    /// Judges what changes without an event: at a day's end first the day that ends, then the new one.
    private void wake(SubjectState state, long now) {
        long today = plan.days.day(now);
        if (plan.days.start(today) == now) {
            judge(state, state.plan.judgedAtDayEnd, now, today - 1);
        }
        note(state, now, today);
        judge(state, state.plan.alwaysJudged | due(state, now), now, today);
        schedule(state, now);
    }

    private long due(SubjectState state, long now) {
        long due = 0;
        for (int i = 0; i < state.signals.length; i++) {
            long heldSince = state.signals[i].heldSince;
            boolean waited = heldSince != Raw.ABSENT && deadline(state.plan.signals[i], heldSince) == now;
            due |= waited ? 1L << i : 0;
        }
        return due;
    }

    private void judge(SubjectState state, long signals, long now, long today) {
        evaluator.at(state, known, now, today);
        for (long rest = signals; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            SignalState standing = state.signals[i];
            if (isPermitted(state, i)) {
                judge(state.plan.signals[i], standing, now, today);
            } else {
                standing.heldSince = Raw.ABSENT;
            }
        }
    }

    private void judge(Signal signal, SignalState standing, long now, long today) {
        Moment opened = standing.opened;
        if (opened != null) {
            keepOrClose(signal, standing, opened, now, today);
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

    private void keepOrClose(Signal signal, SignalState standing, Moment opened, long now, long today) {
        boolean gone = signal.until() == null
                ? signal.when().eval(evaluator) != 1
                : signal.until().eval(evaluator) == 1;
        if (!gone) {
            standing.lastOpen = new Moment(known, now, today);
            return;
        }
        Moment lastOpen = standing.lastOpen;
        standing.past.add(new Span(opened, lastOpen == null ? opened : lastOpen, now));
        standing.opened = null;
        standing.lastOpen = null;
    }

    private boolean holds(Signal signal) {
        return signal.when().eval(evaluator) == 1
                && (signal.until() == null || signal.until().eval(evaluator) != 1);
    }

    private long deadline(Signal signal, long heldSince) {
        return signal.forDays() > 0 ? plan.days.plusDays(heldSince, signal.forDays()) : heldSince + signal.forMicros();
    }

    private boolean isPermitted(SubjectState state, int signal) {
        int[] purposes = state.plan.signalPurposes[signal];
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

    // ---- waking ----

    private void schedule(SubjectState state, long now) {
        KindPlan kind = state.plan;
        long next = kind.wakesDaily ? plan.days.start(plan.days.day(now) + 1) : SubjectState.NEVER;
        for (KindPlan.FoldPlan fold : kind.timed) {
            Accumulator held = state.stale[fold.local] ? null : state.held[fold.local];
            next = held == null ? next : Math.min(next, held.nextChange(now));
        }
        for (int i = 0; i < state.signals.length; i++) {
            long heldSince = state.signals[i].heldSince;
            if (heldSince != Raw.ABSENT) {
                next = Math.min(next, deadline(kind.signals[i], heldSince));
            }
        }
        if (kind.waits) {
            next = Math.min(next, nextOfOthers(state, now));
        }
        if (next != state.nextWake && next != SubjectState.NEVER) {
            wakes.add(new Wake(next, state));
        }
        state.nextWake = next;
    }

    /// The next instant at which time alone turns a comparison with `elapsed`, or another subject's indicator changes.
    private long nextOfOthers(SubjectState state, long now) {
        long next = SubjectState.NEVER;
        evaluator.at(state, known, now, plan.days.day(now));
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
                next = Math.min(next, shared.nextChange((int) subject, read.indicatorOrdinal(), now));
            }
        }
        return next;
    }

    // ---- the end ----

    /// Judges everything up to and including this instant, and tells all cases so far: with harm and proof as last
    /// judged
    /// while open.
    public List<Case> finish(long until) {
        catchUp(Math.max(until, known));
        CaseWriter writer = new CaseWriter(plan, graph, shared, corrections, peerBoard, history);
        List<Case> cases = new ArrayList<>();
        graph.forEach(state -> {
            for (int i = 0; i < state.signals.length; i++) {
                Signal signal = state.plan.signals[i];
                SignalState standing = state.signals[i];
                for (Span span : standing.past) {
                    cases.add(writer.write(state, signal, span));
                }
                Moment opened = standing.opened;
                if (opened != null) {
                    cases.add(writer.write(
                            state, signal, new Span(opened, lastMoment(signal, standing, until), Raw.ABSENT)));
                }
            }
        });
        return cases;
    }

    /// A signal judged at each day's end shows what is known now, not only what was known when the last day ended.
    private Moment lastMoment(Signal signal, SignalState standing, long until) {
        Moment last = standing.lastOpen;
        if (last != null && !signal.judgedAtDayEnd()) {
            return last;
        }
        long end = Math.max(until, known);
        return new Moment(known, end, plan.days.day(end));
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

    /// The raw value of an indicator as judged at `now`, which must not be before the last event became known.
    long indicator(int subject, int ordinal, long now) {
        catchUp(now);
        evaluator.at(graph.state(subject), known, now, plan.days.day(now));
        return evaluator.indicator(ordinal);
    }

    /// About how many bytes all states take on the heap.
    public long stateBytes() {
        long[] bytes = {0};
        graph.forEach(state -> bytes[0] += state.bytes());
        return bytes[0];
    }
}
