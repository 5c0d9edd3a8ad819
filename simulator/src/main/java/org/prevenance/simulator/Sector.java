package org.prevenance.simulator;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The parts that a world can be made of.
public enum Sector {
    TELECOM,
    ENERGY,
    APPLIANCES,
    BANK,
    JOURNEYS,
    CHANNELS,
    CARE,
    TEAM,
    RAIL,
    QUEUES;

    /// The parts of a world unless others are named: all but the rail network and the phone queues, whose trains and
    /// calls alone would fill it.
    public static Set<Sector> usual() {
        return EnumSet.complementOf(EnumSet.of(RAIL, QUEUES));
    }

    /// As the packs of playbooks name it.
    public String pack() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The sector of this name.
    ///
    /// @throws IllegalArgumentException if there is none; the message names all
    public static Sector of(String pack) {
        for (Sector sector : values()) {
            if (sector.pack().equals(pack)) {
                return sector;
            }
        }
        throw new IllegalArgumentException(
                "No sector is called (%s). There are telecom, energy, appliances, bank, journeys, channels, care, team, rail, queues."
                        .formatted(pack));
    }
}
