package org.prevenance.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Yaml;

/// What an indicator holds, in words, from how its playbook declares it. Keys that it does not know are shown as
/// written.
final class IndicatorWords {
    /// Keys that are told elsewhere, or inside the first words.
    private static final Set<String> TOLD = Set.of(
            "of", "over", "before", "purpose", "title", "per", "each", "where", "since", "of_kind", "among", "id",
            "gives");

    private final Tongue tongue;
    private final Yaml.Mapping declared;
    private final ExpressionWords expressions;

    IndicatorWords(Tongue tongue, Yaml.Mapping declared, UnaryOperator<String> names) {
        this.tongue = tongue;
        this.declared = declared;
        this.expressions = new ExpressionWords(tongue, names);
    }

    String words() {
        Map<String, Yaml> left = new LinkedHashMap<>();
        declared.entries().forEach((key, entry) -> left.put(key, entry.value()));
        String key = left.keySet().stream()
                .filter(name -> !TOLD.contains(name))
                .findFirst()
                .orElse("");
        Yaml value = left.remove(key);
        TOLD.forEach(left::remove);
        if (key.equals("gather")) {
            left.remove("value");
        }
        StringBuilder words = new StringBuilder(what(key, value == null ? "" : written(value), value));
        String each = scalar("each");
        add(
                words,
                tongue.say(", item by item of ", ", élément par élément de "),
                each != null && each.startsWith("event.") ? expressions.of(each) : null);
        add(words, tongue.say(", where ", ", où "), expression("where"));
        add(words, ", ", window());
        add(words, tongue.say(", since ", ", depuis "), since());
        left.forEach((name, other) -> words.append(", ").append(further(name, other)));
        return words.toString();
    }

    private String further(String key, Yaml value) {
        String written = written(value);
        return switch (key) {
            case "by" -> tongue.say("for each ", "pour chaque ") + each(value, tongue.say(" and ", " et "));
            case "take" -> each(tongue.say("of these ", "dont "), value);
            case "having" -> tongue.say("only groups where ", "seulement les groupes où ") + expressions.of(written);
            case "unless" -> tongue.say("taken away by ", "sauf après ") + "`" + written + "`";
            case "at" -> tongue.say("at ", "à ") + expressions.of(written);
            case "skip" -> tongue.say("without the latest " + written, "sans les " + written + " derniers");
            case "apart" -> tongue.say("with different ", "avec un autre ") + expressions.of(written);
            case "with" -> joined(value);
            case "gap" ->
                tongue.say("no more than ", "sans plus de ")
                        + tongue.duration(written)
                        + tongue.say(" apart", " entre deux");
            case "then" -> tongue.say("as known then", "tel que connu alors");
            case "sources" -> tongue.say("with sources ", "avec pour sources ") + each(value, ", ");
            default -> "`" + key + ": " + written + "`";
        };
    }

    /// The earlier events that are read beside each event.
    private String joined(Yaml with) {
        if (!(with instanceof Yaml.Mapping mapping)) {
            return "`with: " + written(with) + "`";
        }
        List<String> told = new ArrayList<>();
        String same = mapping.get("on") == null
                ? ""
                : tongue.say(" of the same ", " du même ") + expressions.of(written(mapping.get("on")));
        mapping.entries().forEach((name, entry) -> {
            if (!name.equals("on")) {
                Yaml type = entry.value() instanceof Yaml.Mapping further ? further.get("of") : entry.value();
                Yaml back = entry.value() instanceof Yaml.Mapping further ? further.get("back") : null;
                told.add(tongue.say("with ", "avec ") + "`" + name + "`" + tongue.say(", the ", ", ")
                        + rank(back == null ? "1" : written(back)) + " `" + written(type) + "`"
                        + same);
            }
        });
        return String.join(", ", told);
    }

    private String rank(String back) {
        return switch (back) {
            case "1" -> tongue.say("latest", "le dernier");
            case "2" -> tongue.say("second latest", "l'avant-dernier");
            default -> tongue.say(back + "th latest", "le " + back + "ᵉ dernier");
        };
    }

