package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.gtfs.Sighting.Kind;

/// Decides what messages add to what was told: `trip.expected` where an estimate changed, `trip.called` where a call is
/// over, `trip.assigned` where another vehicle makes the trip.
///
/// A call is over when the messages speak of the trip but of this stop no more (nor of one before), when they show a
/// later stop as past, or when the trip is gone from them and the last estimate of this stop has passed. What happened
/// is
/// then taken to be the last estimate, the operator's own. `within` says how sure that is: the vehicle was still to
/// come
/// in one message and gone in a later one, so the real time lies between the two, and cannot be farther from the
/// estimate
/// than the farther of them. More than [#UNSURE] seconds are not told at all. Where a stop comes back, what was told is
/// taken back.
final class Telling {
    /// With a longer gap between messages nobody knows what happened.
    static final long UNSURE = 600;

    /// A message that is being read.
    ///
    /// @param now      its timestamp, seconds since 1970 UTC
    /// @param measured when what it says was measured, at most `now`
    /// @param entity   its number in the message
    record Message(long now, long measured, String file, long entity) {}

    private final TripEvents events;
    private final long change;

    /// @param change an estimate that moves by fewer seconds is not told again
    Telling(TripEvents events, long change) {
        this.events = events;
        this.change = change;
    }

    /// @param vehicle that makes the trip; empty where the message names none, which is no news
    void assign(Run run, String vehicle, Message message) {
        if (!vehicle.isEmpty() && !vehicle.equals(run.vehicle)) {
            run.vehicle = vehicle;
            events.begin(
                            "trip.assigned",
                            run.id,
                            "assigned:" + run.id + ":" + message.now,
                            message.measured,
                            message.now)
                    .text("vehicle", vehicle)
                    .give(message.file, message.entity);
        }
    }

    void see(Run run, @Nullable Sighting[] sightings, Message message) {
        int first = 0;
        while (first < sightings.length && sightings[first] == null) {
            first++;
        }
        for (int i = 0; i < first && first < sightings.length; i++) {
            dropped(run, run.calls().get(i), message.now, message.file, message.entity);
        }
        int lastPast = lastPast(sightings, message.now);
        for (int i = first; i < sightings.length; i++) {
            Sighting sighting = sightings[i];
            if (sighting != null) {
                see(run, run.calls().get(i), sighting, i < lastPast, message);
            }
        }
    }

    private static int lastPast(@Nullable Sighting[] sightings, long now) {
        int last = -1;
        for (int i = 0; i < sightings.length; i++) {
            Sighting sighting = sightings[i];
            if (sighting != null && sighting.outright() && sighting.isPast(now)) {
                last = i;
            }
        }
        return last;
    }

    private void see(Run run, Call call, Sighting sighting, boolean passed, Message message) {
        call.seen = sighting;
        call.seenAt = message.now;
        switch (sighting.kind()) {
            case EXPECTED -> {
                if (sighting.isPast(message.now)) {
                    call.pastAt = call.pastAt == Sighting.UNKNOWN ? message.now : call.pastAt;
                    if (passed) {
                        called(run, call, sighting, call.aheadAt, call.pastAt, message);
                    }
                } else {
                    call.aheadAt = message.now;
                    call.pastAt = Sighting.UNKNOWN;
                    takeBack(run, call, message);
                    expected(run, call, sighting, message);
                }
            }
            case SKIPPED -> {
                expected(run, call, sighting, message);
                if (call.planned() != Sighting.UNKNOWN && call.planned() <= message.now) {
                    skipped(run, call, message);
                }
            }
            case NOT_KNOWN -> expected(run, call, sighting, message);
        }
    }

    /// The trip is no longer spoken of.
    void gone(Run run, long now, String file) {
        for (Call call : run.calls()) {
            Sighting seen = call.seen;
            if (seen != null && (seen.kind() == Kind.SKIPPED || seen.isPast(now))) {
                dropped(run, call, now, file, 1);
            }
        }
    }

