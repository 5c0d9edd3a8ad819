package org.prevenance.sources;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.sources.Mapping.Writing;
import org.prevenance.vocabulary.FieldType;

/// A [Value] made ready for the rows of one file. Not thread-safe.
final class CellReader {
    private final String[] texts;
    private final int[] cells;
    private final Map<String, String> map;
    private final @Nullable Scale scale;
    private final @Nullable String unit;
    private final DateReader dates;
    private final NumberText numbers;
    private final String place;
    private final String field;

    /// @param columns the number of a column by its name
    /// @param target  what is made of it (`time`, `data.amount`), for messages about what comes from no single column
    CellReader(Value value, ToIntFunction<String> columns, Writing writing, ZoneId zone, String target) {
        List<String> names = value.columns();
        this.cells = names.stream().mapToInt(columns).toArray();
        this.texts = switch (value.origin()) {
            case Value.Column _ -> new String[] {"", ""};
            case Value.Constant constant -> new String[] {constant.text()};
            case Value.Template template -> template.texts().toArray(String[]::new);
        };
        this.map = value.map();
        this.scale = value.scale();
        this.unit = value.unit();
        this.place = value.place();
        this.numbers = new NumberText(writing.decimal(), writing.thousands());
        this.field = names.size() == 1 ? names.getFirst() : target;
        List<String> patterns = value.dates().isEmpty() && !names.isEmpty()
                ? writing.dates(names.size() == 1 ? names.getFirst() : "*")
                : value.dates();
        this.dates = new DateReader(patterns, zone);
    }

    /// The text, mapped but not otherwise changed; null where there is none.
    @Nullable
    String text(@Nullable String[] row) throws RowRefused {
        String text = raw(row);
        if (map.isEmpty()) {
            return text;
        }
        String mapped = map.get(text == null ? "" : text);
        if (mapped == null) {
            mapped = text == null ? null : map.get("*");
        }
        if (mapped == null && text != null) {
            throw new RowRefused(field, RowRefused.found(text) + ", which the map at " + place + " does not name.");
        }
        return mapped == null || mapped.isEmpty() ? null : mapped;
    }

    private @Nullable String raw(@Nullable String[] row) {
        if (cells.length == 0) {
            return texts[0];
        }
        if (cells.length == 1 && texts[0].isEmpty() && texts[1].isEmpty()) {
            return row[cells[0]];
        }
        StringBuilder text = new StringBuilder(texts[0]);
        for (int i = 0; i < cells.length; i++) {
            String cell = row[cells[i]];
            if (cell == null) {
                return null;
            }
            text.append(cell).append(texts[i + 1]);
        }
        return text.toString();
    }

    /// The text as [org.prevenance.intake.EventDraft] wants it for this type; null where there is none.
    @Nullable
    String canonical(@Nullable String[] row, FieldType type) throws RowRefused {
        String text = text(row);
        return text == null
                ? null
                : switch (type) {
                    case WHOLE, NUMBER -> number(text);
                    case BOOL -> truth(text);
                    case DATE -> day(text);
                    case TIME -> DateReader.isoInstant(readable(dates.micros(text), text));
                    default -> text;
                };
    }

    /// Microseconds since 1970 UTC; [Raw#ABSENT] where there is no text.
    long micros(@Nullable String[] row) throws RowRefused {
        String text = text(row);
        return text == null ? Raw.ABSENT : readable(dates.micros(text), text);
    }

    /// A plain decimal, scaled; null where there is no text.
    @Nullable
    String amount(@Nullable String[] row) throws RowRefused {
        String text = text(row);
        return text == null ? null : number(text);
    }

    private String number(String text) throws RowRefused {
        String bare = unit != null && text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
        String plain = numbers.plain(bare);
        if (plain == null) {
            String expected = numbers.expected() + (unit == null ? "" : ", with or without " + unit);
            throw new RowRefused(field, RowRefused.found(text) + ", expected " + expected + ".");
        }
        return scale == null ? plain : scale.of(plain);
    }

    private String day(String text) throws RowRefused {
        return DateReader.isoDay(readable(dates.day(text), text));
    }

    private long readable(long read, String text) throws RowRefused {
        if (read == Raw.ABSENT) {
            throw new RowRefused(field, RowRefused.found(text) + ", expected " + dates.expected() + ".");
        }
        return read;
    }

    private String truth(String text) throws RowRefused {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1", "yes", "y", "oui", "o", "vrai" -> "true";
            case "false", "0", "no", "n", "non", "faux" -> "false";
            default ->
                throw new RowRefused(field, RowRefused.found(text) + ", expected true or false, yes or no, 1 or 0.");
        };
    }
}
