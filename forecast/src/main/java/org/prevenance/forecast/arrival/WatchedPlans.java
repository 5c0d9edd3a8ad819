package org.prevenance.forecast.arrival;

import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.facts.Plans;
import org.prevenance.forecast.judge.Watch;

/// Tells the watch on which habits a forecast of arrivals rests: which trip of which operator reaches which stop, at
/// which minute of the clock.
///
/// @param days of the zone in which days and hours count
record WatchedPlans(Watch watch, ZoneDays days) implements Plans {
    @Override
    public void planned(long known, Leg leg) {
        long knownOn = Watch.knownOn(days, known);
        if (leg.arrival() == Raw.ABSENT) {
            watch.dropped(knownOn, leg.leg());
        } else {
            long habit = Watch.habit(leg.operator(), leg.number(), leg.to(), minute(leg.arrival()));
            watch.planned(knownOn, leg.leg(), days.day(leg.departure()), habit);
        }
    }

    /// Of the day by the clock, also on days on which clocks change.
    private long minute(long instant) {
        return days.hour(instant) * 60L + (instant - days.start(days.day(instant))) / Raw.MINUTE % 60;
    }

    @Override
    public void dropped(long known, int leg) {
        watch.dropped(Watch.knownOn(days, known), leg);
    }
}
