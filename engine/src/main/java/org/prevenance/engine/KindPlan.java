package org.prevenance.engine;

import java.util.BitSet;
import java.util.List;
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
    /// Signals that read another subject's indicator.
    final long readsOthers;
    /// Indicators of this kind that other subjects read.
    final int[] watched;
    final boolean watchedByDay;
    /// By signal: the purposes that need an opt-in.
    final int[][] signalPurposes;
    /// Indicators of this kind that compare a subject with its peers.
    final int[] peers;
    /// Other subjects' indicators that signals about this kind read.
    final Indicator.Read[] read;
    /// Folds whose value may change between two events at an instant that is not a day's start.
    final FoldPlan[] timed;
    /// Something may change when a day begins or ends.
    final boolean wakesDaily;
    /// Others read this kind's indicators, or compare with them.
    final boolean isNoted;
    /// Some signal waits for an instant, or for another subject.
    final boolean waits;

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
            int[] peers,
            List<Indicator.Read> read) {
        this.kind = kind;
        this.person = person;
        this.linkKinds = linkKinds;
        this.folds = folds.toArray(FoldPlan[]::new);
        this.startsStale = new boolean[this.folds.length];
        for (int i = 0; i < this.folds.length; i++) {
            startsStale[i] =
                    !this.folds[i].eager || this.folds[i].dependsOn.length > 0 || this.folds[i].fold.readsToday();
        }
        this.signals = signals.toArray(Signal[]::new);
        this.alwaysJudged = masks[0];
        this.dayBound = masks[1];
        this.judgedAtDayEnd = masks[2];
        this.readsOthers = masks[3];
        this.watched = watched;
        this.watchedByDay = watchedByDay;
        this.signalPurposes = signalPurposes;
        this.peers = peers;
        this.read = read.toArray(Indicator.Read[]::new);
        this.timed = folds.stream().filter(fold -> fold.timed).toArray(FoldPlan[]::new);
        this.isNoted = watched.length > 0 || peers.length > 0;
        this.wakesDaily = (dayBound | judgedAtDayEnd) != 0 || watchedByDay || peers.length > 0;
        this.waits = this.read.length > 0
                || signals.stream().anyMatch(signal -> !signal.elapsedTimers().isEmpty());
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
            this.types = new BitSet();
            fold.feeds().forEach(feed -> types.set(feed.type()));
        }
    }
}
