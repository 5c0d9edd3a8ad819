package org.prevenance.intake;

import org.jspecify.annotations.Nullable;

/// Why one event is not admitted.
///
/// @param field  path of the attribute or field at fault (`time`, `data.lines[2].amount.currency`); null where the
/// whole
///               event is broken
/// @param reason what was found and what was expected, in plain English
public record Refusal(@Nullable String field, String reason) {}
