package org.prevenance.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.Scope;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal.Sentence;
import org.prevenance.playbook.Signal.Sentence.Hole;
import org.prevenance.playbook.Signal.Sentence.Part;
import org.prevenance.playbook.Signal.Sentence.Text;

/// Values as people read them, in French and English. The formats are written out here, so that they never depend on
/// the
/// machine's locale data.
public final class Words {
    /// The unit of texts that hold a sentence in French and one in English, with [Raw#ITEM_SEPARATOR] between.
    public static final String TOLD = "told";

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

    private final Program program;

    public Words(Program program) {
        this.program = program;
    }

    /// The sentence with its holes filled from the scope.
    public String tell(Sentence sentence, Scope scope, Language language) {
        StringBuilder told = new StringBuilder();
        for (Part part : sentence.parts()) {
            switch (part) {
                case Text(String text) -> told.append(text);
                case Hole(var expr, ValueType type) ->
                    told.append(format(expr.eval(scope), type, scope.currency(), language));
            }
        }
        return told.toString();
    }

    /// A raw value in words; a dash where there is none.
    public String format(long raw, ValueType type, int currency, Language language) {
        if (raw == Raw.ABSENT) {
            return "—";
        }
        return switch (type.kind()) {
            case WHOLE -> quantity(BigDecimal.valueOf(raw), type.unit(), language);
            case NUMBER -> quantity(rounded(Numbers.of(raw)), type.unit(), language);
            case MONEY -> money(BigDecimal.valueOf(raw, 6), currencyCode(type, currency), language);
            case DATE -> date(LocalDate.ofEpochDay(raw), language);
            case TIME -> time(ZoneDays.instant(raw).atZone(program.zone()), language);
            case BOOL -> language == Language.FR ? (raw == 1 ? "oui" : "non") : (raw == 1 ? "yes" : "no");
            case TEXT -> text(program.symbols().text(raw), type.unit(), language);
            case TEXTS -> program.symbols().text(raw).replace(String.valueOf(Raw.ITEM_SEPARATOR), ", ");
            case ID -> program.subjects().id((int) raw);
        };
    }

    /// A text; of one that is told in both languages, that of the reader.
    private static String text(String text, @Nullable String unit, Language language) {
        int apart = TOLD.equals(unit) ? text.indexOf(Raw.ITEM_SEPARATOR) : -1;
        return apart < 0 ? text : language == Language.FR ? text.substring(0, apart) : text.substring(apart + 1);
    }

    private String currencyCode(ValueType type, int currency) {
        String unit = type.unit();
        return currency >= 0 ? program.symbols().text(currency) : unit == null ? "" : unit;
    }

    private static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
        BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String quantity(BigDecimal value, @Nullable String unit, Language language) {
        if ("bytes".equals(unit)) {
            return bytes(value, language);
        }
        String number = grouped(value, language);
        return unit == null ? number : number + SPACE + unitName(unit, value, language);
    }

    private static String bytes(BigDecimal value, Language language) {
        boolean french = language == Language.FR;
        String[] names = french
                ? new String[] {value.abs().compareTo(BigDecimal.TWO) < 0 ? "octet" : "octets", "Ko", "Mo", "Go", "To"}
                : new String[] {value.compareTo(BigDecimal.ONE) == 0 ? "byte" : "bytes", "KB", "MB", "GB", "TB"};
        int step = 0;
        BigDecimal shown = value;
        BigDecimal thousand = BigDecimal.valueOf(1000);
        while (shown.abs().compareTo(thousand) >= 0 && step < names.length - 1) {
            shown = shown.movePointLeft(3);
            step++;
        }
        BigDecimal short1 =
                shown.setScale(step == 0 ? 0 : 1, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return grouped(short1.scale() < 0 ? short1.setScale(0) : short1, language) + SPACE + names[step];
    }

    private static String unitName(String unit, BigDecimal value, Language language) {
        boolean french = language == Language.FR;
        return switch (unit) {
            case "kwh" -> "kWh";
            case "litres" -> french ? "litres" : "litres";
            case "celsius" -> "°C";
            case "percent" -> "%";
            case "seconds" -> french ? "secondes" : "seconds";
            case "minutes" -> "minutes";
            case "days" -> french ? (value.abs().compareTo(BigDecimal.TWO) < 0 ? "jour" : "jours") : "days";
            default -> unit;
        };
    }

    /// An amount as people read it, and its currency: rounded to two digits after the point, below 1 (the price of a
    /// kilowatt-hour) to four, halves away from zero.
    public static String money(BigDecimal amount, String currency, Language language) {
        int digits = amount.abs().compareTo(BigDecimal.ONE) < 0 ? 4 : 2;
        BigDecimal shown = atLeastTwoDigits(amount.setScale(digits, RoundingMode.HALF_UP));
        if (language == Language.FR) {
            return grouped(shown, language) + SPACE + symbol(currency);
        }
        String sign = shown.signum() < 0 ? "-" : "";
        String symbol = symbol(currency);
        String gap = symbol.length() > 1 && Character.isLetter(symbol.charAt(symbol.length() - 1)) ? "" + SPACE : "";
        return sign + symbol + gap + grouped(shown.abs(), language);
    }

    /// The exact amount, with no fewer than two digits after the point.
    public static BigDecimal atLeastTwoDigits(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }

    private static String symbol(String currency) {
        return switch (currency) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> currency;
        };
    }

    private static String grouped(BigDecimal value, Language language) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder(value.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(language == Language.FR ? NARROW_SPACE : ',');
            }
            grouped.append(whole.charAt(i));
        }
        if (point >= 0) {
            grouped.append(language == Language.FR ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return grouped.toString();
    }

    /// `12 mars 2025`, `12 March 2025`.
    public static String date(LocalDate date, Language language) {
        boolean french = language == Language.FR;
        String day = french && date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        String month = (french ? MONTHS_FR : MONTHS_EN).get(date.getMonthValue() - 1);
        return day + " " + month + " " + date.getYear();
    }

    private static String time(ZonedDateTime time, Language language) {
        String clock = language == Language.FR
                ? String.format(Locale.ROOT, "%d h %02d", time.getHour(), time.getMinute())
                : String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
        return date(time.toLocalDate(), language) + ", " + clock;
    }
}
