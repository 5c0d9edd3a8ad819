package org.prevenance.forecast.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.judge.Watch;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Predicted;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.TooLittle;
import org.prevenance.forecast.target.Verdicts;
import org.prevenance.forecast.target.Work;
import org.prevenance.text.Mistakes;

/// Foretells the platform of each train at each stop. Where the operator has announced it, there is nothing to
/// foretell.
public final class PlatformTarget implements Target {
    private static final Label PROMISE = Label.PROMISE.said("la voie publiée", "the published platform");
    private static final Label ESTIMATE = Label.ESTIMATE.said("la voie annoncée", "the announced platform");
    private static final Label LAST =
            new Label("last", "la dernière voie vue pour ce numéro", "the last platform seen for that number");
    private static final Label FREQUENT = new Label(
            "frequent", "la voie la plus fréquente pour ce numéro", "the most frequent platform of that number");
    private static final List<Label> METHODS = List.of(Label.FORECAST, PROMISE, ESTIMATE, LAST, FREQUENT);

    private static final int ENOUGH = 100;
    /// The share of the time that a model is judged on before it is learnt anew from all of it.
    private static final double JUDGED = 0.4;

    private final Declaration declaration;
    private final List<Horizon> horizons;

    private PlatformTarget(Declaration declaration, List<Horizon> horizons) {
        this.declaration = declaration;
        this.horizons = List.copyOf(horizons);
    }

    /// Reads what is its own in a declaration:
    ///
    /// ```yaml
    /// horizons: [24h, 2h, 60m, 20m]
    /// ```
    ///
    /// @return null where there is a mistake, which is added
    public static @Nullable PlatformTarget read(Declaration declaration, Mistakes mistakes) {
        declaration.rest().require("horizons");
        List<Horizon> horizons = Horizon.read(declaration.rest());
        declaration.rest().done();
        return mistakes.isEmpty() ? new PlatformTarget(declaration, horizons) : null;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Set<String> reads() {
        return Set.of("trip.planned", "trip.expected", "trip.called");
    }

    @Override
    public ModelFile train(Chronicle chronicle, Origin origin, long until, Work work) {
        long last = Math.min(until, lastKnown(chronicle));
        long first = chronicle.size() == 0 ? last : chronicle.known(0);
        long cut = last - (long) ((last - first) * JUDGED);
        Model early = learnt(chronicle, cut, work);
        Trial trial = trial(chronicle, new Span(cut, last), early, cut, last, work);
        Model model = learnt(chronicle, last, work);
        Map<String, Double> figures = new TreeMap<>();
        List<Provenance.Verdict> verdicts = List.of();
        if (trial.rows() > 0) {
            Judgement judgement = Judge.judge(trial);
            judgement.places().forEach(place -> tell(place, figures));
            verdicts = Verdicts.of(judgement);
        }
        Provenance provenance = new Provenance(
                declaration.name(),
                "platform",
                new Provenance.Data(
                        origin.source(),
                        ZoneDays.instant(first),
                        ZoneDays.instant(last),
                        model.rows(),
                        origin.licence()),
                Stream.of(Fact.values())
                        .map(fact -> fact.name().toLowerCase(java.util.Locale.ROOT))
                        .toList(),
                new TreeMap<>(Map.of("method", "conditional logit", "ridge", "2")),
                "",
                new TreeMap<>(figures),
                verdicts);
        return new ModelFile(provenance, new TreeMap<>(Map.of(Model.PART, model.bytes())));
    }

    private static void tell(Place place, Map<String, Double> figures) {
        String horizon = place.horizon().name();
        String part = place.part().name();
        place.all().methods().forEach(method -> {
            if (method.mean() != null && part.equals(Label.EVERYWHERE.name())) {
                figures.put(
                        horizon + " wrong " + method.method().name(),
                        method.mean().value());
            }
        });
    }

    private static long lastKnown(Chronicle chronicle) {
        if (chronicle.size() == 0) {
            throw new TooLittle(
                    "There is no train to learn platforms from.\nMaybe the folder has no trip.planned and trip.called events.");
        }
        return chronicle.known(chronicle.size() - 1);
    }

    private Model learnt(Chronicle chronicle, long until, Work work) {
        List<Examples> examples = horizons.stream().map(_ -> new Examples()).toList();
        Sample sample = Sample.of(chronicle);
        Walk walk = new Walk(chronicle, horizons, (call, horizon, at, facts) -> {
            if (sample.takes(call)) {
                examples.get(horizon).add(call, facts);
                if (sample.disguises(call)) {
                    facts.look(call, horizon, at, Views.changed(call, at, Sample.lot(call, horizon)));
                    examples.get(horizon).add(call, facts);
                }
            }
        });
        walk.until(until, work);
        List<Choice> choices = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < horizons.size(); i++) {
            Examples of = examples.get(i);
            of.settle(until);
            if (of.size() < ENOUGH) {
                throw new TooLittle(
                        "There are %d questions with a known platform %s before a train is due; %d are needed to learn.\nMaybe trip.called events name no platform, or the plans became known too late for this horizon."
                                .formatted(of.size(), horizons.get(i).name(), ENOUGH));
            }
            work.at("learning", i / (double) horizons.size());
            choices.add(Choice.learnt(of));
            rows += of.size();
        }
        return new Model(horizons, choices, rows);
    }

