package org.prevenance.sources;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;

/// What the first rows of a file show about one column.
///
/// @param sample   a value; empty where the column is
/// @param dates    patterns that read every value, the likeliest first; the empty pattern is ISO 8601; empty list: no
///                 dates
/// @param comma    whether numbers have a decimal comma
/// @param distinct whether no value comes twice
record ColumnProfile(
        String name,
        String sample,
        boolean number,
        boolean comma,
        boolean truth,
        List<String> dates,
        boolean distinct,
        int filled) {
    private static final List<String> PATTERNS = List.of(
            "",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd/MM/yyyy HH:mm:ss",
            "dd/MM/yyyy HH:mm",
            "MM/dd/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm",
            "dd-MM-yyyy",
            "dd.MM.yyyy",
            "dd.MM.yyyy HH:mm",
            "dd-MM-yyyy HH:mm:ss",
            "yyyy/MM/dd",
            "yyyy/MM/dd HH:mm:ss",
            "d/M/yyyy",
            "M/d/yyyy",
            "dd/MM/yy",
            "MM/dd/yy",
            "yyyyMMdd",
            "yyyyMMddHHmmss",
            "dd MMMM yyyy",
            "d MMM yyyy");
    private static final Set<String> TRUTHS =
            Set.of("true", "false", "yes", "no", "oui", "non", "0", "1", "o", "n", "y", "vrai", "faux");

    static ColumnProfile of(String name, List<String> values) {
        List<String> filled = values.stream().filter(value -> !value.isEmpty()).toList();
        Set<String> distinct = new HashSet<>(filled);
        boolean comma = all(filled, "-?[0-9]{1,3}([ \u00a0\u202f]?[0-9]{3})*(,[0-9]+)?([ \u00a0]?€)?")
                && filled.stream().anyMatch(value -> value.indexOf(',') >= 0);
        boolean number = comma || all(filled, "[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?([ \u00a0]?€)?");
        boolean truth =
                !filled.isEmpty() && filled.stream().allMatch(value -> TRUTHS.contains(value.toLowerCase(Locale.ROOT)));
        return new ColumnProfile(
                name,
                filled.isEmpty() ? "" : filled.getFirst(),
                number,
                comma,
                truth,
                dates(name, distinct),
                !filled.isEmpty() && distinct.size() == filled.size() && filled.size() == values.size(),
                filled.size());
    }

    private static boolean all(List<String> values, String regex) {
        return !values.isEmpty() && values.stream().allMatch(value -> value.matches(regex));
    }

    private static List<String> dates(String name, Set<String> values) {
        List<String> fitting = new ArrayList<>();
        if (values.isEmpty()) {
            return fitting;
        }
        boolean digits = values.stream().allMatch(value -> value.matches("[0-9]+"));
        boolean named = Words.fit(name, "time") > 0;
        if (digits && named && values.stream().allMatch(value -> value.length() == 10)) {
            return List.of("epoch-seconds");
        }
        if (digits && named && values.stream().allMatch(value -> value.length() == 13)) {
            return List.of("epoch-millis");
        }
        for (String pattern : PATTERNS) {
            if (!digits || pattern.startsWith("yyyyMM")) {
                DateReader reader = new DateReader(pattern.isEmpty() ? List.of() : List.of(pattern), utc());
                if (values.stream().allMatch(value -> reader.micros(value) != Raw.ABSENT)) {
                    fitting.add(pattern);
                }
            }
        }
        return fitting;
    }

    private static ZoneId utc() {
        return ZoneOffset.UTC;
    }

    boolean isDate() {
        return !dates.isEmpty();
    }

    /// The same with only the patterns that start so.
    ColumnProfile withDates(String start) {
        List<String> kept =
                dates.stream().filter(pattern -> pattern.startsWith(start)).toList();
        return new ColumnProfile(name, sample, number, comma, truth, kept, distinct, filled);
    }

    /// The pattern to write down; null for ISO 8601, which needs none, and for what is no date.
    @Nullable
    String pattern() {
        return dates.isEmpty() || dates.getFirst().isEmpty() ? null : dates.getFirst();
    }

    /// Whether the values leave open if the day or the month comes first.
    boolean isAmbiguous() {
        return dates.size() > 1
                && dates.getFirst().startsWith("d")
                && dates.stream().anyMatch(p -> p.startsWith("M"));
    }
}
