package org.prevenance.forecast.platform;

/// A rule of thumb: each names one platform, or none.
enum Rule {
    /// The last platform of this number at this minute of the day.
    SLOT_LAST,
    /// The same on days of this kind: working days, or weekends.
    SLOT_SAME_KIND,
    /// The most frequent one of this number at this minute, lately.
    SLOT_FREQUENT,
    /// The last one of this number, at whatever minute.
    NUMBER_LAST,
    /// The most frequent one of this number, lately.
    NUMBER_FREQUENT,
    /// That of the train of this line and direction that came last.
    LINE_LAST,
    /// That of the last train of this line and direction at this minute of the day, whatever its number.
    MINUTE_LAST,
    /// What the plan says.
    PUBLISHED,
    /// Where the train of this line stands that ended here last: it goes back.
    TURNED;

    static final int COUNT = values().length;
}
