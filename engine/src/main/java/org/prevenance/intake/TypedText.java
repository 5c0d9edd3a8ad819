package org.prevenance.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.vocabulary.FieldType;

/// Single values in their text form, and the words in which a wrong one is refused.
final class TypedText {
    private TypedText() {}

    /// The raw form of a number, truth value, date or time; absent where the text is none of that type.
    static long raw(FieldType type, String text, ZoneDays days) {
        return switch (type) {
            case WHOLE -> Scalars.whole(text);
            case NUMBER -> Scalars.decimalMicros(text);
            case BOOL -> text.equals("true") ? 1 : text.equals("false") ? 0 : Raw.ABSENT;
            case DATE -> Scalars.epochDay(text);
            case TIME -> time(text, days);
            default -> throw new IllegalArgumentException("Values of type (" + type + ") are not single.");
        };
    }

    /// An RFC 3339 instant, or a date alone: the start of that day in the zone.
    private static long time(String text, ZoneDays days) {
        long day = Scalars.epochDay(text);
        return day == Raw.ABSENT ? Scalars.instantMicros(text) : days.start(day);
    }

    /// Why a text is no money of the form `29.99 EUR`, or null.
    static @Nullable Refusal moneyFault(String text, String path) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return new Refusal(path, Found.text(text) + ", expected an amount and a currency, such as 29.99 EUR.");
        }
        Refusal refusal = amountFault(text.substring(0, space), path + ".amount");
        return refusal != null ? refusal : currencyFault(text.substring(space + 1), path + ".currency");
    }

    static @Nullable Refusal amountFault(String amount, String path) {
        if (Scalars.decimalMicros(amount) != Raw.ABSENT) {
            return null;
        }
        String expected = isNumber(amount) ? "an amount below 9.2e12" : "a decimal number as text, such as \"29.99\"";
        return new Refusal(path, Found.text(amount) + ", expected " + expected + ".");
    }

    static @Nullable Refusal currencyFault(String currency, String path) {
        boolean capitals = currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return capitals
                ? null
                : new Refusal(path, Found.text(currency) + ", expected three capital letters, such as EUR.");
    }

    /// The refusal of a text that is no value of this type.
    static Refusal refusal(FieldType type, String text, String path) {
        return new Refusal(path, Found.text(text) + ", expected " + expected(type, isNumber(text)) + ".");
    }

    private static String expected(FieldType type, boolean number) {
        return switch (type) {
            case WHOLE ->
                number ? "a number without a fraction, of at most " + Long.MAX_VALUE : "a whole number, such as 12";
            case NUMBER -> number ? "a number below 9.2e12" : "a number, such as 12.5";
            case BOOL -> "true or false";
            case DATE -> "a day of the calendar, such as 2025-03-04";
            case TIME -> "a time by RFC 3339, such as 2025-03-04T23:59:00+01:00, or a date";
            default -> "another value";
        };
    }

    private static boolean isNumber(String text) {
        byte[] b = text.getBytes(StandardCharsets.US_ASCII);
        return Scalars.isNumber(b, 0, b.length);
    }
}
