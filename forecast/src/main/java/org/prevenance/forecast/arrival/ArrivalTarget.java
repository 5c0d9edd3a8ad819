package org.prevenance.forecast.arrival;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.facts.Examples;
import org.prevenance.forecast.facts.Facts;
import org.prevenance.forecast.facts.Horizon;
import org.prevenance.forecast.facts.LeakFound;
import org.prevenance.forecast.facts.Leaks;
import org.prevenance.forecast.facts.Plans;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.MethodFigures;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.judge.Watch;
import org.prevenance.forecast.learn.Boosting;
import org.prevenance.forecast.learn.Intervals;
import org.prevenance.forecast.learn.Isotonic;
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

/// How late a trip will reach a stop: gradient boosting on facts known at the instant of the question, intervals that
/// hold four truths of five, and the probability of 15 minutes or more.
public final class ArrivalTarget implements Target {
    private static final double LEARNT_FIRST = 0.8;
    private static final int FEWEST = 500;
    private static final int CUTS = 3;

    private final Declaration declaration;
    private final ArrivalPlan plan;

    /// Reads the declaration; mistakes go to those of its form.
    public ArrivalTarget(Declaration declaration) {
        this.declaration = declaration;
        this.plan = ArrivalReader.read(declaration);
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Set<String> reads() {
        return Facts.reads();
    }

    @Override
    public ModelFile train(Chronicle chronicle, Origin origin, long until, Work work) {
        Trial trial = trial();
        SortedMap<String, byte[]> parts = new TreeMap<>();
        long rows = 0;
        long first = until;
        for (Horizon horizon : plan.horizons()) {
            Learnt learnt = learn(chronicle, horizon, until, trial, work);
            learnt.model().put(horizon.name(), parts);
            learnt.model().close();
            rows += learnt.rows();
            first = Math.min(first, learnt.from());
        }
        Judgement judgement = Judge.judge(trial);
        Provenance provenance = new Provenance(
                declaration.name(),
                "arrival",
                new Provenance.Data(
                        origin.source(), ZoneDays.instant(first), ZoneDays.instant(until), rows, origin.licence()),
                plan.facts().names(),
                settings(),
                Boosting.LIBRARY,
                figures(judgement),
                Verdicts.of(judgement));
        return new ModelFile(provenance, parts);
    }

    /// @param rows learnt from
    /// @param from when the first of them was asked
    private record Learnt(HorizonModel model, long rows, long from) {}

    private Learnt learn(Chronicle chronicle, Horizon horizon, long until, Trial trial, Work work) {
        ZoneDays days = new ZoneDays(chronicle.words().zone());
        work.at(horizon.en() + ": facts", 0);
        Examples examples = ask(
                        chronicle, List.of(horizon), new Facts.Asking(until, Long.MIN_VALUE, until, Plans.UNHEARD))
                .getFirst();
        work.at(horizon.en() + ": are all facts known in time?", 0.5);
        try {
            Leaks.refuse(plan.facts(), chronicle.until(until), horizon, examples, CUTS);
        } catch (LeakFound e) {
            throw new NotForetold(String.valueOf(e.getMessage()));
        }
        int[] rows = IntStream.range(0, examples.size())
                .filter(row -> !Double.isNaN(examples.late(row)))
                .toArray();
        if (rows.length < FEWEST) {
            throw new TooLittle(
                    "Only %d arrivals were known by %s with a plan and a question %s; %d are needed to learn from.\nMaybe name a folder with more trips, or a later --until."
                            .formatted(rows.length, ZoneDays.instant(until), horizon.en(), FEWEST));
        }
        long cut = days.start(days.day(examples.asked(rows[(int) (rows.length * LEARNT_FIRST)])));
        // what was not answered by the cut was not known then: the first model must not learn from it
        int[] before =
                IntStream.of(rows).filter(row -> examples.answered(row) <= cut).toArray();
        if (before.length == 0) {
            throw new TooLittle("All arrivals are of one day; at least two are needed to learn and to judge.");
        }
        Isotonic probability;
        Answers answers;
        try (HorizonModel tried = HorizonModel.learn(
                plan,
                horizon.name(),
                examples,
                before,
                chronicle.words().symbols(),
                share -> work.at(horizon.en() + ": learning, to be judged", share))) {
            answers = Answers.of(
                    tried,
                    examples,
                    row -> examples.asked(row) >= cut && !Double.isNaN(examples.late(row)),
                    chronicle.words().symbols(),
                    days);
            probability = probability(examples, answers);
        }
        enter(trial, horizon, examples, answers, chronicle, days);
        HorizonModel model = HorizonModel.learn(
                plan,
                horizon.name(),
                examples,
                rows,
                chronicle.words().symbols(),
                share -> work.at(horizon.en() + ": learning", share));
        List<Intervals.Score> recent = answers.scores().stream()
                .filter(score -> score.known() > until - Answers.WINDOW)
                .toList();
        work.at(horizon.en(), 1);
        return new Learnt(model.calibrated(probability, recent), rows.length, examples.asked(rows[0]));
    }

    private List<Examples> ask(Chronicle chronicle, List<Horizon> horizons, Facts.Asking asking) {
        try {
            return plan.facts().ask(chronicle, horizons, asking);
        } catch (LeakFound e) {
            throw new NotForetold(String.valueOf(e.getMessage()));
        }
    }

    private static Isotonic probability(Examples examples, Answers answers) {
        boolean[] happened = new boolean[answers.rows().length];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = examples.late(answers.rows()[i]) >= 15;
        }
        return Isotonic.fit(answers.late15(), happened);
    }

