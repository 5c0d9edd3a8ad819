package org.prevenance.forecast.arrival;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.DoubleConsumer;
import org.prevenance.event.Symbols;
import org.prevenance.forecast.facts.Examples;
import org.prevenance.forecast.facts.Facts;
import org.prevenance.forecast.learn.Boosting;
import org.prevenance.forecast.learn.Intervals;
import org.prevenance.forecast.learn.Isotonic;
import org.prevenance.forecast.learn.Names;
import org.prevenance.forecast.model.ModelFile;

/// What was learnt for one horizon: the middle, the ends of the interval, the probability of being 15 minutes late or
/// more, and what makes the last two true. Holds native memory: to be closed.
final class HorizonModel implements AutoCloseable {
    static final double LEVEL = 0.8;
    private static final double LATE = 15;
    private static final int MOST_ROWS = 1 << 16;

    private final Facts facts;
    private final Map<Integer, Names> names;
    private final Start start;
    private final Boosting middle;
    private final Boosting low;
    private final Boosting high;
    private final Boosting late15;
    private final Isotonic probability;
    private final List<Intervals.Score> scores;

    private HorizonModel(
            Facts facts,
            Map<Integer, Names> names,
            Start start,
            Boosting middle,
            Boosting low,
            Boosting high,
            Boosting late15,
            Isotonic probability,
            List<Intervals.Score> scores) {
        this.facts = facts;
        this.names = names;
        this.start = start;
        this.middle = middle;
        this.low = low;
        this.high = high;
        this.late15 = late15;
        this.probability = probability;
        this.scores = List.copyOf(scores);
    }

    /// What is foretold for some questions, minutes late, in columns.
    record Said(double[] middle, double[] low, double[] high, double[] late15) {}

