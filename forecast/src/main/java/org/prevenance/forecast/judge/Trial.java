package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Questions, what each method answered, and what came true: one row for each question, in columns. The order of rows
/// means nothing.
///
/// ```java
/// var trial = new Trial("arrival", Scale.Minutes.ARRIVAL, List.of(FORECAST, PROMISE, PERSISTENCE),
/// List.of(TWO_HOURS));
/// trial.add(asked, day, "2h", "EWR", 12, new double[] {9, 0, 4}).interval(3, 21).probability(0.3);
/// ```
///
/// All questions must be of a time that the forecast has not learnt from: the judge cannot see that.
public final class Trial {
    private final String name;
    private final Scale scale;
    private final List<Label> methods;
    private final List<Label> horizons;
    private final double level;
    private final Map<String, Integer> horizonNumbers = new HashMap<>();
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Integer> partNumbers = new HashMap<>();
    private int relearnt;
    private int rows;
    private long[] asked = new long[1024];
    private int[] days = new int[1024];
    private int[] horizonOf = new int[1024];
    private int[] partOf = new int[1024];
    private double[] truths = new double[1024];
    private final double[][] said;
    private double[] lows = new double[1024];
    private double[] highs = new double[1024];
    private double[] probabilities = new double[1024];
    private double[] aways = new double[1024];
    private final Watch watch = new Watch();

    /// Intervals are of 80 %.
    public Trial(String name, Scale scale, List<Label> methods, List<Label> horizons) {
        this(name, scale, methods, horizons, 0.8);
    }

    /// @param name     of the forecast, as in its declaration
    /// @param methods  the first is the forecast, the second what the operator promised, the others further rivals
    /// @param horizons in the order in which people read them
    /// @param level    the share of truths that the forecast's intervals should hold, above 0 and below 1
    public Trial(String name, Scale scale, List<Label> methods, List<Label> horizons, double level) {
        if (methods.size() < 2) {
            throw new IllegalArgumentException("The trial of %s has no rival: name at least one.".formatted(name));
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level of %s is not between 0 and 1.".formatted(level));
        }
        this.name = name;
        this.scale = scale;
        this.methods = List.copyOf(methods);
        this.horizons = List.copyOf(horizons);
        this.level = level;
        said = new double[methods.size()][1024];
        this.horizons.forEach(horizon -> horizonNumbers.put(horizon.name(), horizonNumbers.size()));
        if (horizonNumbers.size() < horizons.size()) {
            throw new IllegalArgumentException("Two horizons of %s have the same name.".formatted(name));
        }
    }

    /// Adds a question. Its interval and probability, where the forecast told them, are set afterwards on what is
    /// returned.
    ///
    /// @param asked   when, in milliseconds since 1970
    /// @param day     the local day to which the question belongs; whole days are drawn for intervals
    /// @param horizon the name of one that the trial declares
    /// @param part    of the network: its name for people too
    /// @param answers of each method in their order; NaN where a method was silent
    /// @throws IllegalArgumentException where the horizon is not declared, the truth is no number, an answer is
    ///                                  infinite or there is not one for each method
    public Row add(long asked, LocalDate day, String horizon, String part, double truth, double[] answers) {
        Integer number = horizonNumbers.get(horizon);
        if (number == null) {
            throw new IllegalArgumentException(
                    "The horizon (%s) is none of %s.".formatted(horizon, horizonNumbers.keySet()));
        }
        if (!Double.isFinite(truth)) {
            throw new IllegalArgumentException("The truth of a question on %s is %s.".formatted(day, truth));
        }
        if (answers.length != methods.size()) {
            throw new IllegalArgumentException(
                    "%d answers were given for %d methods.".formatted(answers.length, methods.size()));
        }
        grow();
        this.asked[rows] = asked;
        days[rows] = Math.toIntExact(day.toEpochDay());
        horizonOf[rows] = number;
        partOf[rows] = partNumbers.computeIfAbsent(part, missing -> {
            parts.add(missing);
            return parts.size() - 1;
        });
        truths[rows] = truth;
        for (int method = 0; method < answers.length; method++) {
            if (Double.isInfinite(answers[method])) {
                throw new IllegalArgumentException("The answer of %s on %s is infinite."
                        .formatted(methods.get(method).name(), day));
            }
            said[method][rows] = answers[method];
        }
        lows[rows] = Double.NaN;
        highs[rows] = Double.NaN;
        probabilities[rows] = Double.NaN;
        aways[rows] = Double.NaN;
        return new Row(rows++);
    }