    private String each(Yaml value, String between) {
        return value instanceof Yaml.Items items
                ? items.items().stream()
                        .map(item -> expressions.of(written(item)))
                        .collect(Collectors.joining(between))
                : expressions.of(written(value));
    }

    private String each(String before, Yaml take) {
        return take instanceof Yaml.Items items
                ? items.items().stream().map(item -> each(before, item)).collect(Collectors.joining(", "))
                : before + taken(written(take));
    }

    private String taken(String take) {
        return switch (take) {
            case "sum" -> tongue.say("the sum", "la somme");
            case "count" -> tongue.say("the number", "le nombre");
            case "min" -> tongue.say("the smallest", "le plus petit");
            case "max" -> tongue.say("the largest", "le plus grand");
            case "mean" -> tongue.say("the mean", "la moyenne");
            case "median" -> tongue.say("the median", "la médiane");
            case "first-key" -> tongue.say("the first key", "la première clé");
            case "last-key" -> tongue.say("the last key", "la dernière clé");
            default -> "`" + take + "`";
        };
    }

    private static void add(StringBuilder words, String before, @Nullable String what) {
        if (what != null && !what.isEmpty()) {
            words.append(before).append(what);
        }
    }

    private @Nullable String scalar(String key) {
        return declared.get(key) instanceof Yaml.Scalar scalar ? scalar.text().strip() : null;
    }

    private @Nullable String expression(String key) {
        String written = scalar(key);
        return written == null ? null : expressions.of(written);
    }

    /// The event types, or the kind of subject.
    private String of() {
        return switch (declared.get("of")) {
            case Yaml.Scalar scalar -> "`" + scalar.text() + "`";
            case Yaml.Items items ->
                items.items().stream()
                        .map(IndicatorWords::written)
                        .map(type -> "`" + type + "`")
                        .collect(Collectors.joining(", "));
            case null, default -> "";
        };
    }

    private String what(String key, String written, @Nullable Yaml value) {
        String x = value instanceof Yaml.Mapping mapping
                ? expressions.of(mapping.get("of") == null ? "" : written(mapping.get("of")))
                : expressions.of(written);
        boolean all = key.equals("count") && written.equals("true");
        String from = of().isEmpty() ? "" : tongue.say(" of ", " de ") + of();
        return switch (key) {
            case "count" -> tongue.say("number", "nombre") + from + (all ? "" : tongue.say(" with ", " avec ") + x);
            case "sum" -> tongue.say("sum of ", "somme de ") + x + from;
            case "min" -> tongue.say("smallest ", "plus petit ") + x + from;
            case "max" -> tongue.say("largest ", "plus grand ") + x + from;
            case "mean" -> tongue.say("mean of ", "moyenne de ") + x + from;
            case "median" -> tongue.say("median of ", "médiane de ") + x + from;
            case "first" -> tongue.say("first ", "premier ") + x + from;
            case "last" -> tongue.say("latest ", "dernier ") + x + from;
            case "distinct" ->
                tongue.say("number of different ", "nombre de ") + x + tongue.say("", " différents") + from;
            case "slope" -> tongue.say("trend per day of ", "tendance par jour de ") + x + from;
            case "rate" -> tongue.say("mean per ", "moyenne par ") + period() + tongue.say(" of ", " de ") + x + from;
            case "share" -> tongue.say("share", "part") + from + tongue.say(" with ", " avec ") + x;
            case "streak" ->
                (period().equals("hour") || period().equals("heure")
                                ? tongue.say("hours in a row", "heures de suite")
                                : tongue.say("days in a row", "jours de suite"))
                        + from
                        + tongue.say(" with ", " avec ")
                        + x;
            case "interval" ->
                tongue.say("usual time between two", "temps habituel entre deux") + from.replaceFirst("^ (of|de)", "");
            case "drops" -> tongue.say("how often ", "nombre de baisses de ") + x + tongue.say(" fell", "") + from;
            case "repeated" -> x + tongue.say(" that came twice", " en double") + from;
            case "contradictions" ->
                tongue.say("pairs whose ", "paires dont ")
                        + x
                        + tongue.say(" contradict each other", " se contredisent")
                        + from;
            case "contradiction" -> tongue.say("first contradiction of ", "première contradiction de ") + x + from;
            case "changes" ->
                tongue.say("how often ", "nombre de changements de ")
                        + (value == null ? x : each(value, tongue.say(" or ", " ou ")))
                        + tongue.say(" changed", "")
                        + from;
            case "gather" -> gathered(written) + tongue.say(" over every ", " sur chaque ") + kind();
            case "least" ->
                ("which".equals(scalar("gives"))
                                ? tongue.say("which ", "quel ")
                                        + kind()
                                        + tongue.say(" has the least ", " a le moindre ")
                                : tongue.say("the least, over every ", "le moindre, sur chaque ")
                                        + kind()
                                        + tongue.say(", of ", ", de "))
                        + x;
            case "value" -> x;
            case "read" ->
                "`" + written + "`" + tongue.say(" of its ", " de son ") + tongue.kind(of().replace("`", ""));
            case "peers" ->
                tongue.say(written + " of ", peersFrench(written))
                        + of()
                        + tongue.say(" among those of the same ", " parmi ceux de même ")
                        + expression("among");
            default -> "`" + key + ": " + written + "`" + from;
        };
    }

