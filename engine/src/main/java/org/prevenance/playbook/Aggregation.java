package org.prevenance.playbook;

/// How the events of a window become one value.
public sealed interface Aggregation {
    /// How many events (0 when none).
    record Count() implements Aggregation {}

    /// The exact sum (0 when none).
    record Sum() implements Aggregation {}

    record Min() implements Aggregation {}

    record Max() implements Aggregation {}

    /// The arithmetic mean; absent when no event.
    record Mean() implements Aggregation {}

    /// The value at rank `q` of the sorted values, linear between neighbours (type 7 of Hyndman and Fan 1996); the
    /// median is `q = 0.5`.
    record Quantile(double q) implements Aggregation {}

    /// The value of the earliest event (by time, then known time, then id).
    record First() implements Aggregation {}

    /// The value of the latest event (by time, then known time, then id).
    record Last() implements Aggregation {}

    /// How many different values.
    record Distinct() implements Aggregation {}

    /// How many different calendar days had an event: `distinct: event.day`, kept as one number per day.
    record DistinctDays() implements Aggregation {}

    /// The least-squares slope of the values over time, per day; absent under two different times.
    record Slope() implements Aggregation {}

    /// The sum of the values divided by the length of the window in `per` microseconds.
    record Rate(long per) implements Aggregation {}

    /// The share of events for which the boolean value is true, 0 to 1; absent when no event.
    record Share() implements Aggregation {}

    /// How many buckets (of `bucket`) in an unbroken row up to now had at least one event and none whose boolean value
    /// is false. With a `gap` in microseconds, buckets are counted from the row's first event, and the row breaks where
    /// an event comes later than that after the one before; 0: by the clock and the calendar.
    record Streak(Window.Unit bucket, long gap) implements Aggregation {}

    /// The quantile `q` of the seconds between consecutive events; absent under two events.
    record Interval(double q) implements Aggregation {}

    /// How often the value fell below the one before it.
    record Drops() implements Aggregation {}

    /// How often one of several values was another than the one before it; a value that is not said stays as it was. Of
    /// events that come first nothing is counted.
    record Changes() implements Aggregation {}

    /// What was asked twice: for each event whose group keys meet those of an earlier event with another `apart` value,
    /// the smaller of the two values. Group keys are the fold's `by`; list-valued keys meet when they share an item, or
    /// when both are empty. The results are combined by the fold's [Take].
    record Repeated() implements Aggregation {}

    /// Of how many pairs of groups the latest texts contradict each other (see [org.prevenance.wording.Comparison]).
    ///
    /// @param told whether it gives the first contradiction in words instead; absent when there is none
    record Contradictions(boolean told) implements Aggregation {}
}
