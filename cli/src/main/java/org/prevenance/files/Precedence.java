package org.prevenance.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Which of two copies of one event counts: the one known first, then the one that happened first, then by subject,
/// type and
/// content. Depends on what the copies say, never on where or when they were read. Immutable.
final class Precedence {
    private enum Meaning {
        NUMBER,
        TEXT,
        SUBJECT
    }

    private final RecordCodec codec;
    private final Symbols symbols;
    private final Subjects subjects;
    private final Meaning[][] meanings;

    Precedence(RecordCodec codec, List<EventType> types, Symbols symbols, Subjects subjects) {
        this.codec = codec;
        this.symbols = symbols;
        this.subjects = subjects;
        meanings = new Meaning[types.size()][];
        for (EventType type : types) {
            Meaning[] slots = new Meaning[type.slotCount()];
            java.util.Arrays.fill(slots, Meaning.NUMBER);
            note(type.fields(), false, slots);
            meanings[type.ordinal()] = slots;
        }
    }

    private static void note(List<Field> fields, boolean listed, Meaning[] slots) {
        for (Field field : fields) {
            note(field.parts(), listed || field.type() == FieldType.ITEMS, slots);
            if (field.slot() < 0) {
                continue;
            }
            if (listed) {
                slots[field.slot()] = Meaning.TEXT;
                continue;
            }
            switch (field.type()) {
                case TEXT, TEXTS, ANY -> slots[field.slot()] = Meaning.TEXT;
                case MONEY -> slots[field.slot() + 1] = Meaning.TEXT;
                case ID -> slots[field.slot()] = Meaning.SUBJECT;
                case WHOLE, NUMBER, BOOL, DATE, TIME, ITEMS, GROUP -> {}
            }
        }
    }

    /// Below 0 where the first copy counts, above 0 where the second does, 0 where nothing tells them apart.
    int compare(byte[] page, int at, byte[] other, int otherAt) {
        int byKnown = Long.compare(RecordCodec.known(page, at), RecordCodec.known(other, otherAt));
        if (byKnown != 0) {
            return byKnown;
        }
        int byTime = Long.compare(RecordCodec.time(page, at), RecordCodec.time(other, otherAt));
        if (byTime != 0) {
            return byTime;
        }
        Event one = new Event();
        Event two = new Event();
        codec.decode(page, at, one);
        codec.decode(other, otherAt, two);
        return compareContent(one, two);
    }

    private int compareContent(Event one, Event two) {
        int bySubject = subjects.name(one.subject()).compareTo(subjects.name(two.subject()));
        if (bySubject != 0) {
            return bySubject;
        }
        int byType = one.type().name().compareTo(two.type().name());
        if (byType != 0) {
            return byType;
        }
        int byStanding = one.standing().compareTo(two.standing());
        if (byStanding != 0) {
            return byStanding;
        }
        int byTarget = orEmpty(one.target()).compareTo(orEmpty(two.target()));
        if (byTarget != 0) {
            return byTarget;
        }
        int byDropped = Integer.compare(one.droppedFields(), two.droppedFields());
        return byDropped != 0 ? byDropped : compareValues(one, two);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private int compareValues(Event one, Event two) {
        Meaning[] meaning = meanings[one.type().ordinal()];
        for (int slot : codec.slotsOf(one.type())) {
            int byValue = compareValue(meaning[slot], one.value(slot), two.value(slot));
            if (byValue != 0) {
                return byValue;
            }
        }
        return 0;
    }

    private int compareValue(Meaning meaning, long one, long two) {
        if (one == two) {
            return 0;
        }
        if (meaning == Meaning.NUMBER || one == Raw.ABSENT || two == Raw.ABSENT) {
            return Long.compare(one, two);
        }
        return meaning == Meaning.TEXT
                ? symbols.text(one).compareTo(symbols.text(two))
                : subjects.name((int) one).compareTo(subjects.name((int) two));
    }
}
