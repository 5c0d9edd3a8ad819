package org.prevenance.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.prevenance.vocabulary.EventType;

/// One event, as a row that readers fill again and again: no allocation per event.
///
/// A row is valid until its owner fills it anew; who needs an event for longer takes a [#copy]. Not thread-safe.
public final class Event {
    /// Whether this event stands for itself, replaces another, or takes another back.
    public enum Standing {
        ORIGINAL,
        CORRECTION,
        RETRACTION
    }

    private @Nullable EventType type;
    private int subject;
    private int source;
    private long time;
    private long known;
    private byte[] idBytes = new byte[0];
    private int idOffset;
    private int idLength;
    private Standing standing = Standing.ORIGINAL;
    private @Nullable String target;
    private int droppedFields;
    private long[] values = new long[16];

    /// Empties the row and makes it an event of this type, with every value [Raw#ABSENT].
    public void clear(EventType newType) {
        type = newType;
        standing = Standing.ORIGINAL;
        target = null;
        droppedFields = 0;
        idLength = 0;
        int slots = newType.slotCount();
        if (values.length < slots) {
            values = new long[slots];
        }
        Arrays.fill(values, 0, slots, Raw.ABSENT);
    }

    public EventType type() {
        EventType current = type;
        if (current == null) {
            throw new IllegalStateException("This row holds no event yet.");
        }
        return current;
    }

    /// What the event is about: a number of [Subjects].
    public int subject() {
        return subject;
    }

    public void subject(int newSubject) {
        subject = newSubject;
    }

    /// The CloudEvents `source`, as a symbol.
    public int source() {
        return source;
    }

    public void source(int newSource) {
        source = newSource;
    }

    /// When it happened, microseconds since 1970 UTC.
    public long time() {
        return time;
    }

    /// When it became known, microseconds since 1970 UTC.
    public long known() {
        return known;
    }

    public void times(long newTime, long newKnown) {
        time = newTime;
        known = newKnown;
    }

    /// The CloudEvents `id`, unique together with the source.
    public String id() {
        return new String(idBytes, idOffset, idLength, StandardCharsets.UTF_8);
    }

    public byte[] idBytes() {
        return idBytes;
    }

    public int idOffset() {
        return idOffset;
    }

    public int idLength() {
        return idLength;
    }

    /// Points at the UTF-8 bytes of the id; they are not copied.
    public void id(byte[] bytes, int offset, int length) {
        idBytes = bytes;
        idOffset = offset;
        idLength = length;
    }

    public void id(String newId) {
        byte[] bytes = newId.getBytes(StandardCharsets.UTF_8);
        id(bytes, 0, bytes.length);
    }

    public Standing standing() {
        return standing;
    }

    /// The id, of the same source, that this event corrects or retracts; null for an original.
    public @Nullable String target() {
        return target;
    }

    public void standing(Standing newStanding, @Nullable String newTarget) {
        standing = newStanding;
        target = newTarget;
    }

    /// How many fields the vocabulary does not declare and were therefore not kept.
    public int droppedFields() {
        return droppedFields;
    }

    public void droppedFields(int count) {
        droppedFields = count;
    }

    /// The value in a slot of the type, or [Raw#ABSENT].
    public long value(int slot) {
        return values[slot];
    }

    public void value(int slot, long raw) {
        values[slot] = raw;
    }

    /// A row of its own with the same content.
    public Event copy() {
        Event copy = new Event();
        copy.fill(this);
        return copy;
    }

    /// Becomes a view of another row, good until that is filled anew, with room for more values after the other's.
    ///
    /// @param slots how many slots in all, at least the other's
    public void show(Event other, int slots) {
        type = other.type;
        subject = other.subject;
        source = other.source;
        time = other.time;
        known = other.known;
        idBytes = other.idBytes;
        idOffset = other.idOffset;
        idLength = other.idLength;
        standing = other.standing;
        target = other.target;
        droppedFields = other.droppedFields;
        if (values.length < slots) {
            values = new long[slots];
        }
        System.arraycopy(other.values, 0, values, 0, other.type().slotCount());
    }

    /// Becomes the same event as another row, which may be filled anew afterwards.
    public void fill(Event other) {
        type = other.type;
        subject = other.subject;
        source = other.source;
        time = other.time;
        known = other.known;
        idBytes = Arrays.copyOfRange(other.idBytes, other.idOffset, other.idOffset + other.idLength);
        idOffset = 0;
        idLength = other.idLength;
        standing = other.standing;
        target = other.target;
        droppedFields = other.droppedFields;
        values = other.values.clone();
    }
}
