package org.prevenance.forecast.judge;

import org.jspecify.annotations.Nullable;

/// The forecast beside one rival, on the questions that both answered.
///
/// @param shared     questions that both answered
/// @param days       on which there was one
/// @param forecast   mean loss of the forecast on them; null where there is none, as are those that follow
/// @param rivalLoss  mean loss of the rival on them
/// @param difference mean loss of the forecast less that of the rival: negative where the forecast is better
/// @param gain       by what share of the rival's loss the forecast is better; null too where the rival never errs
/// @param chance     how likely so large an advantage, or a larger one, would be if there were none (one-sided, by
///                   Student's law with one degree of freedom less than days, on the bootstrap's standard error); 1
/// where
///                   there is none
public record Difference(
        Label rival,
        long shared,
        int days,
        @Nullable Figure forecast,
        @Nullable Figure rivalLoss,
        @Nullable Figure difference,
        @Nullable Figure gain,
        double chance) {}
