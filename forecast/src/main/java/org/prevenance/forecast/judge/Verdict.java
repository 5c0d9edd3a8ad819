package org.prevenance.forecast.judge;

import java.util.List;

/// Whether a forecast may be shown at a horizon in a part of the network.
public sealed interface Verdict {
    /// It beats every rival there with certainty.
    record Shown() implements Verdict {}

    /// It does not.
    ///
    /// @param reasons at least one; the first weighs most
    record Silent(List<Reason> reasons) implements Verdict {
        public Silent {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("Silence needs a reason.");
            }
        }
    }

    default boolean isShown() {
        return this instanceof Shown;
    }
}
