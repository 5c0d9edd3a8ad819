package org.prevenance.engine;

import java.util.HashMap;
import java.util.Map;
import org.prevenance.event.Raw;

/// Indicators of subjects that many others read (offers, prices), with the instants at which they changed as they
/// became
/// known. Written by the one engine that applies their events; read by others only when it has finished.
public final class SharedValues {
    private final Map<Long, Timeline> timelines = new HashMap<>();

    private static long key(int subject, int ordinal) {
        return (long) ordinal << 32 | subject;
    }

    /// Notes a value; true when it is another than before.
    boolean note(int subject, int ordinal, long at, long value) {
        Timeline timeline = timelines.computeIfAbsent(key(subject, ordinal), _ -> new Timeline());
        if (timeline.size() > 0 && timeline.latest() == value) {
            return false;
        }
        timeline.set(at, value);
        return true;
    }

    long value(int subject, int ordinal, long now) {
        Timeline timeline = timelines.get(key(subject, ordinal));
        return timeline == null ? Raw.ABSENT : timeline.at(now);
    }

    long nextChange(int subject, int ordinal, long now) {
        Timeline timeline = timelines.get(key(subject, ordinal));
        return timeline == null ? Long.MAX_VALUE : timeline.nextAfter(now);
    }
}