    /// Learns from answered questions; not calibrated yet.
    ///
    /// @param rows of the examples, all of them answered
    static HorizonModel learn(
            ArrivalPlan plan, String horizon, Examples examples, int[] rows, Symbols symbols, DoubleConsumer progress) {
        Facts facts = plan.facts();
        Map<Integer, Names> names = new HashMap<>();
        facts.categories().forEach(column -> names.put(column, new Names(List.of())));
        float[] matrix = examples.matrix(rows, examples.width());
        for (int i = 0; i < rows.length; i++) {
            for (int column : facts.categories()) {
                int at = i * examples.width() + column;
                if (!Float.isNaN(matrix[at])) {
                    matrix[at] = Objects.requireNonNull(names.get(column)).learn(symbols.text((long) matrix[at]));
                }
            }
        }
        Start start = Start.strongest(plan, horizon, examples, rows);
        float[] labels = new float[rows.length];
        float[] lates = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (float) (examples.late(rows[i]) - start.of(examples, rows[i]));
            lates[i] = examples.late(rows[i]) >= LATE ? 1 : 0;
        }
        List<Integer> categories = facts.categories();
        double tail = (1 - LEVEL) / 2;
        return new HorizonModel(
                facts,
                names,
                start,
                Boosting.learn(
                        matrix,
                        labels,
                        categories,
                        new Boosting.Aim.Middle(),
                        plan.middle(),
                        share -> progress.accept(share * 0.5)),
                Boosting.learn(
                        matrix,
                        labels,
                        categories,
                        new Boosting.Aim.Quantile(tail),
                        plan.spread(),
                        share -> progress.accept(0.5 + share / 6)),
                Boosting.learn(
                        matrix,
                        labels,
                        categories,
                        new Boosting.Aim.Quantile(1 - tail),
                        plan.spread(),
                        share -> progress.accept(2 / 3.0 + share / 6)),
                Boosting.learn(
                        matrix,
                        lates,
                        categories,
                        new Boosting.Aim.Probability(),
                        plan.spread(),
                        share -> progress.accept(5 / 6.0 + share / 6)),
                Isotonic.of(new double[0]),
                List.of());
    }

    /// The same, with what made another model of its kind true on answers that it had not seen.
    HorizonModel calibrated(Isotonic newProbability, List<Intervals.Score> newScores) {
        return new HorizonModel(facts, names, start, middle, low, high, late15, newProbability, newScores);
    }

    /// How the last answers known when it was learnt lay in the intervals of a model that had not seen them.
    List<Intervals.Score> scores() {
        return scores;
    }

    /// What it says on some questions. The interval is not widened yet; the probability is calibrated.
    Said say(Examples examples, int[] rows, Symbols symbols) {
        Said said = new Said(
                new double[rows.length], new double[rows.length], new double[rows.length], new double[rows.length]);
        Map<Long, Float> codes = new HashMap<>();
        for (int from = 0; from < rows.length; from += MOST_ROWS) {
            int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + MOST_ROWS));
            float[] matrix = examples.matrix(some, examples.width());
            for (int column : facts.categories()) {
                codes.clear();
                for (int at = column; at < matrix.length; at += examples.width()) {
                    if (!Float.isNaN(matrix[at])) {
                        matrix[at] = codes.computeIfAbsent(
                                (long) matrix[at],
                                symbol -> Objects.requireNonNull(names.get(column))
                                        .code(symbols.text(symbol)));
                    }
                }
            }
            System.arraycopy(middle.predict(matrix), 0, said.middle, from, some.length);
            System.arraycopy(low.predict(matrix), 0, said.low, from, some.length);
            System.arraycopy(high.predict(matrix), 0, said.high, from, some.length);
            for (int i = 0; i < some.length; i++) {
                double begun = start.of(examples, some[i]);
                said.middle[from + i] += begun;
                said.low[from + i] += begun;
                said.high[from + i] += begun;
            }
            double[] scored = late15.predict(matrix);
            for (int i = 0; i < some.length; i++) {
                said.late15[from + i] = probability.apply(scored[i]);
            }
        }
        return said;
    }

    /// Puts itself into the parts of a model file, under the name of the horizon.
    void put(String horizon, SortedMap<String, byte[]> parts) {
        parts.put(horizon + "/start.txt", lines(List.of(start.name(facts))));
        parts.put(horizon + "/middle.txt", middle.bytes());
        parts.put(horizon + "/low.txt", low.bytes());
        parts.put(horizon + "/high.txt", high.bytes());
        parts.put(horizon + "/late15.txt", late15.bytes());
        names.forEach((column, learnt) ->
                parts.put(horizon + "/names-" + facts.names().get(column) + ".txt", lines(learnt.all())));
        List<String> points = new ArrayList<>();
        for (double point : probability.points()) {
            points.add(Double.toString(point));
        }
        parts.put(horizon + "/probability.txt", lines(points));
        parts.put(
                horizon + "/scores.csv",
                lines(scores.stream()
                        .map(score -> score.known() + "," + score.miss())
                        .toList()));
    }

    private static byte[] lines(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /// Reads what [#put] put.
    ///
    /// @throws IllegalArgumentException where a part is missing
    static HorizonModel of(String horizon, ModelFile file, ArrivalPlan plan) {
        Facts facts = plan.facts();
        int columns = facts.names().size();
        Map<Integer, Names> names = new HashMap<>();
        for (int column : facts.categories()) {
            String name = facts.names().get(column);
            names.put(column, new Names(lines(file.part(horizon + "/names-" + name + ".txt"))));
        }
        double[] points = lines(file.part(horizon + "/probability.txt")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Intervals.Score> scores = lines(file.part(horizon + "/scores.csv")).stream()
                .map(line -> line.split(",", -1))
                .map(cells -> new Intervals.Score(Long.parseLong(cells[0]), Double.parseDouble(cells[1])))
                .toList();
        int threads = plan.middle().threads();
        return new HorizonModel(
                facts,
                names,
                Start.named(lines(file.part(horizon + "/start.txt")).getFirst(), facts),
                Boosting.load(file.part(horizon + "/middle.txt"), columns, threads),
                Boosting.load(file.part(horizon + "/low.txt"), columns, threads),
                Boosting.load(file.part(horizon + "/high.txt"), columns, threads),
                Boosting.load(file.part(horizon + "/late15.txt"), columns, threads),
                Isotonic.of(points),
                scores);
    }

    private static List<String> lines(byte[] content) {
        return content.length == 0 ? List.of() : List.of(new String(content, StandardCharsets.UTF_8).split("\n", -1));
    }

    @Override
    public void close() {
        middle.close();
        low.close();
        high.close();
        late15.close();
    }
}
