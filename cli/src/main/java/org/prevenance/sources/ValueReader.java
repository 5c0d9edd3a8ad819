package org.prevenance.sources;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Yaml;

/// Reads the values of `sources.yaml`: a column's name, a template with `{column}`, or a map with more to say.
final class ValueReader {
    /// What a text without braces means where it stands.
    enum Plain {
        COLUMN,
        CONSTANT
    }

    private static final Set<String> VALUE_KEYS =
            Set.of("column", "constant", "template", "map", "scale", "unit", "dates");
    private static final Set<String> MONEY_KEYS = Set.of("money", "currency", "scale", "unit", "map");
    private static final Set<String> SPLIT_KEYS = Set.of("split", "by", "part", "map");

    private final YamlPage page;

    ValueReader(YamlPage page) {
        this.page = page;
    }

    /// The value at this node; null where it is mistaken, which is noted.
    @Nullable
    Value value(Yaml node, String what, Plain plain) {
        if (node instanceof Yaml.Mapping) {
            return detailed(page.entries(node, VALUE_KEYS, what), node, what);
        }
        String text = page.text(node, what);
        return text == null ? null : Value.of(origin(node, text, plain), page.place(node));
    }

    /// How a field is made; null where it is mistaken, which is noted.
    @Nullable
    FieldSource field(Yaml node, String what) {
        if (node instanceof Yaml.Items) {
            return items(node, what);
        }
        if (node instanceof Yaml.Mapping) {
            Map<String, Yaml.Entry> any = page.entries(node, List.of(), what);
            Yaml.Entry money = any.get("money");
            Yaml.Entry split = any.get("split");
            if (money != null) {
                return money(money, page.entries(node, MONEY_KEYS, what), node);
            }
            if (split != null) {
                return split(split, page.entries(node, SPLIT_KEYS, what), node);
            }
        }
        Value value = value(node, what, Plain.COLUMN);
        return value == null ? null : new FieldSource.Single(value);
    }

    private Value.Origin origin(Yaml node, String text, Plain plain) {
        if (text.indexOf('{') >= 0) {
            return template(node, text);
        }
        return plain == Plain.COLUMN ? new Value.Column(text) : new Value.Constant(text);
    }

