package org.prevenance.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the entries of one mapping, and reports what is missing, of another type or unknown. Not thread-safe.
public final class Form {
    private final Yaml.Mapping mapping;
    private final Mistakes mistakes;
    private final List<String> known = new ArrayList<>();

    public Form(Yaml.Mapping mapping, Mistakes mistakes) {
        this.mapping = mapping;
        this.mistakes = mistakes;
    }

    public Place place() {
        return mapping.place();
    }

    public Mistakes mistakes() {
        return mistakes;
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /// Where the key is written, or the mapping where it is not.
    public Place keyPlace(String key) {
        Yaml.Entry entry = mapping.entries().get(key);
        return entry == null ? head() : entry.key();
    }

    /// The value, whatever it is; null where the key is missing.
    public @Nullable Yaml any(String key) {
        known.add(key);
        return mapping.get(key);
    }

    public Yaml.@Nullable Scalar scalar(String key) {
        return switch (any(key)) {
            case null -> null;
            case Yaml.Scalar scalar when scalar.type() != Yaml.Type.NULL -> scalar;
            case Yaml other -> {
                wrongType(key, other, "a single value");
                yield null;
            }
        };
    }

    public @Nullable String text(String key) {
        Yaml.Scalar scalar = scalar(key);
        return scalar == null ? null : scalar.text();
    }

    public boolean flag(String key) {
        Yaml.Scalar scalar = scalar(key);
        if (scalar != null && scalar.type() != Yaml.Type.BOOL) {
            wrongType(key, scalar, "true or false");
        }
        return scalar != null && scalar.text().toLowerCase(Locale.ROOT).equals("true");
    }

    public @Nullable Form form(String key) {
        return switch (any(key)) {
            case null -> null;
            case Yaml.Mapping child -> new Form(child, mistakes);
            case Yaml other -> {
                wrongType(key, other, "a mapping");
                yield null;
            }
        };
    }

    /// Scalars written as a list, or a single one; empty where the key is missing.
    public List<Yaml.Scalar> scalars(String key) {
        List<Yaml.Scalar> scalars = new ArrayList<>();
        switch (any(key)) {
            case null -> {}
            case Yaml.Scalar scalar when scalar.type() != Yaml.Type.NULL -> scalars.add(scalar);
            case Yaml.Items list -> {
                for (Yaml item : list.items()) {
                    if (item instanceof Yaml.Scalar scalar) {
                        scalars.add(scalar);
                    } else {
                        wrongType(key, item, "a list of single values");
                    }
                }
            }
            case Yaml other -> wrongType(key, other, "a single value or a list");
        }
        return scalars;
    }

    public List<String> texts(String key) {
        return scalars(key).stream().map(Yaml.Scalar::text).toList();
    }

    /// The value, which must be one of the constants, written in lower case with `-`; null where missing or wrong.
    public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
        Yaml.Scalar scalar = scalar(key);
        return scalar == null ? null : oneOf(scalar, key, type);
    }

    public <E extends Enum<E>> @Nullable E oneOf(Yaml.Scalar scalar, String key, Class<E> type) {
        Map<String, E> names = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> names.put(written(constant), constant));
        E found = names.get(scalar.text());
        if (found == null) {
            mistakes.unknown(
                    scalar.place(),
                    key + " cannot be " + scalar.text() + "; it is one of " + String.join(", ", names.keySet()) + ".",
                    scalar.text(),
                    names.keySet());
        }
        return found;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Each entry of a mapping under `key`; empty where the key is missing.
    public Map<String, Yaml.Entry> entries(String key) {
        return switch (any(key)) {
            case null -> Map.of();
            case Yaml.Mapping child -> child.entries();
            case Yaml other -> {
                wrongType(key, other, "a mapping");
                yield Map.of();
            }
        };
    }

    public void wrongType(String key, Yaml found, String wanted) {
        mistakes.add(found.place(), key + " must be " + wanted + ", not " + found.what() + ".");
    }

    /// Reports that these keys are missing.
    public void require(String... keys) {
        for (String key : keys) {
            known.add(key);
            if (!has(key)) {
                mistakes.add(head(), key + " is missing.", "Add " + key + ": here.");
            }
        }
    }

    /// The first characters of the mapping, so that a mistake about the whole marks no more than a word.
    private Place head() {
        Yaml.Entry first = mapping.entries().isEmpty()
                ? null
                : mapping.entries().values().iterator().next();
        boolean flow = place().in().text().startsWith("{", place().start());
        return flow || first == null ? place().in().at(place().start()) : first.key();
    }

    /// Reports the keys that were not asked for.
    public void done(Collection<String> alsoKnown) {
        known.addAll(alsoKnown);
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                mistakes.unknown(entry.key(), key + " is not a key that is known here.", key, known);
            }
        });
    }

    public void done() {
        done(List.of());
    }
}
