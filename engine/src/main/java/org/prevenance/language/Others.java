package org.prevenance.language;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Indicator;
import org.prevenance.text.Yaml;

/// Finds the indicators that are kept for another kind of subject.
final class Others {
    private final Compiler compiler;
    private final Ground ground;
    private final List<Declared.Playbook> playbooks;

    Others(Compiler compiler, Ground ground, List<Declared.Playbook> playbooks) {
        this.compiler = compiler;
        this.ground = ground;
        this.playbooks = playbooks;
    }

    /// The indicator with this name, in whatever playbook about the kind; null where there is none or several, which is
    /// reported.
    @Nullable
    Indicator find(Declared.Playbook reader, Yaml.Scalar read, int otherKind) {
        String text = read.text();
        String name = text.substring(text.lastIndexOf('.') + 1);
        String in = text.contains("/") && text.contains(".") ? text.substring(0, text.lastIndexOf('.')) : null;
        List<Declared.Playbook> about = playbooks.stream()
                .filter(playbook -> playbook.about() == otherKind
                        && (in == null || playbook.name().equals(in)))
                .toList();
        List<Declared.Playbook> found = about.stream()
                .filter(playbook -> playbook.lines().containsKey(name))
                .toList();
        List<Declared.Playbook> own = found.stream()
                .filter(playbook -> playbook.pack().equals(reader.pack()))
                .toList();
        if (found.size() == 1 || own.size() == 1) {
            return compiler.indicator(found.size() == 1 ? found.getFirst() : own.getFirst(), name);
        }
        String kind = ground.vocabulary().kinds().get(otherKind);
        if (found.isEmpty()) {
            SortedSet<String> known = new TreeSet<>();
            about.forEach(playbook -> known.addAll(playbook.lines().keySet()));
            ground.mistakes()
                    .unknown(
                            read.place(),
                            "No playbook about the kind " + kind + " declares " + text + ".",
                            name,
                            known);
        } else {
            ground.mistakes()
                    .add(
                            read.place(),
                            "Several playbooks about the kind " + kind + " declare " + text + ".",
                            "Write " + found.getFirst().name() + "." + name + ", for instance.");
        }
        return null;
    }

    /// As [#find], of those that have one value; null also where none is written.
    @Nullable
    Indicator single(Declared.Playbook playbook, Yaml.@Nullable Scalar written, int kind) {
        return written == null ? null : compiler.single(find(playbook, written, kind), written.place());
    }

    /// An indicator of the subjects that are weighed; null where no playbook about them declares it, or several do and
    /// none of this pack.
    @Nullable
    Reference candidate(int kind, String name, String pack) {
        List<Declared.Playbook> found = playbooks.stream()
                .filter(playbook -> playbook.about() == kind && playbook.lines().containsKey(name))
                .toList();
        List<Declared.Playbook> own =
                found.stream().filter(playbook -> playbook.pack().equals(pack)).toList();
        if (found.size() != 1 && own.size() != 1) {
            return null;
        }
        Indicator indicator = compiler.indicator(found.size() == 1 ? found.getFirst() : own.getFirst(), name);
        return indicator == null || indicator.isTable()
                ? null
                : new Reference.OfCandidate(indicator.ordinal(), indicator.type());
    }
}
