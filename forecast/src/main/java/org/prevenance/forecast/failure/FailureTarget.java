package org.prevenance.forecast.failure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Subjects;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Trial;
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
import org.prevenance.text.Form;

/// Whether a device will fail within seven days, judged by what it costs to send somebody or not to.
///
/// A question is asked of each device at the end of one day in seven. Who is sent costs the visit, needed or not; a
/// visit in the seven days before a failure prevents it, and any other finds nothing. A failure that nobody was sent
/// for costs the breakdown. No device is judged by what was learnt from it: devices are dealt to five groups, and each
/// group is judged by a model of the others, on later days.
public final class FailureTarget implements Target {
    private static final String MODEL = "failure.tsv";
    private static final String WEEK = "7d";
    private static final String ALL = "devices";
    private static final int GROUPS = 5;
    private static final int FAILURES = 10;
    private static final double JUDGED = 0.25;
    private static final Pattern PRICE = Pattern.compile("([0-9]+(?:\\.[0-9]{1,2})?) ([A-Z]{3})");

    private static final Label RULE = Label.PROMISE.said("la règle du pack", "the pack’s rule");
    private static final Label AGE = new Label("fixed-age", "une visite dès un âge fixe", "visits from a fixed age on");
    private static final Label NOTHING = new Label("nothing", "ne rien faire", "doing nothing");
    private static final Label REPLACED = AGE.said("le remplacement à un âge fixe", "replacing at a fixed age");

    private final Declaration declaration;
    private final Prices prices;
    private final List<String> measures;

    private FailureTarget(Declaration declaration, Prices prices, List<String> measures) {
        this.declaration = declaration;
        this.prices = prices;
        this.measures = measures;
    }

    /// Reads `visit`, `breakdown` (`90 EUR`), `replacement` where it is known, and `measures`, numeric fields of
    /// `device.reported`. Mistakes are added to those of the declaration.
    public static FailureTarget of(Declaration declaration) {
        Form form = declaration.rest();
        form.require("visit", "breakdown", "measures");
        String[] visit = price(form, "visit");
        String[] breakdown = price(form, "breakdown");
        String[] replacement = form.has("replacement") ? price(form, "replacement") : null;
        Prices prices = new Prices(
                Double.parseDouble(visit[0]),
                Double.parseDouble(breakdown[0]),
                replacement == null ? null : Double.valueOf(replacement[0]),
                visit[1]);
        if (form.mistakes().isEmpty() && replacement != null && !replacement[1].equals(visit[1])) {
            form.mistakes()
                    .add(
                            form.keyPlace("replacement"),
                            "A replacement must be priced in the currency of the visit.",
                            "Write it as in 400 EUR.");
        }
        if (form.mistakes().isEmpty() && (!visit[1].equals(breakdown[1]) || !(prices.breakdown() > prices.visit()))) {
            form.mistakes()
                    .add(
                            form.keyPlace("breakdown"),
                            "A breakdown must cost more than a visit, in the same currency: with less no visit ever pays.",
                            "Write both as in 90 EUR.");
        }
        List<String> measures = form.texts("measures");
        form.done();
        return new FailureTarget(declaration, prices, measures);
    }

