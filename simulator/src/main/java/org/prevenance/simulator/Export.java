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

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".ndjson";
    }
}
