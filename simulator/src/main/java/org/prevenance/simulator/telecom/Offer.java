package org.prevenance.simulator.telecom;

import org.prevenance.simulator.world.Frame;

/// What the operator sells.

enum Offer {
    ESSENTIAL("fibre-essential", 2499, 2399),
    PLUS("fibre-plus", 3199, 3099),
    MAX("fibre-max", 4499, 4199),
    CLASSIC("adsl-classic", 1999, 1999),
    /// Falls by 6.00: who stays pays more than who comes.
    LIGHTNING("fibre-lightning", 3999, 3399),
    /// Falls by 4.99, one cent too little to matter.
    FRANK("fibre-frank", 3499, 3000),
    /// Falls by 7.00 for twenty days only.
    FLASH("fibre-flash", 3699, 2999),
    SMALL("mobile-box", 1299, 1299),
    ROUND("fibre-round", 2000, 2000);

    static final int FLASH_DAYS = 20;

    /// What an ordinary household may hold: never dearer than new by 5.00 or more.
    static final Offer[] ORDINARY = {ESSENTIAL, ESSENTIAL, PLUS, PLUS, PLUS, MAX, CLASSIC};

    final String id;
    /// Cents a month when the world begins.
    final long listed;
    /// Cents a month after the price fall.
    final long fallen;

    Offer(String id, long listed, long fallen) {
        this.id = id;
        this.listed = listed;
        this.fallen = fallen;
    }

    /// What a customer pays who comes on this day.
    long monthlyOn(int day, Frame frame) {
        boolean fell = this != FLASH && day >= frame.priceFall() + 7;
        return fell ? fallen : listed;
    }
}
