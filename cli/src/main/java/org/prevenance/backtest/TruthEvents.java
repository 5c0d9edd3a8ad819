package org.prevenance.backtest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.engine.Aftermath;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Scope;
import org.prevenance.files.Island;
import org.prevenance.measure.Word;
import org.prevenance.measure.Word.Says;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Playbook;
import org.prevenance.playbook.Playbook.Truth;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.CaseId;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// Finds the events of an island that show what became of cases: those that playbooks name under `truth`, and what
/// advisers said when they closed a case. Immutable, shared by threads.
final class TruthEvents {
    private static final String CASE_CLOSED = "case.closed";

    private final Program program;
    private final ZoneDays days;
    private final Map<String, List<Truth>> bySignal = new HashMap<>();
    private final BitSet types = new BitSet();
    private final BitSet kinds = new BitSet();
    private final @Nullable EventType caseClosed;

    TruthEvents(Program program) {
        this.program = program;
        this.days = new ZoneDays(program.zone());
        for (Playbook playbook : program.playbooks()) {
            for (Truth truth : playbook.truths()) {
                truth.confirms()
                        .forEach(signal -> bySignal.computeIfAbsent(signal, _ -> new ArrayList<>())
                                .add(truth));
                truth.feeds().forEach(feed -> types.set(feed.type()));
            }
        }
        program.signals().forEach(signal -> kinds.set(signal.about()));
        EventType closed = program.vocabulary().type(CASE_CLOSED);
        boolean usable = closed != null && closed.field("caseId") != null && closed.field("outcome") != null;
        caseClosed = usable ? closed : null;
        if (caseClosed != null) {
            types.set(caseClosed.ordinal());
        }
    }

    /// Whether an event of this type, naming a subject in this field, may bear on its cases: then both are on one
    /// island.
    boolean joins(EventType type, Field field) {
        return types.get(type.ordinal()) && type != caseClosed && kinds.get(field.kind());
    }

    /// Adds the slots that are read to those that are kept.
    void keep(List<BitSet> slots) {
        types.stream().forEach(type -> {
            for (Field field : program.vocabulary().types().get(type).idFields()) {
                slots.get(type).set(field.slot());
            }
        });
        if (caseClosed != null) {
            slots.get(caseClosed.ordinal()).set(slot(caseClosed, "caseId"));
            slots.get(caseClosed.ordinal()).set(slot(caseClosed, "outcome"));
        }
    }

    private static int slot(EventType type, String name) {
        Field field = type.field(name);
        return field == null ? -1 : field.slot();
    }

    List<Truth> of(Signal signal) {
        return bySignal.getOrDefault(signal.name(), List.of());
    }

    /// How many calendar days after a case of the signal opened it can be judged.
    int horizon(Signal signal) {
        return of(signal).stream().mapToInt(Truth::within).max().orElse(Truth.USUAL_DAYS);
    }

    /// An event that shows something.
    ///
    /// @param person whom it concerns, or -1
    record Found(Event event, int person) {
        String id(Program program) {
            return program.symbols().text(event.source()) + " " + event.id();
        }
    }

    /// All of them on an island, in order of time, without those that were replaced or taken back.
    List<Found> in(Island island, Aftermath aftermath) {
        List<Found> found = new ArrayList<>();
        Event row = new Event();
        for (int i = 0; i < island.size(); i++) {
            int index = island.inTimeOrder(i);
            if (types.get(island.type(index).ordinal())) {
                island.read(index, row);
                if (aftermath.stands(row)) {
                    found.add(new Found(row.copy(), aftermath.person(row)));
                }
            }
        }
        return found;
    }

    /// What an event says about the cases of a signal; null where it says nothing, or may not be used for it.
    @Nullable
    Word word(Found found, Signal signal, Aftermath aftermath) {
        Event event = found.event();
        Truth truth = truth(event, signal);
        if (truth == null || !isPermitted(found, signal, aftermath)) {
            return null;
        }
        Says says = truth.as() == Truth.Counts.COMPLAINT ? Says.COMPLAINT : Says.PROOF;
        return new Word(found.id(program), truth.name(), says, truth.within(), event.time());
    }

    private boolean isPermitted(Found found, Signal signal, Aftermath aftermath) {
        Event event = found.event();
        return aftermath.permits(signal.purposes(), found.person(), event.time())
                && aftermath.permits(List.of(event.type().purpose()), found.person(), event.time());
    }

    private @Nullable Truth truth(Event event, Signal signal) {
        for (Truth truth : of(signal)) {
            for (Fold.Feed feed : truth.feeds()) {
                if (feed.type() == event.type().ordinal() && fits(feed, event)) {
                    return truth;
                }
            }
        }
        return null;
    }

    private boolean fits(Fold.Feed feed, Event event) {
        return feed.where() == null || feed.where().eval(new OneEvent(event, days.day(event.time()))) == 1;
    }

    /// What an adviser said about a case of the signal for the subject; null where the event is no such word.
    @Nullable
    Word adviserWord(Found found, Signal signal, String subject) {
        Event event = found.event();
        if (caseClosed == null || event.type() != caseClosed) {
            return null;
        }
        long caseId = event.value(slot(caseClosed, "caseId"));
        long outcome = event.value(slot(caseClosed, "outcome"));
        CaseId id = caseId == Raw.ABSENT || outcome == Raw.ABSENT
                ? null
                : CaseId.parse(program.symbols().text(caseId));
        if (id == null || !id.signal().equals(signal.name()) || !id.subject().equals(subject)) {
            return null;
        }
        Says says = switch (program.symbols().text(outcome)) {
            case "confirmed", "already-known" -> Says.TRUE_CASE;
            case "false-alarm" -> Says.FALSE_CASE;
            default -> null;
        };
        return says == null ? null : new Word(found.id(program), CASE_CLOSED, says, horizon(signal), event.time());
    }

    /// An event outside of any subject, as `where` reads it.
    private record OneEvent(Event event, long today) implements Scope {
        @Override
        public long indicator(int ordinal) {
            return Raw.ABSENT;
        }

        @Override
        public long now() {
            return event.time();
        }

        @Override
        public int currency() {
            return -1;
        }
    }
}