    private Trial trial() {
        List<Label> methods = new ArrayList<>(List.of(Label.FORECAST, Label.PROMISE));
        plan.rivals().forEach(rival -> methods.add(rival.label()));
        List<Label> horizons = plan.horizons().stream()
                .map(horizon -> new Label(horizon.name(), horizon.fr(), horizon.en()))
                .toList();
        return new Trial(declaration.name(), Scale.Minutes.ARRIVAL, methods, horizons, HorizonModel.LEVEL);
    }

    private void enter(
            Trial trial, Horizon horizon, Examples examples, Answers answers, Chronicle chronicle, ZoneDays days) {
        double[] said = new double[2 + plan.rivals().size()];
        for (int i = 0; i < answers.rows().length; i++) {
            int row = answers.rows()[i];
            said[0] = answers.middle()[i];
            said[1] = 0; // the timetable
            for (int rival = 0; rival < plan.rivals().size(); rival++) {
                Integer fact = plan.rivals().get(rival).facts().get(horizon.name());
                said[2 + rival] = fact == null ? Double.NaN : examples.fact(row, fact);
            }
            trial.add(
                            examples.asked(row) / 1_000,
                            LocalDate.ofEpochDay(days.day(examples.departure(row))),
                            horizon.name(),
                            part(examples, row, chronicle),
                            examples.late(row),
                            said.clone())
                    .interval(answers.low()[i], answers.high()[i])
                    .probability(answers.late15()[i])
                    .away((examples.planned(row) - examples.asked(row)) / (double) Raw.MINUTE + examples.late(row));
        }
    }

    private String part(Examples examples, int row, Chronicle chronicle) {
        int symbol = switch (plan.part()) {
            case FROM -> examples.from(row);
            case TO -> examples.to(row);
            case OPERATOR -> examples.operator(row);
        };
        return symbol < 0 ? "?" : chronicle.words().symbols().text(symbol);
    }

    @Override
    public Trial judge(Chronicle chronicle, Span span, @Nullable ModelFile model, Work work) {
        ModelFile file = model != null ? model : train(chronicle, new Origin("", null), span.from(), work);
        long until = ZoneDays.micros(file.provenance().data().until());
        if (until > span.from()) {
            throw new NotForetold(
                    "The model learnt from what was known by %s; a judgement from %s on would be of what it has seen.\nMaybe judge later days, or train with --until %s."
                            .formatted(
                                    ZoneDays.instant(until),
                                    ZoneDays.instant(span.from()),
                                    ZoneDays.instant(span.from())));
        }
        Trial trial = trial();
        ZoneDays days = new ZoneDays(chronicle.words().zone());
        work.at("facts", 0);
        Plans plans = new WatchedPlans(trial.watch(), days);
        List<Examples> all =
                ask(chronicle, plan.horizons(), new Facts.Asking(Long.MAX_VALUE, until, span.until() - 1, plans));
        for (int i = 0; i < all.size(); i++) {
            Horizon horizon = plan.horizons().get(i);
            Examples examples = all.get(i);
            work.at(horizon.en() + ": judging", 0.5);
            Answers answers = answers(file, horizon, examples, until, chronicle, days);
            answers.tell(trial.watch(), examples, until, days);
            enter(trial, horizon, examples, within(answers, examples, span), chronicle, days);
            work.at(horizon.en(), 1);
        }
        return trial;
    }

