package org.prevenance.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Signal;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;

/// Compiles the signals of one playbook, after its indicators.
final class SignalCompiler {
    private final Declared.Playbook playbook;
    private final Ground ground;
    private final Compiler compiler;
    private final Names names;

    SignalCompiler(Declared.Playbook playbook, Ground ground, Compiler compiler) {
        this.playbook = playbook;
        this.ground = ground;
        this.compiler = compiler;
        names = compiler.names(playbook);
    }

    /// Null, with the reasons reported, where it is wrong.
    @Nullable
    Signal compile(Declared.Signal declared, int ordinal) {
        int before = ground.mistakes().size();
        Usage judging = new Usage();
        Usage weighing = new Usage();
        Node when = node(declared.when(), judging, "when", EnumSet.of(Kind.BOOL), true);
        Node until = node(declared.until(), judging, "until", EnumSet.of(Kind.BOOL), true);
        Node harm = node(declared.harm(), weighing, "harm", EnumSet.of(Kind.MONEY, Kind.WHOLE, Kind.NUMBER), false);
        Usage saying = new Usage();
        Signal.Sentence fr = sentence(declared.becauseFr(), saying);
        Signal.Sentence en = sentence(declared.becauseEn(), saying);
        SortedSet<Integer> proof = evidence(declared);
        if (when == null || ground.mistakes().size() > before) {
            return null;
        }
        SortedSet<Integer> reads = new TreeSet<>(judging.indicators());
        reads.addAll(weighing.indicators());
        SortedSet<Integer> all = withInputs(reads, false);
        SortedSet<Integer> concerned = new TreeSet<>(all);
        concerned.addAll(saying.indicators());
        concerned.addAll(proof);
        boolean readsToday =
                judging.readsToday() || weighing.readsToday() || all.stream().anyMatch(this::readsToday);
        Set<Integer> judgedOn =
                declared.judgedOn().stream().map(EventType::ordinal).collect(Collectors.toUnmodifiableSet());
        return new Signal(
                ordinal,
                playbook.pack() + "/" + declared.name(),
                playbook.name(),
                playbook.about(),
                when.code(),
                judgedOn,
                declared.judgedAtDayEnd(),
                declared.holdsFor().days(),
                declared.holdsFor().micros(),
                until == null ? null : until.code(),
                harm == null ? null : harm.code(),
                harm == null ? ValueType.of(Kind.NUMBER) : harm.type(),
                List.copyOf(proof),
                purposes(new TreeSet<>(declared.purposes()), concerned),
                List.copyOf(all),
                List.copyOf(concerned),
                judging.indicators(),
                readsToday,
                judging.timers(),
                declared.actions(),
                fr,
                en,
                oneLine(declared.when()),
                oneLine(declared.until()),
                declared.title().fr(),
                declared.title().en(),
                declared.place().line());
    }

    private static String oneLine(@Nullable Formula formula) {
        return formula == null ? "" : formula.text().strip().replaceAll("\\s+", " ");
    }

    /// Null where there is no formula, or a wrong one, which is reported.
    @Nullable
    Node node(@Nullable Formula formula, Usage usage, String key, Set<Kind> kinds, boolean mayWait) {
        if (formula == null) {
            return null;
        }
        CheckedFormula checked = CheckedFormula.check(formula, names, ground.mistakes());
        if (checked == null) {
            return null;
        }
        Node node = Translator.translate(checked, ground, usage, null, mayWait);
        if (!kinds.contains(node.kind())) {
            String wanted = wanted(kinds);
            ground.mistakes()
                    .add(formula.place(), key + " must be " + wanted + ", not " + Types.words(node.type()) + ".", null);
        }
        return node;
    }

    private static String wanted(Set<Kind> kinds) {
        if (kinds.contains(Kind.TIME)) {
            return "an instant";
        }
        if (kinds.contains(Kind.BOOL)) {
            return kinds.contains(Kind.NUMBER) ? "a number, or true or false" : "true or false";
        }
        return kinds.contains(Kind.MONEY) ? "money or a number" : "a number";
    }

