package org.prevenance.intake;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.vocabulary.Vocabulary;

/// From the bytes of one JSON event (CloudEvents 1.0) to a checked row. Not thread-safe: one for each thread.
public final class EventReader {
    private final FastReader fast;
    private final PlainReader plain;

    /// @param wantedSlots for each event type, by ordinal, the slots to keep; the others are checked and let go
    /// @param zone        where a day begins when a time is given as a date alone
    public EventReader(
            Vocabulary vocabulary, Symbols symbols, Subjects subjects, List<BitSet> wantedSlots, ZoneId zone) {
        var days = new ZoneDays(zone);
        plain = new PlainReader(new EventDraft(vocabulary, symbols, subjects, wantedSlots, days), vocabulary);
        fast = new FastReader(vocabulary, symbols, subjects, wantedSlots, days);
    }

    /// Reads the event in `buffer[from, to)`. White space around it, and a byte order mark before it, are passed over.
    ///
    /// The row's id may point into the buffer: the row is valid until the buffer or the row is filled anew.
    ///
    /// @return null when `into` is filled; else why the event is refused, and the row's content means nothing
    public @Nullable Refusal read(byte[] buffer, int from, int to, Event into) {
        if (fast.read(buffer, from, to, into)) {
            return null;
        }
        int start = hasByteOrderMark(buffer, from, to) ? from + 3 : from;
        return plain.read(buffer, start, to, into);
    }

    private static boolean hasByteOrderMark(byte[] b, int from, int to) {
        return to - from >= 3 && b[from] == (byte) 0xEF && b[from + 1] == (byte) 0xBB && b[from + 2] == (byte) 0xBF;
    }
}
