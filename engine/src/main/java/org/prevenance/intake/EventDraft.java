package org.prevenance.intake;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;

/// One event in the making, filled attribute by attribute and field by field from text, then checked as a whole.
///
/// This is the authority on what values mean and which events are complete, whatever they were read from. A row of a
/// table becomes an event like this:
///
/// ```java
/// Refusal refusal = draft.begin("bill.issued");
/// draft.source("urn:shop:bills");
/// draft.id("B17");
/// draft.subject("contract/C12");
/// draft.time(micros);
/// refusal = draft.field(type.field("amount"), "29.99 EUR");
/// refusal = draft.finish(row);
/// ```
///
/// The first refusal decides; after it the draft must begin anew. Not thread-safe.
public final class EventDraft {
    /// How far the time may lie after it became known, for clocks that disagree.
    static final long LATEST_BEFORE_KNOWN = Raw.DAY;

    private final Vocabulary vocabulary;
    private final Symbols symbols;
    private final Subjects subjects;
    private final List<BitSet> wantedSlots;
    private final ZoneDays days;
    private final @Nullable Layout[] layouts;

    private @Nullable Layout layout;
    private BitSet wanted = new BitSet();
    private final BitSet present = new BitSet();
    private final BitSet slotsGiven = new BitSet();
    private long[] values = new long[16];
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String subject;
    private @Nullable String corrects;
    private @Nullable String retracts;
    private long time;
    private long known;
    private int droppedFields;

    /// @param wantedSlots for each event type, by ordinal, the slots to keep; the others are checked and let go
    /// @param zone        where a day begins when a time is given as a date alone
    public EventDraft(
            Vocabulary vocabulary, Symbols symbols, Subjects subjects, List<BitSet> wantedSlots, ZoneId zone) {
        this(vocabulary, symbols, subjects, wantedSlots, new ZoneDays(zone));
    }

    EventDraft(Vocabulary vocabulary, Symbols symbols, Subjects subjects, List<BitSet> wantedSlots, ZoneDays days) {
        if (wantedSlots.size() != vocabulary.types().size()) {
            throw new IllegalArgumentException("Wanted slots are given for %d event types, but the vocabulary has %d."
                    .formatted(wantedSlots.size(), vocabulary.types().size()));
        }
        this.vocabulary = vocabulary;
        this.symbols = symbols;
        this.subjects = subjects;
        this.wantedSlots = List.copyOf(wantedSlots);
        this.days = days;
        this.layouts = new Layout[vocabulary.types().size()];
    }

    /// Starts a new event of this type; what was there before is gone.
    public @Nullable Refusal begin(String type) {
        layout = null;
        EventType declared = vocabulary.type(type);
        if (declared == null) {
            return new Refusal("type", Found.text(type) + ", which no vocabulary in use declares.");
        }
        Layout current = layouts[declared.ordinal()];
        if (current == null) {
            current = new Layout(declared);
            layouts[declared.ordinal()] = current;
        }
        layout = current;
        wanted = wantedSlots.get(declared.ordinal());
        present.clear();
        slotsGiven.clear();
        if (values.length < declared.slotCount()) {
            values = new long[declared.slotCount()];
        }
        Arrays.fill(values, 0, declared.slotCount(), Raw.ABSENT);
        id = null;
        source = null;
        subject = null;
        corrects = null;
        retracts = null;
        time = Raw.ABSENT;
        known = Raw.ABSENT;
        droppedFields = 0;
        return null;
    }

    public void id(String newId) {
        id = newId;
    }

    public void source(String newSource) {
        source = newSource;
    }

    /// `kind/id`.
    public void subject(String newSubject) {
        subject = newSubject;
    }

    /// When it happened, microseconds since 1970 UTC.
    public void time(long micros) {
        time = micros;
    }

    /// When it became known, microseconds since 1970 UTC; never called: when it happened.
    public void known(long micros) {
        known = micros;
    }

    /// The id of the event, of the same source, that this one replaces.
    public void corrects(String target) {
        corrects = target;
    }

    /// The id of the event, of the same source, that this one takes back.
    public void retracts(String target) {
        retracts = target;
    }

    /// Counts fields that the vocabulary does not declare and that were therefore not kept.
    public void dropped(int count) {
        droppedFields += count;
    }

    /// A value in canonical text: decimal point, `YYYY-MM-DD`, RFC 3339, `true`, `29.99 EUR`, lists joined by
    /// [Raw#ITEM_SEPARATOR] (for a part of a list, one item for each entry of the list). Empty text is no value.
    ///
    /// @param field of the type begun, or one of the parts inside its lists and groups
    public @Nullable Refusal field(Field field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        Layout current = begun();
        if (field.slot() < 0) {
            throw new IllegalArgumentException("The field (" + field.name() + ") has parts; fill those one by one.");
        }
        String path = current.path(field.slot());
        present.set(current.owner(field.slot()));
        slotsGiven.set(field.slot());
        return current.isListed(field.slot()) ? list(field, text, path) : put(field, text, path);
    }

    /// Checks the whole and fills the row. After a refusal the row's content means nothing.
    public @Nullable Refusal finish(Event into) {
        Layout current = begun();
        EventType type = current.type();
        Refusal refusal = envelopeFault(type);
        if (refusal == null) {
            refusal = standingFault();
        }
        if (refusal == null && retracts == null) {
            refusal = current.missing(present);
        }
        if (refusal == null && retracts == null && !slotsGiven.isEmpty()) {
            refusal = current.missingPart(slotsGiven);
        }
        if (refusal == null) {
            fill(type, into);
        }
        return refusal;
    }

