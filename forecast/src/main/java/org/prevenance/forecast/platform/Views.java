package org.prevenance.forecast.platform;

import org.prevenance.event.Raw;

/// How the histories of one call are looked at.
///
/// @param slot   of its number at its minute, and of its line at that minute
/// @param number of its number
/// @param line   of its line and direction
record Views(View slot, View number, View line) {
    static final Views PLAIN = new Views(View.PLAIN, View.PLAIN, View.PLAIN);

    private static final long LONGEST = 240;

    /// As if the timetable had changed up to ten days ago, mostly not long ago, by the draw of a lot.
    ///
    /// @param at  the instant of the question
    /// @param lot any 64 bits
    static Views changed(Call call, long at, long lot) {
        double chance = (lot >>> 40) / (double) (1L << 24);
        long change = at - (long) (chance * chance * chance * LONGEST * Raw.HOUR);
        int shift = 1 + (int) (lot & 0xFF) % Math.max(1, call.stop.platforms() - 1);
        boolean renumbered = (lot & 0x100) != 0;
        return new Views(
                View.since(change),
                renumbered ? View.since(change) : View.moved(change, shift),
                View.moved(change, shift));
    }
}
