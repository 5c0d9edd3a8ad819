package org.prevenance.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;

/// Compiles the indicators of all playbooks, each after those that it reads, whatever the order of writing.
final class Compiler {
    private final Ground ground;
    private final List<Declared.Playbook> playbooks;
    private final Reach reach;
    private final SinceCompiler sinces;
    private final ReadCompiler reads;
    private final GatherCompiler gathers;
    private final LeastCompiler leasts;
    private final List<Indicator> compiled = new ArrayList<>();
    private final Map<Key, State> states = new HashMap<>();
    private final Deque<Key> path = new ArrayDeque<>();

    private record Key(NamedText file, String name) {}

    private sealed interface State {
        record Started() implements State {}

        record Wrong() implements State {}

        record Done(Indicator indicator) implements State {}
    }

    Compiler(Ground ground, List<Declared.Playbook> playbooks) {
        this.ground = ground;
        this.playbooks = playbooks;
        reach = new Reach(ground.vocabulary());
        Others others = new Others(this, ground, playbooks);
        sinces = new SinceCompiler(this, ground);
        reads = new ReadCompiler(this, ground, others);
        gathers = new GatherCompiler(this, ground, others);
        leasts = new LeastCompiler(this, ground, others);
    }

    /// By ordinal.
    List<Indicator> indicators() {
        return compiled;
    }

    void compileAll() {
        for (Declared.Playbook playbook : playbooks) {
            playbook.indicators().keySet().forEach(name -> reference(playbook, name));
        }
    }

    /// The names that an expression of the playbook may use outside of events.
    Names names(Declared.Playbook playbook) {
        return new Names(name -> reference(playbook, name), playbook.lines(), null, null);
    }

    @Nullable
    Reference reference(Declared.Playbook playbook, String name) {
        if (playbook.indicators().get(name) instanceof Declared.Read read && read.perEvent()) {
            return reads.ofEvent(playbook, read);
        }
        Indicator indicator = indicator(playbook, name);
        if (indicator == null) {
            return null;
        }
        return indicator.source() instanceof Indicator.Folded(Fold fold) && fold.isTable()
                ? new Reference.OfTable(indicator.ordinal(), indicator.type(), fold.groupTypes())
                : new Reference.OfIndicator(indicator.ordinal(), indicator.type());
    }

    /// Null where the playbook declares no such indicator, or a wrong one, which is reported.
    @Nullable
    Indicator indicator(Declared.Playbook playbook, String name) {
        Declared.Indicator declared = playbook.indicators().get(name);
        return declared == null ? null : indicator(playbook, declared);
    }

    /// Null where it is wrong, which is reported.
    @Nullable
    Indicator indicator(Declared.Playbook playbook, Declared.Indicator declared) {
        Key key = new Key(playbook.file(), declared.name());
        switch (states.get(key)) {
            case State.Done(Indicator indicator) -> {
                return indicator;
            }
            case State.Wrong _ -> {
                return null;
            }
            case State.Started _ -> {
                circle(key, declared);
                return null;
            }
            case null -> {}
        }
        states.put(key, new State.Started());
        path.addLast(key);
        Indicator indicator = switch (declared) {
            case Declared.Folded folded -> folded(playbook, folded);
            case Declared.Derived derived -> derived(playbook, derived);
            case Declared.Read read -> reads.compile(playbook, read);
            case Declared.Peers peers -> gathers.peers(playbook, peers);
            case Declared.Gathered gathered -> gathers.gathered(playbook, gathered);
            case Declared.Least least -> leasts.compile(playbook, least);
        };
        path.removeLast();
        states.put(key, indicator == null ? new State.Wrong() : new State.Done(indicator));
        return indicator;
    }

