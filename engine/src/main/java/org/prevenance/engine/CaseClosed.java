package org.prevenance.engine;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.signal.CaseId;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// How to read the events by which people close cases. Thread-safe.
final class CaseClosed {
    private static final Named NOTHING = new Named(-1, -1, null);

    private final Program program;
    private final int type;
    private final int caseSlot;
    private final int outcomeSlot;
    private final Map<Integer, Named> named = new ConcurrentHashMap<>();

    /// The case that an event names.
    ///
    /// @param subject its number, or -1 where the text names no case
    /// @param signal  its ordinal, or -1 where no such signal is judged
    /// @param openedAt microseconds since 1970 UTC; null: whichever is open
    record Named(int subject, int signal, @Nullable Long openedAt) {}

    CaseClosed(Program program) {
        this.program = program;
        EventType declared = program.vocabulary().type("case.closed");
        this.caseSlot = slot(declared, "caseId");
        this.outcomeSlot = slot(declared, "outcome");
        this.type = declared == null || caseSlot < 0 || outcomeSlot < 0 ? -1 : declared.ordinal();
    }

    private static int slot(@Nullable EventType type, String name) {
        Field field = type == null ? null : type.field(name);
        return field == null ? -1 : field.slot();
    }

    /// The ordinal of the event type; -1 where the vocabulary declares none.
    int type() {
        return type;
    }

    void keep(BitSet slots) {
        slots.set(caseSlot);
        slots.set(outcomeSlot);
    }

    /// Whether the case that the event names is about a subject of this kind.
    boolean isAbout(Event event, int kind) {
        int subject = named(event).subject();
        return subject >= 0 && program.subjects().kind(subject) == kind;
    }

    int subject(Event event) {
        return named(event).subject();
    }

    Named named(Event event) {
        long symbol = event.value(caseSlot);
        return symbol == Raw.ABSENT ? NOTHING : named.computeIfAbsent((int) symbol, this::read);
    }

    String outcome(Event event) {
        long symbol = event.value(outcomeSlot);
        return symbol == Raw.ABSENT ? "" : program.symbols().text(symbol);
    }

    private Named read(int symbol) {
        CaseId id = CaseId.parse(program.symbols().text(symbol));
        int subject = id == null ? -1 : program.subjects().of(id.subject());
        if (id == null || subject < 0) {
            return NOTHING;
        }
        int signal = program.signals().stream()
                .filter(each -> each.name().equals(id.signal()))
                .mapToInt(Signal::ordinal)
                .findFirst()
                .orElse(-1);
        return new Named(subject, signal, id.openedAt() == null ? null : ZoneDays.micros(id.openedAt()));
    }
}
