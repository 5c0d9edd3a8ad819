package org.prevenance.forecast.target;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;

/// Judges a forecast as it lives where it is learnt again every so often: it learns from what was known at an origin,
/// is asked about the days until the next, and learns again there (Tashman, *Out-of-sample tests of forecasting
/// accuracy*, 2000; Hyndman and Athanasopoulos, *Forecasting: principles and practice*, 5.10). All answers together
/// are one trial, so judging can begin early without wasting what comes to be known later.
///
/// @param days from one origin to the next, at least 1; calendar days in the zone of the chronicle
public record RollingOrigin(int days) {
    public RollingOrigin {
        if (days < 1) {
            throw new IllegalArgumentException("Learning again every %d days is not possible.".formatted(days));
        }
    }

    /// @param days such as `30d`; null is returned where it is no such text
    public static @Nullable RollingOrigin read(String days) {
        return days.matches("[1-9][0-9]{0,3}d")
                ? new RollingOrigin(Integer.parseInt(days, 0, days.length() - 1, 10))
                : null;
    }

    /// As [Target#judge] without a model, but learning again at each origin; the first is the start of the span.
    public Trial judge(Target target, Chronicle chronicle, Target.Span span, Work work) {
        Trial all = null;
        for (Target.Span one : spans(chronicle, span)) {
            String origin = ZoneDays.instant(one.from()).toString();
            Trial trial = target.judge(chronicle, one, null, (stage, share) -> work.at(origin + ": " + stage, share));
            if (all == null) {
                all = trial;
            } else {
                all.addAll(trial);
            }
        }
        if (all == null) {
            throw new NotForetold("There is no time to judge: it ends before it begins.");
        }
        all.relearnt(days);
        return all;
    }

    private List<Target.Span> spans(Chronicle chronicle, Target.Span span) {
        ZoneDays zone = new ZoneDays(chronicle.words().zone());
        List<Target.Span> spans = new ArrayList<>();
        for (long from = span.from(); from < span.until(); from = zone.plusDays(from, days)) {
            spans.add(new Target.Span(from, Math.min(zone.plusDays(from, days), span.until())));
        }
        return spans;
    }

    /// The second half of what was known by an instant: half to learn from, half to judge.
    public static Target.Span secondHalf(Chronicle chronicle, long until) {
        long start = chronicle.known(0);
        return new Target.Span(until - (until - start) / 2, until + 1);
    }

    /// As [Target#train], but the verdicts are those of [#judge] over the second half of the time.
    public ModelFile train(Target target, Chronicle chronicle, Target.Origin origin, long until, Work work) {
        Chronicle known = chronicle.until(until);
        Trial trial = judge(target, known, secondHalf(known, until), work);
        ModelFile model = target.train(chronicle, origin, until, work);
        return judged(model, trial);
    }

    private ModelFile judged(ModelFile model, Trial trial) {
        Judgement judgement = Judge.judge(trial);
        Provenance learnt = model.provenance();
        SortedMap<String, String> settings = new TreeMap<>(learnt.settings());
        settings.put("judged", "learnt again every %d days from %s on".formatted(days, judgement.from()));
        SortedMap<String, Double> figures = new TreeMap<>();
        for (Place place : judgement.places()) {
            String horizon = place.horizon().name();
            if (place.part().equals(judgement.parts().getFirst())) {
                place.all().methods().stream()
                        .filter(method -> method.mean() != null)
                        .forEach(method -> figures.put(
                                horizon + " " + method.method().name(),
                                method.mean().value()));
            }
        }
        Provenance provenance = new Provenance(
                learnt.forecast(),
                learnt.target(),
                learnt.data(),
                learnt.facts(),
                settings,
                learnt.library(),
                figures,
                Verdicts.of(judgement));
        return new ModelFile(provenance, model.parts());
    }
}
