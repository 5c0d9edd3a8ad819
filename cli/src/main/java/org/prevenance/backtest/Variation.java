package org.prevenance.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// One value of a playbook, and the values to try in its place: `usage_60d.over=30d,60d,90d`.
///
/// The path names an indicator or a signal and one of its keys; `telecom/box.restarts.over` also says in which
/// playbook.
///
/// @param path   as asked for
/// @param values at least two
public record Variation(String path, List<String> values) {
    public static final int MOST_VALUES = 24;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+)*");

    public Variation {
        values = List.copyOf(values);
    }

    /// Reads what was asked for.
    ///
    /// @throws IllegalArgumentException where it has another form
    public static Variation parse(String asked) {
        int equal = asked.indexOf('=');
        List<String> values = new ArrayList<>();
        if (equal > 0) {
            for (String value : asked.substring(equal + 1).split(",")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        String path = equal < 0 ? "" : asked.substring(0, equal).strip();
        if (!path.contains(".") || values.size() < 2 || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "--vary (%s) must name an indicator or a signal, a key of it, and 2 to %d values.\nWrite 'usage_60d.over=30d,60d,90d', for instance."
                            .formatted(asked, MOST_VALUES));
        }
        return new Variation(path, values);
    }

    /// Where the value is written.
    private record Found(String playbook, Yaml.Scalar scalar) {}

    /// The value that the playbooks have now.
    ///
    /// @throws IllegalArgumentException where the path leads nowhere, or to several places
    public String present(Selection selection) {
        return find(selection).scalar().text();
    }

    /// The same playbooks with another value there.
    ///
    /// @throws IllegalArgumentException where the path leads nowhere, or to several places
    public Selection with(Selection selection, String value) {
        Place place = find(selection).scalar().place();
        return new Selection(
                selection.vocabularies(),
                replaced(selection.tried(), place, value),
                replaced(selection.others(), place, value),
                selection.only());
    }

    private static List<NamedText> replaced(List<NamedText> files, Place place, String value) {
        return files.stream()
                .map(file -> file.file().equals(place.in().file()) ? replaced(file, place, value) : file)
                .toList();
    }

    private static NamedText replaced(NamedText file, Place place, String value) {
        String written = PLAIN.matcher(value).matches()
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String before = file.text().substring(0, place.start());
        String old = file.text().substring(place.start(), place.end());
        String end = old.endsWith("\n") ? "\n" : "";
        return new NamedText(file.file(), before + written + end + file.text().substring(place.end()));
    }

    private Found find(Selection selection) {
        List<String> parts = List.of(path.split("\\."));
        String key = parts.getLast();
        String name = parts.size() < 2 ? "" : parts.get(parts.size() - 2);
        String in = parts.size() == 3 ? parts.getFirst() : null;
        Map<String, List<Found>> byName = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        for (List<NamedText> files : List.of(selection.tried(), selection.others())) {
            for (NamedText file : files) {
                look(file, in, name, key, byName, found);
            }
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (!found.isEmpty()) {
                throw new IllegalArgumentException("--vary (%s) is in several playbooks.\nWrite %s.%s.%s, for instance."
                        .formatted(path, found.getFirst().playbook(), name, key));
            }
        }
        throw new IllegalArgumentException(nowhere(name, key, byName));
    }

    private static void look(
            NamedText file,
            @Nullable String in,
            String name,
            String key,
            Map<String, List<Found>> byName,
            List<Found> found) {
        Yaml.Mapping root = YamlReader.read(file, new Mistakes());
        if (root == null || !(root.get("playbook") instanceof Yaml.Scalar playbook)) {
            return;
        }
        if (in != null && !playbook.text().equals(in)) {
            return;
        }
        for (String block : List.of("indicators", "signals")) {
            if (root.get(block) instanceof Yaml.Mapping entries) {
                entries.entries().forEach((entry, value) -> {
                    List<Found> keys = byName.computeIfAbsent(entry, _ -> new ArrayList<>());
                    if (value.value() instanceof Yaml.Mapping settings) {
                        settings.entries().forEach((setting, one) -> {
                            if (one.value() instanceof Yaml.Scalar scalar) {
                                keys.add(new Found(setting, scalar));
                                if (entry.equals(name) && setting.equals(key)) {
                                    found.add(new Found(playbook.text(), scalar));
                                }
                            }
                        });
                    }
                });
            }
        }
    }

    private String nowhere(String name, String key, Map<String, List<Found>> byName) {
        List<Found> keys = byName.get(name);
        if (keys == null) {
            String near = Nearest.to(name, byName.keySet());
            return "--vary (%s): no indicator or signal of these playbooks is called %s.\nMaybe write %s."
                    .formatted(
                            path,
                            name,
                            near != null ? near : "one of: " + String.join(", ", new TreeSet<>(byName.keySet())));
        }
        TreeSet<String> known = new TreeSet<>();
        keys.forEach(one -> known.add(one.playbook()));
        String numbers = known.contains("when")
                ? "\nA number of its condition is varied with the condition: --vary '%s.when=late >= 2,late >= 3', for instance."
                        .formatted(name)
                : "";
        return "--vary (%s): %s has no single value called %s. What can be varied of it: %s.%s"
                .formatted(path, name, key, String.join(", ", known), numbers);
    }
}
