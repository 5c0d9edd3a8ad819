package org.prevenance.backtest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Packs;
import org.prevenance.playbook.Playbook;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// Which playbooks to try, and those that they may read.
///
/// @param vocabularies of all of them
/// @param tried        the files that were asked for
/// @param others       further files, so that what the tried ones read of other subjects is there
/// @param only         name of one playbook or one signal of them; null: all
public record Selection(
        List<NamedText> vocabularies,
        List<NamedText> tried,
        List<NamedText> others,
        @Nullable String only) {
    private static final Pattern NAME =
            Pattern.compile("^(?:playbook|pack):\\s*[\"']?([^\\s\"'#]+)", Pattern.MULTILINE);

    public Selection {
        vocabularies = List.copyOf(vocabularies);
        tried = List.copyOf(tried);
        others = List.copyOf(others);
    }

    /// What a name stands for.
    ///
    /// @param wanted a pack that ships, a folder or a file; or the name of a playbook or signal; null: all of `among`
    /// @param among  packs, folders or files in which names are looked for; empty: all that ship
    /// @throws IOException where there is no such playbook
    public static Selection of(Packs packs, @Nullable String wanted, List<String> among) throws IOException {
        Packs.Chosen base = packs.choose(among);
        if (wanted == null) {
            return new Selection(base.vocabularies(), base.playbooks(), List.of(), null);
        }
        if (!packs.holds(wanted)) {
            return named(base, wanted);
        }
        Packs.Chosen chosen = packs.choose(List.of(wanted));
        Set<String> names = new HashSet<>();
        chosen.playbooks().forEach(file -> names.add(name(file)));
        List<NamedText> others = base.playbooks().stream()
                .filter(file -> !names.contains(name(file)))
                .toList();
        return new Selection(together(chosen.vocabularies(), base.vocabularies()), chosen.playbooks(), others, null);
    }

    /// The playbook of that name, or the one that declares a signal of that name; all where there is none, so that it
    /// is
    /// found missing when they are compiled.
    private static Selection named(Packs.Chosen base, String wanted) {
        List<NamedText> declaring =
                base.playbooks().stream().filter(file -> declares(file, wanted)).toList();
        List<NamedText> tried = declaring.isEmpty() ? base.playbooks() : declaring;
        List<NamedText> others =
                base.playbooks().stream().filter(file -> !tried.contains(file)).toList();
        return new Selection(base.vocabularies(), tried, others, wanted);
    }

    private static boolean declares(NamedText file, String wanted) {
        String name = name(file);
        String pack = name.substring(0, Math.max(0, name.indexOf('/')));
        Yaml.Mapping root = name.equals(wanted) ? null : YamlReader.read(file, new Mistakes());
        return name.equals(wanted)
                || root != null
                        && root.get("signals") instanceof Yaml.Mapping signals
                        && signals.entries().keySet().stream().anyMatch(signal -> wanted.equals(pack + "/" + signal));
    }

    /// The same playbooks, of which only one playbook or signal is told about.
    public Selection only(@Nullable String name) {
        return new Selection(vocabularies, tried, others, name);
    }

    /// Vocabularies of two choices; where both have one of a pack, that of the first.
    static List<NamedText> together(List<NamedText> first, List<NamedText> second) {
        Map<String, NamedText> byPack = new LinkedHashMap<>();
        first.forEach(file -> byPack.putIfAbsent(name(file), file));
        second.forEach(file -> byPack.putIfAbsent(name(file), file));
        return List.copyOf(byPack.values());
    }

    /// The name that a file gives itself; its path where it gives none, which is then found to be a mistake.
    static String name(NamedText file) {
        Matcher matcher = NAME.matcher(file.text());
        return matcher.find() ? matcher.group(1) : file.file();
    }

    List<NamedText> all() {
        List<NamedText> all = new ArrayList<>(tried);
        all.addAll(others);
        return all;
    }

    /// The signals to tell about.
    ///
    /// @throws IOException where none has the name, with the nearest that there is
    Set<String> signals(Program program) throws IOException {
        Set<String> files = tried.stream().map(NamedText::file).collect(Collectors.toSet());
        Set<String> playbooks = program.playbooks().stream()
                .filter(playbook -> files.contains(playbook.file()))
                .map(Playbook::name)
                .collect(Collectors.toSet());
        List<Signal> signals = program.signals().stream()
                .filter(signal -> playbooks.contains(signal.playbook()))
                .toList();
        Set<String> found = signals.stream()
                .filter(signal -> only == null
                        || signal.name().equals(only)
                        || signal.playbook().equals(only))
                .map(Signal::name)
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            throw new IOException(none(signals));
        }
        return found;
    }

    private String none(List<Signal> signals) {
        if (only == null) {
            return "The playbooks (%s) declare no signal."
                    .formatted(tried.stream().map(NamedText::file).collect(Collectors.joining(", ")));
        }
        Set<String> names = new TreeSet<>();
        for (Signal signal : signals) {
            names.add(signal.name());
            names.add(signal.playbook());
        }
        String near = Nearest.to(only, names);
        return "The playbook (%s) is no pack that ships, no folder or file here, and no playbook or signal has that name.\nMaybe write %s."
                .formatted(only, near != null ? near : "one of: " + String.join(", ", names));
    }
}
