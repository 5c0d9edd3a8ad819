package org.prevenance.sources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Writes the mapping of one file as YAML, indented as an item of `sources:`.
final class ProposedEntry {
    private final String file;
    private final TableSample sample;
    private final List<ColumnProfile> columns;
    private final EventGuess guess;
    private final List<String> lines = new ArrayList<>();

    ProposedEntry(String file, TableSample sample, List<ColumnProfile> columns, EventGuess guess) {
        this.file = file;
        this.sample = sample;
        this.columns = columns;
        this.guess = guess;
    }

    String text() {
        lines.add("  - files: " + quoted(file));
        if (!sample.parquet()) {
            layout();
        }
        writing();
        lines.add("    events:");
        lines.add("      - type: " + guess.type().name() + (guess.score() < 6 ? " # ? not sure" : ""));
        envelope();
        if (!guess.fields().isEmpty() || !guess.missing().isEmpty()) {
            lines.add("        data:");
            guess.fields().forEach((field, column) -> lines.add("          " + field(field, column)));
            guess.missing().forEach(field -> lines.add("          " + missing(field)));
        }
        return String.join("\n", lines);
    }

    private void layout() {
        if (sample.separator() != ',') {
            lines.add("    separator: " + (sample.separator() == '\t' ? "tab" : "\"" + sample.separator() + "\""));
        }
        if (!sample.encoding().equals(StandardCharsets.UTF_8)) {
            lines.add("    encoding: windows-1252 # the bytes are not UTF-8");
        }
        if (!sample.header()) {
            lines.add("    header: false # ? the first line looks like values");
        }
        if (sample.rowNames()) {
            lines.add("    # each row has one field more than the header, in front");
        }
        if (!sample.header() || sample.rowNames()) {
            lines.add("    columns: ["
                    + String.join(
                            ", ",
                            sample.columns().stream().map(ProposedEntry::quoted).toList()) + "]");
        }
    }

    private void writing() {
        if (columns.stream().anyMatch(ColumnProfile::comma)) {
            lines.add("    decimal: \",\"");
        }
        List<ColumnProfile> dated =
                usedDates().filter(column -> column.pattern() != null).toList();
        if (!dated.isEmpty()) {
            lines.add("    dates:");
            for (ColumnProfile column : dated) {
                String doubt = column.isAmbiguous()
                        ? " # ? day or month first: no value has a day above 12 (e.g. " + column.sample() + ")"
                        : "";
                lines.add("      " + quoted(column.name()) + ": " + column.pattern() + doubt);
            }
        }
    }

    private Stream<ColumnProfile> usedDates() {
        Stream<ColumnProfile> fields = guess.fields().entrySet().stream()
                .filter(entry -> SourcesProposal.isDate(entry.getKey()))
                .map(java.util.Map.Entry::getValue);
        return Stream.concat(Stream.ofNullable(guess.time()), fields)
                .filter(Objects::nonNull)
                .distinct();
    }

    private void envelope() {
        ColumnProfile id = guess.id();
        if (id != null) {
            lines.add("        id: " + quoted("{" + id.name() + "}"));
        }
        EventGuess.Subject subject = guess.subject();
        lines.add(
                subject == null
                        ? "        subject: " + quoted(guess.kind() + "/{column}")
                                + " # ? whom or what is a row about? No column looks like it"
                        : "        subject: "
                                + quoted(
                                        subject.kind() + "/{" + subject.column().name() + "}")
                                + sampled(subject.column()));
        ColumnProfile time = guess.time();
        lines.add(
                time == null
                        ? "        time: column # ? when did it happen? No column is a date"
                        : "        time: " + quoted(time.name()) + sampled(time));
    }

    private static String field(Field field, ColumnProfile column) {
        String name = quoted(column.name());
        if (field.type() == FieldType.MONEY) {
            boolean said = Words.has(column.name(), "eur", "euro", "euros", "ttc", "ht")
                    || column.sample().contains("€");
            String cents = Words.has(column.name(), "cents", "centimes") ? ", scale: 0.01" : "";
            return field.name() + ": {money: " + name + ", currency: EUR" + cents + "}" + sampled(column)
                    + (said ? "" : " ? which currency");
        }
        String scale = scale(field, column);
        return scale == null
                ? field.name() + ": " + name + sampled(column)
                : field.name() + ": {column: " + name + ", scale: " + scale + "}" + sampled(column) + " ? "
                        + field.unit();
    }

    /// What the column's unit must be multiplied with to be the field's, where its name says so.
    private static @Nullable String scale(Field field, ColumnProfile column) {
        return switch (field.name()) {
            case "bytes" ->
                Words.has(column.name(), "ko", "kb")
                        ? "1000"
                        : Words.has(column.name(), "mo", "mb")
                                ? "1000000"
                                : Words.has(column.name(), "go", "gb") ? "1000000000" : null;
            case "kwh" -> Words.has(column.name(), "wh") ? "0.001" : null;
            case "litres" -> Words.has(column.name(), "m3") ? "1000" : null;
            case "seconds" -> Words.has(column.name(), "minutes", "min") ? "60" : null;
            default -> null;
        };
    }

    private static String missing(Field field) {
        String values = field.values().isEmpty() ? "" : " (" + String.join(", ", field.values()) + ")";
        String form = field.type() == FieldType.MONEY ? "{money: column, currency: EUR}" : "column";
        return field.name() + ": " + form + " # ? required, and no column looks like it" + values;
    }

    private static String sampled(ColumnProfile column) {
        return " # " + SourcesProposal.shortened(SourcesProposal.oneLine(column.sample()));
    }

    /// In quotes where YAML could take the text for something else.
    private static String quoted(String text) {
        boolean plain =
                text.matches("[\\p{L}_][\\p{L}\\p{N}_ .-]*") && !text.matches("(?i)true|false|yes|no|on|off|null|y|n");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
