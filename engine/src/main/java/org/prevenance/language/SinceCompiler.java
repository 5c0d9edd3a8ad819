package org.prevenance.language;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Window;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;

/// Finds the indicator that `since` names; for an event type, makes one of the time of its latest event.
final class SinceCompiler {
    private final Compiler compiler;
    private final Ground ground;

    SinceCompiler(Compiler compiler, Ground ground) {
        this.compiler = compiler;
        this.ground = ground;
    }

    /// Null where it names none, or one that is wrong, which is reported.
    @Nullable
    Indicator compile(Declared.Playbook playbook, Declared.Folded declared, Declared.Since since) {
        if (!playbook.lines().containsKey(since.name())) {
            EventType type = ground.vocabulary().type(since.name());
            if (type != null) {
                return compiler.indicator(playbook, lastTimeOf(type, declared, since));
            }
            TreeSet<String> known = new TreeSet<>(playbook.lines().keySet());
            ground.vocabulary().types().forEach(declaredType -> known.add(declaredType.name()));
            ground.mistakes()
                    .unknown(
                            since.place(),
                            since.name() + " is neither an indicator of this playbook nor an event type.",
                            since.name(),
                            known);
            return null;
        }
        Indicator from = compiler.single(compiler.indicator(playbook, since.name()), since.place());
        if (from != null && from.type().kind() != Kind.TIME && from.type().kind() != Kind.DATE) {
            ground.mistakes()
                    .add(
                            since.place(),
                            "since needs a time or a date; " + since.name() + " is " + Types.words(from.type()) + ".");
            return null;
        }
        return from;
    }

    private Declared.Folded lastTimeOf(EventType type, Declared.Folded declared, Declared.Since since) {
        Yaml.Scalar text = new Yaml.Scalar(
                since.place(), "event.time", Yaml.Type.TEXT, new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        Formula time = Objects.requireNonNull(Formula.parse(text, ground.mistakes()));
        Declared.Title title = new Declared.Title("dernier " + type.name(), "last " + type.name());
        Declared.Group none = new Declared.Group(List.of(), List.of(), List.of(), null, null, null, List.of());
        return new Declared.Folded(
                since.place(),
                "last:" + type.name() + ":" + declared.purpose(),
                title,
                new Aggregation.Last(),
                since.place(),
                time,
                List.of(),
                null,
                List.of(type),
                null,
                null,
                new Window.Life(),
                null,
                none,
                null,
                declared.purpose());
    }
}
