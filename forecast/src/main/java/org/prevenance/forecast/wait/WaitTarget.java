package org.prevenance.forecast.wait;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
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

/// The wait of somebody who joins a line and cannot be answered at once, in minutes.
///
/// A question is asked of each such caller when it becomes known that they joined; its truth is the wait of those who
/// were answered. Who hung up, or chose to be called back, has no truth: their wait is only known to be longer than
/// what
/// they waited. They are left out for every method alike, and how many they were is told.
public final class WaitTarget implements Target {
    private static final String MODEL = "waits.tsv";
    private static final double JUDGED = 0.25;

    /// The mean wait of the last hour, as boards show it.
    private static final Label LAST_HOUR =
            Label.PERSISTENCE.said("l’attente moyenne de la dernière heure", "the average of the last hour");

    private static final Label TOLD = Label.PROMISE.said("ce que dit le standard", "what the telephone system says");
    private static final Label LAST_CALLER =
            new Label("last-caller", "l’attente du dernier appelant", "the wait of the last caller");
    private static final Label FIRST_IN_LINE =
            new Label("first-in-line", "l’attente du premier de la file", "the wait so far of the first in line");
    private static final Label USUAL =
            Label.HISTORY.said("l’attente habituelle à cette heure", "what is usual at this hour");
    private static final Label LONG_RUN =
            new Label("long-run", "la formule sans regarder la file", "the formula that does not look at the line");
    private static final Scale SCALE = new Scale.Minutes(1, 3, Double.NaN);
    private static final List<Label> METHODS =
            List.of(Label.FORECAST, TOLD, LAST_HOUR, LAST_CALLER, FIRST_IN_LINE, USUAL, LONG_RUN);

    private static final Label FEW = new Label("0-4", "0 à 4 personnes devant", "0 to 4 people ahead");
    private static final Label MANY = new Label("5+", "5 personnes devant ou plus", "5 people ahead or more");

    private final Declaration declaration;

    private WaitTarget(Declaration declaration) {
        this.declaration = declaration;
    }

