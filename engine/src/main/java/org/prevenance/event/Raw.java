package org.prevenance.event;

/// Every value in an event or an indicator is held as one `long`; its declared type says how to read it.
///
/// | type | what the long holds |
/// |---|---|
/// | whole | the number |
/// | number | the number in millionths, exact ([#MICROS] per unit) |
/// | money | the amount in millionths; the currency stands in the slot after it, as a symbol |
/// | time | microseconds since 1970-01-01T00:00:00Z |
/// | date | days since 1970-01-01 |
/// | bool | 0 or 1 |
/// | text, texts | a symbol ([Symbols]) |
/// | id | a subject ([Subjects]) |
public final class Raw {
    /// No value. No type uses this number for anything else.
    public static final long ABSENT = Long.MIN_VALUE;

    /// Millionths in one unit of a number or of money.
    public static final long MICROS = 1_000_000L;

    /// Microseconds in one second, and so on up to one day of 24 hours.
    public static final long SECOND = 1_000_000L;

    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /// Stands between the items of a list that is held as one symbol.
    public static final char ITEM_SEPARATOR = '\u001f';

    private Raw() {}
}
