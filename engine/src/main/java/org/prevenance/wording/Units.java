package org.prevenance.wording;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Fact.Measure;

/// Units as people write them, in French and English.
final class Units {
    /// @param factor by which a figure is multiplied
    record Unit(Measure measure, String name, double factor) {}

    private static final Map<String, Unit> ALL = new HashMap<>();

    static {
        put(Measure.MONEY, "EUR", 1, "€ eur euro euros");
        put(Measure.MONEY, "EUR", 0.01, "centime centimes cent cents cts");
        put(Measure.MONEY, "GBP", 1, "£ gbp pound pounds");
        put(Measure.MONEY, "GBP", 0.01, "p pence");
        put(Measure.MONEY, "USD", 1, "$ usd dollar dollars");
        put(Measure.MONEY, "CHF", 1, "chf");
        put(Measure.PERCENT, "", 1, "% percent pourcent pct");
        put(Measure.DURATION, "hour", 1 / 3600.0, "seconde secondes second seconds sec");
        put(Measure.DURATION, "hour", 1 / 60.0, "minute minutes min mn mins");
        put(Measure.DURATION, "hour", 1, "h heure heures hour hours hr hrs");
        put(Measure.DURATION, "day", 24, "j jour jours day days journee journees");
        put(Measure.DURATION, "week", 24 * 7, "semaine semaines week weeks");
        put(Measure.DURATION, "month", 24 * 30, "mois month months");
        put(Measure.DURATION, "month", 24 * 360, "ans annee annees year years yr yrs");
        put(Measure.DATA, "", 0.001, "mo mb megaoctets megabytes");
        put(Measure.DATA, "", 1, "go gb gigaoctet gigaoctets gigabyte gigabytes gig gigs");
        put(Measure.DATA, "", 1000, "tb teraoctets terabytes");
        put(Measure.SPEED, "", 1, "mbit mbits mbps mbit/s mb/s megabits");
        put(Measure.SPEED, "", 1000, "gbit gbits gbps gbit/s gb/s gigabits");
        put(Measure.ENERGY, "", 1, "kwh kilowattheure kilowattheures");
        put(Measure.ENERGY, "", 1000, "mwh");
        put(Measure.ENERGY, "", 0.001, "wh");
        put(Measure.POWER, "VA", 1, "kva");
        put(Measure.POWER, "W", 1000, "kw kilowatt kilowatts");
        put(Measure.POWER, "W", 1, "w watt watts");
        put(Measure.MASS, "", 1, "kg kilo kilos kilogramme kilogrammes kilograms kgs");
        put(Measure.MASS, "", 0.001, "g gramme grammes gram grams");
        put(Measure.DISTANCE, "", 1000, "km kms kilometre kilometres kilometer kilometers");
        put(Measure.DISTANCE, "", 1, "m metre metres meter meters");
        put(Measure.DISTANCE, "", 0.01, "cm centimetre centimetres centimeters");
        put(Measure.DISTANCE, "", 1609.344, "mile miles");
        put(Measure.VOLUME, "", 1, "l litre litres liter liters");
        put(Measure.VOLUME, "", 1000, "m3");
        put(Measure.TEMPERATURE, "", 1, "° degre degres degrees celsius");
    }

    private Units() {}

    private static void put(Measure measure, String name, double factor, String words) {
        for (String word : words.split(" ")) {
            ALL.put(word, new Unit(measure, name, factor));
        }
    }

    static @Nullable Unit of(String word) {
        return ALL.get(word);
    }
}
