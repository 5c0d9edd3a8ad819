package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Control;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.playbook.Window;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Purpose;
import org.prevenance.vocabulary.Vocabulary;

/// A program, or what one stage does of it, laid out for speed: which event types count for which kinds of subject,
/// what
/// to do with each. Immutable, shared by all engines of a run.
public final class Plan {
    final Program program;
    final ZoneDays days;
    final Indicator[] indicators;
    /// Local number of each folded indicator, -1 for others.
    final int[] local;
    final KindPlan[] kinds;
    /// By event type: the kinds of subject for which it counts.
    final Route[][] routes;
    /// By event type: whether it opens or ends a link, or gives or withdraws consent.
    final boolean[] bindsSubjects;
    final List<String> consentPurposes;
    /// The indicators whose values over time are kept for later stages.
    final int[] published;
    /// Indicators that are gathered for the very subject that they are about, and needed here.
    final List<Integer> gatheredForItself;
    /// The types that open or end links, or give or withdraw consent.
    final BitSet bindingTypes = new BitSet();
    final int consentGiven;
    final int consentWithdrawn;
    final int consentPurposeSlot;
    final int withdrawnPurposeSlot;
    final Map<Integer, Integer> purposeOfSymbol = new HashMap<>();
    final CaseClosed closed;
    /// By kind.
    final KindControls[] controls;

    /// Everything, as if in one stage.
    public Plan(Program program) {
        this(program, program.signals(), program.controls(), new int[0], true);
    }

    /// What one stage does.
    ///
    /// @param signals   those that it judges
    /// @param steered   the controls that it looks at
    /// @param published ordinals of the indicators whose values over time it keeps
    Plan(Program program, List<Signal> signals, List<Control> steered, int[] published) {
        this(program, signals, steered, published, false);
    }

    private Plan(Program program, List<Signal> signals, List<Control> steered, int[] published, boolean whole) {
        this.program = program;
        this.published = published;
        this.days = new ZoneDays(program.zone());
        this.indicators = program.indicators().toArray(Indicator[]::new);
        this.local = new int[indicators.length];
        Vocabulary vocabulary = program.vocabulary();
        this.consentPurposes = vocabulary.purposes().values().stream()
                .filter(Purpose::needsConsent)
                .map(Purpose::name)
                .sorted()
                .toList();
        for (int i = 0; i < consentPurposes.size(); i++) {
            purposeOfSymbol.put(program.symbols().of(consentPurposes.get(i)), i);
        }
        EventType given = vocabulary.type("consent.given");
        EventType withdrawn = vocabulary.type("consent.withdrawn");
        this.consentGiven = given == null ? -1 : given.ordinal();
        this.consentWithdrawn = withdrawn == null ? -1 : withdrawn.ordinal();
        this.consentPurposeSlot = slotOf(given, "purpose");
        this.withdrawnPurposeSlot = slotOf(withdrawn, "purpose");
        this.closed = new CaseClosed(program);
        BitSet needed = new BitSet();
        signals.forEach(signal -> closure(signal.concerns().stream(), needed));
        steered.forEach(control -> closure(control.reads().stream(), needed));
        closure(Arrays.stream(published).boxed(), needed);
        if (whole) {
            needed.set(0, indicators.length);
        }
        gatheredForItself = needed.stream()
                .filter(ordinal -> indicators[ordinal].source() instanceof Indicator.Gathered gathered
                        && gathered.keyOrdinal() < 0)
                .boxed()
                .toList();
        BitSet eager = new BitSet();
        signals.forEach(signal -> closure(signal.conditionReads().stream(), eager));
        steered.forEach(control -> closure(control.namedReads().stream(), eager));
        closure(Arrays.stream(published).boxed(), eager);
        this.kinds = new KindPlan[vocabulary.kinds().size()];
        this.controls = new KindControls[kinds.length];
        for (int kind = 0; kind < kinds.length; kind++) {
            KindPlanner planner = new KindPlanner(this, kind, signals, needed, eager);
            kinds[kind] = planner.plan();
            controls[kind] = planner.controls(steered);
        }
        this.routes = new Route[vocabulary.types().size()][];
        this.bindsSubjects = new boolean[routes.length];
        for (EventType type : vocabulary.types()) {
            routes[type.ordinal()] = routesOf(type);
            bindsSubjects[type.ordinal()] =
                    type.endsLinkTo() >= 0 || type.fields().stream().anyMatch(Field::link) || isConsent(type.ordinal());
            bindingTypes.set(type.ordinal(), bindsSubjects[type.ordinal()]);
        }
    }

    boolean isConsent(int type) {
        return type == consentGiven || type == consentWithdrawn;
    }

    private static int slotOf(@Nullable EventType type, String name) {
        Field field = type == null ? null : type.field(name);
        return field == null ? -1 : field.slot();
    }

    /// Whether an event of this type, naming a subject in this field, counts for that subject.
    public boolean counts(EventType type, Field idField) {
        for (Route route : routes[type.ordinal()]) {
            if (route.kind() == idField.kind()) {
                return true;
            }
        }
        return false;
    }

