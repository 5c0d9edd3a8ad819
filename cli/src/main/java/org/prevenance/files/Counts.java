package org.prevenance.files;

/// What became of the items read: `admitted + duplicates + quarantined = read`.
///
/// @param read          lines or records
/// @param duplicates    the same event again, by source and id
/// @param droppedFields fields of admitted events that the vocabulary does not declare
public record Counts(long read, long admitted, long duplicates, long quarantined, long droppedFields) {}
