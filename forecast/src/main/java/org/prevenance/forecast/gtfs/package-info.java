/// Timetables in GTFS, and recorded GTFS-Realtime, as events about trips.
///
/// Start reading here: [org.prevenance.forecast.gtfs.Feed].
@NullMarked
package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.NullMarked;
