package org.prevenance.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.prevenance.engine.SubjectState.SignalState;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;

/// What one event changes about others that were folded in before it: links, opt-ins, corrections, retractions. What
/// they touch is folded anew when next read, and judged.
final class Bindings {
    private final Plan plan;
    private final Graph graph;
    private final Corrections corrections;
    private final Closings closings;
    private final Agenda agenda;
    private final Set<SubjectState> consenting = new LinkedHashSet<>();
    private final Event found = new Event();
    private History history;

    Bindings(Plan plan, Graph graph, Corrections corrections, Closings closings, Agenda agenda, History history) {
        this.plan = plan;
        this.graph = graph;
        this.corrections = corrections;
        this.closings = closings;
        this.agenda = agenda;
        this.history = history;
    }

    /// Starts over with another history.
    void reset(History newHistory) {
        history = newHistory;
        consenting.clear();
    }

    /// Takes in an event that opens or ends a link, or gives or withdraws consent.
    void bind(Event event) {
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
    void settleConsents() {
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
            agenda.add(state, state.plan.alwaysJudged);
        });
    }

    private void forgetPurpose(SubjectState state, int purpose) {
        for (KindPlan.FoldPlan fold : state.plan.folds) {
            if (fold.purpose == purpose) {
                state.forget(fold.local);
            }
        }
    }

    /// Withdrawing wipes what was derived under the purpose: indicators, open cases and closed ones,
    /// commands.
    private void wipe(SubjectState state, int purpose) {
        forgetPurpose(state, purpose);
        String name = plan.consentPurposes.get(purpose);
        for (int i = 0; i < state.signals.length; i++) {
            if (state.plan.signals[i].purposes().contains(name)) {
                state.signals[i] = new SignalState();
            }
        }
        KindControls controls = plan.controls[state.plan.kind];
        for (int i = 0; i < state.controls.length; i++) {
            if (controls.controls()[i].purposes().contains(name)) {
                state.controls[i] = null;
            }
        }
    }

    /// Folds everything about a subject anew when next read.
    private void refold(SubjectState state) {
        for (KindPlan.FoldPlan fold : state.plan.folds) {
            state.forget(fold.local);
        }
        agenda.add(state, state.plan.alwaysJudged);
    }

    /// Takes in a correction or a retraction: what its target did is undone.
    void change(Event event) {
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
                    agenda.add(graph.state(owner), route.dirties());
                }
            }
        }
    }

    /// Takes back what an event did: all that it counted for is folded anew.
    private void undo(Event change, String id) {
        if (!history.find(change.source(), id, change.known(), found)) {
            return;
        }
        Event undone = found.copy();
        closings.takeBack(undone);
        for (Plan.Route route : plan.routes[undone.type().ordinal()]) {
            int owner = graph.owner(undone, route.kind());
            if (owner >= 0) {
                refold(graph.state(owner));
                agenda.add(graph.state(owner), route.dirties());
            }
        }
        if (plan.bindsSubjects[undone.type().ordinal()]) {
            rebind(graph.state(undone.subject()), change.known());
        }
    }

    private void rebind(SubjectState state, long known) {
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
}
