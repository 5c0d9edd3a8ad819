package org.prevenance.forecast.judge;

import org.jspecify.annotations.Nullable;

/// How well one method did on the questions that it answered.
///
/// @param answered questions
/// @param days     on which it answered one
/// @param mean     loss: minutes of error, share of wrong choices, or cost of a question; null where it never answered
/// @param median   of minutes of error; null for other scales
/// @param close    share of answers within [Scale.Minutes#close]; null for other scales
/// @param near     share of answers within [Scale.Minutes#near]; null for other scales
public record MethodFigures(
        Label method,
        long answered,
        int days,
        @Nullable Figure mean,
        @Nullable Figure median,
        @Nullable Figure close,
        @Nullable Figure near) {}
