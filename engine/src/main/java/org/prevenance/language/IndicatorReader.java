package org.prevenance.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Window;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one indicator of a playbook.
final class IndicatorReader {
    static final Set<String> AGGREGATIONS = Set.of(
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
    private static final Set<String> COMPARING = Set.of("contradictions", "contradiction");
    private static final Pattern PERCENTILE = Pattern.compile("p([1-9][0-9]?)");
    private static final Pattern LIST = Pattern.compile("event\\.([A-Za-z][A-Za-z0-9_]*)");
    private static final Pattern SINCE = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)( or life)?");

    private final Vocabulary vocabulary;
    private final Mistakes mistakes;
    private final Durations durations;
    private final JoinReader joins;

    IndicatorReader(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
        durations = new Durations(mistakes);
        joins = new JoinReader(vocabulary, mistakes);
    }

    Declared.@Nullable Indicator read(String name, Yaml.Entry entry) {
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(
                    entry.value().place(),
                    "An indicator is described by a mapping, not by "
                            + entry.value().what() + ".",
                    "Write " + name + ": {count: true, of: bill.issued, purpose: contract}, for instance.");
            return null;
        }
        Form form = new Form(mapping, mistakes);
        Declared.Title title = Titles.read(form, name, mistakes);
        if (form.has("value") && !form.has("gather")) {
            Formula value = formula(form, "value");
            form.done();
            return value == null ? null : new Declared.Derived(entry.key(), name, title, value);
        }
        if (form.has("read")) {
            return other(name, entry.key(), title, form);
        }
        if (form.has("peers")) {
            return peers(name, entry.key(), title, form);
        }
        if (form.has("gather")) {
            return gathered(name, entry.key(), title, form);
        }
        if (form.has("least")) {
            return least(name, entry.key(), title, form);
        }
        return folded(name, entry.key(), title, form, mapping.entries());
    }

    private Declared.@Nullable Indicator other(String name, Place place, Declared.Title title, Form form) {
        form.require("of");
        Yaml.Scalar read = form.scalar("read");
        Yaml.Scalar kind = form.scalar("of");
        Yaml.Scalar id = form.scalar("id");
        Yaml.Scalar at = form.scalar("at");
        boolean then = form.flag("then");
        boolean perEvent = id != null && id.text().startsWith(Names.EVENT + ".");
        if (at != null && (perEvent || then)) {
            mistakes.add(form.keyPlace("at"), "at does not go with what is read for each event.");
        }
        form.done();
        int other = kind(kind);
        return read == null || other < 0 ? null : new Declared.Read(place, name, title, read, other, id, at, then);
    }

    /// The kind of subject that is written, or -1.
    private int kind(Yaml.@Nullable Scalar written) {
        if (written == null) {
            return -1;
        }
        int kind = vocabulary.kind(written.text());
        if (kind < 0) {
            mistakes.unknown(
                    written.place(),
                    "The kind of subject " + written.text() + " is not declared.",
                    written.text(),
                    vocabulary.kinds());
        }
        return kind;
    }

    private Declared.@Nullable Indicator peers(String name, Place place, Declared.Title title, Form form) {
        form.require("of", "among");
        Indicator.Rollup rollup = form.oneOf("peers", Indicator.Rollup.class);
        Yaml.Scalar of = form.scalar("of");
        Yaml.Scalar among = form.scalar("among");
        form.done();
        return rollup == null || of == null || among == null
                ? null
                : new Declared.Peers(place, name, title, rollup, of, among);
    }

    private Declared.@Nullable Least least(String name, Place place, Declared.Title title, Form form) {
        form.require("of");
        Formula least = formula(form, "least");
        int kind = kind(form.scalar("of"));
        Formula where = formula(form, "where");
        String gives = form.text("gives");
        if (gives != null && !gives.equals("which")) {
            mistakes.add(form.keyPlace("gives"), "gives can only be which: the subject with the least.");
        }
        form.done();
        return least == null || kind < 0
                ? null
                : new Declared.Least(place, name, title, least, kind, where, gives != null);
    }

    private Declared.@Nullable Gathered gathered(String name, Place place, Declared.Title title, Form form) {
        form.require("of", "by");
        Indicator.Rollup rollup = form.oneOf("gather", Indicator.Rollup.class);
        if (rollup != null && rollup != Indicator.Rollup.COUNT) {
            form.require("value");
        }
        int kind = kind(form.scalar("of"));
        Yaml.Scalar value = form.scalar("value");
        Yaml.Scalar where = form.scalar("where");
        Yaml.Scalar by = form.scalar("by");
        form.done();
        boolean whole = rollup == Indicator.Rollup.COUNT || value != null;
        return rollup == null || kind < 0 || by == null || !whole
                ? null
                : new Declared.Gathered(place, name, title, rollup, kind, value, where, by);
    }

    private Declared.@Nullable Indicator folded(
            String name, Place place, Declared.Title title, Form form, Map<String, Yaml.Entry> entries) {
        List<String> written = entries.keySet().stream()
                .filter(key ->
                        AGGREGATIONS.contains(key) || PERCENTILE.matcher(key).matches())
                .toList();
        if (written.size() != 1) {
            oneAggregation(name, place, form, written);
            return null;
        }
        String key = written.getFirst();
        int before = mistakes.size();
        form.require("of", "purpose");
        Aggregation aggregation = aggregation(key, form);
        List<Formula> several = key.equals("changes") ? formulas(form, key) : List.of();
        Formula value = several.isEmpty() ? value(key, form) : several.getFirst();
        List<EventType> types = types(form, "of");
        Declared.Each each = key.equals("streak") ? null : each(form);
        Formula where = formula(form, "where");
        Window window = durations.window(form);
        Declared.Since since = since(form);
        Declared.Group group = group(key, form);
        Declared.With with = joins.read(form);
        String purpose = purpose(form);
        form.done();
        if (mistakes.size() > before || aggregation == null || purpose == null || types.isEmpty()) {
            return null;
        }
        boolean counts = key.equals("count");
        return new Declared.Folded(
                place,
                name,
                title,
                aggregation,
                form.keyPlace(key),
                counts ? null : value,
                several.isEmpty() ? several : several.subList(1, several.size()),
                counts ? value : null,
                types,
                each,
                where,
                window,
                since,
                group,
                with,
                purpose);
    }

    private void oneAggregation(String name, Place place, Form form, List<String> written) {
        String all = String.join(", ", AGGREGATIONS.stream().sorted().toList());
        if (written.size() > 1) {
            mistakes.add(
                    form.keyPlace(written.get(1)),
                    name + " has both " + written.get(0) + " and " + written.get(1) + ".",
                    "Keep one, and declare another indicator for the other.");
        } else {
            mistakes.add(
                    place,
                    name + " says neither how events become a value (" + all
                            + "), nor value, read, peers, gather or least.",
                    "Write " + name + ": {count: true, of: bill.issued, purpose: contract}, for instance.");
        }
    }

    private @Nullable Aggregation aggregation(String key, Form form) {
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

    private void onlyWith(Form form, String key, String aggregation, String needed) {
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

    /// The value expression, or the condition of `count`.
    private @Nullable Formula value(String key, Form form) {
        if (key.equals("quantile")) {
            Form inner = form.form(key);
            return inner == null ? null : formula(inner, "of");
        }
        if (key.equals("interval")) {
            return null;
        }
        Yaml.Scalar scalar = form.scalar(key);
        boolean all = key.equals("count") && scalar != null && scalar.text().equals("true");
        return scalar == null || all ? null : Formula.parse(scalar, mistakes);
    }

    /// The list whose items count one by one.
    private Declared.@Nullable Each each(Form form) {
        Yaml.Scalar scalar = form.scalar("each");
        if (scalar == null) {
            return null;
        }
        Matcher matcher = LIST.matcher(scalar.text());
        if (!matcher.matches()) {
            boolean unit = scalar.text().equals("hour") || scalar.text().equals("day");
            mistakes.add(
                    scalar.place(),
                    "each names a list of the event, not " + scalar.text() + ".",
                    unit
                            ? "each: " + scalar.text() + " only goes with streak."
                            : "Write each: event.lines, for instance.");
            return null;
        }
        return new Declared.Each(scalar.place(), matcher.group(1));
    }

    private Declared.@Nullable Since since(Form form) {
        Yaml.Scalar scalar = form.scalar("since");
        if (scalar == null) {
            return null;
        }
        Matcher matcher = SINCE.matcher(scalar.text());
        if (!matcher.matches()) {
            mistakes.add(
                    scalar.place(),
                    "since names an indicator or an event type, not " + scalar.text() + ".",
                    "Write since: ended, or since: ended or life.");
            return null;
        }
        return new Declared.Since(scalar.at(0, matcher.end(1)), matcher.group(1), matcher.group(2) != null);
    }

    private Declared.Group group(String key, Form form) {
        List<Formula> by = formulas(form, "by");
        boolean repeated = key.equals("repeated");
        if (COMPARING.contains(key)) {
            return compared(form, by);
        }
        onlyWith(form, "sources", key, "contradictions");
        List<EventType> unless = form.has("unless") ? types(form, "unless") : List.of();
        List<Fold.Take> takes = takes(form, by.size(), repeated);
        Fold.Take take = takes.isEmpty() ? null : takes.getLast();
        if (repeated) {
            form.require("by", "apart");
        }
        for (String grouped : List.of("take", "having", "unless")) {
            if (form.has(grouped) && !form.has("by")) {
                mistakes.add(
                        form.keyPlace(grouped), grouped + " needs groups.", "Add by: event.subject, for instance.");
            }
        }
        Fold.Take combined = take == null && repeated ? Fold.Take.SUM : take;
        List<Fold.Take> inner = takes.isEmpty() ? List.of() : takes.subList(0, takes.size() - 1);
        return new Declared.Group(
                by, unless, inner, combined, formula(form, "having"), formula(form, "apart"), List.of());
    }

    /// One way to combine groups, or several: each but the last takes the last key away.
    private List<Fold.Take> takes(Form form, int keys, boolean repeated) {
        List<Yaml.Scalar> written = form.scalars("take");
        if (written.size() > 1 && (repeated || written.size() > keys)) {
            mistakes.add(
                    form.keyPlace("take"),
                    repeated
                            ? "repeated has one take."
                            : "take has " + written.size() + " steps, and by only "
                                    + (keys == 1 ? "one key." : keys + " keys."),
                    repeated ? null : "Each step but the last takes one key away: by: [event.day, event.hour].");
        }
        List<Fold.Take> takes = new ArrayList<>();
        for (Yaml.Scalar scalar : written) {
            Fold.Take take = form.oneOf(scalar, "take", Fold.Take.class);
            if (take != null) {
                takes.add(take);
            }
        }
        return takes;
    }

    /// The groups whose texts are compared: one key, and nothing that makes their values one.
    private Declared.Group compared(Form form, List<Formula> by) {
        form.require("by");
        for (String needless : List.of("take", "having")) {
            if (form.has(needless)) {
                form.any(needless);
                mistakes.add(
                        form.keyPlace(needless),
                        needless + " does not go with contradictions.",
                        "Leave it out: contradictions counts the pairs of groups, contradiction tells the first.");
            }
        }
        if (by.size() > 1) {
            mistakes.add(by.get(1).place(), "contradictions compares the groups of one key.", "Keep one key in by.");
        }
        List<EventType> unless = form.has("unless") ? types(form, "unless") : List.of();
        List<Formula> sources = new ArrayList<>();
        for (Yaml.Scalar scalar : form.scalars("sources")) {
            Formula formula = Formula.parse(scalar, mistakes);
            if (formula != null) {
                sources.add(formula);
            }
        }
        return new Declared.Group(by, unless, List.of(), null, null, null, sources);
    }

    private @Nullable String purpose(Form form) {
        Yaml.Scalar purpose = form.scalar("purpose");
        if (purpose == null) {
            return null;
        }
        if (!vocabulary.purposes().containsKey(purpose.text())) {
            mistakes.unknown(
                    purpose.place(),
                    "The purpose " + purpose.text() + " is not declared.",
                    purpose.text(),
                    vocabulary.purposes().keySet());
        }
        return purpose.text();
    }

    List<EventType> types(Form form, String key) {
        List<EventType> types = new ArrayList<>();
        for (Yaml.Scalar name : form.scalars(key)) {
            EventType type = Titles.type(name, vocabulary, mistakes);
            if (type != null && !types.contains(type)) {
                types.add(type);
            }
        }
        return types;
    }

    private List<Formula> formulas(Form form, String key) {
        List<Formula> formulas = new ArrayList<>();
        for (Yaml.Scalar scalar : form.scalars(key)) {
            Formula formula = Formula.parse(scalar, mistakes);
            if (formula != null) {
                formulas.add(formula);
            }
        }
        return formulas;
    }

    private @Nullable Formula formula(Form form, String key) {
        Yaml.Scalar scalar = form.scalar(key);
        return scalar == null ? null : Formula.parse(scalar, mistakes);
    }
}