    private static String[] price(Form form, String key) {
        String text = form.text(key);
        Matcher price = PRICE.matcher(text == null ? "" : text);
        if (price.matches() && Double.parseDouble(price.group(1)) > 0) {
            return new String[] {price.group(1), price.group(2)};
        }
        if (text != null) {
            form.mistakes().add(form.keyPlace(key), key + " must be a price above 0.", "Write it as in 90 EUR.");
        }
        return new String[] {"1", "XXX"};
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Set<String> reads() {
        return Questions.READS;
    }

    /// What was learnt: the curve, and what would cost least by age alone.
    private record Learnt(Logistic curve, AgePolicy byAge) {}

    private Learnt learn(List<Question> questions, long before, int without, Subjects subjects) {
        List<Question> known = questions.stream()
                .filter(one -> one.isDecided(before) && group(subjects, one.device()) != without)
                .toList();
        long failures = known.stream()
                .filter(Question::isJudged)
                .filter(Question::failed)
                .count();
        if (failures < FAILURES) {
            throw new TooLittle(
                    "Only %d failures within seven days of a report were known, of %d needed to learn from.\nMaybe read more devices, or a longer time."
                            .formatted(failures, FAILURES));
        }
        Logistic curve = Logistic.learn(
                known.stream().map(Question::facts).toList(),
                known.stream().map(Question::failed).toList());
        return new Learnt(curve, AgePolicy.cheapest(known, before, prices));
    }

    private static int group(Subjects subjects, int device) {
        return Math.floorMod(subjects.name(device).hashCode() * 0x9E3779B9 >>> 8, GROUPS);
    }

    @Override
    public Trial judge(Chronicle chronicle, Span span, @Nullable ModelFile model, Work work) {
        if (model != null) {
            throw new NotForetold(
                    "Failures are judged without --model: each device by what was learnt from others.\nMaybe leave it away.");
        }
        List<Question> questions = Questions.asked(chronicle, measures, Long.MAX_VALUE);
        Subjects subjects = chronicle.words().subjects();
        long end = chronicle.known(chronicle.size() - 1);
        Trial trial = new Trial(
                declaration.name(),
                new Scale.Cost(prices.currency()),
                List.of(Label.FORECAST, RULE, prices.replacement() == null ? AGE : REPLACED, NOTHING),
                List.of(new Label(WEEK, "dans les 7 jours", "within 7 days")));
        for (int group = 0; group < GROUPS; group++) {
            work.at("judging", (double) group / GROUPS);
            Learnt learnt = learn(questions, span.from(), group, subjects);
            for (Question one : questions) {
                if (span.holds(one.at())
                        && one.isJudged()
                        && one.isDecided(end)
                        && group(subjects, one.device()) == group) {
                    add(trial, one, learnt, chronicle);
                }
            }
        }
        work.at("done", 1);
        return trial;
    }

    private void add(Trial trial, Question one, Learnt learnt, Chronicle chronicle) {
        double probability = learnt.curve.probability(one.facts());
        LocalDate day = instant(one.at()).atZone(chronicle.words().zone()).toLocalDate();
        double[] costs = {
            prices.of(probability >= prices.alert(), one.failed()),
            prices.of(one.worn(), one.failed()),
            learnt.byAge.cost(one, prices),
            prices.of(false, one.failed())
        };
        trial.add(Math.floorDiv(one.at(), 1_000), day, WEEK, ALL, one.failed() ? 1 : 0, costs)
                .probability(probability);
    }

    @Override
    public ModelFile train(Chronicle chronicle, Origin origin, long until, Work work) {
        long from = chronicle.known(0);
        long judged = until - (long) ((until - from) * JUDGED);
        Trial trial = judge(chronicle, new Span(judged, until + 1), null, work);
        if (trial.rows() == 0) {
            throw new TooLittle(
                    "No device was asked about in the last quarter of the time: there is nothing to judge by.");
        }
        Judgement judgement = Judge.judge(trial);
        List<Question> questions = Questions.asked(chronicle, measures, until + 1);
        Learnt learnt = learn(questions, until + 1, -1, chronicle.words().subjects());
        TreeMap<String, byte[]> parts = new TreeMap<>();
        parts.put(MODEL, bytes(learnt.curve));
        Provenance.Data data =
                new Provenance.Data(origin.source(), instant(from), instant(until), questions.size(), origin.licence());
        return new ModelFile(
                new Provenance(
                        declaration.name(),
                        "failure",
                        data,
                        Days.names(measures),
                        new TreeMap<>(Map.of("alert", Double.toString(prices.alert()))),
                        "",
                        new TreeMap<>(),
                        Verdicts.of(judgement)),
                parts);
    }

    @Override
    public Predicted predict(Chronicle chronicle, ModelFile model, Span span, Work work) {
        if (!model.provenance().facts().equals(Days.names(measures))) {
            throw new NotForetold("The model looks at %s, the declaration at %s.\nMaybe train it again."
                    .formatted(model.provenance().facts(), Days.names(measures)));
        }
        if (!model.provenance().allows(WEEK, ALL)) {
            return Predicted.NOTHING;
        }
        Logistic curve = read(model.part(MODEL));
        Subjects subjects = chronicle.words().subjects();
        List<Foretold> all = new ArrayList<>();
        for (Question one : Questions.asked(chronicle, measures, span.until())) {
            if (span.holds(one.at())) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("probability", Math.round(curve.probability(one.facts()) * 1e6) / 1e6);
                data.put("alert", Math.round(prices.alert() * 1e6) / 1e6);
                data.put("model", declaration.name());
                all.add(new Foretold("forecast.failure", subjects.name(one.device()), one.at(), "", data));
            }
        }
        work.at("done", 1);
        // too few devices fail for one day to be told from another: nobody watches
        return new Predicted(all, List.of(), all.size());
    }

    private static byte[] bytes(Logistic curve) {
        return List.of(curve.means(), curve.spreads(), curve.weights()).stream()
                .map(row -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Logistic read(byte[] part) {
        List<double[]> rows = new String(part, StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return new Logistic(rows.get(0), rows.get(1), rows.get(2));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
