package org.prevenance.simulator;

import java.util.Locale;

/// The files that an operator's systems would hand over.
enum Export {
    CUSTOMERS,
    CONTRACTS,
    BILLS,
    USAGE,
    REPORTS,
    CONTACTS,
    OFFERS;

    private static final Export[] ALL = values();

    static Export at(int ordinal) {
        return ALL[ordinal];
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".ndjson";
    }
}
