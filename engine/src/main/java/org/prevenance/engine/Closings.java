package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prevenance.engine.SubjectState.Closing;
import org.prevenance.engine.SubjectState.Moment;
import org.prevenance.engine.SubjectState.SignalState;
import org.prevenance.engine.SubjectState.Span;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;

/// Closes cases as people say, and opens them again where that was a mistake.
///
/// A case that a person closed opens again only after its condition has ceased to hold. What is taken back is as if it
/// had not been said: the same case stands open again. What is corrected counts from when it was said first.
final class Closings {
    private final Plan plan;
    private final Graph graph;
    private final Agenda agenda;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<SignalState> reopened = new ArrayList<>();
    private final Comparator<Waiting> order;

    private record Waiting(CaseClosed.Named named, long time, Closing closing) {}

    Closings(Plan plan, Graph graph, Agenda agenda) {
        this.plan = plan;
        this.graph = graph;
        this.agenda = agenda;
        this.order = Comparator.comparingLong(Waiting::time)
                .thenComparing(one -> plan.program.symbols().text(one.closing().source()))
                .thenComparing(one -> one.closing().id());
    }

    void clear() {
        waiting.clear();
        reopened.clear();
    }

    /// Takes in what a person said; it counts when everything known at the same instant is in.
    void add(Event event) {
        CaseClosed.Named named = plan.closed.named(event);
        if (named.signal() >= 0) {
            waiting.add(new Waiting(named, event.time(), closing(event)));
        }
    }

    private Closing closing(Event event) {
        return new Closing(event.source(), event.id(), plan.closed.outcome(event));
    }

    /// Closes what is to be closed now.
    void settle(long now) {
        if (!waiting.isEmpty()) {
            waiting.sort(order);
            waiting.forEach(one -> close(one, now));
            waiting.clear();
        }
        if (!reopened.isEmpty()) {
            reopened.forEach(standing -> standing.closedBefore = Raw.ABSENT);
            reopened.clear();
        }
    }

    private void close(Waiting one, long now) {
        CaseClosed.Named named = one.named();
        SubjectState state = graph.find(named.subject());
        int place = state == null ? -1 : place(state, named.signal());
        if (state == null || place < 0) {
            return;
        }
        SignalState standing = state.signals[place];
        Moment opened = standing.opened;
        Long meant = named.openedAt();
        if (opened == null || (meant == null ? one.time() < opened.now() : meant != opened.now())) {
            return;
        }
        Moment lastOpen = standing.lastOpen;
        long at = standing.closedBefore == Raw.ABSENT ? now : standing.closedBefore;
        standing.past.add(new Span(opened, lastOpen == null ? opened : lastOpen, at, one.closing()));
        standing.opened = null;
        standing.lastOpen = null;
        standing.answered = true;
        agenda.add(state, state.plan.alwaysJudged & 1L << place);
    }

    /// Takes back what an event said that is replaced or retracted now.
    void takeBack(Event undone) {
        if (undone.type().ordinal() != plan.closed.type()) {
            return;
        }
        Closing closing = closing(undone);
        waiting.removeIf(one -> one.closing().equals(closing));
        CaseClosed.Named named = plan.closed.named(undone);
        SubjectState state = named.signal() < 0 ? null : graph.find(named.subject());
        int place = state == null ? -1 : place(state, named.signal());
        if (state != null && place >= 0) {
            reopen(state, place, closing);
        }
    }

    private void reopen(SubjectState state, int place, Closing closing) {
        SignalState standing = state.signals[place];
        List<Span> past = standing.past;
        for (int i = 0; i < past.size(); i++) {
            Span span = past.get(i);
            if (!closing.equals(span.closing())) {
                continue;
            }
            if (i < past.size() - 1 || standing.opened != null) {
                // another case has opened since, so the condition had ceased
                past.set(i, new Span(span.opened(), span.lastOpen(), span.closedAt(), null));
                continue;
            }
            past.remove(i);
            standing.opened = span.opened();
            standing.lastOpen = span.lastOpen();
            standing.closedBefore = span.closedAt();
            standing.answered = false;
            standing.heldSince = Raw.ABSENT;
            reopened.add(standing);
            agenda.add(state, state.plan.alwaysJudged & 1L << place);
        }
    }

    private static int place(SubjectState state, int signal) {
        for (int i = 0; i < state.plan.signals.length; i++) {
            if (state.plan.signals[i].ordinal() == signal) {
                return i;
            }
        }
        return -1;
    }
}