    private String kind() {
        return tongue.kind(of().replace("`", ""));
    }

    private String gathered(String take) {
        String of = scalar("value");
        String what = switch (take) {
            case "share" -> tongue.say("share", "part");
            case "list" -> tongue.say("list", "liste");
            case "distinct" -> tongue.say("number of different values", "nombre de valeurs différentes");
            default ->
                taken(take)
                        .replaceFirst("^(the |l[ae] |le plus )", take.equals("min") || take.equals("max") ? "$1" : "");
        };
        return of == null ? what : what + tongue.say(" of ", " de ") + expressions.of(of);
    }

    private static String peersFrench(String take) {
        return switch (take) {
            case "median" -> "médiane de ";
            case "mean" -> "moyenne de ";
            default -> take + " de ";
        };
    }

    private String period() {
        String period = scalar("per") != null ? scalar("per") : scalar("each");
        return switch (period == null ? "" : period) {
            case "hour" -> tongue.say("hour", "heure");
            case "week" -> tongue.say("week", "semaine");
            default -> tongue.say("day", "jour");
        };
    }

    private @Nullable String since() {
        String since = scalar("since");
        if (since == null) {
            return null;
        }
        boolean life = since.endsWith(" or life");
        String name = life ? since.substring(0, since.length() - " or life".length()) : since;
        return expressions.of(name) + (life ? tongue.say(" (or ever)", " (ou depuis toujours)") : "");
    }

    private @Nullable String window() {
        String over = scalar("over");
        if (over == null || over.equals("life")) {
            return null;
        }
        String words = switch (over) {
            case "day" -> tongue.say("today", "aujourd'hui");
            case "week" -> tongue.say("this week", "cette semaine");
            case "month" -> tongue.say("this month", "ce mois-ci");
            case "hour" -> tongue.say("this hour", "cette heure");
            default ->
                over.endsWith(" events")
                        ? tongue.say("the latest ", "les ")
                                + over.replace(" events", tongue.say(" events", " derniers"))
                        : tongue.say("over ", "sur ") + tongue.duration(over);
        };
        String before = scalar("before");
        return before == null
                ? words
                : words + tongue.say(", ", ", ") + tongue.duration(before) + tongue.say(" before", " avant");
    }

    /// A value as it stands in the file.
    static String written(@Nullable Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> scalar.text().strip().replaceAll("\\s+", " ");
            case Yaml.Items items ->
                items.items().stream().map(IndicatorWords::written).collect(Collectors.joining(", ", "[", "]"));
            case Yaml.Mapping mapping -> {
                List<String> entries = new ArrayList<>();
                mapping.entries().forEach((key, entry) -> entries.add(key + ": " + written(entry.value())));
                yield "{" + String.join(", ", entries) + "}";
            }
            case null -> "";
        };
    }
}
