package org.prevenance.intake;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one CloudEvent from JSON in a single pass over its bytes, without an object for each event.
///
/// It only ever says "filled" or "I give up"; what it gives up (anything unusual, anything wrong) the [PlainReader]
/// decides. What it fills, the plain reader would fill alike. Not thread-safe.
final class FastReader {
    private static final int ID = 0;
    private static final int SOURCE = 1;
    private static final int TYPE = 2;
    private static final int SUBJECT = 3;
    private static final int TIME = 4;
    private static final int SPECVERSION = 5;
    private static final int RECORDEDTIME = 6;
    private static final int DATA = 7;

    /// Known only so that its name is guessed; like every other attribute it is passed over.
    private static final int DATACONTENTTYPE = 8;

    private static final List<String> ATTRIBUTES = List.of(
            "id", "source", "type", "subject", "time", "specversion", "recordedtime", "data", "datacontenttype");
    private static final int REQUIRED = 1 << ID | 1 << SOURCE | 1 << TYPE | 1 << SUBJECT | 1 << TIME | 1 << SPECVERSION;

    private final NameTable attributes = new NameTable(ATTRIBUTES, "\":");
    private final NameTable typeNames;
    private final EventType[] types;
    private final @Nullable Shape[] shapes;
    private final BitSet[] subjectKinds;
    private final Subjects subjects;
    private final KnownTexts known;
    private final FastData data;

    private final int[] starts = new int[ATTRIBUTES.size()];
    private final int[] ends = new int[ATTRIBUTES.size()];
    private int seen;
    private int type;

    FastReader(Vocabulary vocabulary, Symbols symbols, Subjects subjects, List<BitSet> wantedSlots, ZoneDays days) {
        this.subjects = subjects;
        known = new KnownTexts(symbols, subjects);
        data = new FastData(known, days);
        types = vocabulary.types().toArray(EventType[]::new);
        typeNames =
                new NameTable(vocabulary.types().stream().map(EventType::name).toList(), "\"");
        shapes = new Shape[types.length];
        subjectKinds = new BitSet[types.length];
        for (int i = 0; i < types.length; i++) {
            shapes[i] = Shape.of(types[i], wantedSlots.get(i));
            subjectKinds[i] = new BitSet();
            types[i].subjectKinds().forEach(subjectKinds[i]::set);
        }
    }

