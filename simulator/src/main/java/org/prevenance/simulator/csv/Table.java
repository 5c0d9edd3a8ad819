package org.prevenance.simulator.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One export: which events it holds, and in which columns.
///
/// @param file    its name
/// @param kind    of the subjects, `contract`
/// @param codes   the types that it holds, by the code that its code column shows; of a single type the code is empty
/// @param columns those of the fields; those of every event come before them
record Table(String file, Style style, String kind, Map<String, String> codes, List<Column> columns) {
    private static final String CODE = "code";

    Table {
        List<Column> all = new ArrayList<>(
                style == Style.OFFICE
                        ? List.of(
                                Column.text("N° mouvement", "id"),
                                Column.text("Système", "source"),
                                Column.text("Réf.", "subject"),
                                Column.time("Le", "time"),
                                Column.time("Saisi le", "recordedtime"))
                        : List.of(
                                Column.text("msg", "id"),
                                Column.text("platform", "source"),
                                Column.text(kind, "subject"),
                                Column.time("ts", "time"),
                                Column.time("received", "recordedtime")));
        if (codes.size() > 1) {
            all.add(Column.text(style == Style.OFFICE ? "Mouvement" : "kind", CODE));
        }
        all.addAll(columns);
        all.add(Column.text(style == Style.OFFICE ? "Remplace" : "replaces", "data.corrects"));
        all.add(Column.text(style == Style.OFFICE ? "Annule" : "cancels", "data.retracts"));
        columns = List.copyOf(all);
        codes = new TreeMap<>(codes);
    }

    Set<String> types() {
        return Set.copyOf(codes.values());
    }

    String header() {
        return line(columns.stream().map(Column::header).toList());
    }

    /// The row of an event.
    ///
    /// @throws IllegalStateException if the event has a field that no column holds: then the export would lose it
    String row(JsonLine event) {
        List<String> cells = new ArrayList<>();
        Set<String> left = new TreeSet<>(event.values().keySet());
        left.removeAll(Set.of("specversion", "type"));
        for (Column column : columns) {
            String path = column.kind() == Column.Kind.MONEY ? column.path() + ".amount" : column.path();
            left.remove(path);
            left.remove(column.path() + ".currency");
            cells.add(cell(column, path, event));
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(
                    "The export (%s) has no column for %s of %s.".formatted(file, left, event.text("type")));
        }
        return line(cells);
    }

    private String cell(Column column, String path, JsonLine event) {
        if (path.equals(CODE)) {
            return codes.entrySet().stream()
                    .filter(code -> code.getValue().equals(event.text("type")))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }
        String value = event.text(path);
        if (path.equals("subject")) {
            return value.substring(value.indexOf('/') + 1);
        }
        return value.isEmpty() ? "" : style.cell(column.kind(), value);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(style.separator);
            }
            String cell = cells.get(i);
            boolean quote = cell.indexOf(style.separator) >= 0 || cell.indexOf('"') >= 0;
            line.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return line.append('\n').toString();
    }

    /// The file's entry in `sources.yaml`.
    String yaml() {
        StringBuilder yaml = new StringBuilder("  - files: %s\n".formatted(file)).append(style.yaml());
        yaml.append("    events:\n");
        codes.forEach((code, type) -> event(code, type, yaml));
        return yaml.toString();
    }

    private void event(String code, String type, StringBuilder yaml) {
        yaml.append("      - type: %s\n".formatted(type));
        if (codes.size() > 1) {
            yaml.append("        when: {%s: %s}\n".formatted(header(CODE), code));
        }
        yaml.append("        id: \"%s\"\n".formatted(header("id")))
                .append("        source: \"{%s}\"\n".formatted(header("source")))
                .append("        subject: \"%s/{%s}\"\n".formatted(kind, header("subject")))
                .append("        time: \"%s\"\n".formatted(header("time")))
                .append("        recordedtime: \"%s\"\n".formatted(header("recordedtime")))
                .append("        corrects: \"%s\"\n".formatted(header("data.corrects")))
                .append("        retracts: \"%s\"\n".formatted(header("data.retracts")));
        Fields.write(type, columns, yaml);
    }

    private String header(String path) {
        return columns.stream()
                .filter(column -> column.path().equals(path))
                .findFirst()
                .orElseThrow()
                .header();
    }
}
