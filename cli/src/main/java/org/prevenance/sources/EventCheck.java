package org.prevenance.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.sources.Mapping.EventMapping;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;

/// Checks one event of a mapping against the vocabulary: type, subject, fields.
final class EventCheck {
    private final YamlPage page;
    private final Vocabulary vocabulary;

    EventCheck(YamlPage page, Vocabulary vocabulary) {
        this.page = page;
        this.vocabulary = vocabulary;
    }

    void event(EventMapping event, Map<String, Yaml.Entry> entries, Yaml node) {
        List<EventType> types = types(event.type(), entries.get("type"));
        if (types.isEmpty()) {
            return; // mistaken, or named by each row: then each row is checked
        }
        subject(event.subject(), types, entries.get("subject"));
        Yaml.Entry data = entries.get("data");
        Yaml.Entry json = entries.get("json");
        if (json != null && (data != null || event.corrects() != null || event.retracts() != null)) {
            page.wrong(
                    json.key(),
                    "(json) already is the whole data, with corrects and retracts",
                    "Maybe keep either (json) or (data).");
        }
        if (data != null) {
            YamlPage.fields(data.value())
                    .forEach((path, entry) -> field(path, event.data().get(path), types, entry));
        }
        if (event.json() == null) {
            for (EventType type : types) {
                required(event, type, data == null ? YamlPage.head(node) : data.key());
            }
        }
    }

    /// For a file whose columns are named in the mapping: that only those are used.
    void columns(EventMapping event, Set<String> declared, Yaml node) {
        if (declared.isEmpty()) {
            return;
        }
        for (String column : new LinkedHashSet<>(Columns.of(event))) {
            if (!declared.contains(column)) {
                page.wrong(
                        node,
                        "the event uses the column (" + column + "), which (columns) does not name",
                        YamlPage.hint(column, declared));
            }
        }
    }

    private List<EventType> types(Value type, Yaml.@Nullable Entry entry) {
        Collection<String> names = switch (type.origin()) {
            case Value.Constant constant -> List.of(constant.text());
            default -> type.map().values();
        };
        List<EventType> types = new ArrayList<>();
        for (String name : names) {
            EventType found = vocabulary.type(name);
            if (found != null) {
                types.add(found);
            } else if (entry != null) {
                List<String> known =
                        vocabulary.types().stream().map(EventType::name).toList();
                page.wrong(
                        entry.value(),
                        "the type (" + name + ") is not declared",
                        YamlPage.hint(
                                name, known, "A pack of yours declares it? Then name its folder: --playbooks FOLDER."));
                return List.of();
            }
        }
        return types;
    }

    private void subject(Value subject, List<EventType> types, Yaml.@Nullable Entry entry) {
        String start = switch (subject.origin()) {
            case Value.Constant constant -> constant.text();
            case Value.Template template -> template.texts().getFirst();
            case Value.Column _ -> "";
        };
        int slash = start.indexOf('/');
        if (slash < 0 || entry == null) {
            return;
        }
        String kind = start.substring(0, slash);
        int number = vocabulary.kind(kind);
        if (number < 0) {
            page.wrong(
                    entry.value(),
                    "the kind of subject (" + kind + ") is not declared",
                    YamlPage.hint(kind, vocabulary.kinds()));
            return;
        }
        for (EventType type : types) {
            if (!type.subjectKinds().contains(number)) {
                List<String> kinds = type.subjectKinds().stream()
                        .map(vocabulary.kinds()::get)
                        .toList();
                page.wrong(
                        entry.value(),
                        type.name() + " is not about a " + kind,
                        "Maybe write (" + kinds.getFirst() + "/{column}).");
            }
        }
    }

    private void field(String path, @Nullable FieldSource source, List<EventType> types, Yaml.Entry entry) {
        Field field = null;
        for (EventType type : types) {
            Field declared = type.field(path);
            field = declared == null ? field : declared;
        }
        if (field == null) {
            Set<String> known = new LinkedHashSet<>();
            types.forEach(type -> type.fields().forEach(each -> known.add(each.name())));
            String owner = types.size() == 1 ? types.getFirst().name() : "none of the types";
            page.wrong(entry.key(), owner + " has no field (" + path + ")", YamlPage.hint(path, known));
        } else if (source != null) {
            shape(path, field, source, entry);
        }
    }

    private void shape(String path, Field field, FieldSource source, Yaml.Entry entry) {
        boolean fits = switch (source) {
            case FieldSource.Money _ -> field.type() == FieldType.MONEY;
            case FieldSource.Single _ ->
                field.type() != FieldType.MONEY && field.type() != FieldType.ITEMS && field.type() != FieldType.GROUP;
            case FieldSource.Split split ->
                split.part() == null ? field.type() == FieldType.TEXTS : field.type() == FieldType.ITEMS;
            case FieldSource.Items _ -> field.type() == FieldType.ITEMS;
        };
        if (!fits) {
            page.wrong(entry.value(), "(" + path + ") " + expected(field), advice(path, field));
            return;
        }
        if (source instanceof FieldSource.Items items) {
            items.items().forEach(item -> item.keySet().forEach(part -> part(path, field, part, entry)));
        } else if (source instanceof FieldSource.Split split && split.part() != null) {
            part(path, field, split.part(), entry);
        }
    }

    private void part(String path, Field field, String part, Yaml.Entry entry) {
        List<String> parts = field.parts().stream().map(Field::name).toList();
        if (!parts.contains(part)) {
            page.wrong(
                    entry.value(), "an item of (" + path + ") has no part (" + part + ")", YamlPage.hint(part, parts));
        }
    }

    private static String expected(Field field) {
        return switch (field.type()) {
            case MONEY -> "is money";
            case ITEMS -> "is a list of objects";
            case GROUP -> "is an object";
            case TEXTS -> "is a list of texts";
            default -> "is one value, not money or a list";
        };
    }

    private static String advice(String path, Field field) {
        String part =
                field.parts().isEmpty() ? "part" : field.parts().getFirst().name();
        return switch (field.type()) {
            case MONEY -> "Maybe write (" + path + ": {money: column, currency: EUR}).";
            case ITEMS -> "Maybe write (" + path + ": [{" + part + ": column}]).";
            case GROUP -> "Maybe write (" + path + "." + part + ": column).";
            case TEXTS -> "Maybe write (" + path + ": {split: column, by: \"|\"}).";
            default -> "Maybe write (" + path + ": column).";
        };
    }

    private void required(EventMapping event, EventType type, Place node) {
        for (Field field : type.fields()) {
            boolean mapped = event.data().keySet().stream()
                    .anyMatch(path -> path.equals(field.name()) || path.startsWith(field.name() + "."));
            if (field.required() && !mapped && event.retracts() == null) {
                page.wrong(
                        node,
                        type.name() + " needs the field (" + field.name() + ")",
                        field.type() == FieldType.MONEY || field.type() == FieldType.ITEMS
                                ? advice(field.name(), field)
                                : "Maybe add (" + field.name() + ": column).");
            }
        }
        List<String> oneOf = type.atLeastOneOf();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(event.data()::containsKey)) {
            page.wrong(
                    node,
                    type.name() + " needs at least one of the fields " + String.join(", ", oneOf),
                    "Maybe add (" + oneOf.getFirst() + ": column).");
        }
    }
}
