package org.prevenance.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How amounts, counts and dates are written for a person. The forms are our own and not those of the machine's locale
/// data, so that they are the same everywhere.
///
/// @param zone where days begin and end
public record Words(Language language, ZoneId zone) {
    private static final char NARROW_SPACE = '\u202f';
    private static final char SPACE = '\u00a0';
    private static final List<String> MONTHS_FR = List.of(
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
    private static final List<String> MONTHS_EN = List.of(
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
    public String pick(String fr, String en) {
        return language.pick(fr, en);
    }

    /// A count with its noun: `1 dossier`, `2 dossiers`.
    public String count(long number, String frenchOne, String frenchMany, String englishOne, String englishMany) {
        boolean one = UnitName.isOne(BigDecimal.valueOf(number), language);
        return whole(number) + " " + (one ? pick(frenchOne, englishOne) : pick(frenchMany, englishMany));
    }

    /// `1 234 567` or `1,234,567`.
    public String whole(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /// `1 234,5` or `1,234.5`, with so many digits after the point.
    public String number(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? "−" : "") + grouped(rounded.abs());
    }

    /// A number with its unit, if it has one: `12 kWh`, `1,5 Go`.
    public String quantity(BigDecimal value, @Nullable String unit) {
        if ("bytes".equals(unit)) {
            return bytes(value);
        }
        return unit == null ? grouped(value) : exact(value, unit);
    }

    /// All digits of a number, with its unit: `12 kWh`, `1 500 000 octets`.
    public String exact(BigDecimal value, String unit) {
        return grouped(value) + SPACE + UnitName.of(unit).after(value, language);
    }

    private String bytes(BigDecimal value) {
        String bytes = UnitName.of("bytes").after(value, language);
        List<String> names = language == Language.FRENCH
                ? List.of(bytes, "Ko", "Mo", "Go", "To")
                : List.of(bytes, "KB", "MB", "GB", "TB");
        int step = 0;
        BigDecimal shown = value;
        BigDecimal thousand = BigDecimal.valueOf(1000);
        while (shown.abs().compareTo(thousand) >= 0 && step < names.size() - 1) {
            shown = shown.movePointLeft(3);
            step++;
        }
        BigDecimal rounded = shown.setScale(step == 0 ? 0 : 1, RoundingMode.HALF_EVEN);
        return grouped(withoutZeros(rounded)) + SPACE + names.get(step);
    }

    /// `1 234,50 €` or `€1,234.50`; `12 points`. Rounded to two digits after the point.
    public String harm(Harm harm) {
        return amount(harm.amount(), harm.currency());
    }

    /// As [#harm].
    public String amount(BigDecimal amount, String currency) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        if (currency.equals(Harm.POINTS)) {
            BigDecimal points = withoutZeros(rounded);
            return grouped(points) + SPACE + (UnitName.isOne(points, language) ? "point" : "points");
        }
        return withSymbol(rounded, currency);
    }

    /// An amount or a price: rounded to two digits after the point, below 1 (the price of a kilowatt-hour) to four,
    /// halves away from zero.
    public String money(BigDecimal amount, String currency) {
        int digits = amount.abs().compareTo(BigDecimal.ONE) < 0 ? 4 : 2;
        return withSymbol(Harm.atLeastTwoDigits(amount.setScale(digits, RoundingMode.HALF_UP)), currency);
    }

    private String withSymbol(BigDecimal amount, String currency) {
        String symbol = symbol(currency);
        if (language == Language.FRENCH) {
            return grouped(amount) + SPACE + symbol;
        }
        String sign = amount.signum() < 0 ? "-" : "";
        String gap = symbol.length() > 1 && Character.isLetter(symbol.charAt(symbol.length() - 1)) ? "" + SPACE : "";
        return sign + symbol + gap + grouped(amount.abs());
    }

    private static String symbol(String currency) {
        return switch (currency) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> currency;
        };
    }

    private static BigDecimal withoutZeros(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String grouped(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder(value.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(language == Language.FRENCH ? NARROW_SPACE : ',');
            }
            grouped.append(whole.charAt(i));
        }
        if (point >= 0) {
            grouped.append(language == Language.FRENCH ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return grouped.toString();
    }

    /// The day of an instant: `12 mars 2025`, `1er mars 2025`, `12 March 2025`.
    public String date(Instant instant) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /// As [#date(Instant)].
    public String date(LocalDate date) {
        return date(date, language);
    }

    /// As [#date(Instant)].
    public static String date(LocalDate date, Language language) {
        boolean french = language == Language.FRENCH;
        String day = french && date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        String month = (french ? MONTHS_FR : MONTHS_EN).get(date.getMonthValue() - 1);
        return day + " " + month + " " + date.getYear();
    }

    /// `12 mars 2025, 9 h 05`, `12 March 2025, 09:05`.
    String time(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        String clock = String.format(Locale.ROOT, pick("%d h %02d", "%02d:%02d"), time.getHour(), time.getMinute());
        return date(time.toLocalDate()) + ", " + clock;
    }
}
