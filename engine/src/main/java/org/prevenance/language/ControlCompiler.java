package org.prevenance.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Control;

/// Compiles the controls of one playbook, after its indicators.
final class ControlCompiler {
    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.WHOLE, Kind.NUMBER);
    private static final Set<Kind> VALUES = EnumSet.of(Kind.WHOLE, Kind.NUMBER, Kind.BOOL);

    private final Declared.Playbook playbook;
    private final Ground ground;
    private final SignalCompiler signals;

    ControlCompiler(Declared.Playbook playbook, Ground ground, SignalCompiler signals) {
        this.playbook = playbook;
        this.ground = ground;
        this.signals = signals;
    }

    /// Null, with the reasons reported, where it is wrong.
    @Nullable
    Control compile(Declared.Control declared, int ordinal) {
        int before = ground.mistakes().size();
        Usage usage = new Usage();
        Node when = signals.node(declared.when(), usage, "when", EnumSet.of(Kind.BOOL), true);
        Node value = signals.node(declared.value(), usage, "value", VALUES, true);
        Node step = signals.node(declared.step(), usage, "step", NUMBERS, false);
        Control.Hand hand = hand(declared.hand(), usage, value);
        if (step != null && value != null && value.kind() == Kind.BOOL && declared.step() != null) {
            ground.mistakes().add(declared.step().place(), "Only numbers move by steps.", null);
        }
        if (value == null || ground.mistakes().size() > before) {
            return null;
        }
        SortedSet<Integer> reads = signals.withInputs(usage.indicators(), false);
        boolean readsToday = usage.readsToday() || reads.stream().anyMatch(signals::readsToday);
        return new Control(
                ordinal,
                playbook.pack() + "/" + declared.name(),
                playbook.about(),
                when == null ? null : when.code(),
                declared.command(),
                value.code(),
                value.type(),
                step == null ? null : step.code(),
                step == null ? null : step.type(),
                hand,
                signals.purposes(new TreeSet<>(declared.purposes()), reads),
                List.copyOf(reads),
                usage.indicators(),
                readsToday,
                usage.timers(),
                declared.title().fr(),
                declared.title().en());
    }

    private Control.@Nullable Hand hand(Declared.@Nullable Hand declared, Usage usage, @Nullable Node value) {
        if (declared == null || value == null) {
            return null;
        }
        Node shows = signals.node(declared.shows(), usage, "shows", VALUES, false);
        Node at = signals.node(declared.at(), usage, "at", EnumSet.of(Kind.TIME), false);
        if (shows != null && NUMBERS.contains(shows.kind()) != NUMBERS.contains(value.kind())) {
            ground.mistakes()
                    .add(
                            declared.shows().place(),
                            "shows is " + Types.words(shows.type()) + ", but value is " + Types.words(value.type())
                                    + ".",
                            "They are compared: write two numbers, or true or false twice.");
        }
        return shows == null || at == null
                ? null
                : new Control.Hand(shows.code(), shows.type(), at.code(), declared.restMicros());
    }
}
