package org.prevenance.simulator;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Which world to write. The same settings give the same bytes.
///
/// @param seed      any number
/// @param customers 1 to 1,000,000
/// @param days      1 to 3,660; a kind of trouble that needs more days than this to unfold is left out
/// @param start     the first day; nothing is known before it
/// @param messy     whether a few broken lines are strewn in
/// @param sectors   what it is made of, at least one
public record Settings(
        long seed, int customers, int days, LocalDate start, boolean messy, Layout layout, Set<Sector> sectors) {
    public Settings {
        requireNonNull(start, "start");
        requireNonNull(layout, "layout");
        check("customers", customers, 1_000_000);
        check("days", days, 3_660);
        if (sectors.isEmpty()) {
            throw new IllegalArgumentException("A world needs at least one sector.");
        }
        sectors = EnumSet.copyOf(sectors); // in the order of their declaration, whatever was given
    }

    /// From 2024 on, tidy, one file per kind, the usual sectors.
    public static Settings of(long seed, int customers, int days) {
        return new Settings(seed, customers, days, LocalDate.of(2024, 1, 1), false, Layout.BY_KIND, Sector.usual());
    }

    /// The same with a telecom operator only.
    public static Settings telecom(long seed, int customers, int days, LocalDate start, boolean messy, Layout layout) {
        return new Settings(seed, customers, days, start, messy, layout, EnumSet.of(Sector.TELECOM));
    }

    public Settings with(Layout other) {
        return new Settings(seed, customers, days, start, messy, other, sectors);
    }

    public Settings with(Sector... others) {
        return new Settings(seed, customers, days, start, messy, layout, Set.of(others));
    }

    /// A JSON object, as `truth.json` shows it.
    String json() {
        return "{\"seed\": %d, \"customers\": %d, \"days\": %d, \"start\": \"%s\", \"messy\": %s, \"layout\": \"%s\", \"sectors\": [%s]}"
                .formatted(
                        seed,
                        customers,
                        days,
                        start,
                        messy,
                        layout,
                        sectors.stream()
                                .map(sector -> "\"" + sector.pack() + "\"")
                                .collect(Collectors.joining(", ")));
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be between 1 and %d.".formatted(name, value, most));
        }
    }
}
