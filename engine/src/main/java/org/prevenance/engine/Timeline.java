package org.prevenance.engine;

import java.util.Arrays;
import org.prevenance.event.Raw;

/// A value that holds from an instant until the next one: links of a subject, opt-ins of a person, published values.
///
/// Instants are microseconds since 1970 UTC, in ascending order. Not thread-safe while it is written.
final class Timeline {
    private long[] from = new long[1];
    private long[] values = new long[1];
    private int count;

    /// From `time` on the value holds, until the next entry. At the same instant the later call wins.
    void set(long time, long value) {
        int at = count;
        while (at > 0 && from[at - 1] > time) {
            at--;
        }
        if (at > 0 && from[at - 1] == time) {
            values[at - 1] = value;
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        System.arraycopy(from, at, from, at + 1, count - at);
        System.arraycopy(values, at, values, at + 1, count - at);
        from[at] = time;
        values[at] = value;
        count++;
    }

    /// The value that holds at `time`; [Raw#ABSENT] before the first entry.
    long at(long time) {
        for (int i = count - 1; i >= 0; i--) {
            if (from[i] <= time) {
                return values[i];
            }
        }
        return Raw.ABSENT;
    }

    /// The latest value, or [Raw#ABSENT].
    long latest() {
        return count == 0 ? Raw.ABSENT : values[count - 1];
    }

    /// The first instant after `time` at which another entry begins; [Long#MAX_VALUE]: none.
    long nextAfter(long time) {
        for (int i = 0; i < count; i++) {
            if (from[i] > time) {
                return from[i];
            }
        }
        return Long.MAX_VALUE;
    }

    /// The instant since which the latest run of entries has held `value` without a break; [Raw#ABSENT] where the
    /// latest entry
    /// holds another.
    long heldSince(long value) {
        long since = Raw.ABSENT;
        for (int i = count - 1; i >= 0 && values[i] == value; i--) {
            since = from[i];
        }
        return since;
    }

    int size() {
        return count;
    }

    long from(int index) {
        return from[index];
    }

    long value(int index) {
        return values[index];
    }

    void clear() {
        count = 0;
    }

    long bytes() {
        return 64 + 16L * from.length;
    }
}
