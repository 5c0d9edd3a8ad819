package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prevenance.playbook.Control;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// In how many passes a program is judged, because some indicators read those of other subjects.
///
/// An indicator that reads another subject's is one stage later than what it reads. Earlier stages only publish; the
/// signals about subjects that hang together are all judged in one stage, the last that any of them needs. Where
/// nothing is read of other subjects there is one stage, and nothing is published.
///
/// ```java
/// Published published = new Published(stages);
/// for (Stage stage : stages.all()) {
///     // for each island of the stage's groups: new Engine(stage.plan(), published, …), apply its events, finish
///     published.close(stage);
/// }
/// ```
public final class Stages {
    private final Program program;
    private final Plan plan;
    private final int[] levels;
    private final int[] components;
    private final List<Integer> groups = new ArrayList<>();
    private final List<Stage> all = new ArrayList<>();

    public Stages(Program program) {
        this.program = program;
        this.plan = new Plan(program);
        this.levels = levels();
        this.components = components();
        BitSet published = published();
        int[] last = lastLevels();
        number(published, last);
        int count = Math.max(
                Arrays.stream(last).max().orElse(0),
                published.stream().map(ordinal -> levels[ordinal]).max().orElse(0));
        for (int level = 0; level <= count; level++) {
            all.add(stage(level, published, last));
        }
    }

    /// In order.
    public List<Stage> all() {
        return List.copyOf(all);
    }

    /// Everything that any stage does, as if in one.
    public Plan plan() {
        return plan;
    }

    /// By kind of subject: the number of its group. Subjects of two groups never hang together.
    public List<Integer> groups() {
        return List.copyOf(groups);
    }

    /// By ordinal: the stage in which an indicator can first be read.
    private int[] levels() {
        int[] found = new int[plan.indicators.length];
        for (Indicator indicator : plan.indicators) {
            found[indicator.ordinal()] = IntStream.concat(
                            Plan.inputs(indicator).map(input -> found[input]),
                            Plan.othersRead(indicator).map(other -> found[other] + 1))
                    .max()
                    .orElse(0);
        }
        return found;
    }

    /// The indicators that other subjects read.
    private BitSet published() {
        BitSet read = new BitSet();
        for (Indicator indicator : plan.indicators) {
            Plan.othersRead(indicator).forEach(read::set);
        }
        return read;
    }

    /// By kind: a number that it shares with the kinds whose subjects may hang together with its own.
    private int[] components() {
        int[] component = new int[plan.kinds.length];
        Arrays.setAll(component, kind -> kind);
        for (EventType type : program.vocabulary().types()) {
            type.subjectKinds().forEach(kind -> join(component, kind, type, type.fields()));
        }
        return component;
    }

    private void join(int[] component, int kind, EventType type, List<Field> fields) {
        for (Field field : fields) {
            if (field.type() == FieldType.GROUP) {
                join(component, kind, type, field.parts());
            } else if (field.type() == FieldType.ID && (field.link() || plan.counts(type, field))) {
                int from = component[field.kind()];
                int to = component[kind];
                for (int i = 0; i < component.length; i++) {
                    component[i] = component[i] == from ? to : component[i];
                }
            }
        }
    }

    /// By component: the stage in which its signals are judged; -1 where there are none.
    private int[] lastLevels() {
        int[] last = new int[components.length];
        Arrays.fill(last, -1);
        for (Signal signal : program.signals()) {
            int level = signal.concerns().stream()
                    .mapToInt(ordinal -> levels[ordinal])
                    .max()
                    .orElse(0);
            int component = components[signal.about()];
            last[component] = Math.max(last[component], level);
        }
        for (Control control : program.controls()) {
            int level = control.reads().stream()
                    .mapToInt(ordinal -> levels[ordinal])
                    .max()
                    .orElse(0);
            int component = components[control.about()];
            last[component] = Math.max(last[component], level);
        }
        return last;
    }

    /// Numbers the groups: components that the same stages look at are one.
    private void number(BitSet published, int[] last) {
        Map<BitSet, Integer> numbers = new HashMap<>();
        for (int component : components) {
            BitSet stages = new BitSet();
            published.stream()
                    .filter(ordinal -> components[plan.indicators[ordinal].about()] == component)
                    .forEach(ordinal -> stages.set(levels[ordinal]));
            if (last[component] >= 0) {
                stages.set(last[component]);
            }
            groups.add(numbers.computeIfAbsent(stages, _ -> numbers.size()));
        }
    }

    private Stage stage(int level, BitSet published, int[] last) {
        List<Signal> signals = program.signals().stream()
                .filter(signal -> last[components[signal.about()]] == level)
                .toList();
        List<Control> controls = program.controls().stream()
                .filter(control -> last[components[control.about()]] == level)
                .toList();
        int[] watched =
                published.stream().filter(ordinal -> levels[ordinal] == level).toArray();
        BitSet looksAt = new BitSet();
        signals.forEach(signal -> looksAt.set(groups.get(signal.about())));
        controls.forEach(control -> looksAt.set(groups.get(control.about())));
        for (int ordinal : watched) {
            looksAt.set(groups.get(plan.indicators[ordinal].about()));
        }
        List<Integer> gathered = Arrays.stream(plan.indicators)
                .filter(indicator -> indicator.source() instanceof Indicator.Gathered)
                .map(Indicator::ordinal)
                .filter(ordinal -> levels[ordinal] == level + 1)
                .toList();
        return new Stage(new Plan(program, signals, controls, watched), looksAt, gathered);
    }
}
