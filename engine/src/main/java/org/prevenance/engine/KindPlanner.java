package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prevenance.expression.Expr;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Control;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Signal;
import org.prevenance.playbook.Window;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// Lays out what a stage keeps and judges for one kind of subject.
final class KindPlanner {
    private static final int MOST_SIGNALS = 64;

    private final Plan plan;
    private final int kind;
    private final List<Signal> signals;
    private final BitSet needed;
    private final BitSet eager;

    /// @param needed ordinals of the indicators that are read at all
    /// @param eager  those that are kept up to date in passing
    KindPlanner(Plan plan, int kind, List<Signal> signals, BitSet needed, BitSet eager) {
        this.plan = plan;
        this.kind = kind;
        this.signals = signals.stream().filter(signal -> signal.about() == kind).toList();
        this.needed = needed;
        this.eager = eager;
    }

    KindPlan plan() {
        Vocabulary vocabulary = plan.program.vocabulary();
        if (signals.size() > MOST_SIGNALS) {
            throw new IllegalArgumentException(
                    "%d signals are about (%s); at most %d can be.\nMaybe load fewer playbooks."
                            .formatted(signals.size(), vocabulary.kinds().get(kind), MOST_SIGNALS));
        }
        int[] watched = Arrays.stream(plan.published)
                .filter(ordinal -> plan.indicators[ordinal].about() == kind)
                .toArray();
        return new KindPlan(
                kind,
                vocabulary.isPerson(kind),
                linkKinds(),
                folds(),
                signals,
                masks(),
                watched,
                Arrays.stream(watched).anyMatch(this::changesByDay),
                signalPurposes(),
                waits(watched));
    }

    private List<KindPlan.FoldPlan> folds() {
        List<KindPlan.FoldPlan> folds = new ArrayList<>();
        for (Indicator indicator : plan.indicators) {
            if (indicator.about() == kind) {
                plan.local[indicator.ordinal()] = -1;
                if (indicator.source() instanceof Indicator.Folded(Fold fold) && needed.get(indicator.ordinal())) {
                    plan.local[indicator.ordinal()] = folds.size();
                    folds.add(new KindPlan.FoldPlan(
                            indicator.ordinal(),
                            folds.size(),
                            fold,
                            plan.consentPurposes.indexOf(String.valueOf(indicator.purpose())),
                            eager.get(indicator.ordinal()),
                            isTimed(fold)));
                }
            }
        }
        return folds;
    }

    static boolean isTimed(Fold fold) {
        return fold.window() instanceof Window.Sliding || fold.aggregation() instanceof Aggregation.Streak;
    }

    private int[][] signalPurposes() {
        return signals.stream()
                .map(signal -> signal.purposes().stream()
                        .mapToInt(plan.consentPurposes::indexOf)
                        .filter(purpose -> purpose >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    /// What may change by time alone, or in another subject, and when.
    private KindPlan.Waits waits(int[] watched) {
        BitSet read = new BitSet();
        IntStream roots = IntStream.concat(
                signals.stream().flatMap(signal -> signal.reads().stream()).mapToInt(Integer::intValue),
                Arrays.stream(watched));
        roots.forEach(ordinal -> close(ordinal, read));
        List<Indicator> all =
                read.stream().mapToObj(ordinal -> plan.indicators[ordinal]).toList();
        Stream<Expr> own = signals.stream().flatMap(signal -> signal.elapsedTimers().stream());
        Stream<Expr> derived = all.stream()
                .map(Indicator::source)
                .filter(Indicator.Derived.class::isInstance)
                .flatMap(source -> ((Indicator.Derived) source).timers().stream());
        return new KindPlan.Waits(
                Stream.concat(own, derived).toList(),
                all.stream()
                        .map(Indicator::source)
                        .filter(Indicator.Read.class::isInstance)
                        .map(Indicator.Read.class::cast)
                        .toList(),
                all.stream()
                        .filter(indicator ->
                                indicator.source() instanceof Indicator.Gathered gathered && gathered.keyOrdinal() < 0)
                        .map(Indicator::ordinal)
                        .toList(),
                all.stream()
                        .map(Indicator::source)
                        .filter(Indicator.Least.class::isInstance)
                        .flatMap(source -> ((Indicator.Least) source).others().stream())
                        .distinct()
                        .toList());
    }

    private void close(int ordinal, BitSet found) {
        if (!found.get(ordinal)) {
            found.set(ordinal);
            Plan.inputs(plan.indicators[ordinal]).forEach(input -> close(input, found));
        }
    }

    private long[] masks() {
        long[] masks = new long[3];
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            long bit = 1L << i;
            boolean always = signal.judgedOn().isEmpty() && !signal.judgedAtDayEnd();
            masks[0] |= always ? bit : 0;
            masks[1] |= always && changesByDay(signal) ? bit : 0;
            masks[2] |= signal.judgedAtDayEnd() ? bit : 0;
        }
        return masks;
    }

    KindControls controls(List<Control> all) {
        List<Control> controls =
                all.stream().filter(control -> control.about() == kind).toList();
        BitSet fedBy = new BitSet();
        for (int type = 0; type < plan.program.vocabulary().types().size(); type++) {
            int fed = type;
            fedBy.set(
                    type,
                    controls.stream()
                            .flatMap(control -> control.reads().stream())
                            .anyMatch(ordinal -> plan.isFedBy(ordinal, fed)));
        }
        boolean byDay = controls.stream()
                .anyMatch(control ->
                        control.readsToday() || control.reads().stream().anyMatch(this::changesByDay));
        int[][] purposes = controls.stream()
                .map(control -> control.purposes().stream()
                        .mapToInt(plan.consentPurposes::indexOf)
                        .filter(purpose -> purpose >= 0)
                        .toArray())
                .toArray(int[][]::new);
        return new KindControls(controls.toArray(Control[]::new), purposes, byDay, fedBy);
    }

    private boolean changesByDay(Signal signal) {
        return signal.readsToday() || signal.reads().stream().anyMatch(this::changesByDay);
    }

    private boolean changesByDay(int ordinal) {
        Indicator indicator = plan.indicators[ordinal];
        boolean itself = switch (indicator.source()) {
            case Indicator.Folded(Fold fold) ->
                fold.readsToday()
                        || (fold.having() != null && fold.having().readsToday())
                        || fold.window() instanceof Window.Days
                        || fold.window() instanceof Window.Calendar
                        || fold.aggregation() instanceof Aggregation.Streak;
            case Indicator.Derived derived -> derived.readsToday();
            case Indicator.Read _ -> false;
            case Indicator.Gathered gathered -> gathered.keyOrdinal() >= 0;
            case Indicator.Least least -> least.readsToday();
        };
        return itself || Plan.inputs(indicator).anyMatch(this::changesByDay);
    }

    private int[] linkKinds() {
        return plan.program.vocabulary().types().stream()
                .filter(type -> type.subjectKinds().contains(kind))
                .flatMap(type -> type.fields().stream())
                .filter(Field::link)
                .mapToInt(Field::kind)
                .distinct()
                .toArray();
    }
}
