package org.prevenance.playbook;

/// Which of the matching events count, by event time, at an instant of judgement.
public sealed interface Window {
    enum Unit {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    /// All.
    record Life() implements Window {}

    /// The last `days` calendar days in the playbook's zone, today included, shifted back by `before` days: days
    /// `today - before - days + 1` to `today - before`.
    record Days(int days, int before) implements Window {}

    /// The half-open span `(now - micros - before, now - before]`.
    record Sliding(long micros, long before) implements Window {}

    /// The calendar unit that holds today, shifted back by `before` units. Weeks begin on Monday.
    record Calendar(Unit unit, int before) implements Window {}

    /// The latest `events` events after leaving out the latest `skip`.
    record LastEvents(int events, int skip) implements Window {}
}
