package org.prevenance.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A YAML text being read, which keeps the place of everything and collects the mistakes. Not thread-safe.
final class YamlPage {
    /// A key of a YAML map and what stands there.
    record Entry(Node key, Node value) {}

    private final String file;
    private final List<String> lines;
    private final String text;
    private final List<Mistake> mistakes = new ArrayList<>();

    YamlPage(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = text.lines().toList();
    }

    /// The root; null when the page is empty or is not YAML, which is then noted.
    @Nullable Node root() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setLabel(file)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                wrong(1, 1, "the file says nothing", "Maybe start with (sources:).");
            }
            return root.orElse(null);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            wrong(
                    mark.map(m -> m.getLine() + 1).orElse(1),
                    mark.map(m -> m.getColumn() + 1).orElse(1),
                    "this is not YAML: " + e.getProblem(),
                    "Maybe a text with a colon, a brace or a quote needs quotes around it.");
        } catch (YamlEngineException e) {
            wrong(1, 1, "this is not YAML: " + e.getMessage(), null);
        }
        return null;
    }

    void wrong(Node node, String what, @Nullable String hint) {
        wrong(line(node), column(node), what, hint);
    }

    private void wrong(int line, int column, String what, @Nullable String hint) {
        String shown = line <= lines.size() ? lines.get(line - 1) : "";
        mistakes.add(new Mistake(file, line, column, what, shown, hint));
    }

    int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    private int column(Node node) {
        return node.getStartMark().map(m -> m.getColumn() + 1).orElse(1);
    }

    /// `sources.yaml:12`, for messages about rows.
    String place(Node node) {
        return file + ":" + line(node);
    }

    boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    List<Mistake> mistakes() {
        List<Mistake> sorted = new ArrayList<>(mistakes);
        sorted.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
        return sorted;
    }

    /// The entries of a map by key, in order; unknown and repeated keys are noted, and so is what is no map.
    ///
    /// @param known the keys that may be there; empty: any
    Map<String, Entry> entries(Node node, Collection<String> known, String what) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            wrong(node, what + " must be a map of keys and values", null);
            return entries;
        }
        for (NodeTuple tuple : map.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (key == null) {
                continue;
            }
            if (!known.isEmpty() && !known.contains(key)) {
                wrong(tuple.getKeyNode(), what + " has no key (" + key + ")", Nearest.hint(key, known));
            } else if (entries.put(key, new Entry(tuple.getKeyNode(), tuple.getValueNode())) != null) {
                wrong(tuple.getKeyNode(), "the key (" + key + ") is here twice", "Maybe keep one of the two.");
            }
        }
        return entries;
    }

    /// The entries of a map that was read before: nothing is noted again.
    Map<String, Entry> fields(Node node) {
        Map<String, Entry> fields = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    fields.putIfAbsent(key.getValue(), new Entry(tuple.getKeyNode(), tuple.getValueNode()));
                }
            }
        }
        return fields;
    }

    /// The text of a scalar as written; null when it is empty or no scalar, which is then noted.
    @Nullable String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !(scalar.getTag().equals(Tag.NULL) && isBlank(scalar))) {
            return scalar.getValue();
        }
        wrong(node, what + " must be one text or number", null);
        return null;
    }

    /// The text of a scalar as written, which may be empty; what is no scalar is noted.
    String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        wrong(node, "this must be one text or number", null);
        return "";
    }

    private static boolean isBlank(ScalarNode scalar) {
        String value = scalar.getValue();
        return value.isEmpty() || value.equals("~") || value.equals("null");
    }

    /// The items of a list; a single item counts as a list of one.
    static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of(node);
    }

    /// The texts of a list, or of one scalar.
    List<String> texts(Node node, String what) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(node)) {
            String found = text(item, what);
            if (found != null) {
                texts.add(found);
            }
        }
        return texts;
    }

    boolean bool(Node node, String what, boolean orElse) {
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

    static boolean isMap(Node node) {
        return node instanceof MappingNode;
    }

    static boolean isList(Node node) {
        return node instanceof SequenceNode;
    }
}
