package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.List;

/// What the judge found.
///
/// @param name      of the forecast
/// @param level     the share of truths that the forecast's intervals should hold
/// @param methods   the first is the forecast
/// @param parts     [Label#EVERYWHERE], then by name; where the trial knows one part only, that part alone
/// @param questions asked
/// @param from      first day judged
/// @param until     last day judged
/// @param days      with at least one question
/// @param worstDays in order of date
/// @param places    each horizon in the order of the trial, and in each the parts in their order; those without a
///                  question are left out
/// @param etas      of each method, over the whole network; empty where no question was asked shortly before an arrival
public record Judgement(
        String name,
        Scale scale,
        double level,
        List<Label> methods,
        List<Label> horizons,
        List<Label> parts,
        long questions,
        LocalDate from,
        LocalDate until,
        int days,
        List<LocalDate> worstDays,
        Rules rules,
        List<Place> places,
        List<Eta> etas) {
    public Judgement {
        methods = List.copyOf(methods);
        horizons = List.copyOf(horizons);
        parts = List.copyOf(parts);
        worstDays = List.copyOf(worstDays);
        places = List.copyOf(places);
        etas = List.copyOf(etas);
    }

    /// Whether the forecast may be shown. A part or a horizon that was never judged is silent: that it does well
    /// elsewhere proves nothing there.
    public Verdict verdict(String horizon, String part) {
        for (Place place : places) {
            if (place.horizon().name().equals(horizon) && place.part().name().equals(part)) {
                return place.verdict();
            }
        }
        return new Verdict.Silent(List.of(new Reason.NeverJudged()));
    }
}
