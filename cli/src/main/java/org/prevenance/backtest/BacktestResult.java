package org.prevenance.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Foretelling;
import org.prevenance.files.Counts;
import org.prevenance.files.Quarantined;
import org.prevenance.measure.Bootstrap;
import org.prevenance.measure.Period;

/// What a backtest found.
///
/// @param period     null when nothing was admitted
/// @param main       the playbooks as they are; with [#comparison] the new ones
/// @param variations one for each value of [#varied], in order of writing
/// @param varied     what was varied; null: nothing
/// @param comparison how the main outcome differs from an older version; null: not asked for
/// @param forecasts  what models foretold for it, one for each
public record BacktestResult(
        Counts counts,
        List<Quarantined> quarantine,
        @Nullable Period period,
        Bootstrap bootstrap,
        Outcome main,
        @Nullable Varied varied,
        List<Outcome> variations,
        @Nullable Comparison comparison,
        List<Foretelling> forecasts) {
    public BacktestResult {
        quarantine = List.copyOf(quarantine);
        variations = List.copyOf(variations);
        forecasts = List.copyOf(forecasts);
    }

    /// A value of the playbooks that was varied.
    ///
    /// @param path    `usage_60d.over`
    /// @param present the value that the playbooks have
    public record Varied(String path, String present) {}
}
