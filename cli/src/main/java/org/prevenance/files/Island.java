package org.prevenance.files;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.prevenance.event.Event;
import org.prevenance.vocabulary.EventType;

/// The events of subjects that hang together, in the order in which they became known: by known time, then time, then
/// source, then id, compared as UTF-8 bytes. Valid only while it is being visited. Not thread-safe.
public final class Island {
    private final RecordOrder order;
    private final RecordCodec codec;
    private long[] records = new long[0];
    private long[] knowns = new long[0];
    private int from;
    private int size;
    private long[] byTime = new long[0];
    private long[] times = new long[0];
    private boolean timed;
    private int[] awaited = {};
    private boolean asHappened;

    Island(RecordOrder order, RecordCodec codec) {
        this.order = order;
        this.codec = codec;
    }

    /// Makes this the island of `records[from..to)`, which need not be in order yet.
    ///
    /// @param newAwaited subjects on it that were asked for even without events
    void hold(long[] newRecords, long[] newKnowns, int newFrom, int to, int[] newAwaited) {
        awaited = newAwaited;
        records = newRecords;
        knowns = newKnowns;
        from = newFrom;
        size = to - newFrom;
        timed = false;
        order.byKnown(knowns, records, newFrom, to);
    }

    /// The subjects on it that were asked for even where they have no events.
    public int[] awaited() {
        return awaited;
    }

    /// How many events.
    public int size() {
        return size;
    }

    /// Fills `into` with the i-th event, from 0. Its id points at memory that stays as it is during the visit.
    public void read(int i, Event into) {
        long record = records[from + i];
        codec.decode(order.bytes(record), order.at(record), into);
        if (asHappened) {
            into.times(into.time(), knowns[from + i]);
            into.standing(Event.Standing.ORIGINAL, null);
        }
    }

    /// When the i-th event became known, microseconds since 1970.
    public long known(int i) {
        return knowns[from + i];
    }

    /// When the i-th event happened, microseconds since 1970.
    public long time(int i) {
        return order.time(records[from + i]);
    }

    /// The i-th event's subject, without reading the rest.
    public int subject(int i) {
        long record = records[from + i];
        return RecordCodec.subject(order.bytes(record), order.at(record));
    }

    /// The i-th event's type, without reading the rest.
    public EventType type(int i) {
        long record = records[from + i];
        return codec.type(order.bytes(record), order.at(record));
    }

    /// The event of this source and id, by its index for [#read]; -1 where this island has none. Looks at all records,
    /// but
    /// only at their ids.
    public int find(int source, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < size; i++) {
            byte[] page = order.bytes(records[from + i]);
            int at = order.at(records[from + i]);
            if (RecordCodec.source(page, at) == source && RecordCodec.hasId(page, at, bytes, 0, bytes.length)) {
                return i;
            }
        }
        return -1;
    }

    /// Which event comes i-th by time, then known time, then source, then id: its index for [#read].
    public int inTimeOrder(int i) {
        if (!timed) {
            sortByTime();
        }
        return (int) byTime[i];
    }

    /// The same events as if each had become known when it happened, all of them originals. What became known before it
    /// happened stays known then. Valid as long as this is.
    ///
    /// @param leftOut by index: those that were replaced or taken back, and retractions
    public Island asHappened(BitSet leftOut) {
        int kept = size - leftOut.cardinality();
        long[] keptRecords = new long[kept];
        long[] keptKnowns = new long[kept];
        int at = 0;
        for (int i = leftOut.nextClearBit(0); i < size; i = leftOut.nextClearBit(i + 1)) {
            keptRecords[at] = records[from + i];
            keptKnowns[at++] = Math.min(time(i), known(i));
        }
        Island happened = new Island(order, codec);
        happened.asHappened = true;
        happened.hold(keptRecords, keptKnowns, 0, kept, awaited);
        return happened;
    }

    void sortByTime() {
        if (byTime.length < size) {
            byTime = new long[Math.max(size, byTime.length * 2)];
            times = new long[byTime.length];
        }
        for (int i = 0; i < size; i++) {
            byTime[i] = i;
            times[i] = time(i);
        }
        order.byTime(times, byTime, size);
        timed = true;
    }
}
