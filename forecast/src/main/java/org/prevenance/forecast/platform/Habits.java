package org.prevenance.forecast.platform;

/// The histories that a call belongs to.
///
/// @param slot   its number at its minute of the day
/// @param number its number, at whatever minute
/// @param line   its line and direction
/// @param minute its line and direction at its minute of the day, whatever the number
/// @param trust  in the rules of thumb, for its line and direction
record Habits(History slot, History number, History line, History minute, Trust trust) {
    static final Habits NONE =
            new Habits(new History(), new History(), new History(), new History(), new Trust(null, 0, 1));

    void add(Call call) {
        slot.add(call);
        number.add(call);
        line.add(call);
        minute.add(call);
    }
}