    /// Adds all questions of another trial of the same forecast.
    ///
    /// @throws IllegalArgumentException where it asks other methods, or of other horizons
    public void addAll(Trial other) {
        if (!name.equals(other.name)
                || !scale.equals(other.scale)
                || !methods.equals(other.methods)
                || !horizons.equals(other.horizons)
                || level != other.level) {
            throw new IllegalArgumentException("The trials of %s and %s are not alike.".formatted(name, other.name));
        }
        double[] answers = new double[methods.size()];
        for (int row = 0; row < other.rows; row++) {
            for (int method = 0; method < answers.length; method++) {
                answers[method] = other.said[method][row];
            }
            add(
                    other.asked[row],
                    LocalDate.ofEpochDay(other.days[row]),
                    horizons.get(other.horizonOf[row]).name(),
                    other.parts.get(other.partOf[row]),
                    other.truths[row],
                    answers);
            lows[rows - 1] = other.lows[row];
            highs[rows - 1] = other.highs[row];
            probabilities[rows - 1] = other.probabilities[row];
            aways[rows - 1] = other.aways[row];
        }
        watch.addAnswers(other.watch);
    }

    /// Notes that the forecast learnt again each so many days from what was known then.
    public void relearnt(int everyDays) {
        relearnt = everyDays;
    }

    /// After how many days the forecast learnt again; 0: it learnt once.
    public int relearnt() {
        return relearnt;
    }

    private void grow() {
        if (rows < asked.length) {
            return;
        }
        int more = rows + (rows >> 1);
        asked = Arrays.copyOf(asked, more);
        days = Arrays.copyOf(days, more);
        horizonOf = Arrays.copyOf(horizonOf, more);
        partOf = Arrays.copyOf(partOf, more);
        truths = Arrays.copyOf(truths, more);
        for (int method = 0; method < said.length; method++) {
            said[method] = Arrays.copyOf(said[method], more);
        }
        lows = Arrays.copyOf(lows, more);
        highs = Arrays.copyOf(highs, more);
        probabilities = Arrays.copyOf(probabilities, more);
        aways = Arrays.copyOf(aways, more);
    }

    /// A question that was added, to which the forecast's interval and probability may be set.
    public final class Row {
        private final int row;

        private Row(int row) {
            this.row = row;
        }

        /// @throws IllegalArgumentException where the interval ends before it begins; NaN for both means none
        public Row interval(double low, double high) {
            boolean none = Double.isNaN(low) && Double.isNaN(high);
            if (!none && !(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
                throw new IllegalArgumentException("An interval from %s to %s is none.".formatted(low, high));
            }
            lows[row] = low;
            highs[row] = high;
            return this;
        }

        /// @throws IllegalArgumentException outside of 0 to 1; NaN means none
        public Row probability(double probability) {
            if (probability < 0 || probability > 1) {
                throw new IllegalArgumentException("A probability of %s is none.".formatted(probability));
            }
            probabilities[row] = probability;
            return this;
        }

        /// How long after the question the arrival really came, in minutes. Questions of less than 15 minutes are
        /// also judged by [EtaBucket], with answers and truth in minutes.
        public Row away(double minutes) {
            aways[row] = minutes;
            return this;
        }
    }

    public String name() {
        return name;
    }

    public Scale scale() {
        return scale;
    }

    /// The first is the forecast.
    public List<Label> methods() {
        return methods;
    }

    public List<Label> horizons() {
        return horizons;
    }

    /// Names of the parts met, in the order of their first question: by this order they are numbered.
    public List<String> parts() {
        return List.copyOf(parts);
    }

    /// The share of truths that the forecast's intervals should hold.
    public double level() {
        return level;
    }

    /// What is told besides, as it became known, for the watch over the same time.
    public Watch watch() {
        return watch;
    }

    /// How many questions.
    public int rows() {
        return rows;
    }

    /// Milliseconds since 1970.
    public long asked(int row) {
        return asked[row];
    }

    /// Days since 1970.
    public int day(int row) {
        return days[row];
    }

    /// By its number in [#horizons].
    public int horizon(int row) {
        return horizonOf[row];
    }

    /// By its number in [#parts].
    public int part(int row) {
        return partOf[row];
    }

    public double truth(int row) {
        return truths[row];
    }

    /// What a method answered; NaN where it was silent.
    public double said(int method, int row) {
        return said[method][row];
    }

    /// The lower end of the forecast's interval; NaN where none was told.
    public double low(int row) {
        return lows[row];
    }

    /// The upper end of the forecast's interval; NaN where none was told.
    public double high(int row) {
        return highs[row];
    }

    /// The probability that the forecast told; NaN where it told none.
    public double probability(int row) {
        return probabilities[row];
    }

    /// Minutes from the question to the arrival; NaN where nobody said.
    public double away(int row) {
        return aways[row];
    }
}