    /// All that is said after the model was learnt, so that each day's intervals rest on the days before.
    private Answers answers(
            ModelFile file, Horizon horizon, Examples examples, long until, Chronicle chronicle, ZoneDays days) {
        mustKnowTheFacts(file);
        try (HorizonModel model = HorizonModel.of(horizon.name(), file, plan)) {
            return Answers.of(
                    model,
                    examples,
                    row -> examples.asked(row) >= until,
                    chronicle.words().symbols(),
                    days);
        } catch (IllegalArgumentException e) {
            throw new NotForetold(String.valueOf(e.getMessage()));
        }
    }

    private void mustKnowTheFacts(ModelFile file) {
        if (!file.provenance().facts().equals(plan.facts().names())) {
            throw new NotForetold(
                    "The model learnt from other facts than those now declared in (%s).\nMaybe train it again."
                            .formatted(declaration.file().file()));
        }
    }

    /// Those asked within the span; for a judgement only the answered ones.
    private static Answers within(Answers all, Examples examples, Span span) {
        int[] kept = IntStream.range(0, all.rows().length)
                .filter(i -> span.holds(examples.asked(all.rows()[i])) && !Double.isNaN(examples.late(all.rows()[i])))
                .toArray();
        return new Answers(
                IntStream.of(kept).map(i -> all.rows()[i]).toArray(),
                pick(all.middle(), kept),
                pick(all.low(), kept),
                pick(all.high(), kept),
                pick(all.late15(), kept),
                all.scores());
    }

    private static double[] pick(double[] from, int[] kept) {
        return IntStream.of(kept).mapToDouble(i -> from[i]).toArray();
    }

    @Override
    public Predicted predict(Chronicle chronicle, ModelFile model, Span span, Work work) {
        long until = ZoneDays.micros(model.provenance().data().until());
        long from = Math.min(until, span.from());
        ZoneDays days = new ZoneDays(chronicle.words().zone());
        Watch watch = new Watch();
        List<Predicted.Due> due = new ArrayList<>();
        long answered = 0;
        work.at("facts", 0);
        Plans plans = new WatchedPlans(watch, days);
        List<Examples> all =
                ask(chronicle, plan.horizons(), new Facts.Asking(span.until() - 1, from, span.until() - 1, plans));
        for (int place = 0; place < all.size(); place++) {
            Horizon horizon = plan.horizons().get(place);
            Examples examples = all.get(place);
            work.at(horizon.en() + ": foretelling", 0.5);
            Answers answers = answers(model, horizon, examples, from, chronicle, days);
            answers.tell(watch, examples, until, days);
            answered += answers.rows().length;
            for (int i = 0; i < answers.rows().length; i++) {
                int row = answers.rows()[i];
                if (span.holds(examples.asked(row))
                        && model.provenance().allows(horizon.name(), part(examples, row, chronicle))) {
                    due.add(new Predicted.Due(
                            foretold(examples, answers, i, model, chronicle), days.day(examples.departure(row))));
                }
            }
            work.at(horizon.en(), 1);
        }
        return Predicted.of(due, watch, days, answered);
    }

    private Foretold foretold(Examples examples, Answers answers, int i, ModelFile model, Chronicle chronicle) {
        int row = answers.rows()[i];
        double minutes = round(answers.middle()[i], 10);
        Map<String, Object> data = new LinkedHashMap<>();
        String stop = chronicle.words().symbols().text(examples.to(row));
        data.put("stop", stop);
        data.put("arrival", ZoneDays.instant(examples.planned(row) + Math.round(minutes * 60) * 1_000_000L));
        data.put("minutes", minutes);
        if (!Double.isNaN(answers.low()[i])) {
            data.put("low", round(answers.low()[i], 10));
            data.put("high", round(answers.high()[i], 10));
        }
        data.put("late15", round(answers.late15()[i], 1000));
        data.put("model", declaration.name() + " " + model.provenance().data().until());
        return new Foretold(
                "forecast.arrival",
                chronicle.words().subjects().name(examples.subject(row)),
                examples.asked(row),
                stop,
                data);
    }

    private static double round(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }

    private SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("middle", plan.middle().words());
        settings.put("spread", plan.spread().words());
        settings.put("seed", String.valueOf(plan.middle().seed()));
        settings.put("interval", "%s, conformalized quantile regression, 21 days".formatted(HorizonModel.LEVEL));
        return settings;
    }

    private static SortedMap<String, Double> figures(Judgement judgement) {
        SortedMap<String, Double> figures = new TreeMap<>();
        for (Place place : judgement.places()) {
            if (place.part().equals(Label.EVERYWHERE) || judgement.parts().size() == 1) {
                for (MethodFigures method : place.all().methods()) {
                    if (method.mean() != null) {
                        String name =
                                place.horizon().name() + " " + method.method().name();
                        figures.put(name + " mean absolute error", method.mean().value());
                    }
                }
            }
        }
        return figures;
    }
}
