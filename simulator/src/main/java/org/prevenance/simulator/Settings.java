package org.prevenance.simulator;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// Which world to write. The same settings give the same bytes.
///
/// @param seed      any number
/// @param customers 1 to 1,000,000; one contract each
/// @param days      1 to 3,660; a kind of trouble that needs more days than this to unfold is left out
/// @param start     the first day; nothing is known before it
/// @param messy     whether a few broken lines are strewn in
public record Settings(long seed, int customers, int days, LocalDate start, boolean messy, Layout layout) {
    public Settings {
        requireNonNull(start, "start");
        requireNonNull(layout, "layout");
        check("customers", customers, 1_000_000);
        check("days", days, 3_660);
    }

    /// From 2024 on, tidy, one file per kind.
    public static Settings of(long seed, int customers, int days) {
        return new Settings(seed, customers, days, LocalDate.of(2024, 1, 1), false, Layout.BY_KIND);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be between 1 and %d.".formatted(name, value, most));
        }
    }
}
