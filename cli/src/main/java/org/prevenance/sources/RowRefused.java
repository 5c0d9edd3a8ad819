package org.prevenance.sources;

import org.jspecify.annotations.Nullable;

/// A cell that cannot be used; carries what [org.prevenance.files.RowSink#refused] is told. Has no stack trace: it is
/// expected wherever people keep tables.
final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    RowRefused(@Nullable String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    @Nullable
    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /// `Found "abc"`, shortened where it is long.
    static String found(String text) {
        return "Found \"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
    }
}
