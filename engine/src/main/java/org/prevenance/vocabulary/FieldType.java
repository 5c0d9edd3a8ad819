package org.prevenance.vocabulary;

/// How a field is written in JSON and held in memory (see [org.prevenance.event.Raw]).
public enum FieldType {
    /// A JSON integer (`12`, also `12.0`).
    WHOLE,
    /// A JSON number with at most six digits after the point.
    NUMBER,
    /// `true` or `false`.
    BOOL,
    /// A JSON string.
    TEXT,
    /// `YYYY-MM-DD`.
    DATE,
    /// RFC 3339, or a date alone, which means the start of that day in the pack's zone.
    TIME,
    /// `{"amount": "29.99", "currency": "EUR"}`: two slots, millionths and currency.
    MONEY,
    /// The bare id of a subject, whose kind the field's name gives.
    ID,
    /// A list of strings, held as one symbol, items separated by [org.prevenance.event.Raw#ITEM_SEPARATOR].
    TEXTS,
    /// A list of objects; each part has a slot with the list of its values, held like [#TEXTS].
    ITEMS,
    /// One nested object; each part has a slot of its own type.
    GROUP,
    /// Any JSON value, held as its text (an object or list as its JSON).
    ANY
}
