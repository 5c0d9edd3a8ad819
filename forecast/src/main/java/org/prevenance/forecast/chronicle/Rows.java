package org.prevenance.forecast.chronicle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.vocabulary.EventType;

/// Events side by side in a few large arrays: about 60 bytes for each and 8 for each of its type's slots. Not
/// thread-safe while it is filled.
final class Rows {
    private static final int CHUNK = 1 << 16;
    private static final int HEAD = 3;
    private static final Event.Standing[] STANDINGS = Event.Standing.values();

    private final List<EventType> types;
    private final List<long[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    /// Where each row begins: chunk and place in it.
    private long[] starts = new long[1024];
    private byte[][] ids = new byte[1024][];
    private byte[] standings = new byte[1024];
    private final java.util.Map<Integer, String> targets = new java.util.HashMap<>();
    private int size;

    Rows(List<EventType> types) {
        this.types = types;
    }

    int size() {
        return size;
    }

    void add(Event event) {
        int slots = event.type().slotCount();
        if (used + HEAD + slots > CHUNK) {
            chunks.add(new long[Math.max(CHUNK, HEAD + slots)]);
            used = 0;
        }
        long[] chunk = chunks.getLast();
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
            standings = Arrays.copyOf(standings, size * 2);
        }
        starts[size] = (long) (chunks.size() - 1) << 32 | used;
        chunk[used] = event.time();
        chunk[used + 1] = event.known();
        chunk[used + 2] = (long) event.subject() << 32
                | (long) event.source() << 12
                | event.type().ordinal();
        for (int slot = 0; slot < slots; slot++) {
            chunk[used + HEAD + slot] = event.value(slot);
        }
        used += HEAD + slots;
        ids[size] = Arrays.copyOfRange(event.idBytes(), event.idOffset(), event.idOffset() + event.idLength());
        standings[size] = (byte) event.standing().ordinal();
        if (event.target() != null) {
            targets.put(size, event.target());
        }
        size++;
    }

    void read(int row, Event into) {
        long[] chunk = chunk(row);
        int at = at(row);
        EventType type = types.get((int) chunk[at + 2] & 0xFFF);
        into.clear(type);
        into.times(chunk[at], chunk[at + 1]);
        into.subject((int) (chunk[at + 2] >>> 32));
        into.source(source(row));
        into.id(ids[row], 0, ids[row].length);
        into.standing(STANDINGS[standings[row]], targets.isEmpty() ? null : targets.get(row));
        for (int slot = 0; slot < type.slotCount(); slot++) {
            into.value(slot, chunk[at + HEAD + slot]);
        }
    }

    private long[] chunk(int row) {
        return chunks.get((int) (starts[row] >>> 32));
    }

    private int at(int row) {
        return (int) starts[row];
    }

    long time(int row) {
        return chunk(row)[at(row)];
    }

    long known(int row) {
        return chunk(row)[at(row) + 1];
    }

    int type(int row) {
        return (int) chunk(row)[at(row) + 2] & 0xFFF;
    }

    int source(int row) {
        return (int) (chunk(row)[at(row) + 2] >>> 12) & 0xFFFFF;
    }

    byte[] id(int row) {
        return ids[row];
    }

    String idText(int row) {
        return new String(ids[row], StandardCharsets.UTF_8);
    }

    @Nullable
    String target(int row) {
        return targets.get(row);
    }

    boolean anyTargets() {
        return !targets.isEmpty();
    }
}
