package org.prevenance.forecast.failure;

/// What acting costs, and what it costs not to.
///
/// @param visit     of a visit, needed or not, above 0
/// @param breakdown of a failure that no visit prevented, above the visit's
/// @param currency  such as `EUR`
record Prices(double visit, double breakdown, String currency) {
    /// The probability of failing from which a visit costs less than waiting for the breakdown.
    double alert() {
        return visit / breakdown;
    }

    double of(boolean visited, boolean failed) {
        return visited ? visit : failed ? breakdown : 0;
    }
}
