package org.prevenance.forecast.wait;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// What was known when somebody joined a line.
///
/// @param contact    a symbol
/// @param customer   who joined, a subject
/// @param point      a subject
/// @param at         when it became known that they joined, microseconds since 1970
/// @param ahead      how many wait before them, promised calls back that are due included
/// @param outlook    the wait by the formula
/// @param announced  seconds that the telephone system told them; NaN where it said nothing
/// @param lastHour   the mean wait of those who waited and were answered in the last hour; NaN where nobody was
/// @param lastWait   the wait of who was answered last; NaN where nobody was
/// @param longest    how long the first in line has waited by now; NaN where nobody waits
/// @param usual      the middle wait at this half hour of other days; NaN where unknown
/// @param longRun    the mean wait by [ErlangA], from usual arrivals and the advisers there now; NaN where unknown
record Facts(
        long contact,
        int customer,
        int point,
        long at,
        int ahead,
        Outlook outlook,
        double announced,
        double lastHour,
        double lastWait,
        double longest,
        double usual,
        double longRun) {
    /// The half hour of the week of an instant, from 0 on Monday at midnight, in the zone.
    static int halfHour(long micros, ZoneId zone) {
        ZonedDateTime local =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000)).atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * 48 + local.getHour() * 2 + local.getMinute() / 30;
    }

    /// A number for the half hour since 1970 that holds an instant.
    static long number(long micros) {
        return Math.floorDiv(micros, 1_800_000_000L);
    }
}
