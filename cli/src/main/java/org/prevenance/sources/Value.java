package org.prevenance.sources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one text of an event comes from in a row, and how it is changed on the way.
///
/// @param map   texts to texts, by the text as read; the key `*` stands for all others; empty: no map
/// @param scale what a number is multiplied with, exactly; null: nothing
/// @param unit  what stands behind a number and is let go, `%`; null: nothing
/// @param dates patterns that go before those of the mapping; empty: none
/// @param place where it is written, `sources.yaml:12`
record Value(
        Origin origin,
        Map<String, String> map,
        @Nullable Scale scale,
        @Nullable String unit,
        List<String> dates,
        String place) {
    Value {
        map = Map.copyOf(map);
        dates = List.copyOf(dates);
    }

    /// What the text is before it is changed.
    sealed interface Origin {}

    /// The cell in the column with this name.
    record Column(String name) implements Origin {}

    /// Always the same.
    record Constant(String text) implements Origin {}

    /// Texts and cells in turn: `texts[0] cells[0] texts[1] … texts[n]`. Empty where one of the cells is.
    record Template(List<String> texts, List<String> cells) implements Origin {
        Template {
            texts = List.copyOf(texts);
            cells = List.copyOf(cells);
        }
    }

    static Value of(Origin origin, String place) {
        return new Value(origin, Map.of(), null, null, List.of(), place);
    }

    /// The names of the columns that it reads.
    List<String> columns() {
        return switch (origin) {
            case Column column -> List.of(column.name());
            case Constant _ -> List.of();
            case Template template -> template.cells();
        };
    }
}