    /// Whether `into` is filled with the event in `buffer[from, to)`.
    boolean read(byte[] buffer, int from, int to, Event into) {
        int end = to;
        while (end > from && isSpace(buffer[end - 1])) {
            end--;
        }
        if (end == from || buffer[end - 1] != '}' || types.length == 0) {
            return false;
        }
        seen = 0;
        type = -1;
        int start = Scan.space(buffer, from);
        return buffer[start] == '{'
                && attributes(buffer, Scan.space(buffer, start + 1), end, into) == end
                && (seen & REQUIRED) == REQUIRED
                && envelope(buffer, end, into);
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private int attributes(byte[] b, int from, int end, Event into) {
        int i = from;
        int previous = -1;
        while (true) {
            int attribute = attributes.guess(previous);
            int value = attributes.after(attribute, b, i);
            if (value < 0) {
                int nameEnd = b[i] == '"' ? Scan.text(b, i + 1, end) : Scan.GIVE_UP;
                value = nameEnd < 0 ? Scan.GIVE_UP : Scan.mark(b, nameEnd + 1, ':');
                if (value < 0) {
                    return Scan.GIVE_UP;
                }
                attribute = attributes.find(b, i + 1, nameEnd - i - 1, previous);
            }
            previous = attribute < 0 ? previous : attribute;
            i = value(attribute, b, Scan.space(b, value), end, into);
            if (i < 0) {
                return Scan.GIVE_UP;
            }
            i = Scan.space(b, i);
            if (b[i] != ',') {
                return b[i] == '}' ? i + 1 : Scan.GIVE_UP;
            }
            i = Scan.space(b, i + 1);
        }
    }

    private int value(int attribute, byte[] b, int from, int end, Event into) {
        if (attribute < 0 || attribute == DATACONTENTTYPE) {
            return Scan.value(b, from, end);
        }
        if ((seen & 1 << attribute) != 0) {
            return Scan.GIVE_UP;
        }
        seen |= 1 << attribute;
        if (attribute == DATA) {
            return data(b, from, end, into);
        }
        if (b[from] != '"') {
            return Scan.GIVE_UP;
        }
        if (attribute == TYPE) {
            int close = typeNames.after(typeNames.guess(-1), b, from);
            if (close >= 0) {
                type = typeNames.guess(-1);
                return close;
            }
        }
        int close = attribute == TIME ? Scan.instant(b, from + 1, end) : Scan.text(b, from + 1, end);
        if (close <= from + 1) {
            return Scan.GIVE_UP;
        }
        starts[attribute] = from + 1;
        ends[attribute] = close;
        if (attribute == TYPE) {
            type = typeNames.find(b, from + 1, close - from - 1, -1);
        }
        return attribute == TYPE && type < 0 ? Scan.GIVE_UP : close + 1;
    }

    /// Reads the data where the type is known already, else steps over it for now.
    private int data(byte[] b, int from, int end, Event into) {
        if (b[from] != '{') {
            return Scan.GIVE_UP;
        }
        if (type < 0) {
            starts[DATA] = from;
            return Scan.value(b, from, end);
        }
        starts[DATA] = -1;
        return members(b, from, end, into);
    }

    private int members(byte[] b, int from, int end, Event into) {
        Shape shape = shapes[type];
        if (shape == null) {
            return Scan.GIVE_UP;
        }
        into.clear(types[type]);
        return data.read(shape, b, from, end, into);
    }

    private boolean envelope(byte[] b, int end, Event into) {
        if ((seen & 1 << DATA) == 0) {
            into.clear(types[type]);
            data.clear();
        } else if (starts[DATA] >= 0 && members(b, starts[DATA], end, into) < 0) {
            return false;
        }
        Shape shape = shapes[type];
        return shape != null
                && isVersion(b, starts[SPECVERSION], ends[SPECVERSION])
                && times(b, into)
                && standing(shape, b, into)
                && subject(b, into)
                && identity(b, into);
    }

    private static boolean isVersion(byte[] b, int from, int to) {
        return to - from == 3 && b[from] == '1' && b[from + 1] == '.' && b[from + 2] == '0';
    }

    private boolean times(byte[] b, Event into) {
        long time = Scalars.instantMicros(b, starts[TIME], ends[TIME]);
        long knownAt = (seen & 1 << RECORDEDTIME) == 0
                ? time
                : Scalars.instantMicros(b, starts[RECORDEDTIME], ends[RECORDEDTIME]);
        into.times(time, knownAt);
        return time != Raw.ABSENT && knownAt != Raw.ABSENT && time - knownAt <= EventDraft.LATEST_BEFORE_KNOWN;
    }

    private boolean standing(Shape shape, byte[] b, Event into) {
        long present = data.present();
        boolean corrects = (present & 1L << shape.corrects) != 0;
        boolean retracts = (present & 1L << shape.retracts) != 0;
        if (corrects || retracts) {
            int place = corrects ? shape.corrects : shape.retracts;
            int length = shape.ends[place] - shape.starts[place];
            into.standing(
                    corrects ? Event.Standing.CORRECTION : Event.Standing.RETRACTION,
                    new String(b, shape.starts[place], length, StandardCharsets.UTF_8));
            if (length == 0 || (corrects && retracts)) {
                return false;
            }
        }
        boolean complete = (present & shape.required) == shape.required
                && (shape.alternatives == 0 || (present & shape.alternatives) != 0);
        return retracts || complete;
    }

    private boolean subject(byte[] b, Event into) {
        int subject = known.subject(b, starts[SUBJECT], ends[SUBJECT]);
        if (subject < 0 || !subjectKinds[type].get(subjects.kind(subject))) {
            return false;
        }
        into.subject(subject);
        return true;
    }

    private boolean identity(byte[] b, Event into) {
        into.source(known.symbol(b, starts[SOURCE], ends[SOURCE]));
        into.id(b, starts[ID], ends[ID] - starts[ID]);
        into.droppedFields(data.dropped());
        return true;
    }
}
