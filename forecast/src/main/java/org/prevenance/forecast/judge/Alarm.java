package org.prevenance.forecast.judge;

/// What the watch noticed on a day.
public sealed interface Alarm {
    /// Much of what is planned for this day was never, or hardly ever, planned like this before: a new timetable, a
    /// strike, a closed line. Known in the morning, from the plan alone.
    ///
    /// @param unfamiliar share of the day's plan
    /// @param usual      the share of the days before
    record PlanChanged(double unfamiliar, double usual) implements Alarm {}

    /// Beside the promise the forecast errs more than it used to. Known when the day is over.
    ///
    /// @param ratio of the forecast's loss to the promise's; the loss itself where nothing was promised
    /// @param usual the ratio of the days before
    record ErrsMore(double ratio, double usual) implements Alarm {}

    /// Its intervals hold the truth less often than they used to. Known when the day is over.
    ///
    /// @param covered share of the day's truths inside
    /// @param usual   the share of the days before
    record CoversLess(double covered, double usual) implements Alarm {}
}
