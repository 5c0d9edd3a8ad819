package org.prevenance.expression;

import org.prevenance.event.Event;

/// What an expression reads: one event (in `where`, values and groups), and the indicators of one subject now.
public interface Scope {
    /// The event at hand; throws [IllegalStateException] outside of event expressions.
    Event event();

    /// The raw value of the indicator with this ordinal for the subject at hand, or [org.prevenance.event.Raw#ABSENT].
    long indicator(int ordinal);

    /// The value of a table of the subject at hand for a key, or [org.prevenance.event.Raw#ABSENT].
    default long at(int ordinal, long key) {
        throw new IllegalStateException("No table can be read here.");
    }

    /// The raw value, at the group at hand, of an indicator that is grouped by the same keys. Only in `having`.
    default long sibling(int ordinal) {
        throw new IllegalStateException("No group is at hand.");
    }

    /// What `code` reads of the earlier event with this number, which is joined to the event at hand;
    /// [org.prevenance.event.Raw#ABSENT] where there is none.
    default long joined(int number, Expr code) {
        throw new IllegalStateException("No event is joined to another.");
    }

    /// The instant of judgement, microseconds since 1970 UTC.
    long now();

    /// The calendar day of judgement in the playbook's zone, days since 1970. At a day's end it is the day that ends.
    long today();

    /// The indicator of another subject, read for the event at hand; [org.prevenance.event.Raw#ABSENT] where it has
    /// none.
    ///
    /// @param subject a number of [org.prevenance.event.Subjects]
    default long other(int ordinal, long subject) {
        throw new IllegalStateException("No other subject can be read here.");
    }

    /// The same as it was known at an instant.
    default long otherThen(int ordinal, long subject, long instant) {
        throw new IllegalStateException("No other subject can be read here.");
    }

    /// The subject that is being weighed against others, in the search for the least.
    default long candidate() {
        throw new IllegalStateException("No subjects are being weighed here.");
    }

    /// The currency of the subject's money as a symbol, or -1 while it has none.
    int currency();
}
