package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.playbook.Window;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Purpose;
import org.prevenance.vocabulary.Vocabulary;

/// A program laid out for speed: which event types count for which kinds of subject, what to do with each. Immutable,
/// shared
/// by all engines of a run.
public final class Plan {
    private static final int MOST_SIGNALS = 64;

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
    final BitSet sharedKinds = new BitSet();
    /// The types that open or end links, or give or withdraw consent.
    final BitSet bindingTypes = new BitSet();
    final int consentGiven;
    final int consentWithdrawn;
    final int consentPurposeSlot;
    final int withdrawnPurposeSlot;
    final Map<Integer, Integer> purposeOfSymbol = new HashMap<>();
    final CaseClosed closed;

    public Plan(Program program) {
        this.program = program;
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
        for (Indicator indicator : indicators) {
            if (indicator.source() instanceof Indicator.Read read) {
                sharedKinds.set(indicators[read.indicatorOrdinal()].about());
            }
        }
        boolean[] eager = eager();
        this.kinds = new KindPlan[vocabulary.kinds().size()];
        for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] = kindPlan(kind, eager);
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

    /// The kinds of subject whose indicators other subjects read: their events must be applied before those of the
    /// readers.
    public BitSet sharedKinds() {
        return (BitSet) sharedKinds.clone();
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

    /// Whether some indicator compares a subject with its peers: then one engine must see them all.
    public boolean comparesPeers() {
        return Arrays.stream(kinds).anyMatch(kind -> kind.peers.length > 0);
    }

    private boolean[] eager() {
        boolean[] eager = new boolean[indicators.length];
        for (Signal signal : program.signals()) {
            for (int ordinal : signal.conditionReads()) {
                markEager(ordinal, eager);
            }
        }
        for (Indicator indicator : indicators) {
            if (indicator.source() instanceof Indicator.Read read) {
                markEager(read.indicatorOrdinal(), eager);
            }
        }
        return eager;
    }

    private void markEager(int ordinal, boolean[] eager) {
        if (!eager[ordinal]) {
            eager[ordinal] = true;
            inputs(indicators[ordinal], input -> markEager(input, eager));
        }
    }

    /// Whether an indicator is a table whose values may change without an event.
    boolean movesByItself(int ordinal) {
        return indicators[ordinal].source() instanceof Indicator.Folded(Fold fold)
                && fold.isTable()
                && (fold.having() != null || !(fold.window() instanceof Window.Life) || isTimed(fold));
    }

    /// Shows the ordinals of the indicators that one reads directly, of the same subject.
    static void inputs(Indicator indicator, IntConsumer each) {
        switch (indicator.source()) {
            case Indicator.Folded folded -> folded.fold().dependsOn().forEach(each::accept);
            case Indicator.Derived derived -> derived.dependsOn().forEach(each::accept);
            case Indicator.Read read -> {
                each.accept(read.subjectOrdinal());
                if (read.keyOrdinal() >= 0) {
                    each.accept(read.keyOrdinal());
                }
            }
            case Indicator.Peers peers -> {
                each.accept(peers.indicatorOrdinal());
                each.accept(peers.groupOrdinal());
            }
        }
    }

    private KindPlan kindPlan(int kind, boolean[] eager) {
        Vocabulary vocabulary = program.vocabulary();
        List<KindPlan.FoldPlan> folds = new ArrayList<>();
        for (Indicator indicator : indicators) {
            if (indicator.about() == kind) {
                local[indicator.ordinal()] = -1;
                if (indicator.source() instanceof Indicator.Folded(Fold fold)) {
                    local[indicator.ordinal()] = folds.size();
                    folds.add(new KindPlan.FoldPlan(
                            indicator.ordinal(),
                            folds.size(),
                            fold,
                            consentPurposes.indexOf(String.valueOf(indicator.purpose())),
                            eager[indicator.ordinal()],
                            isTimed(fold)));
                }
            }
        }
        List<Signal> signals = program.signals().stream()
                .filter(signal -> signal.about() == kind)
                .toList();
        if (signals.size() > MOST_SIGNALS) {
            throw new IllegalArgumentException(
                    "%d signals are about (%s); at most %d can be.\nMaybe load fewer playbooks."
                            .formatted(signals.size(), vocabulary.kinds().get(kind), MOST_SIGNALS));
        }
        int[] watched = Arrays.stream(indicators)
                .filter(indicator -> indicator.source() instanceof Indicator.Read)
                .mapToInt(indicator -> ((Indicator.Read) indicator.source()).indicatorOrdinal())
                .filter(ordinal -> indicators[ordinal].about() == kind)
                .distinct()
                .toArray();
        boolean watchedByDay = Arrays.stream(watched).anyMatch(this::changesByDay);
        int[] peers = Arrays.stream(indicators)
                .filter(indicator -> indicator.about() == kind && indicator.source() instanceof Indicator.Peers)
                .mapToInt(Indicator::ordinal)
                .toArray();
        int[][] signalPurposes = signals.stream()
                .map(signal -> signal.purposes().stream()
                        .mapToInt(consentPurposes::indexOf)
                        .filter(purpose -> purpose >= 0)
                        .toArray())
                .toArray(int[][]::new);
        return new KindPlan(
                kind,
                vocabulary.isPerson(kind),
                linkKinds(kind),
                folds,
                signals,
                masks(signals),
                watched,
                watchedByDay,
                signalPurposes,
                peers,
                othersRead(signals));
    }

    private List<Indicator.Read> othersRead(List<Signal> signals) {
        return signals.stream()
                .flatMap(signal -> signal.reads().stream())
                .distinct()
                .map(ordinal -> indicators[ordinal].source())
                .filter(Indicator.Read.class::isInstance)
                .map(Indicator.Read.class::cast)
                .toList();
    }

    private static boolean isTimed(Fold fold) {
        return fold.window() instanceof Window.Sliding
                || fold.aggregation() instanceof org.prevenance.playbook.Aggregation.Streak;
    }

    private long[] masks(List<Signal> signals) {
        long[] masks = new long[4];
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            long bit = 1L << i;
            boolean always = signal.judgedOn().isEmpty() && !signal.judgedAtDayEnd();
            masks[0] |= always ? bit : 0;
            masks[1] |= always && changesByDay(signal) ? bit : 0;
            masks[2] |= signal.judgedAtDayEnd() ? bit : 0;
            masks[3] |= always && signal.reads().stream().anyMatch(this::readsOther) ? bit : 0;
        }
        return masks;
    }

