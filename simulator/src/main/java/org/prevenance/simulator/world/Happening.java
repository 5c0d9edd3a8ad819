package org.prevenance.simulator.world;

import java.util.function.Consumer;

/// One event that is not part of the daily routine.
///
/// @param time  when it happened, seconds since 1970
/// @param known when it became known
/// @param data  writes the fields of `data`
public record Happening(
        Export export,
        String source,
        String type,
        String subject,
        String id,
        long time,
        long known,
        Consumer<EventLine> data) {
    public void post(EventLine line, Outbox outbox) {
        write(line, known);
        outbox.post(export, known, line);
    }

    /// Posts the same event once more, as systems do that deliver at least once.
    ///
    /// @param knownAgain when the copy was recorded; equal to `known` for the very same line
    public void postAgain(long knownAgain, EventLine line, Outbox outbox) {
        write(line, knownAgain);
        outbox.post(export, knownAgain, line);
    }

    private void write(EventLine line, long recorded) {
        line.begin(source, type, subject, id, time, recorded);
        data.accept(line);
        line.end();
    }
}
