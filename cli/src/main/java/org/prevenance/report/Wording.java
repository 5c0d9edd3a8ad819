package org.prevenance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.prevenance.signal.Harm;

/// How amounts, counts and dates are written for a person. The forms are our own and not those of the machine's locale
/// data, so that a report is the same everywhere.
///
/// @param zone where days begin and end
record Wording(Language language, ZoneId zone) {
    private static final char NO_BREAK = '\u00a0';
    private static final List<String> FRENCH_MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");
    private static final List<String> ENGLISH_MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /// `fr` or `en`, whichever is spoken.
    String pick(String fr, String en) {
        return language.pick(fr, en);
    }

    /// A count with its noun: `1 dossier`, `2 dossiers`. French says one for zero, English does not.
    String count(long number, String frenchOne, String frenchMany, String englishOne, String englishMany) {
        boolean one = language == Language.FRENCH ? number < 2 : number == 1;
        return whole(number) + " " + (one ? pick(frenchOne, englishOne) : pick(frenchMany, englishMany));
    }

    /// `1 234 567` or `1,234,567`.
    String whole(long number) {
        return grouped(Long.toString(number));
    }

    /// `1 234,5` or `1,234.5`, with so many digits after the point.
    String number(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? "−" : "") + decimal(rounded.abs());
    }

    /// `1 234,50 €` or `€1,234.50`; `12 points`. Rounded to two digits after the point.
    String harm(Harm harm) {
        return amount(harm.amount(), harm.currency());
    }

    String amount(BigDecimal amount, String currency) {
        if (currency.equals(Tally.POINTS)) {
            return points(amount);
        }
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        String number = decimal(rounded.abs());
        String sign = rounded.signum() < 0 ? "-" : "";
        String symbol = symbol(currency);
        if (language == Language.FRENCH) {
            return sign + number + NO_BREAK + symbol;
        }
        return sign + symbol + (symbol.equals(currency) ? NO_BREAK : "") + number;
    }

    private String points(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        BigDecimal shown = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        double size = shown.abs().doubleValue();
        boolean one = language == Language.FRENCH ? size < 2 : size == 1;
        return (shown.signum() < 0 ? "-" : "") + decimal(shown.abs()) + NO_BREAK + (one ? "point" : "points");
    }

    /// `12 mars 2025`, `1er mars 2025`, `12 March 2025`.
    String date(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        int month = day.getMonthValue() - 1;
        String first = day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
        return language == Language.FRENCH
                ? first + " " + FRENCH_MONTHS.get(month) + " " + day.getYear()
                : day.getDayOfMonth() + " " + ENGLISH_MONTHS.get(month) + " " + day.getYear();
    }

    private String decimal(BigDecimal positive) {
        String plain = positive.toPlainString();
        int point = plain.indexOf('.');
        return point < 0
                ? grouped(plain)
                : grouped(plain.substring(0, point)) + pick(",", ".") + plain.substring(point + 1);
    }

    private String grouped(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        var text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > start; at -= 3) {
            text.insert(at, language == Language.FRENCH ? NO_BREAK : ',');
        }
        return text.toString();
    }

    private static String symbol(String currency) {
        return switch (currency) {
            case "EUR" -> "€";
            case "USD" -> "$";
            case "GBP" -> "£";
            default -> currency;
        };
    }
}
