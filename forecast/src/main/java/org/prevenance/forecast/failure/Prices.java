package org.prevenance.forecast.failure;

import org.jspecify.annotations.Nullable;

/// What acting costs, and what it costs not to.
///
/// @param visit       of a visit, needed or not, above 0
/// @param breakdown   of a failure that no visit prevented, above the visit's
/// @param replacement of a device by a new one before it fails; null where nobody said
/// @param currency    such as `EUR`
record Prices(double visit, double breakdown, @Nullable Double replacement, String currency) {
    /// The probability of failing from which a visit costs less than waiting for the breakdown.
    double alert() {
        return visit / breakdown;
    }

    /// @throws IllegalStateException where nobody said what that costs
    double replaced() {
        if (replacement == null) {
            throw new IllegalStateException("What a replacement costs is not declared.");
        }
        return replacement;
    }

    double of(boolean visited, boolean failed) {
        return visited ? visit : failed ? breakdown : 0;
    }
}
