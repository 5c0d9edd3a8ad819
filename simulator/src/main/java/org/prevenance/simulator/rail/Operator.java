package org.prevenance.simulator.rail;

/// Who runs a train, and what they say about platforms.
enum Operator {
    /// Publishes the platform with the timetable, and tells vehicles.
    NORD("Rail Nord", Publishes.PLANNED, 14, 24, true),
    /// Publishes no platform before it is announced.
    INTER("Inter", Publishes.NOTHING, 12, 20, false),
    /// Publishes one platform for all trains of a line, whatever is meant.
    LAC("Lac Mobil", Publishes.DEFAULT, 6, 18, true);

    enum Publishes {
        PLANNED,
        NOTHING,
        DEFAULT
    }

    final String title;
    final Publishes publishes;
    /// How many minutes before the train comes its platform is announced.
    final int announcesLeast;

    final int announcesMost;
    /// Whether it tells which vehicle makes which trip.
    final boolean tellsVehicles;

    Operator(String title, Publishes publishes, int announcesLeast, int announcesMost, boolean tellsVehicles) {
        this.title = title;
        this.publishes = publishes;
        this.announcesLeast = announcesLeast;
        this.announcesMost = announcesMost;
        this.tellsVehicles = tellsVehicles;
    }

    String source() {
        return switch (this) {
            case NORD -> "rail-nord";
            case INTER -> "inter";
            case LAC -> "lac-mobil";
        };
    }
}
