package org.prevenance.forecast.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was planned, as it became known, in columns; and played again, the plan of each day as known at any later
/// morning. Days are counted since 1970. Not thread-safe.
final class PlanLog {
    private static final long DROPPED = Long.MIN_VALUE;

    private long[] known = new long[1024];
    private long[] owners = new long[1024];
    private long[] days = new long[1024];
    private long[] habits = new long[1024];
    private int size;

    void planned(long knownOn, long owner, long day, long habit) {
        if (size > 0 && knownOn < known[size - 1]) {
            throw new IllegalArgumentException(
                    "A plan that became known on day %d was told after one of day %d.\nTell plans in the order in which they became known."
                            .formatted(knownOn, known[size - 1]));
        }
        if (size == known.length) {
            int more = size * 2;
            known = Arrays.copyOf(known, more);
            owners = Arrays.copyOf(owners, more);
            days = Arrays.copyOf(days, more);
            habits = Arrays.copyOf(habits, more);
        }
        known[size] = knownOn;
        owners[size] = owner;
        days[size] = day;
        habits[size] = habit;
        size++;
    }

    void dropped(long knownOn, long owner) {
        planned(knownOn, owner, DROPPED, 0);
    }

    /// The first day that was planned; [Long#MAX_VALUE] where none was.
    long first() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            first = days[i] == DROPPED ? first : Math.min(first, days[i]);
        }
        return first;
    }

    /// Plays it from its beginning. Not thread-safe.
    final class Played {
        private final Map<Long, Map<Long, Long>> plans = new HashMap<>();
        private final Map<Long, Long> dayOf = new HashMap<>();
        private int next;

        /// Takes in what became known before a day began.
        void until(long morning) {
            for (; next < size && known[next] < morning; next++) {
                Long before = dayOf.remove(owners[next]);
                Map<Long, Long> old = before == null ? null : plans.get(before);
                if (old != null) {
                    old.remove(owners[next]);
                }
                if (days[next] != DROPPED && days[next] >= morning) {
                    dayOf.put(owners[next], days[next]);
                    plans.computeIfAbsent(days[next], _ -> new HashMap<>()).put(owners[next], habits[next]);
                }
            }
        }

        /// The habits that a day rests on, as known now.
        Set<Long> habits(long day) {
            @Nullable Map<Long, Long> plan = plans.get(day);
            return plan == null ? Set.of() : new HashSet<>(plan.values());
        }

        /// Lets a day go that is over.
        void forget(long day) {
            Map<Long, Long> plan = plans.remove(day);
            if (plan != null) {
                plan.keySet().forEach(dayOf::remove);
            }
        }
    }
}
