package org.prevenance.expression;

import org.jspecify.annotations.Nullable;

/// The static type of an expression or indicator.
///
/// @param unit the unit of a whole or number (`bytes`, `days`), the currency of money where it is known from a literal;
///             null: none, or not known before the events are read
public record ValueType(Kind kind, @Nullable String unit) {
    /// How the raw `long` of a value is read. It differs from [org.prevenance.event.Raw] in one place: a `NUMBER` that
    /// an expression yields is the bits of a double (see [Numbers]), while an event's slot holds millionths.
    public enum Kind {
        WHOLE,
        NUMBER,
        MONEY,
        TIME,
        DATE,
        BOOL,
        TEXT,
        TEXTS,
        ID
    }

    public static ValueType of(Kind kind) {
        return new ValueType(kind, null);
    }
}
