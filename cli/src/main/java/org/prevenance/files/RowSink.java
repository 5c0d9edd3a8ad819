package org.prevenance.files;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;

/// Takes the rows of a [RowSource]. Not thread-safe.
public interface RowSink {
    /// One row that is a valid event. `row` may be filled anew after the call.
    ///
    /// @param line of a text file, or the number of the record, from 1
    void admitted(Event row, long line);

    /// One row that is not a valid event.
    ///
    /// @param line   of a text file, or the number of the record, from 1
    /// @param field  the column or field at fault; null where the whole row is broken
    /// @param reason what is wrong and what was expected, in English
    /// @param raw    the row as read, so that it can be mended and replayed
    void refused(long line, @Nullable String field, String reason, String raw);

    /// One row that is not a valid event, of one among several files that are read as one.
    ///
    /// @param file relative to the folder, with `/`
    default void refused(String file, long line, @Nullable String field, String reason, String raw) {
        refused(line, field, file + ": " + reason, raw);
    }
}
