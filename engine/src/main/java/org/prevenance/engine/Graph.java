package org.prevenance.engine;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// The subjects met so far, how they are linked over time, and what people opted in to.
///
/// An event counts for its own subject, for the subjects that it names, and for those above them by the links in force
/// when it happened; a named subject comes before a linked one of the same kind. To close a case names its subject.
final class Graph {
    /// The value of a link's timeline while there is no link.
    private static final long UNLINKED = -1;

    private final Plan plan;
    private final Field[][] linkFields;
    private final Field[][] namingFields;
    private @Nullable SubjectState[] states = new SubjectState[1024];
    private int[] touched = new int[64];
    private int touchedCount;

    Graph(Plan plan) {
        this.plan = plan;
        var types = plan.program.vocabulary().types();
        this.linkFields = new Field[types.size()][];
        this.namingFields = new Field[types.size()][];
        for (EventType type : types) {
            linkFields[type.ordinal()] =
                    type.idFields().stream().filter(Field::link).toArray(Field[]::new);
            namingFields[type.ordinal()] = type.idFields().toArray(Field[]::new);
        }
    }

    /// The state of a subject, made when first asked for.
    SubjectState state(int subject) {
        if (subject >= states.length) {
            states = Arrays.copyOf(states, Math.max(subject + 1, states.length * 2));
        }
        SubjectState state = states[subject];
        return state != null ? state : create(subject);
    }

    private SubjectState create(int subject) {
        KindPlan kind = plan.kinds[plan.program.subjects().kind(subject)];
        SubjectState state = new SubjectState(subject, kind, plan.consentPurposes.size());
        states[subject] = state;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = subject;
        return state;
    }

    @Nullable
    SubjectState find(int subject) {
        return subject < states.length ? states[subject] : null;
    }

