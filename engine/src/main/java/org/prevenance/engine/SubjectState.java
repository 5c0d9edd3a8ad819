package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.signal.Command;

/// All that is kept about one subject: its links, its opt-ins where it is a person, its indicators, its signals.
final class SubjectState {
    private static final int[] NONE = {};
    static final long NEVER = Long.MAX_VALUE;

    final int subject;
    final KindPlan plan;

    /// Links to subjects above, by place in [KindPlan#linkKinds]; null: never linked.
    final @Nullable Timeline[] links;
    /// Subjects below that were ever linked to this one.
    int[] lowers = NONE;
    /// For a person: per purpose, 1 from an opt-in, 0 from a withdrawal; null: never asked.
    final @Nullable Timeline[] consents;
    /// For a person: since when each purpose was opted in to, as last settled.
    final long[] consentedSince;
    /// For a person: the latest time of an event for which consent was asked.
    long consultedTime = Long.MIN_VALUE;
    /// The latest time of an event that counted for this subject, or was held back for want of consent.
    long lastTime = Long.MIN_VALUE;

    /// Indicators from events, by local number; null until first needed.
    final @Nullable Accumulator[] held;
    /// For indicators that look at earlier events: those that their next events may be joined to.
    final @Nullable JoinTable[] joined;
    /// Must be folded anew before the next reading.
    final boolean[] stale;
    /// For indicators that read others: what those were when it was folded.
    final long[] @Nullable [] builtWith;
    /// For indicators that read other subjects for each event: until when what was read stays so; null where there is
    /// none such.
    final long @Nullable [] freshUntil;
    /// By place in [KindPlan#watched]: the indicator's values so far, of a table by key; empty until it has one.
    final List<Map<Long, Timeline>> published;
    /// Met money of two currencies.
    final boolean[] mixed;
    int currency = -1;
    /// Of amounts read of other subjects, or -1.
    int currencyRead = -1;

    final SignalState[] signals;
    /// By place in [KindControls]; empty until first needed.
    @Nullable
    ControlState[] controls = {};

    /// Signals to judge once everything known at this instant is in.
    long dirty;
    boolean queued;
    /// Is judged when something is gathered for it, though no event was about it yet.
    boolean awaited;
    /// When it is to be judged next without an event; set by [Wakes].
    long nextWake = NEVER;
    /// Its place in the heap of [Wakes], or -1.
    int wakePlace = -1;

