package org.prevenance.measure;

import org.prevenance.event.ZoneDays;

/// How long a case stood open.
///
/// @param opened microseconds since 1970
/// @param closed microseconds since 1970, [#STILL_OPEN] where it never closed
public record Spell(long opened, long closed) {
    public static final long STILL_OPEN = Long.MAX_VALUE;

    /// Whether what was said came after the opening, and at most its days after it or while the case still stood open.
    public boolean precedes(Word word, ZoneDays days) {
        return word.time() > opened && (word.time() <= closed || isWithin(word, days));
    }

    /// Whether what was said came before the opening, or with it, by at most its days.
    boolean follows(Word word, ZoneDays days) {
        return word.time() <= opened && -daysUntil(word, days) <= word.within();
    }

    private boolean isWithin(Word word, ZoneDays days) {
        return daysUntil(word, days) <= word.within();
    }

    /// Calendar days from the day of opening to the day of the word.
    int daysUntil(Word word, ZoneDays days) {
        return (int) (days.day(word.time()) - days.day(opened));
    }
}
