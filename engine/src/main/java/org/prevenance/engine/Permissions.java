package org.prevenance.engine;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.playbook.Program;
import org.prevenance.vocabulary.Vocabulary;

/// Which events may be used for a purpose, as known at an instant: by the very links and opt-ins that the engine goes
/// by, for those who use events without a playbook.
///
/// ```java
/// permissions.reset(history);
/// for (Event event : eventsByKnownTime) {
///     permissions.take(event);
/// }
/// permissions.settle(subject -> {}); // at each instant
/// boolean may = permissions.permits(device, time, "care");
/// ```
///
/// Not thread-safe.
public final class Permissions {
    private final Plan plan;
    private final Graph graph;
    private final Corrections corrections = new Corrections();
    private final Agenda agenda = new Agenda();
    private final Closings closings;
    private final Bindings bindings;

    public Permissions(Vocabulary vocabulary, Symbols symbols, Subjects subjects, ZoneId zone) {
        plan = new Plan(new Program(
                vocabulary,
                zone,
                symbols,
                subjects,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                vocabulary.types().stream().map(_ -> new BitSet()).toList()));
        graph = new Graph(plan);
        closings = new Closings(plan, graph, agenda);
        bindings = new Bindings(plan, graph, corrections, closings, agenda, Engine.NoHistory.INSTANCE);
    }

    /// Which slots of each event type it looks at, by ordinal: links, and what people opt in to.
    public List<BitSet> slots() {
        return plan.slotsKept();
    }

    /// Forgets everybody and starts over.
    ///
    /// @param history the events that will be taken in, for what was corrected or taken back
    public void reset(History history) {
        graph.clear();
        corrections.clear();
        agenda.clear();
        closings.clear();
        bindings.reset(history);
    }

    /// Takes in one event, of any type. `event.known()` must not be before that of the last one.
    public void take(Event event) {
        if (event.standing() != Event.Standing.ORIGINAL) {
            bindings.change(event);
        }
        if (event.standing() == Event.Standing.RETRACTION || corrections.replaced(event, event.known())) {
            return;
        }
        if (plan.bindsSubjects[event.type().ordinal()]) {
            bindings.bind(event);
        }
        SubjectState own = graph.state(event.subject());
        own.lastTime = Math.max(own.lastTime, event.time());
    }

    /// Settles what was taken in, once everything known at the same instant is.
    ///
    /// @param changed is shown each subject of whose events others than before may now be permitted
    public void settle(IntConsumer changed) {
        bindings.settleConsents();
        for (int i = 0; i < agenda.size(); i++) {
            SubjectState state = agenda.get(i);
            state.queued = false;
            changed.accept(state.subject);
        }
        agenda.clear();
    }

    /// Whether an event about a subject may be used: always where the purpose needs no consent, else only where the
    /// person behind the subject at that time has opted in, and had by then.
    ///
    /// @param time    at which it happened, microseconds since 1970
    /// @param purpose that the vocabulary declares
    public boolean permits(int subject, long time, String purpose) {
        int number = plan.consentPurposes.indexOf(purpose);
        return number < 0 || graph.consents(graph.person(graph.state(subject), time), number, time);
    }
}
