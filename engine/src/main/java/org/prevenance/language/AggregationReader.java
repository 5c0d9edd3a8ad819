package org.prevenance.language;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Window;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;

/// Reads how events become a value.
final class AggregationReader {
    static final Set<String> KEYS = Set.of(
            "count",
            "sum",
            "min",
            "max",
            "mean",
            "median",
            "quantile",
            "p90",
            "first",
            "last",
            "distinct",
            "slope",
            "rate",
            "share",
            "streak",
            "interval",
            "drops",
            "changes",
            "repeated",
            "contradictions",
            "contradiction");
    private static final Pattern PERCENTILE = Pattern.compile("p([1-9][0-9]?)");

    private final Mistakes mistakes;
    private final Durations durations;

    AggregationReader(Mistakes mistakes, Durations durations) {
        this.mistakes = mistakes;
        this.durations = durations;
    }

    /// Whether a key of an indicator names an aggregation.
    static boolean isKey(String key) {
        return KEYS.contains(key) || PERCENTILE.matcher(key).matches();
    }

    /// Null where it is wrong, which is reported.
    ///
    /// @param key one of [#KEYS], or `p90`
    @Nullable
    Aggregation read(String key, Form form) {
        onlyWith(form, "per", key, "rate");
        onlyWith(form, "gap", key, "streak");
        onlyWith(form, "apart", key, "repeated");
        Matcher percentile = PERCENTILE.matcher(key);
        if (percentile.matches()) {
            return new Aggregation.Quantile(Integer.parseInt(percentile.group(1)) / 100.0);
        }
        return switch (key) {
            case "count" -> new Aggregation.Count();
            case "sum" -> new Aggregation.Sum();
            case "min" -> new Aggregation.Min();
            case "max" -> new Aggregation.Max();
            case "mean" -> new Aggregation.Mean();
            case "median" -> new Aggregation.Quantile(0.5);
            case "quantile" -> quantile(form.form("quantile"));
            case "first" -> new Aggregation.First();
            case "last" -> new Aggregation.Last();
            case "distinct" -> new Aggregation.Distinct();
            case "slope" -> new Aggregation.Slope();
            case "rate" -> rate(form);
            case "share" -> new Aggregation.Share();
            case "streak" -> streak(form);
            case "interval" -> interval(form.any("interval"), form);
            case "drops" -> new Aggregation.Drops();
            case "changes" -> new Aggregation.Changes();
            case "contradictions", "contradiction" -> new Aggregation.Contradictions(key.equals("contradiction"));
            default -> new Aggregation.Repeated();
        };
    }

    /// Reports a key that belongs to another aggregation.
    void onlyWith(Form form, String key, String aggregation, String needed) {
        if (form.has(key) && !aggregation.equals(needed)) {
            form.any(key);
            mistakes.add(form.keyPlace(key), key + " only goes with " + needed + ".");
        }
    }

    private @Nullable Aggregation quantile(@Nullable Form form) {
        if (form == null) {
            return null;
        }
        form.require("of", "q");
        form.any("of");
        Yaml.Scalar q = form.scalar("q");
        form.done();
        return q == null ? null : quantile(q);
    }

    private @Nullable Aggregation quantile(Yaml.Scalar q) {
        boolean number = q.type() == Yaml.Type.NUMBER || q.type() == Yaml.Type.WHOLE;
        if (!number || !q.text().matches("0?\\.[0-9]{1,6}|[01](\\.0*)?")) {
            mistakes.add(q.place(), "q must be a number from 0 to 1, such as 0.9, not " + q.text() + ".");
            return null;
        }
        return new Aggregation.Quantile(Double.parseDouble(q.text()));
    }

    private @Nullable Aggregation rate(Form form) {
        form.require("per");
        Window.Unit per = form.oneOf("per", Window.Unit.class);
        return per == null
                ? null
                : new Aggregation.Rate(
                        switch (per) {
                            case HOUR -> Raw.HOUR;
                            case DAY -> Raw.DAY;
                            case WEEK -> 7 * Raw.DAY;
                            case MONTH -> {
                                mistakes.add(form.keyPlace("per"), "A month has no fixed length: use day or week.");
                                yield Raw.DAY;
                            }
                        });
    }

    private @Nullable Aggregation streak(Form form) {
        form.require("each");
        Window.Unit each = form.oneOf("each", Window.Unit.class);
        return each == null ? null : new Aggregation.Streak(each, gap(form));
    }

    /// How far apart the events of a row may be, in microseconds; 0 where the clock counts.
    private long gap(Form form) {
        Declared.Duration gap = durations.length(form.scalar("gap"), "gap");
        if (gap != null && gap.days() > 0) {
            mistakes.add(
                    form.keyPlace("gap"), "gap is an exact length of time.", "Write " + gap.days() * 24 + "h instead.");
        }
        return gap == null ? 0 : gap.micros();
    }

    private @Nullable Aggregation interval(@Nullable Yaml value, Form form) {
        if (value instanceof Yaml.Mapping mapping) {
            Form quantile = new Form(mapping, mistakes);
            quantile.require("q");
            Yaml.Scalar q = quantile.scalar("q");
            quantile.done();
            return q != null && quantile(q) instanceof Aggregation.Quantile(double at)
                    ? new Aggregation.Interval(at)
                    : null;
        }
        if (value instanceof Yaml.Scalar scalar) {
            Matcher percentile = PERCENTILE.matcher(scalar.text());
            if (scalar.text().equals("median")) {
                return new Aggregation.Interval(0.5);
            }
            if (percentile.matches()) {
                return new Aggregation.Interval(Integer.parseInt(percentile.group(1)) / 100.0);
            }
        }
        mistakes.add(form.keyPlace("interval"), "interval must be median, p90 or {q: 0.9}.");
        return null;
    }
}
