package org.prevenance.forecast.gtfs;

/// placeholder
final class Sighting {
    static final long UNKNOWN = Long.MIN_VALUE;

    private Sighting() {}
}
