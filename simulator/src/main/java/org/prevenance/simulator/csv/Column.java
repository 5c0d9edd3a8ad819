package org.prevenance.simulator.csv;

/// One column of an export.
///
/// @param header as it stands in the first line
/// @param path   where the cell's value stands in the event: `id`, `time`, `data.amount`, `data.lines.0.label`; `id of
///               subject` without its kind
/// @param kind   how it is written
record Column(String header, String path, Kind kind) {
    enum Kind {
        TEXT,
        NUMBER,
        BOOL,
        MONEY,
        DATE,
        TIME
    }

    static Column text(String header, String path) {
        return new Column(header, path, Kind.TEXT);
    }

    static Column number(String header, String path) {
        return new Column(header, path, Kind.NUMBER);
    }

    static Column bool(String header, String path) {
        return new Column(header, path, Kind.BOOL);
    }

    static Column money(String header, String path) {
        return new Column(header, path, Kind.MONEY);
    }

    static Column date(String header, String path) {
        return new Column(header, path, Kind.DATE);
    }

    static Column time(String header, String path) {
        return new Column(header, path, Kind.TIME);
    }

    /// The name of the field that it holds, without `data.`; empty if it holds none.
    String field() {
        return path.startsWith("data.") ? path.substring("data.".length()) : "";
    }
}
