package org.prevenance.sources;

/// A mapping that uses a column which the file has not.
final class UnknownColumn extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;

    UnknownColumn(String column, String message) {
        super(message);
        this.column = column;
    }

    String column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
