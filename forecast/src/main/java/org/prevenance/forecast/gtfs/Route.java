package org.prevenance.forecast.gtfs;

/// A route of a feed.
///
/// @param operator the name of its agency
/// @param kind     train, metro, tram, bus, boat, lift, flight or other
/// @param line     its short name, or else its long one; may be empty
record Route(String operator, String kind, String line) {
    /// What travels on a route, by `route_type`, its extended values included.
    static String kind(int type) {
        if (type >= 100) {
            return extended(type / 100);
        }
        return switch (type) {
            case 0, 5 -> "tram";
            case 1, 12 -> "metro";
            case 2 -> "train";
            case 3, 11 -> "bus";
            case 4 -> "boat";
            case 6, 7 -> "lift";
            default -> "other";
        };
    }

    private static String extended(int hundreds) {
        return switch (hundreds) {
            case 1, 3 -> "train";
            case 2, 7, 8 -> "bus";
            case 4, 5, 6 -> "metro";
            case 9 -> "tram";
            case 10, 12 -> "boat";
            case 11 -> "flight";
            case 13, 14 -> "lift";
            default -> "other";
        };
    }
}
