package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;

/// Takes what a [Feed] gives. Not thread-safe.
public interface FeedSink {
    /// One event. `row` may be filled anew after the call.
    ///
    /// @param line of the table, from 1; 1 for a recorded message
    void admitted(Event row, String file, long line);

    /// One row of a table, or one part of a message, that cannot be used.
    ///
    /// @param file   `feed.zip/stops.txt`, or the recorded message
    /// @param line   of the table, from 1; for a message the number of the entity, from 1
    /// @param field  the column or field at fault; null where the whole row is broken
    /// @param reason what is wrong and what to do, in English
    /// @param raw    the row as read
    void refused(String file, long line, @Nullable String field, String reason, String raw);
}
