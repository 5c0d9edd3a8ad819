package org.prevenance.simulator.energy;

/// What electricity costs, in ten-thousandths of a euro per kilowatt-hour.
///
/// Off-peak pays off for whoever uses more than half between 22 h and 6 h.
enum Tariff {
    BASE("kwh-base", "base", 2000, 2000),
    OFF_PEAK("kwh-off-peak", "off-peak", 2600, 1400);

    final String offer;
    final String label;
    final long price;
    final long offPeakPrice;

    Tariff(String offer, String label, long price, long offPeakPrice) {
        this.offer = offer;
        this.label = label;
        this.price = price;
        this.offPeakPrice = offPeakPrice;
    }

    long priceAt(int localHour) {
        return Consumption.night(localHour) ? offPeakPrice : price;
    }
}