    private boolean readsOther(int ordinal) {
        return indicators[ordinal].source() instanceof Indicator.Read
                || indicators[ordinal].source() instanceof Indicator.Peers;
    }

    private boolean changesByDay(Signal signal) {
        return signal.readsToday() || signal.reads().stream().anyMatch(this::changesByDay);
    }

    private boolean changesByDay(int ordinal) {
        boolean[] found = {false};
        switch (indicators[ordinal].source()) {
            case Indicator.Folded(Fold fold) ->
                found[0] = fold.readsToday()
                        || fold.window() instanceof Window.Days
                        || fold.window() instanceof Window.Calendar
                        || fold.aggregation() instanceof org.prevenance.playbook.Aggregation.Streak;
            case Indicator.Derived derived -> found[0] = derived.readsToday();
            case Indicator.Read _ -> {}
            case Indicator.Peers _ -> found[0] = true;
        }
        inputs(indicators[ordinal], input -> found[0] |= changesByDay(input));
        return found[0];
    }

    private int[] linkKinds(int lowerKind) {
        return program.vocabulary().types().stream()
                .filter(type -> type.subjectKinds().contains(lowerKind))
                .flatMap(type -> type.fields().stream())
                .filter(Field::link)
                .mapToInt(Field::kind)
                .distinct()
                .toArray();
    }

    private Route[] routesOf(EventType type) {
        List<Route> found = new ArrayList<>();
        for (KindPlan kind : kinds) {
            List<Step> steps = new ArrayList<>();
            for (KindPlan.FoldPlan fold : kind.folds) {
                for (Fold.Feed feed : fold.fold.feeds()) {
                    if (feed.type() == type.ordinal()) {
                        steps.add(new Step(fold, feed));
                    }
                }
            }
            long dirties = dirties(kind, type.ordinal());
            if (!steps.isEmpty() || dirties != 0) {
                found.add(new Route(kind.kind, steps.toArray(Step[]::new), dirties));
            }
        }
        return found.toArray(Route[]::new);
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

    private boolean isFedBy(int ordinal, int type) {
        boolean[] found = {
            indicators[ordinal].source() instanceof Indicator.Folded(Fold fold)
                    && fold.feeds().stream().anyMatch(feed -> feed.type() == type)
        };
        inputs(indicators[ordinal], input -> found[0] |= isFedBy(input, type));
        return found[0];
    }

    /// What to do with an event for the subject of one kind.
    ///
    /// @param dirties signals (bits by place in [KindPlan#signals]) to judge
    record Route(int kind, Step[] steps, long dirties) {}

    /// One fold that an event feeds.
    record Step(KindPlan.FoldPlan fold, Fold.Feed feed) {}
}
