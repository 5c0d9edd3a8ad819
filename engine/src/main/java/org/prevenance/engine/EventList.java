package org.prevenance.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.prevenance.event.Event;
import org.prevenance.event.Symbols;

/// A history held in memory, for scenarios, tests and small worlds. Not thread-safe.
///
/// ```java
/// EventList history = new EventList(symbols);
/// Engine engine = new Engine(stage.plan(), published, history);
/// history.add(event);
/// engine.apply(event);
/// ```
public final class EventList implements History {
    private final Comparator<Event> byTime;
    private final Comparator<Event> byKnown;
    private final List<Event> events = new ArrayList<>();

    public EventList(Symbols symbols) {
        Comparator<Event> bySource = Comparator.comparing(event -> symbols.text(event.source()));
        Comparator<Event> byIdentity = bySource.thenComparing(EventList::id, java.util.Arrays::compareUnsigned);
        this.byTime = Comparator.comparingLong(Event::time)
                .thenComparingLong(Event::known)
                .thenComparing(byIdentity);
        this.byKnown = Comparator.comparingLong(Event::known)
                .thenComparingLong(Event::time)
                .thenComparing(byIdentity);
    }

    private static byte[] id(Event event) {
        return event.id().getBytes(StandardCharsets.UTF_8);
    }

    /// Adds a copy of an event, before it is applied.
    public void add(Event event) {
        Event copy = event.copy();
        int at = events.size();
        while (at > 0 && byTime.compare(events.get(at - 1), copy) > 0) {
            at--;
        }
        events.add(at, copy);
    }

    /// The events in the order in which they became known.
    public List<Event> byKnownTime() {
        return events.stream().sorted(byKnown).toList();
    }

    @Override
    public void replay(int subject, BitSet types, long knownUntil, Visitor visitor) {
        for (Event event : events) {
            if (event.known() <= knownUntil && types.get(event.type().ordinal())) {
                visitor.see(event);
            }
        }
    }

    @Override
    public boolean find(int source, String id, long knownUntil, Event into) {
        for (Event event : events) {
            if (event.known() <= knownUntil
                    && event.source() == source
                    && event.id().equals(id)) {
                into.fill(event);
                return true;
            }
        }
        return false;
    }
}
