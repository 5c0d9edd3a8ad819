package org.prevenance.forecast.platform;

/// What is known about one platform when it is asked whether the train will stop there. Each becomes one weight of
/// [Choice].
enum Fact {
    // Whether a rule of thumb names it, worth the logarithm of the odds that the rule was right lately.
    SLOT_LAST,
    SLOT_SAME_KIND,
    SLOT_FREQUENT,
    NUMBER_LAST,
    NUMBER_FREQUENT,
    LINE_LAST,
    MINUTE_LAST,
    PUBLISHED,
    TURNED,
    /// How often this number stopped there at this minute, lately.
    SLOT_COUNT,
    /// How often this line stopped there in this direction, very lately, and for longer.
    LINE_COUNT_FAST,
    LINE_COUNT_SLOW,
    // The same for a number that was never seen at this minute.
    NEW_PUBLISHED,
    NEW_LINE_LAST,
    NEW_MINUTE_LAST,
    NEW_NUMBER_FREQUENT,
    NEW_LINE_COUNT_FAST,
    NEW_LINE_COUNT_SLOW,
    /// How often trains of this line and direction stopped there that were new at their minute too: what a new
    /// timetable is like.
    NEW_FRESH_COUNT,
    // And for one that was seen there up to three times.
    YOUNG_PUBLISHED,
    YOUNG_SLOT_LAST,
    YOUNG_SLOT_COUNT,
    YOUNG_NUMBER_FREQUENT,
    YOUNG_LINE_COUNT_FAST,
    YOUNG_LINE_COUNT_SLOW,
    YOUNG_FRESH_COUNT,
    /// Another train is expected to be there, on a platform that was said.
    TAKEN,
    /// Another late train would be there by its habit.
    MAYBE_TAKEN,
    /// How far it is from the platform of habit; and the same where that one is taken.
    DISTANCE,
    DISTANCE_IF_TAKEN,
    /// How many trains in a row did not stop there that usually do, in the last hours.
    AVOIDED,
    /// The share of trains that did not stop there yesterday about this time and usually do; and the day before.
    AVOIDED_YESTERDAY,
    AVOIDED_BEFORE,
    /// Nobody stopped there for more than a day; and for how long.
    UNUSED,
    UNUSED_DAYS;

    static final int COUNT = values().length;
}
