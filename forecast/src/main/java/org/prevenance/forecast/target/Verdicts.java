package org.prevenance.forecast.target;

import java.util.List;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Verdict;
import org.prevenance.forecast.model.Provenance;

/// What the judge found, as a model file keeps it.
public final class Verdicts {
    private Verdicts() {}

    /// For each place where the forecast may be shown or must keep silent, and why.
    public static List<Provenance.Verdict> of(Judgement judgement) {
        return judgement.places().stream()
                .map(place -> new Provenance.Verdict(
                        place.horizon().name(),
                        place.part().name(),
                        place.verdict().isShown(),
                        reason(place.verdict())))
                .toList();
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Shown() -> "better than every rival with certainty";
            case Verdict.Silent(var reasons) -> reasons.getFirst().en();
        };
    }
}
