package org.prevenance.simulator;

import java.util.Locale;

/// The parts that a world can be made of.
public enum Sector {
    TELECOM,
    ENERGY,
    APPLIANCES,
    BANK,
    JOURNEYS,
    CHANNELS,
    CARE,
    TEAM;

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
                "No sector is called (%s). There are telecom, energy, appliances, bank, journeys, channels, care, team."
                        .formatted(pack));
    }
}