    /// Which slots of each event type are needed, by ordinal: those that expressions read, and those that tell for whom
    /// an event
    /// counts.
    public List<BitSet> slotsKept() {
        List<BitSet> kept = new ArrayList<>();
        for (EventType type : program.vocabulary().types()) {
            BitSet slots = (BitSet) program.slotsRead().get(type.ordinal()).clone();
            for (Field field : type.idFields()) {
                slots.set(field.slot(), slots.get(field.slot()) || field.link() || routes[type.ordinal()].length > 0);
            }
            if (isConsent(type.ordinal())) {
                slots.set(type.ordinal() == consentGiven ? consentPurposeSlot : withdrawnPurposeSlot);
            }
            if (type.ordinal() == closed.type()) {
                closed.keep(slots);
            }
            kept.add(slots);
        }
        return kept;
    }

    /// The signals that are judged.
    public List<Signal> signals() {
        return Arrays.stream(kinds).flatMap(kind -> Arrays.stream(kind.signals)).toList();
    }

    /// Adds these indicators to `found`, and those of the same subject that they are computed from.
    private void closure(Stream<Integer> ordinals, BitSet found) {
        ordinals.filter(ordinal -> !found.get(ordinal)).forEach(ordinal -> {
            found.set(ordinal);
            closure(inputs(indicators[ordinal]).boxed(), found);
        });
    }

    /// The ordinals of the indicators of the same subject that one reads directly.
    static IntStream inputs(Indicator indicator) {
        return switch (indicator.source()) {
            case Indicator.Folded(Fold fold) ->
                fold.having() == null
                        ? ints(fold.dependsOn())
                        : IntStream.concat(
                                ints(fold.dependsOn()), ints(fold.having().reads()));
            case Indicator.Derived derived -> ints(derived.dependsOn());
            case Indicator.Read(int _, int subject, int key) ->
                key < 0 ? IntStream.of(subject) : IntStream.of(subject, key);
            case Indicator.Least least -> ints(least.dependsOn());
            case Indicator.Gathered gathered -> gathered.keyOrdinal() < 0 ? IntStream.empty() : ints(gathered.inputs());
        };
    }

    /// The ordinals of the indicators of other subjects that one reads directly.
    static IntStream othersRead(Indicator indicator) {
        return switch (indicator.source()) {
            case Indicator.Folded(Fold fold) -> ints(fold.others());
            case Indicator.Derived _ -> IntStream.empty();
            case Indicator.Read read -> IntStream.of(read.indicatorOrdinal());
            case Indicator.Gathered gathered -> ints(gathered.inputs());
            case Indicator.Least least -> ints(least.others());
        };
    }

    /// Whether an indicator is a table whose values may change without an event.
    boolean movesByItself(int ordinal) {
        return indicators[ordinal].source() instanceof Indicator.Folded(Fold fold)
                && fold.isTable()
                && (fold.having() != null || !(fold.window() instanceof Window.Life) || KindPlanner.isTimed(fold));
    }

    private static IntStream ints(List<Integer> ordinals) {
        return ordinals.stream().mapToInt(Integer::intValue);
    }

    private Route[] routesOf(EventType type) {
        List<Route> found = new ArrayList<>();
        for (KindPlan kind : kinds) {
            List<Step> steps = new ArrayList<>();
            for (KindPlan.FoldPlan fold : kind.folds) {
                if (fold.types.get(type.ordinal())) {
                    steps.add(new Step(fold, feed(fold.fold, type.ordinal())));
                }
            }
            long dirties = dirties(kind, type.ordinal());
            if (!steps.isEmpty() || dirties != 0) {
                found.add(new Route(kind.kind, steps.toArray(Step[]::new), dirties));
            }
        }
        return found.toArray(Route[]::new);
    }

    private static Fold.@Nullable Feed feed(Fold fold, int type) {
        return fold.feeds().stream()
                .filter(feed -> feed.type() == type)
                .findFirst()
                .orElse(null);
    }

    private long dirties(KindPlan kind, int type) {
        long mask = 0;
        for (int i = 0; i < kind.signals.length; i++) {
            Signal signal = kind.signals[i];
            boolean always = (kind.alwaysJudged & 1L << i) != 0;
            boolean judges = signal.judgedOn().contains(type)
                    || (always && signal.reads().stream().anyMatch(ordinal -> isFedBy(ordinal, type)));
            mask |= judges ? 1L << i : 0;
        }
        return mask;
    }

    boolean isFedBy(int ordinal, int type) {
        boolean feeds = indicators[ordinal].source() instanceof Indicator.Folded(Fold fold)
                && (feed(fold, type) != null || fold.joins().stream().anyMatch(join -> join.type() == type));
        return feeds || inputs(indicators[ordinal]).anyMatch(input -> isFedBy(input, type));
    }

    /// What to do with an event for the subject of one kind.
    ///
    /// @param dirties signals (bits by place in [KindPlan#signals]) to judge
    record Route(int kind, Step[] steps, long dirties) {}

    /// One fold that an event feeds, or for which it is kept.
    ///
    /// @param feed null: later events of the fold may be joined to it, and no more
    record Step(KindPlan.FoldPlan fold, Fold.@Nullable Feed feed) {}
}
