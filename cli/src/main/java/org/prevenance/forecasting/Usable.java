package org.prevenance.forecasting;

import org.prevenance.files.Island;

/// Sorts out the events that may be used for one purpose. Not thread-safe.
sealed interface Usable permits Everybodys, OptedIn {
    /// Takes the events of one island.
    void visit(Island island);

    ChronicleReader.Used finish();
}