    /// There is nothing to declare besides its name; anything else is a mistake.
    public static WaitTarget of(Declaration declaration) {
        declaration.rest().done();
        return new WaitTarget(declaration);
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Set<String> reads() {
        return Walk.READS;
    }

    @Override
    public ModelFile train(Chronicle chronicle, Origin origin, long until, Work work) {
        long from = chronicle.known(0);
        long judged = until - (long) ((until - from) * JUDGED);
        work.at("judging", 0);
        Asked asked = ask(chronicle, new Span(judged, until + 1), WaitModel.learn(chronicle, judged), judged);
        if (asked.trial.rows() == 0) {
            throw new TooLittle(
                    "Nobody waited and was answered in the last quarter of the time: there is nothing to judge by.");
        }
        Judgement judgement = Judge.judge(asked.trial);
        work.at("learning", 0.6);
        WaitModel model = WaitModel.learn(chronicle, until + 1);
        TreeMap<String, byte[]> parts = new TreeMap<>();
        parts.put(MODEL, model.bytes(chronicle.words().subjects()));
        work.at("done", 1);
        Provenance.Data data =
                new Provenance.Data(origin.source(), instant(from), instant(until), model.examples(), origin.licence());
        return new ModelFile(
                new Provenance(
                                declaration.name(),
                                "wait",
                                data,
                                List.of(
                                        "waiting",
                                        "callbacks",
                                        "talking",
                                        "advisers",
                                        "roster",
                                        "patience",
                                        "conversation"),
                                new TreeMap<>(Map.of("formula", "QLap, corrected by point")),
                                "",
                                new TreeMap<>(),
                                List.of())
                        .judged(asked.figures(), Verdicts.of(judgement)),
                parts);
    }

    @Override
    public Trial judge(Chronicle chronicle, Span span, @Nullable ModelFile model, Work work) {
        if (model != null && micros(model.provenance().data().until()) >= span.from()) {
            throw new NotForetold(
                    "The model was trained on what was known until %s, after the start of the days to be judged."
                            .formatted(model.provenance().data().until()));
        }
        work.at("judging", 0);
        WaitModel learnt = model == null ? WaitModel.learn(chronicle, span.from()) : read(model, chronicle);
        long from =
                model == null ? span.from() : micros(model.provenance().data().until()) + 1;
        Trial trial = ask(chronicle, span, learnt, from).trial;
        work.at("done", 1);
        return trial;
    }

    @Override
    public Predicted predict(Chronicle chronicle, ModelFile model, Span span, Work work) {
        WaitModel learnt = read(model, chronicle);
        long until = micros(model.provenance().data().until());
        ZoneDays days = new ZoneDays(chronicle.words().zone());
        Map<String, Boolean> allowed = new HashMap<>();
        Map<Long, Facts> open = new HashMap<>();
        Watch watch = new Watch();
        List<Predicted.Due> due = new ArrayList<>();
        long[] answers = new long[1];
        new Walk(chronicle, learnt.habits(), new Walk.Visitor() {
                    @Override
                    public void asked(Facts facts) {
                        if (facts.at() < Math.min(until, span.from())) {
                            return;
                        }
                        Correction.Told told = learnt.told(facts);
                        if (told == null) {
                            return;
                        }
                        answers[0]++;
                        if (facts.at() > until) {
                            open.put(facts.contact(), facts);
                        }
                        boolean shown = allowed.computeIfAbsent(
                                horizon(facts.ahead()).name() + " " + facts.point(), _ -> isShown(facts));
                        if (shown && span.holds(facts.at())) {
                            due.add(new Predicted.Due(foretold(chronicle, facts, told), days.day(facts.at())));
                        }
                    }

                    private boolean isShown(Facts facts) {
                        String point = chronicle.words().subjects().id(facts.point());
                        return model.provenance().allows(horizon(facts.ahead()).name(), point);
                    }

                    @Override
                    public void answered(long contact, double waited, long known) {
                        Facts facts = open.remove(contact);
                        if (facts != null) {
                            tell(watch, Watch.knownOn(days, known), facts, learnt.told(facts), waited);
                        }
                    }

                    @Override
                    public void gaveUp(long contact, double waited) {
                        open.remove(contact);
                    }

                    @Override
                    public void dropped(long contact) {
                        open.remove(contact);
                    }
                })
                .until(span.until());
        work.at("done", 1);
        return Predicted.of(due, watch, days, answers[0]);
    }

    /// Tells the watch how what was foretold came out.
    private static void tell(Watch watch, long knownOn, Facts facts, Correction.@Nullable Told told, double waited) {
        if (told != null) {
            watch.answered(
                    knownOn,
                    SCALE.loss(told.seconds() / 60, waited / 60),
                    SCALE.loss(facts.announced() / 60, waited / 60));
            watch.covered(knownOn, told.low() <= waited && waited <= told.high());
        }
    }

    private Foretold foretold(Chronicle chronicle, Facts facts, Correction.Told told) {
        Subjects subjects = chronicle.words().subjects();
        String contact = chronicle.words().symbols().text(facts.contact());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("seconds", Math.round(told.seconds()));
        data.put("low", Math.round(told.low()));
        data.put("high", Math.round(told.high()));
        data.put("model", declaration.name());
        data.put("contact", contact);
        data.put("pointId", subjects.id(facts.point()));
        return new Foretold("forecast.wait", subjects.name(facts.customer()), facts.at(), contact, data);
    }

    private record Asked(Trial trial, long questions, long gaveUp, long gaveUpLater) {
        Map<String, Double> figures() {
            return Map.of(
                    "questions", (double) questions,
                    "hungUp", (double) gaveUp,
                    "hungUpAfterWhatWasForetold", (double) gaveUpLater);
        }
    }

    /// @param from answers to questions from this instant on are told to the watch, also those before the span
    private Asked ask(Chronicle chronicle, Span span, WaitModel model, long from) {
        Trial trial = new Trial(declaration.name(), SCALE, METHODS, List.of(FEW, MANY));
        ZoneDays days = new ZoneDays(chronicle.words().zone());
        Map<Long, Facts> open = new HashMap<>();
        long[] counts = new long[3];
        new Walk(chronicle, model.habits(), new Walk.Visitor() {
                    @Override
                    public void asked(Facts facts) {
                        if (facts.at() >= from && facts.at() < span.until()) {
                            open.put(facts.contact(), facts);
                            counts[0] += span.holds(facts.at()) ? 1 : 0;
                        }
                    }

                    @Override
                    public void answered(long contact, double waited, long known) {
                        Facts facts = open.remove(contact);
                        if (facts != null) {
                            Correction.Told told = model.told(facts);
                            tell(trial.watch(), Watch.knownOn(days, known), facts, told, waited);
                            if (span.holds(facts.at())) {
                                add(chronicle, trial, facts, told, waited);
                            }
                        }
                    }

                    @Override
                    public void gaveUp(long contact, double waited) {
                        Facts facts = open.remove(contact);
                        if (facts != null && span.holds(facts.at())) {
                            counts[1]++;
                            Correction.Told told = model.told(facts);
                            counts[2] += told != null && waited > told.seconds() ? 1 : 0;
                        }
                    }

                    @Override
                    public void dropped(long contact) {
                        open.remove(contact);
                    }
                })
                .until(span.until() + Raw.DAY);
        return new Asked(trial, counts[0], counts[1], counts[2]);
    }

    private static void add(
            Chronicle chronicle, Trial trial, Facts facts, Correction.@Nullable Told told, double waited) {
        LocalDate day = instant(facts.at()).atZone(chronicle.words().zone()).toLocalDate();
        double[] answers = {
            told == null ? Double.NaN : told.seconds() / 60,
            facts.announced() / 60,
            facts.lastHour() / 60,
            facts.lastWait() / 60,
            facts.longest() / 60,
            facts.usual() / 60,
            facts.longRun() / 60
        };
        Trial.Row row = trial.add(
                Math.floorDiv(facts.at(), 1_000),
                day,
                horizon(facts.ahead()).name(),
                chronicle.words().subjects().id(facts.point()),
                waited / 60,
                answers);
        if (told != null) {
            row.interval(told.low() / 60, told.high() / 60);
        }
    }

    private static Label horizon(int ahead) {
        return ahead < 5 ? FEW : MANY;
    }

    private static WaitModel read(ModelFile model, Chronicle chronicle) {
        return WaitModel.read(
                model.part(MODEL),
                chronicle.words().subjects(),
                model.provenance().data().rows());
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