    private void circle(Key key, Declared.Indicator declared) {
        StringBuilder way = new StringBuilder();
        boolean inside = false;
        for (Key step : path) {
            inside |= step.equals(key);
            if (inside) {
                way.append(step.name()).append(" reads ");
            }
        }
        ground.mistakes()
                .add(
                        declared.place(),
                        "Indicators cannot read each other in a circle: " + way + key.name() + ".",
                        "One of them must be made from events or from others alone.");
    }

    /// Takes in an indicator, which all those that it reads precede.
    Indicator add(
            Declared.Playbook playbook,
            Declared.Indicator declared,
            @Nullable String purpose,
            ValueType type,
            Indicator.Source source) {
        Indicator indicator = new Indicator(
                compiled.size(),
                playbook.name(),
                declared.name(),
                playbook.about(),
                purpose,
                type,
                source,
                declared.title().fr(),
                declared.title().en(),
                declared.place().line());
        compiled.add(indicator);
        return indicator;
    }

    private @Nullable Indicator folded(Declared.Playbook playbook, Declared.Folded declared) {
        List<EventType> types = new ArrayList<>(declared.types());
        if (declared.with() != null) {
            declared.with().joined().forEach(joined -> types.add(joined.type()));
        }
        for (EventType type : types) {
            if (!reach.concerns(type, playbook.about())) {
                String kind = ground.vocabulary().kinds().get(playbook.about());
                ground.mistakes()
                        .add(
                                declared.place(),
                                type.name() + " never concerns the kind " + kind
                                        + ": it is not about one, names none, and no link leads there.");
                return null;
            }
        }
        int since = -1;
        if (declared.since() != null) {
            Indicator from = sinces.compile(playbook, declared, declared.since());
            if (from == null) {
                return null;
            }
            since = from.ordinal();
        }
        FoldCompiler compiler =
                new FoldCompiler(declared, ground, name -> reference(playbook, name), playbook.lines(), compiled::get);
        FoldCompiler.Compiled fold = compiler.compile(since);
        return fold == null
                ? null
                : add(playbook, declared, declared.purpose(), fold.type(), new Indicator.Folded(fold.fold()));
    }

    private @Nullable Indicator derived(Declared.Playbook playbook, Declared.Derived declared) {
        CheckedFormula checked = CheckedFormula.check(declared.value(), names(playbook), ground.mistakes());
        if (checked == null) {
            return null;
        }
        Usage usage = new Usage();
        Node node = Translator.translate(checked, ground, usage, null, true);
        Indicator.Derived source =
                new Indicator.Derived(node.code(), usage.indicators(), usage.readsToday(), usage.timers());
        return add(playbook, declared, null, node.type(), source);
    }

    /// The indicator, unless it has a value for each key, which is then reported.
    @Nullable
    Indicator single(@Nullable Indicator indicator, Place place) {
        if (indicator == null || !indicator.isTable()) {
            return indicator;
        }
        ground.mistakes()
                .add(place, indicator.name() + " has a value for each key of its by, not one.", Reference.OfTable.HINT);
        return null;
    }

    /// The indicator that is written; null where the playbook declares none so, which is reported.
    @Nullable
    Indicator named(Declared.Playbook playbook, Yaml.Scalar name) {
        if (!playbook.lines().containsKey(name.text())) {
            unknownIndicator(playbook, name.place(), name.text());
            return null;
        }
        if (playbook.indicators().get(name.text()) instanceof Declared.Read read && read.perEvent()) {
            ground.mistakes()
                    .add(
                            name.place(),
                            name.text()
                                    + " is read for each event; only where, by and the values of indicators can use it.");
            return null;
        }
        return indicator(playbook, name.text());
    }

    void unknownIndicator(Declared.Playbook playbook, Place place, String name) {
        String near = Nearest.to(name, playbook.lines().keySet());
        ground.mistakes()
                .add(
                        place,
                        name + " is not an indicator of this playbook.",
                        near == null
                                ? null
                                : "Maybe write " + near + ", declared on line "
                                        + playbook.lines().get(near) + ".");
    }
}
