package org.prevenance.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Window;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one indicator of a playbook.
final class IndicatorReader {
    private static final Pattern LIST = Pattern.compile("event\\.([A-Za-z][A-Za-z0-9_]*)");
    private static final Pattern SINCE = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)( or life)?");

    private final Vocabulary vocabulary;
    private final Mistakes mistakes;
    private final Durations durations;
    private final JoinReader joins;
    private final Formulas formulas;
    private final AggregationReader aggregations;
    private final GroupReader groups;
    private final AcrossReader across;

    IndicatorReader(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
        durations = new Durations(mistakes);
        joins = new JoinReader(vocabulary, mistakes);
        formulas = new Formulas(vocabulary, mistakes);
        aggregations = new AggregationReader(mistakes, durations);
        groups = new GroupReader(mistakes, formulas, aggregations);
        across = new AcrossReader(vocabulary, mistakes, formulas);
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
            Formula value = formulas.one(form, "value");
            form.done();
            return value == null ? null : new Declared.Derived(entry.key(), name, title, value);
        }
        if (form.has("read")) {
            return across.read(name, entry.key(), title, form);
        }
        if (form.has("peers")) {
            return across.peers(name, entry.key(), title, form);
        }
        if (form.has("gather")) {
            return across.gathered(name, entry.key(), title, form);
        }
        if (form.has("least")) {
            return across.least(name, entry.key(), title, form);
        }
        return folded(name, entry.key(), title, form, mapping.entries());
    }

    private Declared.@Nullable Indicator folded(
            String name, Place place, Declared.Title title, Form form, Map<String, Yaml.Entry> entries) {
        List<String> written =
                entries.keySet().stream().filter(AggregationReader::isKey).toList();
        if (written.size() != 1) {
            oneAggregation(name, place, form, written);
            return null;
        }
        String key = written.getFirst();
        int before = mistakes.size();
        form.require("of", "purpose");
        Aggregation aggregation = aggregations.read(key, form);
        List<Formula> several = key.equals("changes") ? formulas.all(form, key) : List.of();
        Formula value = several.isEmpty() ? value(key, form) : several.getFirst();
        List<EventType> types = formulas.types(form, "of");
        Declared.Each each = key.equals("streak") ? null : each(form);
        Formula where = formulas.one(form, "where");
        Window window = durations.window(form);
        Declared.Since since = since(form);
        Declared.Group group = groups.read(key, form);
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
        String all = String.join(", ", AggregationReader.KEYS.stream().sorted().toList());
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

    /// The value expression, or the condition of `count`.
    private @Nullable Formula value(String key, Form form) {
        if (key.equals("quantile")) {
            Form inner = form.form(key);
            return inner == null ? null : formulas.one(inner, "of");
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
}