    void forEach(Consumer<SubjectState> each) {
        for (int i = 0; i < touchedCount; i++) {
            SubjectState state = states[touched[i]];
            if (state != null) {
                each.accept(state);
            }
        }
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            states[touched[i]] = null;
        }
        touchedCount = 0;
    }

    /// The subject of this kind for which the event counts, or -1.
    int owner(Event event, int kind) {
        int subject = event.subject();
        if (kindOf(subject) == kind) {
            return subject;
        }
        if (event.type().ordinal() == plan.closed.type() && plan.closed.isAbout(event, kind)) {
            return plan.closed.subject(event);
        }
        Field[] naming = namingFields[event.type().ordinal()];
        for (Field field : naming) {
            if (field.kind() == kind && event.value(field.slot()) != Raw.ABSENT) {
                return (int) event.value(field.slot());
            }
        }
        int above = above(subject, kind, event.time());
        for (int i = 0; above < 0 && i < naming.length; i++) {
            long named = event.value(naming[i].slot());
            above = named == Raw.ABSENT ? -1 : above((int) named, kind, event.time());
        }
        return above;
    }

    private int kindOf(int subject) {
        return plan.program.subjects().kind(subject);
    }

    /// The subject of this kind to which a subject was linked at an instant, at any height, or -1.
    int above(int subject, int kind, long time) {
        SubjectState state = find(subject);
        if (state == null) {
            return -1;
        }
        int[] linkKinds = state.plan.linkKinds;
        for (int i = 0; i < linkKinds.length; i++) {
            Timeline timeline = state.links[i];
            long upper = timeline == null ? Raw.ABSENT : timeline.at(time);
            if (upper >= 0) {
                int found = linkKinds[i] == kind ? (int) upper : above((int) upper, kind, time);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return -1;
    }

    /// The person behind a subject at an instant (itself, or a person above), or null.
    @Nullable
    SubjectState person(SubjectState state, long time) {
        if (state.plan.person) {
            return state;
        }
        int[] linkKinds = state.plan.linkKinds;
        for (int i = 0; i < linkKinds.length; i++) {
            Timeline timeline = state.links[i];
            long upper = timeline == null ? Raw.ABSENT : timeline.at(time);
            if (upper >= 0) {
                SubjectState person = person(state((int) upper), time);
                if (person != null) {
                    return person;
                }
            }
        }
        return null;
    }

    /// Whether the person behind the subject has opted in to the purpose, and had by the time of the event.
    boolean consents(@Nullable SubjectState person, int purpose, long time) {
        long since = consentSince(person, purpose);
        return since != Raw.ABSENT && since <= time;
    }

    /// Since when the opt-in that is in force now was given, or [Raw#ABSENT].
    long consentSince(@Nullable SubjectState person, int purpose) {
        Timeline timeline = person == null ? null : person.consents[purpose];
        return timeline == null ? Raw.ABSENT : timeline.heldSince(1);
    }

    /// Records what the event says about links. Shows each subject whose events must be attributed anew, because the
    /// event
    /// came after events that it concerns.
    void bind(Event event, Consumer<SubjectState> reattribute) {
        EventType type = event.type();
        for (Field field : linkFields[type.ordinal()]) {
            long upper = event.value(field.slot());
            if (upper != Raw.ABSENT) {
                link(event, field.kind(), upper, reattribute);
            }
        }
        if (type.endsLinkTo() >= 0) {
            end(event, type.endsLinkTo(), reattribute);
        }
    }

    private void link(Event event, int kind, long upper, Consumer<SubjectState> reattribute) {
        SubjectState lower = state(event.subject());
        Timeline timeline = timeline(lower, kind);
        long before = timeline.at(event.time());
        if (before == upper) {
            return;
        }
        timeline.set(event.time(), upper);
        state((int) upper).addLower(lower.subject);
        if (lastTime(lower) >= event.time()) {
            reattribute(lower, (int) upper, before, reattribute);
        }
    }

    private void end(Event event, int kind, Consumer<SubjectState> reattribute) {
        SubjectState lower = state(event.subject());
        Timeline timeline = timeline(lower, kind);
        long before = timeline.at(event.time());
        if (before < 0) {
            return;
        }
        timeline.set(event.time(), UNLINKED);
        if (lastTime(lower) >= event.time()) {
            reattribute(lower, -1, before, reattribute);
        }
    }

    /// The latest time of an event that counted for the subject or for one below it.
    private long lastTime(SubjectState state) {
        long latest = state.lastTime;
        for (int lower : state.lowers) {
            latest = Math.max(latest, lastTime(state(lower)));
        }
        return latest;
    }

    private void reattribute(SubjectState lower, int upper, long before, Consumer<SubjectState> each) {
        forEachBelow(lower, each);
        if (upper >= 0) {
            forEachAbove(state(upper), each);
        }
        if (before >= 0) {
            forEachAbove(state((int) before), each);
        }
    }

    private static Timeline timeline(SubjectState lower, int kind) {
        int[] kinds = lower.plan.linkKinds;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == kind) {
                Timeline timeline = lower.links[i];
                if (timeline == null) {
                    timeline = new Timeline();
                    lower.links[i] = timeline;
                }
                return timeline;
            }
        }
        throw new IllegalStateException(
                "Subjects of kind %d have no links to kind %d.".formatted(lower.plan.kind, kind));
    }

    /// Shows the subject and all that were ever linked below it.
    void forEachBelow(SubjectState state, Consumer<SubjectState> each) {
        each.accept(state);
        for (int lower : state.lowers) {
            forEachBelow(state(lower), each);
        }
    }

    private void forEachAbove(SubjectState state, Consumer<SubjectState> each) {
        each.accept(state);
        for (Timeline timeline : state.links) {
            for (int i = 0; timeline != null && i < timeline.size(); i++) {
                if (timeline.value(i) >= 0) {
                    forEachAbove(state((int) timeline.value(i)), each);
                }
            }
        }
    }

    /// Shows the subject, all below, and all above.
    void forEachAround(SubjectState state, Consumer<SubjectState> each) {
        forEachBelow(state, each);
        forEachAbove(state, each);
    }

    /// Records an opt-in or its withdrawal, where the purpose needs consent. Where both bear the same time the
    /// withdrawal
    /// stands.
    void recordConsent(Event event) {
        SubjectState person = state(event.subject());
        boolean given = event.type().ordinal() == plan.consentGiven;
        long symbol = event.value(given ? plan.consentPurposeSlot : plan.withdrawnPurposeSlot);
        Integer purpose = symbol == Raw.ABSENT ? null : plan.purposeOfSymbol.get((int) symbol);
        if (purpose == null || !person.plan.person) {
            return;
        }
        Timeline timeline = person.consents[purpose];
        if (timeline == null) {
            timeline = new Timeline();
            person.consents[purpose] = timeline;
        }
        boolean withdrawnThen = timeline.at(event.time()) == 0 && timeline.nextAfter(event.time() - 1) == event.time();
        if (!given || !withdrawnThen) {
            timeline.set(event.time(), given ? 1 : 0);
        }
    }

    /// Forgets the links and opt-ins that the subject's own events made, so that they can be recorded anew.
    void unbind(SubjectState state) {
        Arrays.fill(state.links, null);
        Arrays.fill(state.consents, null);
    }
}
