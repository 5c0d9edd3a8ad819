package org.prevenance.measure;

/// What became of a case, as seen afterwards.
public enum Fate {
    /// Somebody complained after it opened, a refund followed, or an adviser said that it was true.
    CONFIRMED,
    /// Somebody had complained already when it opened.
    TOO_LATE,
    /// An adviser said that there was nothing.
    FALSE_ALARM,
    /// Nothing is known. This is not the same as wrong: many never complain.
    UNCONFIRMED
}
