package org.prevenance.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one playbook file.
final class PlaybookReader {
    private final Vocabulary vocabulary;
    private final Mistakes mistakes;
    private final IndicatorReader indicatorReader;

    PlaybookReader(Vocabulary vocabulary, Mistakes mistakes) {
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
        indicatorReader = new IndicatorReader(vocabulary, mistakes);
    }

    Declared.@Nullable Playbook read(NamedText file) {
        Yaml.Mapping root = YamlReader.read(file, mistakes);
        if (root == null) {
            return null;
        }
        Form form = new Form(root, mistakes);
        form.require("playbook", "about");
        String name = name(form);
        int about = about(form);
        Declared.Title title = Titles.read(form, name, mistakes);
        Yaml.Scalar zone = form.scalar("zone");
        int version = version(form);
        Map<String, Integer> lines = new LinkedHashMap<>();
        Map<String, Declared.Indicator> indicators = indicators(form, lines);
        List<Declared.Signal> signals = new ArrayList<>();
        SignalReader signalReader = new SignalReader(vocabulary, mistakes);
        form.entries("signals").forEach((signal, entry) -> {
            Declared.Signal read = signalReader.read(signal, entry);
            if (read != null) {
                signals.add(read);
            }
        });
        List<Declared.Control> controls = controls(form);
        List<Declared.Truth> truths = new TruthReader(
                        new Formulas(vocabulary, mistakes),
                        mistakes,
                        form.entries("signals").keySet())
                .read(form);
        form.done();
        return about < 0
                ? null
                : new Declared.Playbook(
                        file,
                        form.keyPlace("playbook"),
                        name,
                        about,
                        title,
                        zone,
                        version,
                        lines,
                        indicators,
                        signals,
                        controls,
                        truths);
    }

    private String name(Form form) {
        Yaml.Scalar name = form.scalar("playbook");
        if (name == null) {
            return "unnamed/playbook";
        }
        if (!name.text().matches("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")) {
            mistakes.add(
                    name.place(),
                    "A playbook's name is its pack and its own name, in lower-case letters, not " + name.text() + ".",
                    "Write telecom/bills, for instance.");
            return "unnamed/playbook";
        }
        return name.text();
    }

    private int about(Form form) {
        Yaml.Scalar about = form.scalar("about");
        if (about == null) {
            return -1;
        }
        int kind = vocabulary.kind(about.text());
        if (kind < 0) {
            mistakes.unknown(
                    about.place(),
                    "The kind of subject " + about.text() + " is not declared.",
                    about.text(),
                    vocabulary.kinds());
        }
        return kind;
    }

    private int version(Form form) {
        Yaml.Scalar version = form.scalar("version");
        if (version == null) {
            return 1;
        }
        if (version.type() != Yaml.Type.WHOLE || !version.text().matches("[1-9][0-9]{0,8}")) {
            form.wrongType("version", version, "a whole number from 1");
            return 1;
        }
        return Integer.parseInt(version.text());
    }

    private Map<String, Declared.Indicator> indicators(Form form, Map<String, Integer> lines) {
        Map<String, Declared.Indicator> indicators = new LinkedHashMap<>();
        form.entries("indicators").forEach((name, entry) -> {
            lines.put(name, entry.key().line());
            if (!canBeNamed(name)) {
                mistakes.add(
                        entry.key(),
                        name + " cannot be an indicator's name.",
                        "Use letters, digits and _, beginning with a small letter; not "
                                + String.join(", ", Reserved.WORDS) + ".");
                return;
            }
            Declared.Indicator indicator = indicatorReader.read(name, entry);
            if (indicator != null) {
                indicators.put(name, indicator);
            }
        });
        return indicators;
    }

    static boolean canBeNamed(String name) {
        return name.matches("[a-z][A-Za-z0-9_]*") && !Reserved.WORDS.contains(name);
    }

    private List<Declared.Control> controls(Form form) {
        List<Declared.Control> controls = new ArrayList<>();
        ControlReader reader = new ControlReader(vocabulary, mistakes);
        form.entries("controls").forEach((control, entry) -> {
            Declared.Control read = reader.read(control, entry);
            if (read != null) {
                controls.add(read);
            }
        });
        return controls;
    }

    /// Names that mean something else in an expression.
    private static final class Reserved {
        private static final List<String> WORDS =
                List.of("event", "value", "today", "now", "true", "false", "null", "in");
    }
}