    @Override
    public Trial judge(Chronicle chronicle, Span span, @Nullable ModelFile model, Work work) {
        if (model != null && ZoneDays.micros(model.provenance().data().until()) > span.from()) {
            throw new NotForetold(
                    "The model has learnt from what was known until %s, and is to be judged from %s on.\nJudge it on later days, or without a model: then one is learnt from what was known before."
                            .formatted(model.provenance().data().until(), ZoneDays.instant(span.from())));
        }
        Model used = model == null ? learnt(chronicle, span.from(), work) : Model.of(model, horizons);
        long until = model == null
                ? span.from()
                : ZoneDays.micros(model.provenance().data().until());
        return trial(chronicle, span, used, until, Long.MAX_VALUE, work);
    }

    /// A question whose answer was not known by an instant is left out.
    ///
    /// @param learnt the model knows nothing that became known later
    private Trial trial(Chronicle chronicle, Span span, Model model, long learnt, long known, Work work) {
        List<Answer> answers = new ArrayList<>();
        Trial trial = new Trial(
                declaration.name(),
                Scale.Choice.PLATFORM,
                METHODS,
                horizons.stream().map(Horizon::label).toList());
        Answering answering =
                new Answering(model, new Span(learnt, span.until()), learnt, trial.watch(), days(chronicle), answer -> {
                    if (span.holds(answer.at())) {
                        answers.add(answer);
                    }
                });
        new Walk(chronicle, horizons, answering).until(known, work);
        Symbols symbols = chronicle.words().symbols();
        for (Answer answer : answers) {
            Call call = answer.call();
            if (call.platform != Call.NONE) {
                trial.add(
                                answer.at() / 1_000,
                                LocalDate.ofEpochDay(call.day),
                                horizons.get(answer.horizon()).name(),
                                symbols.text(call.stop.name),
                                call.platform,
                                answer.said())
                        .probability(answer.probability());
            }
        }
        return trial;
    }

    @Override
    public Predicted predict(Chronicle chronicle, ModelFile model, Span span, Work work) {
        Model used = Model.of(model, horizons);
        Provenance provenance = model.provenance();
        long until = ZoneDays.micros(provenance.data().until());
        ZoneDays days = days(chronicle);
        Watch watch = new Watch();
        List<Predicted.Due> due = new ArrayList<>();
        long[] answered = new long[1];
        Answering answering = new Answering(
                used, new Span(Math.min(until, span.from()), span.until()), until, watch, days, answer -> {
                    answered[0]++;
                    if (span.holds(answer.at())
                            && answer.platform() != Call.NONE
                            && isShown(answer, provenance, chronicle)) {
                        due.add(new Predicted.Due(foretold(answer, chronicle), answer.call().day));
                    }
                });
        new Walk(chronicle, horizons, answering).until(span.until() - 1, work);
        return Predicted.of(due, watch, days, answered[0]);
    }

    private boolean isShown(Answer answer, Provenance provenance, Chronicle chronicle) {
        String stop = chronicle.words().symbols().text(answer.call().stop.name);
        return provenance.allows(horizons.get(answer.horizon()).name(), stop);
    }

    private Foretold foretold(Answer answer, Chronicle chronicle) {
        Symbols symbols = chronicle.words().symbols();
        Call call = answer.call();
        String stop = symbols.text(call.stop.name);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("stop", stop);
        data.put("platform", symbols.text(call.stop.symbol(answer.platform())));
        data.put("probability", Math.round(answer.probability() * 1e4) / 1e4);
        data.put("model", declaration.name());
        return new Foretold(
                "forecast.platform", chronicle.words().subjects().name(call.trip.subject), answer.at(), stop, data);
    }

    private static ZoneDays days(Chronicle chronicle) {
        return new ZoneDays(chronicle.words().zone());
    }
}
