package org.prevenance.sources;

import java.nio.charset.Charset;
import java.nio.file.PathMatcher;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one entry of `sources.yaml` says: which files, how they are written, which events each row is.
///
/// @param place where it begins, `sources.yaml:2`
record Mapping(
        List<PathMatcher> files,
        @Nullable Format format,
        Layout layout,
        Writing writing,
        List<EventMapping> events,
        String place) {
    enum Format {
        CSV,
        PARQUET
    }

    /// How a CSV file is laid out.
    ///
    /// @param columns the names of the columns of a file without a header line
    /// @param skip    how many lines stand before the header or the first row
    record Layout(char separator, char quote, Charset encoding, boolean header, List<String> columns, int skip) {}

    /// How values are written.
    ///
    /// @param thousands what stands between groups of digits; `\0`: nothing
    /// @param dates     patterns by column; those under `*` are for all others
    /// @param zone      of dates and times that name none; null: the zone that the caller gives
    /// @param empty     texts that mean no value, besides the empty text
    record Writing(
            char decimal,
            char thousands,
            Map<String, List<String>> dates,
            @Nullable ZoneId zone,
            Set<String> empty) {
        static final Writing PLAIN = new Writing('.', '\0', Map.of(), null, Set.of());

        List<String> dates(String column) {
            List<String> own = dates.get(column);
            return own != null ? own : dates.getOrDefault("*", List.of());
        }
    }

    /// One event per row that fits.
    ///
    /// @param id     null: a hash of the row's content
    /// @param source null: `urn:file:` and the file's name without its extensions
    /// @param known  when it became known (`recordedtime`); null: when it happened
    /// @param data   field path (`amount`, `rules.minAge`) to where its value comes from
    /// @param json   a column whose cell is the data as a JSON object; null: none
    record EventMapping(
            Value type,
            @Nullable Value id,
            @Nullable Value source,
            Value subject,
            Value time,
            @Nullable Value known,
            @Nullable Value corrects,
            @Nullable Value retracts,
            List<Condition> when,
            Map<String, FieldSource> data,
            @Nullable String json,
            String place) {}

    /// That a cell is, or is not, one of these texts; `*` stands for any text but none.
    record Condition(String column, Set<String> texts, boolean wanted, String place) {
        boolean holds(@Nullable String cell) {
            boolean found = cell == null ? texts.contains("") : texts.contains(cell) || texts.contains("*");
            return found == wanted;
        }
    }
}
