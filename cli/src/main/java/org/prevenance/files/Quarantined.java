package org.prevenance.files;

import org.jspecify.annotations.Nullable;

/// One item that was not admitted.
///
/// @param file   relative to the folder checked
/// @param line   of a text file, or the number of the record, from 1
/// @param field  path of the field at fault (`data.amount.currency`); null where the whole item is broken
/// @param reason what is wrong and what was expected, in English
/// @param raw    the item as read, so that it can be mended and replayed
public record Quarantined(String file, long line, @Nullable String field, String reason, String raw) {}
