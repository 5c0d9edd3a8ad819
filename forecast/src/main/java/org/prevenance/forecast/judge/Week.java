package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One week of a place.
///
/// @param monday  its first day, on which there need not be a question
/// @param means   mean loss of each method in their order; null where one never answered
/// @param covered share of truths inside of the forecast's interval; null where there was none
public record Week(
        LocalDate monday,
        long questions,
        List<@Nullable Figure> means,
        @Nullable Figure covered) {}
