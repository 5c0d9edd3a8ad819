package org.prevenance.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.prevenance.event.Event;
import org.prevenance.event.Event.Standing;
import org.prevenance.event.Raw;
import org.prevenance.vocabulary.EventType;

/// How an event stands on a page. Little end first, without alignment:
///
/// | bytes | what |
/// |---|---|
/// | 2 | length of the record; 0 ends a page |
/// | 2 | ordinal of the type |
/// | 4 | subject |
/// | 8 | known |
/// | 1 | flags |
/// | 2 or 4 | source |
/// | 0, 4 or 8 | time: equal to known, milliseconds before known, or in full |
/// | 0 or 4 | dropped fields |
/// | 1 or 2 | length of the id, then its bytes |
/// | 0 or 2 | length of the target where not an original, then its bytes |
/// | rest | the slots kept: presence bits where there are two or more, then 8 bytes for each that has a value |
///
/// Events known after `until` carry no slots. A usage report with an id of 20 letters and one slot takes 52 bytes.
/// Immutable, shared by threads.
final class RecordCodec {
    static final int LENGTH_BYTES = 2;
    private static final int SUBJECT = 4;
    private static final int KNOWN = 8;
    private static final int FLAGS = 16;
    private static final int SOURCE = 17;
    private static final int LARGEST_HEADER = 64;

    private static final int CORRECTION = 1;
    private static final int RETRACTION = 2;
    private static final int STANDING = CORRECTION | RETRACTION;
    private static final int TIME_IS_KNOWN = 4;
    private static final int TIME_IN_MILLIS = 8;
    private static final int WIDE_SOURCE = 16;
    private static final int DROPPED = 32;
    private static final int LONG_ID = 64;

    private final EventType[] types;
    private final int[][] slots;
    private final long until;

    RecordCodec(List<EventType> types, List<BitSet> slotsKept, long until) {
        this.types = types.toArray(new EventType[0]);
        this.slots = new int[types.size()][];
        for (int i = 0; i < types.size(); i++) {
            slots[i] = slotsKept.get(i).stream().toArray();
        }
        this.until = until;
    }

    // --- what stands at fixed places

    static int length(byte[] page, int at) {
        return Words.u16(page, at);
    }

    static void end(byte[] page, int at) {
        Words.u16(page, at, 0);
    }

    EventType type(byte[] page, int at) {
        return types[Words.u16(page, at + LENGTH_BYTES)];
    }

    static int subject(byte[] page, int at) {
        return Words.i32(page, at + SUBJECT);
    }

    static long known(byte[] page, int at) {
        return Words.i64(page, at + KNOWN);
    }

    // --- what stands behind parts of varying size

    static int source(byte[] page, int at) {
        boolean wide = (page[at + FLAGS] & WIDE_SOURCE) != 0;
        return wide ? Words.i32(page, at + SOURCE) : Words.u16(page, at + SOURCE);
    }

    private static int afterSource(int flags, int at) {
        return at + SOURCE + ((flags & WIDE_SOURCE) != 0 ? Integer.BYTES : Short.BYTES);
    }

    static long time(byte[] page, int at) {
        int flags = page[at + FLAGS];
        long known = known(page, at);
        if ((flags & TIME_IS_KNOWN) != 0) {
            return known;
        }
        int place = afterSource(flags, at);
        return (flags & TIME_IN_MILLIS) != 0 ? known - Words.i32(page, place) * 1000L : Words.i64(page, place);
    }

    private static int afterTime(int flags, int at) {
        int place = afterSource(flags, at);
        if ((flags & TIME_IS_KNOWN) != 0) {
            return place;
        }
        return place + ((flags & TIME_IN_MILLIS) != 0 ? Integer.BYTES : Long.BYTES);
    }

    static int dropped(byte[] page, int at) {
        int flags = page[at + FLAGS];
        return (flags & DROPPED) == 0 ? 0 : Words.i32(page, afterTime(flags, at));
    }

    /// Where the length of the id stands.
    private static int idLengthPlace(int flags, int at) {
        return afterTime(flags, at) + ((flags & DROPPED) != 0 ? Integer.BYTES : 0);
    }

    static int idLength(byte[] page, int at) {
        int flags = page[at + FLAGS];
        int place = idLengthPlace(flags, at);
        return (flags & LONG_ID) != 0 ? Words.u16(page, place) : page[place] & 0xFF;
    }

    static int idStart(byte[] page, int at) {
        int flags = page[at + FLAGS];
        return idLengthPlace(flags, at) + ((flags & LONG_ID) != 0 ? Short.BYTES : 1);
    }

    static long fingerprint(byte[] page, int at) {
        return Fingerprint.of(source(page, at), page, idStart(page, at), idLength(page, at));
    }

    /// Whether two records are of the same event: the same source and id.
    static boolean sameEvent(byte[] page, int at, byte[] other, int otherAt) {
        return source(page, at) == source(other, otherAt)
                && hasId(page, at, other, idStart(other, otherAt), idLength(other, otherAt));
    }

    static boolean hasId(byte[] page, int at, byte[] id, int from, int length) {
        int start = idStart(page, at);
        return Arrays.equals(page, start, start + idLength(page, at), id, from, from + length);
    }

    // --- whole records