    private void fill(EventType type, Event into) {
        into.clear(type);
        into.id(given(id));
        into.source(symbols.of(given(source)));
        into.subject(subjects.of(given(subject)));
        into.times(time, known == Raw.ABSENT ? time : known);
        into.droppedFields(droppedFields);
        if (corrects != null) {
            into.standing(Event.Standing.CORRECTION, corrects);
        } else if (retracts != null) {
            into.standing(Event.Standing.RETRACTION, retracts);
        }
        for (int slot = 0; slot < type.slotCount(); slot++) {
            into.value(slot, values[slot]);
        }
    }

    private @Nullable Refusal envelopeFault(EventType type) {
        Refusal refusal = missing("id", id);
        if (refusal == null) {
            refusal = missing("source", source);
        }
        if (refusal == null) {
            refusal = missing("subject", subject);
        }
        if (refusal == null) {
            refusal = subjectFault(type, given(subject));
        }
        return refusal == null ? timeFault() : refusal;
    }

    private static @Nullable Refusal missing(String attribute, @Nullable String text) {
        if (text == null) {
            return new Refusal(attribute, "It is missing; every event needs it.");
        }
        return text.isEmpty() ? new Refusal(attribute, "It is empty; every event needs it.") : null;
    }

    private @Nullable Refusal subjectFault(EventType type, String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            return new Refusal("subject", Found.text(name) + ", expected a kind and an id, such as contract/C12.");
        }
        int kind = vocabulary.kind(name.substring(0, slash));
        if (kind < 0) {
            return new Refusal("subject", Found.text(name) + ", whose kind no vocabulary in use declares.");
        }
        if (!type.subjectKinds().contains(kind)) {
            return new Refusal(
                    "subject",
                    "%s, but an event of type %s is about %s."
                            .formatted(Found.text(name), type.name(), kindNames(type)));
        }
        return null;
    }

    private String kindNames(EventType type) {
        return String.join(
                " or ",
                type.subjectKinds().stream()
                        .map(k -> "a " + vocabulary.kinds().get(k))
                        .toList());
    }

    private @Nullable Refusal timeFault() {
        if (time == Raw.ABSENT) {
            return new Refusal("time", "It is missing; every event needs the instant at which it happened.");
        }
        if (known != Raw.ABSENT && time - known > LATEST_BEFORE_KNOWN) {
            return new Refusal(
                    "time", "It lies more than one day after recordedtime: no event is known before it happens.");
        }
        return null;
    }

    private @Nullable Refusal standingFault() {
        if (corrects != null && retracts != null) {
            return new Refusal("data.retracts", "The event corrects and retracts at once; expected one of the two.");
        }
        String field = corrects != null ? "data.corrects" : "data.retracts";
        String target = corrects != null ? corrects : retracts;
        return target != null && target.isEmpty()
                ? new Refusal(field, "It is empty, expected the id of an earlier event of this source.")
                : null;
    }

    /// Marks a field of the type as given, though none of its slots may be filled (an empty list).
    void present(int fieldIndex) {
        present.set(fieldIndex);
    }

    boolean isWanted(int slot) {
        return wanted.get(slot);
    }

    /// Keeps a text that needs no check.
    void keep(int slot, String text) {
        if (wanted.get(slot)) {
            values[slot] = symbols.of(text);
        }
    }

    /// Checks one value and keeps it where it is wanted.
    @Nullable
    Refusal put(Field field, String text, String path) {
        Refusal refusal = fault(field, text, path);
        if (refusal != null) {
            return refusal;
        }
        int slot = field.slot();
        if (field.type() == FieldType.MONEY) {
            int space = text.indexOf(' ');
            if (wanted.get(slot)) {
                values[slot] = Scalars.decimalMicros(text.substring(0, space));
            }
            keep(slot + 1, text.substring(space + 1));
        } else if (wanted.get(slot)) {
            values[slot] = switch (field.type()) {
                case TEXT, TEXTS, ANY -> symbols.of(text);
                case ID -> subjects.of(field.kind(), text);
                default -> TypedText.raw(field.type(), text, days);
            };
        }
        return null;
    }

    /// What is wrong with one value, or null.
    @Nullable
    Refusal fault(Field field, String text, String path) {
        return switch (field.type()) {
            case TEXT, TEXTS, ANY -> null;
            case ID ->
                text.isEmpty()
                        ? new Refusal(
                                path,
                                "The id is empty, expected the id of a "
                                        + vocabulary.kinds().get(field.kind()) + ".")
                        : null;
            case MONEY -> TypedText.moneyFault(text, path);
            default ->
                TypedText.raw(field.type(), text, days) == Raw.ABSENT
                        ? TypedText.refusal(field.type(), text, path)
                        : null;
        };
    }

    private @Nullable Refusal list(Field part, String text, String path) {
        for (String item : text.split(String.valueOf(Raw.ITEM_SEPARATOR), -1)) {
            Refusal refusal = item.isEmpty() ? emptyItemFault(part, path) : fault(part, item, path);
            if (refusal != null) {
                return refusal;
            }
        }
        keep(part.slot(), text);
        return null;
    }

    private static @Nullable Refusal emptyItemFault(Field part, String path) {
        return part.required()
                ? new Refusal(path, "It is missing in one item of the list; every item needs it.")
                : null;
    }

    private Layout begun() {
        Layout current = layout;
        if (current == null) {
            throw new IllegalStateException("No event was begun, or its type was refused.");
        }
        return current;
    }

    private static String given(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("An attribute is missing that was checked before.");
        }
        return text;
    }
}