    private void dropped(Run run, Call call, long now, String file, long entity) {
        Sighting seen = call.seen;
        Message message = new Message(now, now, file, entity);
        if (seen == null || call.settled) {
            return;
        }
        switch (seen.kind()) {
            case EXPECTED -> called(run, call, seen, call.seenAt, now, message);
            case SKIPPED -> skipped(run, call, message);
            case NOT_KNOWN -> {}
        }
    }

    private void expected(Run run, Call call, Sighting sighting, Message message) {
        Sighting told = call.told;
        if (told == null
                ? sighting.kind() == Kind.NOT_KNOWN && sighting.platform().isEmpty()
                : isNoNews(told, sighting)) {
            return;
        }
        boolean back = told != null && told.kind() == Kind.SKIPPED;
        call.told = sighting;
        events.begin("trip.expected", run.id, id("expected", run, call, message), message.measured, message.now)
                .text("stop", call.name)
                .instant("arrival", sighting.arrival())
                .instant("departure", sighting.departure())
                .text("platform", sighting.platform())
                .text("cancelled", sighting.kind() == Kind.SKIPPED ? "true" : back ? "false" : "")
                .give(message.file, message.entity);
    }

    private boolean isNoNews(Sighting told, Sighting sighting) {
        return told.kind() == sighting.kind()
                && told.platform().equals(sighting.platform())
                && isNear(told.arrival(), sighting.arrival())
                && isNear(told.departure(), sighting.departure());
    }

    private boolean isNear(long told, long now) {
        return told == now || (told != Sighting.UNKNOWN && now != Sighting.UNKNOWN && Math.abs(told - now) < change);
    }

    /// @param ahead the last message in which the vehicle was to come; [Sighting#UNKNOWN]: it never was seen to
    /// @param past  the first message in which it was gone
    private void called(Run run, Call call, Sighting seen, long ahead, long past, Message message) {
        Sighting before = call.called;
        if (ahead == Sighting.UNKNOWN || (before != null && isSame(before, seen))) {
            return;
        }
        long within = Math.max(Math.abs(past - seen.moment()), Math.abs(seen.moment() - ahead));
        call.settled = true;
        if (within > UNSURE) {
            return;
        }
        begin(run, call, seen, Math.min(seen.moment(), message.now), message)
                .instant("arrived", seen.arrival())
                .instant("departed", seen.departure())
                .text("platform", seen.platform())
                .text("within", Long.toString(within))
                .give(message.file, message.entity);
    }

    private void skipped(Run run, Call call, Message message) {
        Sighting before = call.called;
        if (before != null && before.kind() == Kind.SKIPPED) {
            return;
        }
        call.settled = true;
        long planned = call.planned() == Sighting.UNKNOWN ? message.now : Math.min(call.planned(), message.now);
        begin(run, call, Sighting.skipped(), planned, message)
                .text("cancelled", "true")
                .give(message.file, message.entity);
    }

    private TripEvents begin(Run run, Call call, Sighting what, long time, Message message) {
        String corrected = call.calledId;
        call.called = what;
        call.calledId = id("called", run, call, message);
        events.begin("trip.called", run.id, call.calledId, time, message.now).text("stop", call.name);
        if (!corrected.isEmpty()) {
            events.corrects(corrected);
        }
        return events;
    }

    /// The stop lies ahead again: what was told of it did not happen.
    private void takeBack(Run run, Call call, Message message) {
        call.settled = false;
        if (call.called == null) {
            return;
        }
        events.begin("trip.called", run.id, id("back", run, call, message), message.now, message.now);
        events.retracts(call.calledId);
        events.give(message.file, message.entity);
        call.called = null;
        call.calledId = "";
    }

    private static boolean isSame(Sighting one, Sighting other) {
        return one.kind() == other.kind()
                && one.arrival() == other.arrival()
                && one.departure() == other.departure()
                && one.platform().equals(other.platform());
    }

    private static String id(String what, Run run, Call call, Message message) {
        return what + ":" + run.id + ":" + call.key() + ":" + message.now;
    }
}
