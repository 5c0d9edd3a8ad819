package org.prevenance.expression;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prevenance.event.Raw;

/// Which calendar day and hour it is somewhere, at an instant; without allocation. Immutable.
///
/// Exact for the years 1900 to 2100; outside of them the nearest known difference to UTC is used.
public final class LocalDays {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    private final ZoneId zone;
    /// Instants from which the difference at the same place counts, microseconds.
    private final long[] from;
    /// Local minus UTC, microseconds.
    private final long[] differences;

    public LocalDays(ZoneId zone) {
        this.zone = zone;
        ZoneRules rules = zone.getRules();
        List<long[]> steps = new ArrayList<>();
        steps.add(new long[] {Long.MIN_VALUE, micros(rules.getOffset(FIRST).getTotalSeconds())});
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            steps.add(new long[] {
                micros(next.getInstant().getEpochSecond()),
                micros(next.getOffsetAfter().getTotalSeconds())
            });
            next = rules.nextTransition(next.getInstant());
        }
        from = steps.stream().mapToLong(step -> step[0]).toArray();
        differences = steps.stream().mapToLong(step -> step[1]).toArray();
    }

    private static long micros(long seconds) {
        return seconds * Raw.SECOND;
    }

    public ZoneId zone() {
        return zone;
    }

    private long difference(long micros) {
        int found = Arrays.binarySearch(from, micros);
        return differences[found >= 0 ? found : -found - 2];
    }

    /// The day, in days since 1970-01-01, of an instant in microseconds.
    public long day(long micros) {
        return Math.floorDiv(micros + difference(micros), Raw.DAY);
    }

    /// The hour of the day, 0 to 23.
    public int hour(long micros) {
        return (int) (Math.floorMod(micros + difference(micros), Raw.DAY) / Raw.HOUR);
    }

    /// The instant at which a day begins (its first instant, where midnight does not exist or comes twice).
    public long startOf(long day) {
        long local = day * Raw.DAY;
        long guess = local - difference(local);
        long start = local - difference(guess);
        while (day(start) < day) { // midnight was skipped: the day begins at the change
            start += Raw.MINUTE * 15;
        }
        long earlier = local - Math.max(difference(start - 6 * Raw.HOUR), difference(start));
        return day(earlier) == day ? Math.min(start, earlier) : start;
    }
}
