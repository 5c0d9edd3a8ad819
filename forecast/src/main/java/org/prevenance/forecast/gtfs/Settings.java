package org.prevenance.forecast.gtfs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a feed does not say itself.
///
/// @param source    of its events
/// @param prefix    before each trip's id, so that two operators' ids do not meet; usually empty
/// @param zone      where `agency.txt` names none; null: such a feed is refused
/// @param from      the first service day of which plans are made; null: the feed's first
/// @param to        the last such day; null: the feed's last
/// @param published when the timetable became known; null: at the start of the day on which it begins
/// @param byId      whether stops are told by their `stop_id`, not by their name
/// @param stale     how old an estimate may be when it is published; older ones are refused
/// @param change    an estimate that moves by less than this is not told again; zero: each change is
public record Settings(
        String source,
        String prefix,
        @Nullable ZoneId zone,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant published,
        boolean byId,
        Duration stale,
        Duration change) {
    /// By the best practices of GTFS-Realtime no estimate is older when it is published.
    public static final Duration USUAL_STALE = Duration.ofSeconds(90);

    /// The usual settings for a source.
    public static Settings of(String source) {
        return new Settings(source, "", null, null, null, null, false, USUAL_STALE, Duration.ZERO);
    }

    /// The same with another source.
    public Settings withSource(String other) {
        return new Settings(other, prefix, zone, from, to, published, byId, stale, change);
    }
}