    private Signal.Sentence sentence(Declared.Sentence declared, Usage usage) {
        List<Signal.Sentence.Part> parts = new ArrayList<>();
        for (int i = 0; i < declared.texts().size(); i++) {
            if (!declared.texts().get(i).isEmpty()) {
                parts.add(new Signal.Sentence.Text(declared.texts().get(i)));
            }
            if (i < declared.holes().size()) {
                Node node = node(declared.holes().get(i), usage, "a hole", EnumSet.allOf(Kind.class), false);
                if (node != null) {
                    parts.add(new Signal.Sentence.Hole(node.code(), node.type()));
                }
            }
        }
        return new Signal.Sentence(parts);
    }

    /// The folded indicators that prove the case: those named, or else those that `when` and `harm` read.
    private SortedSet<Integer> evidence(Declared.Signal declared) {
        List<Yaml.Scalar> written = declared.evidence();
        Set<Integer> roots = new HashSet<>();
        if (written == null) {
            Usage usage = new Usage();
            collect(declared.when(), usage);
            collect(declared.harm(), usage);
            roots.addAll(usage.indicators());
        } else {
            for (Yaml.Scalar name : written) {
                if (!playbook.lines().containsKey(name.text())) {
                    compiler.unknownIndicator(playbook, name.place(), name.text());
                }
                Indicator indicator = compiler.indicator(playbook, name.text());
                if (indicator != null) {
                    roots.add(indicator.ordinal());
                }
            }
        }
        SortedSet<Integer> folded = new TreeSet<>();
        for (int ordinal : withInputs(roots, false)) {
            if (compiler.indicators().get(ordinal).source() instanceof Indicator.Folded) {
                folded.add(ordinal);
            }
        }
        return folded;
    }

    private void collect(@Nullable Formula formula, Usage usage) {
        CheckedFormula checked = formula == null ? null : CheckedFormula.check(formula, names, ground.mistakes());
        if (checked != null) {
            checked.references().values().forEach(reference -> {
                if (reference instanceof Reference.OfIndicator(int ordinal, ValueType _)) {
                    usage.indicator(ordinal);
                }
            });
        }
    }

    /// These purposes, and those of all that the indicators are computed from.
    Set<String> purposes(SortedSet<String> purposes, Collection<Integer> concerned) {
        for (int ordinal : withInputs(concerned, true)) {
            String purpose = compiler.indicators().get(ordinal).purpose();
            if (purpose != null) {
                purposes.add(purpose);
            }
        }
        return Set.copyOf(purposes);
    }

    boolean readsToday(int ordinal) {
        return switch (compiler.indicators().get(ordinal).source()) {
            case Indicator.Derived derived -> derived.readsToday();
            case Indicator.Least least -> least.readsToday();
            case Indicator.Folded _, Indicator.Read _, Indicator.Gathered _ -> false;
        };
    }

    private static List<Integer> siblings(Fold fold) {
        return fold.having() == null ? List.of() : fold.having().reads();
    }

    /// These indicators and those of the same subject that they are computed from.
    ///
    /// @param whole also what folds read, and what is read of other subjects
    SortedSet<Integer> withInputs(Collection<Integer> roots, boolean whole) {
        SortedSet<Integer> all = new TreeSet<>();
        List<Integer> next = new ArrayList<>(roots);
        while (!next.isEmpty()) {
            int ordinal = next.removeLast();
            if (all.add(ordinal)) {
                switch (compiler.indicators().get(ordinal).source()) {
                    case Indicator.Folded folded
                    when whole -> {
                        next.addAll(folded.fold().dependsOn());
                        next.addAll(folded.fold().others());
                        next.addAll(siblings(folded.fold()));
                    }
                    case Indicator.Folded _ -> {}
                    case Indicator.Derived derived -> next.addAll(derived.dependsOn());
                    case Indicator.Read(int other, int subject, int key) -> {
                        next.add(subject);
                        if (key >= 0) {
                            next.add(key);
                        }
                        if (whole) {
                            next.add(other);
                        }
                    }
                    case Indicator.Gathered gathered
                    when whole || gathered.keyOrdinal() >= 0 -> next.addAll(gathered.inputs());
                    case Indicator.Gathered _ -> {}
                    case Indicator.Least least -> {
                        next.addAll(least.dependsOn());
                        if (whole) {
                            next.addAll(least.others());
                        }
                    }
                }
            }
        }
        return all;
    }
}