    /// Writes an event.
    ///
    /// @return its length, or -1 where it does not fit between `at` and `limit`
    int encode(Event event, byte[] page, int at, int limit) {
        int ordinal = event.type().ordinal();
        int[] kept = event.known() > until ? NONE : slots[ordinal];
        byte[] target = targetBytes(event);
        long largest = (long) LARGEST_HEADER + event.idLength() + target.length + kept.length / 8 + kept.length * 8L;
        if (limit - at < largest && limit - at < exactLength(event, target, kept)) {
            return -1;
        }
        Words.u16(page, at + LENGTH_BYTES, ordinal);
        Words.i32(page, at + SUBJECT, event.subject());
        Words.i64(page, at + KNOWN, event.known());
        int flags = flags(event);
        page[at + FLAGS] = (byte) flags;
        int end = writeHeader(event, flags, page, at + SOURCE);
        System.arraycopy(event.idBytes(), event.idOffset(), page, end, event.idLength());
        end += event.idLength();
        if ((flags & STANDING) != 0) {
            Words.u16(page, end, target.length);
            System.arraycopy(target, 0, page, end + Short.BYTES, target.length);
            end += Short.BYTES + target.length;
        }
        end = writeSlots(event, kept, page, end);
        Words.u16(page, at, end - at);
        return end - at;
    }

    private static final int[] NONE = {};
    private static final byte[] NO_TARGET = {};

    private static byte[] targetBytes(Event event) {
        String target = event.target();
        return target == null ? NO_TARGET : target.getBytes(StandardCharsets.UTF_8);
    }

    private static long exactLength(Event event, byte[] target, int[] kept) {
        int flags = flags(event);
        long length = (long) idLengthPlace(flags, 0) + ((flags & LONG_ID) != 0 ? Short.BYTES : 1) + event.idLength();
        length += (flags & STANDING) != 0 ? Short.BYTES + target.length : 0;
        length += presenceBytes(kept.length);
        for (int slot : kept) {
            length += event.value(slot) != Raw.ABSENT || kept.length == 1 ? Long.BYTES : 0;
        }
        return length;
    }

    private static int flags(Event event) {
        int flags = switch (event.standing()) {
            case ORIGINAL -> 0;
            case CORRECTION -> CORRECTION;
            case RETRACTION -> RETRACTION;
        };
        long early = event.known() - event.time();
        if (early == 0) {
            flags |= TIME_IS_KNOWN;
        } else if (early % 1000 == 0 && early / 1000 == (int) (early / 1000)) {
            flags |= TIME_IN_MILLIS;
        }
        flags |= event.source() >>> 16 != 0 ? WIDE_SOURCE : 0;
        flags |= event.droppedFields() != 0 ? DROPPED : 0;
        return flags | (event.idLength() > 255 ? LONG_ID : 0);
    }

    private static int writeHeader(Event event, int flags, byte[] page, int from) {
        int at = from;
        if ((flags & WIDE_SOURCE) != 0) {
            Words.i32(page, at, event.source());
            at += Integer.BYTES;
        } else {
            Words.u16(page, at, event.source());
            at += Short.BYTES;
        }
        if ((flags & TIME_IN_MILLIS) != 0) {
            Words.i32(page, at, (int) ((event.known() - event.time()) / 1000));
            at += Integer.BYTES;
        } else if ((flags & TIME_IS_KNOWN) == 0) {
            Words.i64(page, at, event.time());
            at += Long.BYTES;
        }
        if ((flags & DROPPED) != 0) {
            Words.i32(page, at, event.droppedFields());
            at += Integer.BYTES;
        }
        if ((flags & LONG_ID) != 0) {
            Words.u16(page, at, event.idLength());
            return at + Short.BYTES;
        }
        page[at] = (byte) event.idLength();
        return at + 1;
    }

    private static int presenceBytes(int slots) {
        return slots < 2 ? 0 : (slots + 7) / 8;
    }

    private static int writeSlots(Event event, int[] kept, byte[] page, int from) {
        if (kept.length == 1) {
            Words.i64(page, from, event.value(kept[0]));
            return from + Long.BYTES;
        }
        int at = from + presenceBytes(kept.length);
        Arrays.fill(page, from, at, (byte) 0);
        for (int i = 0; i < kept.length; i++) {
            long value = event.value(kept[i]);
            if (value != Raw.ABSENT) {
                page[from + (i >>> 3)] |= (byte) (1 << (i & 7));
                Words.i64(page, at, value);
                at += Long.BYTES;
            }
        }
        return at;
    }

    /// Fills `into` with the event at `at`. Its id points into `page`.
    void decode(byte[] page, int at, Event into) {
        EventType type = type(page, at);
        into.clear(type);
        into.subject(subject(page, at));
        into.source(source(page, at));
        into.times(time(page, at), known(page, at));
        into.droppedFields(dropped(page, at));
        int start = idStart(page, at);
        int length = idLength(page, at);
        into.id(page, start, length);
        int next = start + length;
        int standing = page[at + FLAGS] & STANDING;
        if (standing != 0) {
            int targetLength = Words.u16(page, next);
            String target = new String(page, next + Short.BYTES, targetLength, StandardCharsets.UTF_8);
            into.standing(standing == CORRECTION ? Standing.CORRECTION : Standing.RETRACTION, target);
            next += Short.BYTES + targetLength;
        }
        if (known(page, at) <= until) {
            readSlots(slots[type.ordinal()], page, next, into);
        }
    }

    private static void readSlots(int[] kept, byte[] page, int from, Event into) {
        if (kept.length == 1) {
            into.value(kept[0], Words.i64(page, from));
            return;
        }
        int at = from + presenceBytes(kept.length);
        for (int i = 0; i < kept.length; i++) {
            if ((page[from + (i >>> 3)] & 1 << (i & 7)) != 0) {
                into.value(kept[i], Words.i64(page, at));
                at += Long.BYTES;
            }
        }
    }

    int[] slotsOf(EventType type) {
        return slots[type.ordinal()];
    }
}
