package org.prevenance.engine;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.Harm;

/// What an engine that has finished still knows: whom an event concerns, who opted in, and what was at stake at an
/// instant. For backtests, which compare cases with what happened afterwards. Valid until the engine is reset.
public final class Aftermath {
    /// Later than anything that became known, and earlier than what never did.
    private static final long AT_LAST = Long.MAX_VALUE - 1;

    private final Plan plan;
    private final Graph graph;
    private final Corrections corrections;
    private final CaseWriter writer;
    private final int kinds;

    Aftermath(Plan plan, Graph graph, Corrections corrections, CaseWriter writer) {
        this.plan = plan;
        this.graph = graph;
        this.corrections = corrections;
        this.writer = writer;
        this.kinds = plan.program.vocabulary().kinds().size();
    }

    /// Whether the event is neither a retraction nor replaced or taken back by another.
    public boolean stands(Event event) {
        return event.standing() != Event.Standing.RETRACTION && !corrections.replaced(event, AT_LAST);
    }

    /// Whether an event concerns a subject: some subject that it counts for is the subject itself or above it, and none
    /// is another one of the same kind. So a complaint by a customer concerns each of the customer's contracts, and one
    /// that names a contract concerns that contract alone.
    public boolean concerns(Event event, int subject) {
        boolean meets = false;
        for (int kind = 0; kind < kinds; kind++) {
            int named = graph.owner(event, kind);
            int own = named < 0 ? -1 : of(subject, kind, event.time());
            if (own >= 0 && own != named) {
                return false;
            }
            meets |= own >= 0;
        }
        return meets;
    }

    private int of(int subject, int kind, long time) {
        return plan.program.subjects().kind(subject) == kind ? subject : graph.above(subject, kind, time);
    }

    /// The person behind a subject at an instant (microseconds since 1970), or -1.
    public int person(int subject, long time) {
        SubjectState person = graph.person(graph.state(subject), time);
        return person == null ? -1 : person.subject;
    }

    /// The person whom an event concerns, or -1.
    public int person(Event event) {
        int own = person(event.subject(), event.time());
        for (int kind = 0; own < 0 && kind < kinds; kind++) {
            int named = plan.kinds[kind].person ? graph.owner(event, kind) : -1;
            own = named;
        }
        return own;
    }

    /// Whether a person has opted in to all of the purposes that need it, and had by an instant.
    ///
    /// @param person a subject, or -1 where nobody is known
    public boolean permits(Collection<String> purposes, int person, long time) {
        SubjectState state = person < 0 ? null : graph.state(person);
        for (String name : purposes) {
            int purpose = plan.consentPurposes.indexOf(name);
            if (purpose >= 0 && !graph.consents(state, purpose, time)) {
                return false;
            }
        }
        return true;
    }

    /// The harm that a signal would have told for a subject at an instant (microseconds since 1970), from what was
    /// known
    /// then; null where it has none.
    public @Nullable Harm harm(Signal signal, int subject, long at) {
        SubjectState state = graph.find(subject);
        return state == null ? null : writer.harm(state, signal, new SubjectState.Moment(at, at, plan.days.day(at)));
    }
}
