package org.prevenance.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads one YAML 1.2 document into [Yaml]. Bounded: at most [#MOST_CHARACTERS], [#DEEPEST] levels, and no aliases, so
/// that a small file cannot grow large in memory.
public final class YamlReader {
    public static final int MOST_CHARACTERS = 1_000_000;
    public static final int DEEPEST = 24;

    private final NamedText source;
    private final Mistakes mistakes;
    private final int codePoints;

    private YamlReader(NamedText source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
        codePoints = source.text().codePointCount(0, source.text().length());
    }

    /// The document, which must be a mapping; null, with the reason added to `mistakes`, where it cannot be read.
    public static Yaml.@Nullable Mapping read(NamedText source, Mistakes mistakes) {
        return new YamlReader(source, mistakes).document();
    }

    private Yaml.@Nullable Mapping document() {
        if (source.text().length() > MOST_CHARACTERS) {
            mistakes.add(source.at(0), "The file has more than " + MOST_CHARACTERS + " characters; split it.");
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.file())
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            if (!bounded(settings)) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(source.text());
            return root.isPresent() ? root(root.get()) : empty();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(this::place).orElseGet(() -> source.at(0));
            String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
            mistakes.add(place, "This is not YAML: " + e.getProblem() + context + ".");
        } catch (YamlEngineException e) {
            mistakes.add(source.at(0), "This is not YAML: " + e.getMessage() + ".");
        }
        return null;
    }

    private Yaml.@Nullable Mapping empty() {
        mistakes.add(source.at(0), "The file is empty.");
        return null;
    }

    private Yaml.@Nullable Mapping root(Node node) {
        if (convert(node) instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        mistakes.add(place(node), "The file must be a mapping, `key: value` on each line.");
        return null;
    }

    private boolean bounded(LoadSettings settings) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(source.text())) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                return refuse(event, "The file nests deeper than " + DEEPEST + " levels.");
            }
            if (event instanceof AliasEvent) {
                return refuse(event, "An alias (`*name`) is not accepted here; write the value out.");
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                return refuse(event, "A second document (`---`) is not accepted; use a file for each.");
            }
        }
        return true;
    }

    private boolean refuse(Event event, String what) {
        mistakes.add(event.getStartMark().map(this::place).orElseGet(() -> source.at(0)), what);
        return false;
    }

    private Yaml convert(Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> {
                List<Yaml> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(convert(item)));
                yield new Yaml.Items(place(node), items);
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("No such YAML node: " + node.getNodeType());
        };
    }

    private Yaml.Mapping mapping(MappingNode node) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place key = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                mistakes.add(key, "A key must be a name.");
                continue;
            }
            Yaml.Entry before =
                    entries.putIfAbsent(name.getValue(), new Yaml.Entry(key, convert(tuple.getValueNode())));
            if (before != null) {
                mistakes.add(
                        key,
                        name.getValue() + " is written twice; the first time on line "
                                + before.key().line() + ".");
            }
        }
        return new Yaml.Mapping(place(node), entries);
    }

    private Yaml.Scalar scalar(ScalarNode node) {
        Place place = place(node);
        Tag tag = node.getTag();
        Yaml.Type type = Yaml.Type.TEXT;
        if (tag.equals(Tag.BOOL)) {
            type = Yaml.Type.BOOL;
        } else if (tag.equals(Tag.INT)) {
            type = Yaml.Type.WHOLE;
        } else if (tag.equals(Tag.FLOAT)) {
            type = Yaml.Type.NUMBER;
        } else if (tag.equals(Tag.NULL)) {
            type = Yaml.Type.NULL;
        } else if (!tag.equals(Tag.STR)) {
            mistakes.add(place, "The tag " + tag.getValue() + " is not accepted.");
        }
        int[] offsets = ScalarOffsets.of(source.text(), place, node.getValue(), node.getScalarStyle());
        return new Yaml.Scalar(place, node.getValue(), type, offsets);
    }

    private Place place(Node node) {
        int start = node.getStartMark().map(this::offset).orElse(0);
        int end = node.getEndMark().map(this::offset).orElse(start);
        return source.at(start, end);
    }

    private Place place(Mark mark) {
        return source.at(offset(mark));
    }

    private int offset(Mark mark) {
        String text = source.text();
        int index = Math.min(mark.getIndex(), codePoints);
        return codePoints == text.length() ? index : text.offsetByCodePoints(0, index);
    }
}
