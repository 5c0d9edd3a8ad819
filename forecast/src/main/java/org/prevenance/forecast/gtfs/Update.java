package org.prevenance.forecast.gtfs;

import java.util.List;

/// What one message says of one trip.
///
/// @param entity       number of the entity in the message, from 1
/// @param tripId       empty where it names none
/// @param startDate    service day as written; empty where it names none
/// @param startTime    as written; empty where it names none
/// @param relationship number of `TripDescriptor.ScheduleRelationship`, also one that the bindings do not know yet
/// @param timestamp    when it was measured, seconds since 1970 UTC; 0 where it does not say
/// @param delay        of the whole trip, in seconds, or [FeedTime#NONE]
/// @param vehicle      id of the one that makes the trip; empty where it names none
record Update(
        int entity,
        String tripId,
        String startDate,
        String startTime,
        int relationship,
        long timestamp,
        int delay,
        String vehicle,
        List<StopUpdate> stops) {
    static final int CANCELED = 3;
    static final int REPLACEMENT = 5;
    static final int DUPLICATED = 6;
    static final int DELETED = 7;

    boolean isCancelled() {
        return relationship == CANCELED || relationship == DELETED;
    }

    /// Whether the timetable's times hold for it.
    boolean isScheduled() {
        return relationship == 0 || isCancelled();
    }

    /// What it says of one stop.
    ///
    /// @param sequence     `stop_sequence`, or -1
    /// @param stopId       empty where it names none
    /// @param relationship number of `StopTimeUpdate.ScheduleRelationship`
    /// @param assigned     `assigned_stop_id`; empty where none is assigned
    record StopUpdate(int sequence, String stopId, When arrival, When departure, int relationship, String assigned) {
        static final int SKIPPED = 1;
        static final int NO_DATA = 2;
    }

    /// An estimate.
    ///
    /// @param time  seconds since 1970 UTC; 0 where it is not told
    /// @param delay in seconds, or [FeedTime#NONE]
    record When(long time, int delay) {
        static final When NOT_TOLD = new When(0, FeedTime.NONE);

        /// The instant, by itself or counted from the planned one; [Sighting#UNKNOWN] where neither can be had.
        long instant(long planned) {
            if (time != 0) {
                return time;
            }
            return delay == FeedTime.NONE || planned == Sighting.UNKNOWN ? Sighting.UNKNOWN : planned + delay;
        }
    }
}
