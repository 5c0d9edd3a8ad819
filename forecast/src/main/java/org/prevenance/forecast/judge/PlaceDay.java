package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One day of a place.
///
/// @param means mean loss of each method in their order; null where one never answered
public record PlaceDay(LocalDate day, long questions, List<@Nullable Double> means) {}
