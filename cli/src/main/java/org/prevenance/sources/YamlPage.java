package org.prevenance.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// A `sources.yaml` being read, which collects the mistakes. Not thread-safe.
final class YamlPage {
    private final NamedText source;
    private final Mistakes mistakes = new Mistakes();

    YamlPage(String file, String text) {
        this.source = new NamedText(file, text);
    }

    /// The root; null when the page is no YAML map, which is then noted.
    @Nullable
    Yaml root() {
        return YamlReader.read(source, mistakes);
    }

    void wrong(Yaml node, String what, @Nullable String hint) {
        wrong(head(node), what, hint);
    }

    void wrong(Place place, String what, @Nullable String hint) {
        mistakes.add(place, what, hint);
    }

    /// A whole map or list would be marked from end to end: its first characters say enough.
    static Place head(Yaml node) {
        return switch (node) {
            case Yaml.Mapping map
            when !map.entries().isEmpty() && !isFlow(map) ->
                map.entries().values().iterator().next().key();
            case Yaml.Items list
            when !list.items().isEmpty() && !isFlow(list) -> head(list.items().getFirst());
            default -> node.place();
        };
    }

    private static boolean isFlow(Yaml node) {
        String text = node.place().in().text();
        return text.startsWith("{", node.place().start())
                || text.startsWith("[", node.place().start());
    }

    /// `sources.yaml:12`, for messages about rows.
    String place(Yaml node) {
        return source.file() + ":" + node.place().line();
    }

    boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    List<Mistake> mistakes() {
        return mistakes.sorted();
    }

    /// `Maybe write (word).`, or the words to choose from where none is near.
    static @Nullable String hint(String written, Collection<String> words) {
        String near = Nearest.to(written, words);
        if (near != null) {
            return "Maybe write (" + near + ").";
        }
        return words.isEmpty() || words.size() > 40 ? null : "Known here: " + String.join(", ", words) + ".";
    }

    /// The same; `orElse` where no word is near.
    static String hint(String written, Collection<String> words, String orElse) {
        String near = Nearest.to(written, words);
        return near == null ? orElse : "Maybe write (" + near + ").";
    }

    /// The entries of a map by key, in order; unknown keys are noted, and so is what is no map.
    ///
    /// @param known the keys that may be there; empty: any
    Map<String, Yaml.Entry> entries(Yaml node, Collection<String> known, String what) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof Yaml.Mapping map)) {
            wrong(node, what + " must be a map of keys and values, not " + node.what(), null);
            return entries;
        }
        map.entries().forEach((key, entry) -> {
            if (known.isEmpty() || known.contains(key)) {
                entries.put(key, entry);
            } else {
                wrong(entry.key(), what + " has no key (" + key + ")", hint(key, known));
            }
        });
        return entries;
    }

    /// The entries of a map that was read before: nothing is noted again.
    static Map<String, Yaml.Entry> fields(Yaml node) {
        return node instanceof Yaml.Mapping map ? map.entries() : Map.of();
    }

    /// The text of a scalar as written; null when it says nothing or is no scalar, which is then noted.
    @Nullable
    String text(Yaml node, String what) {
        if (node instanceof Yaml.Scalar scalar && scalar.type() != Yaml.Type.NULL) {
            return scalar.text();
        }
        wrong(node, what + " must be one text or number, not " + node.what(), null);
        return null;
    }

    /// The text of a scalar as written, which may be empty; what is no scalar is noted.
    String scalar(Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        wrong(node, "this must be one text or number, not " + node.what(), null);
        return "";
    }

    /// The items of a list; a single item counts as a list of one.
    static List<Yaml> items(Yaml node) {
        return node instanceof Yaml.Items list ? list.items() : List.of(node);
    }

    /// The texts of a list, or of one scalar.
    List<String> texts(Yaml node, String what) {
        List<String> texts = new ArrayList<>();
        for (Yaml item : items(node)) {
            texts.add(scalar(item));
        }
        return texts;
    }

    boolean bool(Yaml node, String what, boolean orElse) {
        String found = text(node, what);
        if (found == null) {
            return orElse;
        }
        return switch (found) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> {
                wrong(node, what + " (" + found + ") is neither true nor false", "Maybe write (true).");
                yield orElse;
            }
        };
    }
}
