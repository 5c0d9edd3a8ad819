package org.prevenance.simulator.world;

import java.util.Locale;

/// The files that an operator's systems would hand over.
public enum Export {
    CUSTOMERS,
    CONTRACTS,
    BILLS,
    USAGE,
    REPORTS,
    CONTACTS,
    CASES,
    OFFERS,
    METERS,
    APPLIANCES,
    OPTIONS,
    TRIPS,
    WEATHER,
    JOURNEYS,
    CHANNELS,
    CAMPAIGNS,
    TEAM;

    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".ndjson";
    }
}
