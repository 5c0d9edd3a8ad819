package org.prevenance.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;

/// Indicators of subjects that many others read (offers, prices), with the instants at which they changed as they
/// became known; of those that hold a value for each key, each key's. Written by the one engine that applies their
/// events; read by others only when it has finished.
public final class SharedValues {
    private final Map<Long, Timeline> timelines = new HashMap<>();
    private final Map<Long, Map<Long, Timeline>> tables = new HashMap<>();

    private static long name(int subject, int ordinal) {
        return (long) ordinal << 32 | subject;
    }

    /// Notes a value; true when it is another than before.
    boolean note(int subject, int ordinal, long at, long value) {
        return note(timelines.computeIfAbsent(name(subject, ordinal), _ -> new Timeline()), at, value);
    }

    private static boolean note(Timeline timeline, long at, long value) {
        if (timeline.size() > 0 && timeline.latest() == value) {
            return false;
        }
        timeline.set(at, value);
        return true;
    }

    /// Notes the values of all keys that have one; true when some key's is another than before.
    boolean note(int subject, int ordinal, long at, Map<Long, Long> values) {
        Map<Long, Timeline> table = tables.computeIfAbsent(name(subject, ordinal), _ -> new HashMap<>());
        values.keySet().forEach(key -> table.computeIfAbsent(key, _ -> new Timeline()));
        boolean changed = false;
        for (Map.Entry<Long, Timeline> row : table.entrySet()) {
            changed |= note(row.getValue(), at, values.getOrDefault(row.getKey(), Raw.ABSENT));
        }
        return changed;
    }

    long value(int subject, int ordinal, long now) {
        return value(timelines.get(name(subject, ordinal)), now);
    }

    long value(int subject, int ordinal, long key, long now) {
        return value(tables.getOrDefault(name(subject, ordinal), Map.of()).get(key), now);
    }

    private static long value(@Nullable Timeline timeline, long now) {
        return timeline == null ? Raw.ABSENT : timeline.at(now);
    }

    long nextChange(int subject, int ordinal, long now) {
        return nextChange(timelines.get(name(subject, ordinal)), now);
    }

    long nextChange(int subject, int ordinal, long key, long now) {
        return nextChange(tables.getOrDefault(name(subject, ordinal), Map.of()).get(key), now);
    }

    private static long nextChange(@Nullable Timeline timeline, long now) {
        return timeline == null ? Long.MAX_VALUE : timeline.nextAfter(now);
    }
}