    SubjectState(int subject, KindPlan plan, int purposes) {
        this.subject = subject;
        this.plan = plan;
        this.links = new Timeline[plan.linkKinds.length];
        this.consents = new Timeline[plan.person ? purposes : 0];
        this.consentedSince = new long[consents.length];
        Arrays.fill(consentedSince, Raw.ABSENT);
        int folds = plan.folds.length;
        this.held = new Accumulator[folds];
        this.joined = new JoinTable[folds];
        this.stale = plan.startsStale.clone();
        this.builtWith = new long[folds][];
        this.freshUntil = plan.readingOthers.length == 0 ? null : new long[folds];
        this.published = plan.watched.length == 0 ? List.of() : new ArrayList<>();
        for (int i = 0; i < plan.watched.length; i++) {
            published.add(new HashMap<>(2));
        }
        this.mixed = new boolean[folds];
        this.signals = new SignalState[plan.signals.length];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = new SignalState();
        }
    }

    private SubjectState(SubjectState original) {
        this.subject = original.subject;
        this.plan = original.plan;
        this.links = original.links;
        this.consents = original.consents;
        this.consentedSince = original.consentedSince;
        this.held = new Accumulator[original.held.length];
        this.joined = new JoinTable[held.length];
        this.stale = new boolean[original.stale.length];
        Arrays.fill(stale, true);
        this.builtWith = new long[original.builtWith.length][];
        this.freshUntil = original.freshUntil == null ? null : new long[original.freshUntil.length];
        this.published = List.of();
        this.mixed = new boolean[original.mixed.length];
        this.currency = original.currency;
        this.currencyRead = original.currencyRead;
        this.signals = original.signals;
    }

    /// The same subject with nothing folded in, to be read as it was at an earlier instant.
    SubjectState unread() {
        return new SubjectState(this);
    }

    /// Where a control stands.
    ///
    /// @param count how many controls there are about this kind
    ControlState control(int place, int count) {
        if (controls.length < count) {
            controls = Arrays.copyOf(controls, count);
        }
        ControlState control = controls[place];
        if (control == null) {
            control = new ControlState();
            controls[place] = control;
        }
        return control;
    }

    void addLower(int lower) {
        for (int known : lowers) {
            if (known == lower) {
                return;
            }
        }
        lowers = Arrays.copyOf(lowers, lowers.length + 1);
        lowers[lowers.length - 1] = lower;
    }

    /// The currency of its amounts, or -1 while it has none.
    int currency() {
        return currency >= 0 ? currency : currencyRead;
    }

    /// Notes the value of a watched indicator, by its place, from an instant on.
    void publish(int place, long at, long value) {
        publish(published.get(place), Steps.NO_ROW, at, value);
    }

    /// Notes the values of a watched table, by key; other keys have none from now on.
    void publish(int place, long at, Map<Long, Long> values) {
        Map<Long, Timeline> rows = published.get(place);
        values.forEach((row, value) -> publish(rows, row, at, value));
        rows.keySet().stream()
                .filter(row -> !values.containsKey(row))
                .toList()
                .forEach(row -> publish(rows, row, at, Raw.ABSENT));
    }

    private static void publish(Map<Long, Timeline> rows, long row, long at, long value) {
        Timeline timeline = rows.get(row);
        if (timeline == null && value != Raw.ABSENT) {
            timeline = new Timeline();
            rows.put(row, timeline);
        }
        if (timeline != null && (timeline.latest() != value || timeline.size() == 0)) {
            timeline.set(at, value);
        }
    }

    void forget(int local) {
        stale[local] = true;
        held[local] = null;
        joined[local] = null;
    }

    /// About how many bytes this state takes on the heap.
    long bytes() {
        long bytes = 160 + 16L * held.length + stale.length + mixed.length + 4L * lowers.length;
        for (Accumulator accumulator : held) {
            bytes += accumulator == null ? 0 : accumulator.bytes();
        }
        for (JoinTable table : joined) {
            bytes += table == null ? 8 : table.bytes();
        }
        for (Timeline link : links) {
            bytes += link == null ? 8 : link.bytes();
        }
        for (Map<Long, Timeline> rows : published) {
            bytes += 64
                    + rows.values().stream()
                            .mapToLong(timeline -> 64 + timeline.bytes())
                            .sum();
        }
        for (Timeline consent : consents) {
            bytes += consent == null ? 8 : consent.bytes();
        }
        for (SignalState signal : signals) {
            bytes += 72 + 72L * signal.past.size();
        }
        return bytes;
    }

    /// Where a signal stands for one subject.
    static final class SignalState {
        long heldSince = Raw.ABSENT;

        @Nullable
        Moment opened;

        @Nullable
        Moment lastOpen;

        List<Span> past = new ArrayList<>(0);

        /// A person closed the last case, and the condition has held ever since.
        boolean answered;
        /// When a case was closed by what is being corrected now.
        long closedBefore = Raw.ABSENT;
    }

    /// Where a control stands for one subject.
    static final class ControlState {
        /// What the device was told or said last (true is 1); not a number: nothing yet.
        double value = Double.NaN;
        /// When.
        long since = Long.MIN_VALUE;
        /// Until when a change made by hand is left alone.
        long restUntil = Long.MIN_VALUE;

        final List<Command> commands = new ArrayList<>(0);
    }

    /// An instant of judgement.
    ///
    /// @param known events known up to then were in
    /// @param now   the instant, microseconds since 1970 UTC
    /// @param today the calendar day judged
    record Moment(long known, long now, long today) {}

    /// A case that was opened, and closed again where `closedAt` is not [Raw#ABSENT].
    ///
    /// @param lastOpen the last judgement at which it stood open
    /// @param closing  what a person said to close it; null: still open, or closed by itself
    record Span(
            Moment opened,
            Moment lastOpen,
            long closedAt,
            @Nullable Closing closing) {}

    /// Who closed a case: the event of this source and id.
    record Closing(int source, String id, String outcome) {}
}
