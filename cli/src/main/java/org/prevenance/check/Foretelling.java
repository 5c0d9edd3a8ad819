package org.prevenance.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a model foretold for a run, and on which days it kept silent because the world was no longer the one that it
/// learnt from.
///
/// @param name     of the forecast, such as `platform`
/// @param learnt   only what is asked later can be foretold by its model
/// @param places   horizons and parts of the network where the judge shows it
/// @param made     forecasts that count as events
/// @param silences in order of days
public record Foretelling(
        String name, String titleFr, String titleEn, Instant learnt, int places, long made, List<Silence> silences) {
    public Foretelling {
        silences = List.copyOf(silences);
    }

    /// @param day       that the forecasts would have been about
    /// @param forecasts that were withheld
    /// @param code      of the reason, for programs: `plan-changed`, `errs-more`, `covers-less`
    /// @param fr        the reason, without capital and full stop
    /// @param en        the same in English
    public record Silence(LocalDate day, long forecasts, String code, String fr, String en) {}

    public long withheld() {
        return silences.stream().mapToLong(Silence::forecasts).sum();
    }
}
