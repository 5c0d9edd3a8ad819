package org.prevenance.signal;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a unit is called after one of it, and after several: `1 litre`, `2 litres`.
public record UnitName(String frOne, String frMany, String enOne, String enMany) {
    private static final Map<String, UnitName> ALL = new LinkedHashMap<>();

    static {
        put("bytes", "octet", "octets", "byte", "bytes");
        put("litres", "litre", "litres", "litre", "litres");
        put("seconds", "seconde", "secondes", "second", "seconds");
        put("minutes", "minute", "minutes", "minute", "minutes");
        put("hours", "heure", "heures", "hour", "hours");
        put("days", "jour", "jours", "day", "days");
        put("weeks", "semaine", "semaines", "week", "weeks");
        put("months", "mois", "mois", "month", "months");
        put("years", "an", "ans", "year", "years");
        put("cycles", "cycle", "cycles", "cycle", "cycles");
        put("degrees", "degré", "degrés", "degree", "degrees");
        put("rpm", "tr/min", "tr/min", "rpm", "rpm");
        sign("celsius", "°C");
        sign("decibels", "dB");
        sign("hectopascals", "hPa");
        sign("kilometres", "km");
        sign("kilometres-per-hour", "km/h");
        sign("kwh", "kWh");
        sign("millimetres", "mm");
        sign("newton-metres", "N·m");
        sign("percent", "%");
        sign("watts", "W");
    }

    private static void put(String unit, String frOne, String frMany, String enOne, String enMany) {
        ALL.put(unit, new UnitName(frOne, frMany, enOne, enMany));
    }

    private static void sign(String unit, String sign) {
        put(unit, sign, sign, sign, sign);
    }

    /// The name of a unit of the vocabulary, also of one for each of another (`litres/day`); one that is not known here
    /// is called as it is written.
    public static UnitName of(String unit) {
        int slash = unit.indexOf('/');
        if (slash < 0) {
            return ALL.getOrDefault(unit, new UnitName(unit, unit, unit, unit));
        }
        UnitName of = of(unit.substring(0, slash));
        UnitName per = of(unit.substring(slash + 1) + "s");
        return new UnitName(
                of.frOne + "/" + per.frOne,
                of.frMany + "/" + per.frOne,
                of.enOne + "/" + per.enOne,
                of.enMany + "/" + per.enOne);
    }

    /// By the name that the vocabulary uses.
    public static Map<String, UnitName> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /// The name after a number.
    String after(BigDecimal number, Language language) {
        boolean one = isOne(number, language);
        return language.pick(one ? frOne : frMany, one ? enOne : enMany);
    }

    /// Whether a noun after the number stands in the singular: in French under two (0, 1 and 1,5), in English at one.
    static boolean isOne(BigDecimal number, Language language) {
        BigDecimal size = number.abs();
        return language == Language.FRENCH ? size.compareTo(BigDecimal.TWO) < 0 : size.compareTo(BigDecimal.ONE) == 0;
    }
}
