package org.prevenance.forecast.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;

/// Reads facts, each one line of YAML:
///
/// ```yaml
/// facts:
///   usual:   {median: late, of: arrivals, at: to, same: [number], last: 30}
///   out_60:  {mean: late, of: departures, at: from, same: [operator], over: 60m}
///   waiting: {due: waiting, at: from, over: 60m}
///   crowd:   {planned: departures, at: from, within: 30m}
///   plane:   {vehicle: slack}
///   gust:    {last: gustKph, of: weather, at: from}
///   hour:    {calendar: hour}
///   km:      {trip: km}
///   line:    {category: operator}
///   told:    {estimate: arrival}
///   likely:  {sum: [out_60, usual]}
/// ```
public final class FactsReader {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,4})([mhd])");
    private static final List<String> WEATHER = List.of(
            "celsius",
            "dewCelsius",
            "windKph",
            "gustKph",
            "windDegrees",
            "visibilityKm",
            "precipMm",
            "pressureHpa",
            "humidityPercent");
    private static final List<String> HOWS = List.of("mean", "median", "max", "last", "count");
    private static final List<String> FORMS = List.of(
            "mean",
            "median",
            "max",
            "count",
            "last",
            "due",
            "planned",
            "vehicle",
            "calendar",
            "trip",
            "category",
            "estimate",
            "sum");

    private final Mistakes mistakes;
    private final Map<String, Facts.Declared> facts = new LinkedHashMap<>();

    private FactsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// Reads the mapping under `facts`.
    public static Facts read(Form declaration) {
        FactsReader reader = new FactsReader(declaration.mistakes());
        declaration.require("facts");
        declaration.entries("facts").forEach(reader::fact);
        return new Facts(List.copyOf(reader.facts.values()));
    }

    /// Reads a length of time such as `60m`, `2h` or `7d`.
    ///
    /// @return microseconds; null where it is none, with the mistake added
    public static @Nullable Long length(Yaml.@Nullable Scalar written, String key, Mistakes mistakes) {
        if (written == null) {
            return null;
        }
        Matcher matcher = LENGTH.matcher(written.text());
        if (!matcher.matches()) {
            mistakes.add(
                    written.place(),
                    key + " must be a length of time, not " + written.text() + ".",
                    "Write 30m, 2h or 7d, for instance.");
            return null;
        }
        long unit = switch (matcher.group(2)) {
            case "m" -> Raw.MINUTE;
            case "h" -> Raw.HOUR;
            default -> Raw.DAY;
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }

    private void fact(String name, Yaml.Entry entry) {
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(
                    entry.value().place(),
                    "A fact is written as a mapping, not as " + entry.value().what() + ".",
                    "Write {mean: late, of: departures, at: from, over: 60m}, for instance.");
            return;
        }
        Form form = new Form(mapping, mistakes);
        String kind = kind(form, entry);
        if (kind == null) {
            return;
        }
        Facts.Maker maker = maker(name, kind, form);
        if (maker != null) {
            form.done();
            facts.put(name, new Facts.Declared(name, kind.equals("category"), maker));
        }
    }

    private @Nullable String kind(Form form, Yaml.Entry entry) {
        for (String kind : FORMS) {
            boolean lengthOnly =
                    kind.equals("last") && FORMS.subList(0, 4).stream().anyMatch(form::has);
            if (form.has(kind) && !lengthOnly) {
                return kind;
            }
        }
        mistakes.add(
                entry.key(),
                "What this fact is made of is missing.",
                "Begin with one of " + String.join(", ", FORMS) + ".");
        return null;
    }

    private Facts.@Nullable Maker maker(String name, String kind, Form form) {
        return switch (kind) {
            case "due" -> due(name, form);
            case "planned" -> planned(name, form);
            case "vehicle" -> {
                var what = form.oneOf("vehicle", Fact.OfVehicle.What.class);
                yield what == null ? null : (_, _) -> new Fact.OfVehicle(name, what);
            }
            case "calendar" -> {
                var what = form.oneOf("calendar", Fact.Calendar.What.class);
                yield what == null ? null : (_, _) -> new Fact.Calendar(name, what);
            }
            case "trip" -> {
                var what = form.oneOf("trip", Fact.OfTrip.What.class);
                yield what == null ? null : (_, _) -> new Fact.OfTrip(name, what);
            }
            case "category" -> {
                var what = form.oneOf("category", Fact.Category.What.class);
                yield what == null ? null : (_, _) -> new Fact.Category(name, what);
            }
            case "estimate" -> {
                form.oneOf("estimate", OfEstimate.class);
                yield (_, _) -> new Fact.Estimate(name);
            }
            case "sum" -> sum(name, form);
            default -> past(name, kind, form);
        };
    }

    private enum OfEstimate {
        ARRIVAL
    }

    private enum OfPlanned {
        DEPARTURES
    }

    private Facts.@Nullable Maker past(String name, String kind, Form form) {
        form.require("of");
        Stream.Of of = form.oneOf("of", Stream.Of.class);
        Yaml.Scalar value = form.scalar(kind);
        if (of == null || value == null) {
            return null;
        }
        Fact.Past.How how = Fact.Past.How.valueOf(kind.toUpperCase(Locale.ROOT));
        List<String> values = values(of);
        String wanted = how == Fact.Past.How.COUNT && value.text().equals("true") ? values.getFirst() : value.text();
        if (!values.contains(wanted)) {
            String list = of.name().toLowerCase(Locale.ROOT) + " have " + String.join(", ", values) + ".";
            mistakes.unknown(value.place(), kind + " cannot be of " + wanted + "; " + list, wanted, values);
            return null;
        }
        Stream.At at = at(form);
        List<Stream.Same> same = same(form);
        if (of == Stream.Of.WEATHER && (at == Stream.At.ANY || !same.isEmpty())) {
            mistakes.add(form.keyPlace("of"), "Weather is that of a stop alone.", "Write at: from, or at: to.");
            return null;
        }
        Long window = length(form.scalar("over"), "over", mistakes);
        Integer last = HOWS.contains(kind) && !kind.equals("last") ? whole(form, "last") : Integer.valueOf(1);
        if (window == null && last == null) {
            mistakes.add(form.keyPlace(kind), "How far back it looks is missing.", "Add over: 60m, or last: 30.");
            return null;
        }
        Stream stream = new Stream(of, wanted, at, same);
        long reach = window == null ? Long.MAX_VALUE : window;
        int most = last == null ? Integer.MAX_VALUE : last;
        return (network, _) -> {
            Tables table = network.tables.of(stream);
            table.needs(window == null ? 0 : reach, last == null ? 0 : most);
            return new Fact.Past(name, table, how, reach, most);
        };
    }

    private static List<String> values(Stream.Of of) {
        return switch (of) {
            case DEPARTURES -> List.of("late", "late15", "cancelled");
            case ARRIVALS -> List.of("late", "late15", "gain");
            case WEATHER -> WEATHER;
        };
    }

    private @Nullable Integer whole(Form form, String key) {
        Yaml.Scalar written = form.scalar(key);
        if (written == null) {
            return null;
        }
        if (!written.text().matches("[1-9][0-9]{0,3}")) {
            mistakes.add(written.place(), key + " must be a whole number from 1 to 9999, not " + written.text() + ".");
            return 1;
        }
        return Integer.valueOf(written.text());
    }

    private Stream.At at(Form form) {
        Stream.At at = form.has("at") ? form.oneOf("at", Stream.At.class) : Stream.At.ANY;
        return at == null ? Stream.At.ANY : at;
    }

    private List<Stream.Same> same(Form form) {
        List<Stream.Same> same = new ArrayList<>();
        for (Yaml.Scalar written : form.scalars("same")) {
            Stream.Same one = form.oneOf(written, "same", Stream.Same.class);
            if (one != null) {
                same.add(one);
            }
        }
        return same;
    }

    private Facts.@Nullable Maker due(String name, Form form) {
        form.require("at", "over");
        Fact.Due.What what = form.oneOf("due", Fact.Due.What.class);
        Stream.At at = at(form);
        List<Stream.Same> same = same(form);
        Long window = length(form.scalar("over"), "over", mistakes);
        if (what == null || window == null) {
            return null;
        }
        boolean sameOperator = same.equals(List.of(Stream.Same.OPERATOR));
        if (!same.isEmpty() && !sameOperator) {
            mistakes.add(form.keyPlace("same"), "Departures that are due can have the operator in common, no more.");
        }
        return (_, _) -> new Fact.Due(name, what, sameOperator, at == Stream.At.TO, window);
    }

    private Facts.@Nullable Maker planned(String name, Form form) {
        form.require("at", "within");
        form.oneOf("planned", OfPlanned.class);
        Stream.At at = at(form);
        Long window = length(form.scalar("within"), "within", mistakes);
        return window == null ? null : (_, _) -> new Fact.Planned(name, at == Stream.At.TO, window);
    }

    private Facts.@Nullable Maker sum(String name, Form form) {
        List<String> parts = new ArrayList<>();
        for (Yaml.Scalar part : form.scalars("sum")) {
            if (facts.containsKey(part.text())) {
                parts.add(part.text());
            } else {
                mistakes.unknown(
                        part.place(), "No fact above is called " + part.text() + ".", part.text(), facts.keySet());
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        return (_, before) -> new Fact.Sum(
                name,
                parts.stream()
                        .map(part -> java.util.Objects.requireNonNull(before.get(part)))
                        .toList());
    }
}
