package org.prevenance.engine;

import java.util.BitSet;
import java.util.List;
import org.prevenance.expression.Expr;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Signal;

/// What is kept and judged for one kind of subject. Immutable.
final class KindPlan {
    final int kind;
    final boolean person;
    /// Kinds to which this kind may be linked.
    final int[] linkKinds;
    /// Folded indicators about this kind; the place in this array is the indicator's local number.
    final FoldPlan[] folds;
    final boolean[] startsStale;
    final Signal[] signals;
    /// Signals (bits by place in [#signals]) that are judged whenever something they read changes.
    final long alwaysJudged;
    /// Signals that change with the calendar day and are always judged.
    final long dayBound;
    /// Signals that are judged when a day ends.
    final long judgedAtDayEnd;
    /// Indicators of this kind whose values over time are kept, because other subjects read them.
    final int[] watched;
    final boolean watchedByDay;
    /// By signal: the purposes that need an opt-in.
    final int[][] signalPurposes;
    final Waits waits;
    /// Folds whose value may change between two events at an instant that is not a day's start.
    final FoldPlan[] timed;
    /// Something may change when a day begins or ends.
    final boolean wakesDaily;
    /// Folds that read other subjects' indicators for each event.
    final FoldPlan[] readingOthers;
    /// Something waits for an instant, or for another subject.
    final boolean isWaiting;

    /// What may turn between two events of a subject, other than at a day's start or in a window of hours.
    ///
    /// @param timers   instants at which comparisons with `elapsed` turn
    /// @param reads    indicators that are read of another subject
    /// @param gathered ordinals of the indicators that are gathered for the subject itself
    /// @param weighed  ordinals of the indicators of which all subjects' are weighed for the least
    record Waits(List<Expr> timers, List<Indicator.Read> reads, List<Integer> gathered, List<Integer> weighed) {
        Waits {
            timers = List.copyOf(timers);
            reads = List.copyOf(reads);
            gathered = List.copyOf(gathered);
            weighed = List.copyOf(weighed);
        }

        boolean isEmpty() {
            return timers.isEmpty() && reads.isEmpty() && gathered.isEmpty() && weighed.isEmpty();
        }
    }

    KindPlan(
            int kind,
            boolean person,
            int[] linkKinds,
            List<FoldPlan> folds,
            List<Signal> signals,
            long[] masks,
            int[] watched,
            boolean watchedByDay,
            int[][] signalPurposes,
            Waits waits) {
        this.kind = kind;
        this.person = person;
        this.linkKinds = linkKinds;
        this.folds = folds.toArray(FoldPlan[]::new);
        this.startsStale = new boolean[this.folds.length];
        for (int i = 0; i < this.folds.length; i++) {
            startsStale[i] = !this.folds[i].eager || this.folds[i].isChosen;
        }
        this.signals = signals.toArray(Signal[]::new);
        this.alwaysJudged = masks[0];
        this.dayBound = masks[1];
        this.judgedAtDayEnd = masks[2];
        this.watched = watched;
        this.watchedByDay = watchedByDay;
        this.signalPurposes = signalPurposes;
        this.waits = waits;
        this.timed = folds.stream().filter(fold -> fold.timed).toArray(FoldPlan[]::new);
        this.readingOthers =
                folds.stream().filter(fold -> !fold.fold.others().isEmpty()).toArray(FoldPlan[]::new);
        this.wakesDaily = (dayBound | judgedAtDayEnd) != 0 || watchedByDay;
        this.isWaiting = !waits.isEmpty() || readingOthers.length > 0;
    }

    /// One folded indicator.
    static final class FoldPlan {
        final int ordinal;
        final int local;
        final Fold fold;
        /// Purpose that needs the person's opt-in, or -1.
        final int purpose;
        /// Read by some condition, and therefore kept up to date in passing; others are folded when first read.
        final boolean eager;
        final int[] dependsOn;
        /// Which events count, or with what value, depends on indicators or on the day.
        final boolean isChosen;
        final BitSet types;
        /// Its value may change between two events at an instant that is not a day's start.
        final boolean timed;

        FoldPlan(int ordinal, int local, Fold fold, int purpose, boolean eager, boolean timed) {
            this.ordinal = ordinal;
            this.local = local;
            this.fold = fold;
            this.purpose = purpose;
            this.eager = eager;
            this.timed = timed;
            this.dependsOn =
                    fold.dependsOn().stream().mapToInt(Integer::intValue).toArray();
            this.isChosen =
                    dependsOn.length > 0 || fold.readsToday() || !fold.others().isEmpty();
            this.types = new BitSet();
            fold.feeds().forEach(feed -> types.set(feed.type()));
            fold.joins().forEach(join -> types.set(join.type()));
        }
    }
}
