package org.prevenance.cli;

/// Nothing could be read: exit 3.
final class NothingRead extends RuntimeException {
    NothingRead(String message) {
        super(message, null, false, false);
    }

    /// No event in a folder, or in any of several.
    static NothingRead in(Object folders) {
        return new NothingRead(
                "No events were found in (%s).\nMaybe name the folder that holds *.ndjson, *.json, *.csv or *.parquet files."
                        .formatted(folders));
    }
}