    private Value.Template template(Yaml node, String text) {
        List<String> texts = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                page.wrong(node, "the template (" + text + ") has a { without its }", "Maybe write ({column}).");
                break;
            }
            texts.add(text.substring(from, open));
            cells.add(text.substring(open + 1, close).strip());
            from = close + 1;
        }
        texts.add(text.substring(from));
        return new Value.Template(texts, cells);
    }

    private @Nullable Value detailed(Map<String, Yaml.Entry> entries, Yaml node, String what) {
        Value.Origin origin = null;
        int origins = 0;
        for (String key : List.of("column", "constant", "template")) {
            Yaml.Entry entry = entries.get(key);
            if (entry == null) {
                continue;
            }
            origins++;
            String text = page.text(entry.value(), "(" + key + ")");
            if (text != null) {
                origin = switch (key) {
                    case "column" -> new Value.Column(text);
                    case "constant" -> new Value.Constant(text);
                    default -> template(entry.value(), text);
                };
            }
        }
        if (origins != 1) {
            page.wrong(node, what + " must say one of column, constant, template", "Maybe write ({column: name}).");
        }
        return origin == null
                ? null
                : new Value(origin, map(entries), scale(entries), unit(entries), dates(entries), page.place(node));
    }

    private @Nullable FieldSource money(Yaml.Entry from, Map<String, Yaml.Entry> entries, Yaml node) {
        Value amount = value(from.value(), "(money)", Plain.COLUMN);
        Yaml.Entry currency = entries.get("currency");
        if (currency == null) {
            page.wrong(node, "money has no currency", "Maybe write ({money: column, currency: EUR}).");
            return null;
        }
        Value of = currency(currency.value());
        if (amount == null || of == null) {
            return null;
        }
        Map<String, String> map = map(entries);
        Value changed = new Value(
                amount.origin(),
                map.isEmpty() ? amount.map() : map,
                entries.containsKey("scale") ? scale(entries) : amount.scale(),
                entries.containsKey("unit") ? unit(entries) : amount.unit(),
                List.of(),
                amount.place());
        return new FieldSource.Money(changed, of);
    }

    /// Three capital letters are a currency, anything else names a column.
    private @Nullable Value currency(Yaml node) {
        if (node instanceof Yaml.Mapping) {
            return value(node, "(currency)", Plain.COLUMN);
        }
        String text = page.text(node, "(currency)");
        boolean code = text != null && text.matches("[A-Z]{3}");
        return text == null ? null : value(node, "(currency)", code ? Plain.CONSTANT : Plain.COLUMN);
    }

    private @Nullable FieldSource split(Yaml.Entry from, Map<String, Yaml.Entry> entries, Yaml node) {
        Value value = value(from.value(), "(split)", Plain.COLUMN);
        Yaml.Entry by = entries.get("by");
        String between = by == null ? null : page.text(by.value(), "(by)");
        if (by == null) {
            page.wrong(node, "(split) does not say what stands between the texts", "Maybe add (by: \"|\").");
        }
        Yaml.Entry part = entries.get("part");
        String partName = part == null ? null : page.text(part.value(), "(part)");
        if (value == null || between == null || between.isEmpty()) {
            return null;
        }
        Value mapped = new Value(value.origin(), map(entries), null, null, List.of(), value.place());
        return new FieldSource.Split(mapped, between, partName);
    }

    private FieldSource items(Yaml node, String what) {
        List<Map<String, FieldSource>> items = new ArrayList<>();
        for (Yaml item : YamlPage.items(node)) {
            Map<String, FieldSource> parts = new LinkedHashMap<>();
            page.entries(item, List.of(), "an item of " + what).forEach((name, entry) -> {
                FieldSource part = field(entry.value(), "(" + name + ")");
                if (part != null) {
                    parts.put(name, part);
                }
            });
            items.add(parts);
        }
        return new FieldSource.Items(items);
    }

    private Map<String, String> map(Map<String, Yaml.Entry> entries) {
        Map<String, String> map = new LinkedHashMap<>();
        Yaml.Entry entry = entries.get("map");
        if (entry != null) {
            page.entries(entry.value(), List.of(), "(map)").forEach((from, to) -> {
                String text = page.text(to.value(), "what (" + from + ") becomes");
                if (text != null) {
                    map.put(from, text);
                }
            });
        }
        return map;
    }

    private @Nullable String unit(Map<String, Yaml.Entry> entries) {
        Yaml.Entry entry = entries.get("unit");
        return entry == null ? null : page.text(entry.value(), "(unit)");
    }

    private @Nullable Scale scale(Map<String, Yaml.Entry> entries) {
        Yaml.Entry entry = entries.get("scale");
        String text = entry == null ? null : page.text(entry.value(), "(scale)");
        if (entry == null || text == null) {
            return null;
        }
        Scale scale = Scale.parse(text);
        if (scale == null) {
            page.wrong(
                    entry.value(),
                    "the scale (" + text + ") is neither a number nor a fraction",
                    "Maybe write (scale: 1000), or (scale: 1/12).");
        }
        return scale;
    }

    private List<String> dates(Map<String, Yaml.Entry> entries) {
        Yaml.Entry entry = entries.get("dates");
        return entry == null ? List.of() : patterns(entry.value());
    }

    /// The date patterns of a list or scalar; what is no pattern is noted.
    List<String> patterns(Yaml node) {
        List<String> good = new ArrayList<>();
        for (Yaml item : YamlPage.items(node)) {
            String pattern = page.text(item, "a date pattern");
            if (pattern == null) {
                continue;
            }
            try {
                if (!DateReader.EPOCHS.containsKey(pattern)) {
                    var _ = DateTimeFormatter.ofPattern(pattern);
                }
                good.add(pattern);
            } catch (IllegalArgumentException e) {
                String advice =
                        "Maybe write (dd/MM/yyyy), or one of " + String.join(", ", DateReader.EPOCHS.keySet()) + ".";
                page.wrong(item, "(" + pattern + ") is not a date pattern: " + e.getMessage(), advice);
            }
        }
        return good;
    }
}
