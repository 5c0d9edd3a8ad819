package org.prevenance.scenario;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Nearest;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// Writes the values of an event's fields as JSON, by what the vocabulary declares: `29.99 EUR` as money, and so on.
final class FieldValues {
    private static final Pattern MONEY = Pattern.compile("(-?[0-9]+(?:\\.[0-9]{1,6})?) ([A-Z]{3})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final Times times;
    private final BiConsumer<Place, String> wrong;

    /// @param wrong told what is wrong, and where in the event's own text
    FieldValues(Times times, BiConsumer<Place, String> wrong) {
        this.times = times;
        this.wrong = wrong;
    }

    /// The `data` of an event.
    String data(EventType type, Yaml.Mapping written) {
        Map<String, String> members = new LinkedHashMap<>();
        written.entries().forEach((name, entry) -> {
            Field field = type.fields().stream()
                    .filter(declared -> declared.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (field != null) {
                members.put(name, value(field, entry.value()));
            } else if (name.equals("corrects") || name.equals("retracts")) {
                members.put(name, JsonText.string(entry.value() instanceof Yaml.Scalar id ? id.text() : ""));
            } else {
                unknown(type.name(), name, entry.key(), type.fields());
            }
        });
        boolean retracts = members.containsKey("retracts");
        for (Field field : type.fields()) {
            if (field.required() && !retracts && !members.containsKey(field.name())) {
                wrong.accept(written.place(), type.name() + " needs " + field.name() + ".");
            }
        }
        return JsonText.object(members);
    }

    private void unknown(String owner, String name, Place place, List<Field> fields) {
        String near = Nearest.to(name, fields.stream().map(Field::name).toList());
        wrong.accept(
                place, owner + " declares no field " + name + "." + (near == null ? "" : " Maybe write " + near + "."));
    }

    private String value(Field field, Yaml value) {
        return switch (field.type()) {
            case TEXTS -> list(field, value);
            case ITEMS -> items(field, value);
            case GROUP -> group(field, value);
            case ANY -> any(value);
            case MONEY -> value instanceof Yaml.Mapping ? any(value) : scalar(field, value);
            default -> scalar(field, value);
        };
    }

    private String list(Field field, Yaml value) {
        if (!(value instanceof Yaml.Items list)) {
            return mistake(field, value, "a list, such as [a, b]");
        }
        List<String> items = new ArrayList<>();
        for (Yaml item : list.items()) {
            items.add(item instanceof Yaml.Scalar text ? JsonText.string(text.text()) : mistake(field, item, "texts"));
        }
        return "[" + String.join(",", items) + "]";
    }

    private String items(Field field, Yaml value) {
        if (!(value instanceof Yaml.Items list)) {
            return mistake(field, value, "a list of objects, such as [{label: Box}]");
        }
        return "["
                + String.join(
                        ",",
                        list.items().stream().map(item -> group(field, item)).toList()) + "]";
    }

    private String group(Field field, Yaml value) {
        if (!(value instanceof Yaml.Mapping mapping)) {
            return mistake(field, value, "an object, such as {label: Box}");
        }
        Map<String, String> members = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Field part = field.parts().stream()
                    .filter(declared -> declared.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (part == null) {
                unknown(field.name(), name, entry.key(), field.parts());
            } else {
                members.put(name, value(part, entry.value()));
            }
        });
        return JsonText.object(members);
    }

    private String scalar(Field field, Yaml value) {
        if (!(value instanceof Yaml.Scalar scalar)) {
            return mistake(field, value, "a single value");
        }
        String text = scalar.text();
        String json = switch (field.type()) {
            case WHOLE -> text.matches("-?(0|[1-9][0-9]*)") ? text : null;
            case NUMBER -> NUMBER.matcher(text).matches() ? text : null;
            case BOOL -> text.equals("true") || text.equals("false") ? text : null;
            case MONEY -> money(text);
            case DATE -> text.length() == 10 && times.read(text) != null ? JsonText.string(text) : null;
            case TIME -> time(text);
            default -> JsonText.string(text);
        };
        return json != null
                ? json
                : mistake(field, value, "a " + field.type().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static @Nullable String money(String text) {
        Matcher matcher = MONEY.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> members = new LinkedHashMap<>();
        members.put("amount", JsonText.string(matcher.group(1)));
        members.put("currency", JsonText.string(matcher.group(2)));
        return JsonText.object(members);
    }

    private @Nullable String time(String text) {
        ZonedDateTime time = times.read(text);
        return time == null ? null : JsonText.string(time.toInstant().toString());
    }

    /// A value as YAML takes it.
    private static String any(Yaml value) {
        return switch (value) {
            case Yaml.Items list ->
                "["
                        + String.join(
                                ",", list.items().stream().map(FieldValues::any).toList()) + "]";
            case Yaml.Mapping mapping -> {
                Map<String, String> members = new LinkedHashMap<>();
                mapping.entries().forEach((name, entry) -> members.put(name, any(entry.value())));
                yield JsonText.object(members);
            }
            case Yaml.Scalar scalar ->
                switch (scalar.type()) {
                    case BOOL -> scalar.text().equalsIgnoreCase("true") ? "true" : "false";
                    case NULL -> "null";
                    case WHOLE, NUMBER ->
                        NUMBER.matcher(scalar.text()).matches() ? scalar.text() : JsonText.string(scalar.text());
                    case TEXT -> JsonText.string(scalar.text());
                };
        };
    }

    private String mistake(Field field, Yaml value, String wanted) {
        String found = value instanceof Yaml.Scalar scalar ? scalar.text() : value.what();
        wrong.accept(value.place(), field.name() + " must be " + wanted + ", not " + found + ".");
        return "null";
    }
}
