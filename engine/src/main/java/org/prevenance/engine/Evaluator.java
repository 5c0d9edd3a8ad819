package org.prevenance.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Scope;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;

/// Reads the indicators of one subject at one instant, and folds events into them.
///
/// Not thread-safe; one per engine, moved from subject to subject.
final class Evaluator implements Scope {
    private final Plan plan;
    private final Graph graph;
    private final Published published;
    private final Corrections corrections;
    private final Accumulators accumulators;
    private final Accumulator.Contribution contribution = new Accumulator.Contribution();
    private final Items items;
    private final OtherSubjects others;
    private History history;
    private long number;
    private @Nullable SubjectState state;
    private @Nullable Event event;
    /// By number, the earlier events that are joined to the one at hand.
    private @Nullable Event[] earlier = new Event[0];
    private long knownUntil;
    private long now;
    private long today;
    private long candidate = Raw.ABSENT;
    /// The first instant at which what was read of other subjects, for events since this was last set, is different.
    private long freshUntil = Long.MAX_VALUE;

    Evaluator(Plan plan, Graph graph, Published published, Corrections corrections, History history) {
        this.plan = plan;
        this.graph = graph;
        this.published = published;
        this.corrections = corrections;
        this.history = history;
        this.others = new OtherSubjects(plan, published, this);
        this.items = new Items(plan.program, plan.days);
        this.accumulators = new Accumulators(plan.days, plan.program.symbols(), this);
    }

    void history(History newHistory) {
        history = newHistory;
    }

    /// Moves to a subject and an instant.
    ///
    /// @param newKnownUntil events known up to then count when an indicator is folded anew
    void at(SubjectState newState, long newKnownUntil, long newNow, long newToday) {
        state = newState;
        knownUntil = newKnownUntil;
        now = newNow;
        today = newToday;
    }

    /// The subject at hand.
    SubjectState state() {
        SubjectState current = state;
        if (current == null) {
            throw new IllegalStateException("No subject is being judged.");
        }
        return current;
    }

    @Override
    public Event event() {
        Event current = event;
        if (current == null) {
            throw new IllegalStateException("No event is at hand.");
        }
        return current;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long today() {
        return today;
    }

    @Override
    public int currency() {
        return state().currency();
    }

    @Override
    public long indicator(int ordinal) {
        return switch (plan.indicators[ordinal].source()) {
            case Indicator.Folded _ -> folded(state(), plan.local[ordinal]);
            case Indicator.Derived derived -> derived.expr().eval(this);
            case Indicator.Read read -> others.read(ordinal, read, knownUntil);
            case Indicator.Gathered gathered -> others.gathered(ordinal, gathered, knownUntil);
            case Indicator.Least least -> least(ordinal, least);
        };
    }

    private long least(int ordinal, Indicator.Least least) {
        ValueType.Kind kind = least.exprType().kind();
        long outer = candidate;
        long best = Raw.ABSENT;
        long bestSubject = Raw.ABSENT;
        for (int subject : published.candidates(ordinal)) {
            candidate = subject;
            boolean counts = least.where() == null || least.where().eval(this) == 1;
            long value = counts ? least.expr().eval(this) : Raw.ABSENT;
            if (value != Raw.ABSENT && (best == Raw.ABSENT || Arithmetic.compare(value, best, kind) < 0)) {
                best = value;
                bestSubject = subject;
            }
        }
        candidate = outer;
        return least.which() ? bestSubject : best;
    }

    @Override
    public long candidate() {
        return candidate;
    }

    @Override
    public long otherThen(int ordinal, long subject, long instant) {
        return others.value(ordinal, subject, Math.min(knownUntil, instant));
    }

    /// When another subject's indicator, as read now, changes next; [Long#MAX_VALUE]: never.
    long nextChange(Indicator.Read read) {
        return others.nextAfter(read, now);
    }

    /// Notes what other subjects may read of the subject at hand.
    ///
    /// @param place of a watched indicator
    void publish(int place) {
        int ordinal = state().plan.watched[place];
        if (!plan.indicators[ordinal].isTable()) {
            state().publish(place, now, indicator(ordinal));
            return;
        }
        Groups table = (Groups) upToDate(state(), plan.local[ordinal]);
        boolean mixed = state().mixed[plan.local[ordinal]];
        state().publish(place, now, mixed ? Map.of() : table.table(now, today));
    }

    @Override
    public long other(int ordinal, long subject) {
        freshUntil = Math.min(freshUntil, others.nextAfter(ordinal, subject, knownUntil));
        return others.value(ordinal, subject, knownUntil);
    }

    @Override
    public long at(int ordinal, long key) {
        int local = plan.local[ordinal];
        Groups table = (Groups) upToDate(state(), local);
        return state().mixed[local] ? Raw.ABSENT : table.valueAt(key, now, today);
    }

    @Override
    public long joined(int number, Expr code) {
        Event joined = earlier[number];
        if (joined == null) {
            return Raw.ABSENT;
        }
        Event atHand = event;
        event = joined;
        long value = code.eval(this);
        event = atHand;
        return value;
    }

    /// The value; of a table, which has none, what tells whether it changed.
    private long folded(SubjectState subject, int local) {
        Accumulator held = upToDate(subject, local);
        if (subject.plan.folds[local].fold.isTable()) {
            return ((Groups) held).version();
        }
        return subject.mixed[local] ? Raw.ABSENT : held.value(now, today);
    }

    private Accumulator upToDate(SubjectState subject, int local) {
        KindPlan.FoldPlan fold = subject.plan.folds[local];
        if (subject.stale[local] || fold.isChosen && !isCurrent(subject, fold)) {
            refold(subject, fold);
        }
        return held(subject, fold);
    }

    /// The groups of an indicator that is grouped, as of now; null where it has met two currencies.
    @Nullable
    Groups groups(int ordinal) {
        SubjectState subject = state();
        int local = plan.local[ordinal];
        Groups groups = (Groups) upToDate(subject, local);
        return subject.mixed[local] ? null : groups;
    }

    private Accumulator held(SubjectState subject, KindPlan.FoldPlan fold) {
        Accumulator held = subject.held[fold.local];
        if (held == null) {
            held = accumulators.create(fold.fold);
            subject.held[fold.local] = held;
        }
        return held;
    }

    /// Whether what the fold's events were chosen by is still so.
    private boolean isCurrent(SubjectState subject, KindPlan.FoldPlan fold) {
        long[] with = subject.builtWith[fold.local];
        if (with == null) {
            return false;
        }
        for (int i = 0; i < fold.dependsOn.length; i++) {
            if (indicator(fold.dependsOn[i]) != with[i] || plan.movesByItself(fold.dependsOn[i])) {
                return false;
            }
        }
        if (subject.freshUntil != null && knownUntil >= subject.freshUntil[fold.local]) {
            return false;
        }
        return !fold.fold.readsToday() || with[fold.dependsOn.length] == today;
    }

    private void refold(SubjectState subject, KindPlan.FoldPlan fold) {
        int local = fold.local;
        long[] with = new long[fold.dependsOn.length + 1];
        for (int i = 0; i < fold.dependsOn.length; i++) {
            with[i] = indicator(fold.dependsOn[i]);
        }
        with[fold.dependsOn.length] = today;
        subject.builtWith[local] = with;
        subject.mixed[local] = false;
        Accumulator held = accumulators.create(fold.fold);
        subject.held[local] = held;
        subject.stale[local] = false;
        number++;
        Event before = event;
        long freshBefore = freshUntil;
        freshUntil = Long.MAX_VALUE;
        @Nullable Event[] earlierBefore = earlier;
        long since = since(fold.fold);
        if (since != Long.MAX_VALUE) {
            subject.joined[local] =
                    forEachEvent(subject, fold, (each, feed) -> contribute(subject, fold, feed, each, since, true));
        }
        event = before;
        if (subject.freshUntil != null) {
            subject.freshUntil[local] = freshUntil;
        }
        freshUntil = freshBefore;
        earlier = earlierBefore;
    }

    /// Shows each standing event that feeds the fold for the subject, in order, with the feed that it matches by type;
    /// where the items of a list count, each item. Where and since are not yet looked at. Gives the earlier events that
    /// later ones may be joined to; null: none are.
    @Nullable
    JoinTable forEachEvent(SubjectState subject, KindPlan.FoldPlan fold, FeedVisitor visitor) {
        if (fold.fold.joins().isEmpty()) {
            forEachStanding(subject, fold, each -> show(fold, each, visitor));
            return null;
        }
        List<Fold.Join> joins = fold.fold.joins();
        JoinedEvents joined = new JoinedEvents(joins);
        forEachStanding(subject, fold, each -> {
            for (int i = 0; i < joins.size(); i++) {
                if (joins.get(i).type() == each.type().ordinal()) {
                    joined.add(i, key(joins.get(i).on(), each), each.copy());
                }
            }
        });
        long[] lookedAt = {Long.MIN_VALUE};
        forEachStanding(subject, fold, each -> {
            for (Fold.Feed feed : fold.fold.feeds()) {
                if (feed.type() == each.type().ordinal()) {
                    long key = key(feed.on(), each);
                    earlier = new Event[joins.size()];
                    for (int i = 0; i < earlier.length; i++) {
                        earlier[i] = joined.look(i, key, each);
                    }
                    lookedAt[0] = each.time();
                    forEachItem(each, feed, row -> visitor.see(row, feed));
                }
            }
            joined.pass(each);
        });
        return joined.latest(lookedAt[0]);
    }

    /// The key of an event in a join; 0 where none is asked for.
    private long key(@Nullable Expr on, Event each) {
        event = each;
        return on == null ? 0 : on.eval(this);
    }

    private void show(KindPlan.FoldPlan fold, Event each, FeedVisitor visitor) {
        for (Fold.Feed feed : fold.fold.feeds()) {
            if (feed.type() == each.type().ordinal()) {
                forEachItem(each, feed, row -> visitor.see(row, feed));
            }
        }
    }

    /// Shows each standing event of the fold's types for the subject, in order.
    private void forEachStanding(SubjectState subject, KindPlan.FoldPlan fold, History.Visitor visitor) {
        history.replay(subject.subject, fold.types, knownUntil, each -> {
            boolean standing = each.standing() != Event.Standing.RETRACTION && !corrections.replaced(each, knownUntil);
            if (standing
                    && graph.owner(each, subject.plan.kind) == subject.subject
                    && permitted(subject, fold, each.time())) {
                visitor.see(each);
            }
        });
    }

    private void forEachItem(Event each, Fold.Feed feed, Consumer<Event> visitor) {
        if (feed.each() == null) {
            visitor.accept(each);
        } else {
            items.forEach(each, feed.each(), visitor);
        }
    }

    private boolean permitted(SubjectState subject, KindPlan.FoldPlan fold, long time) {
        if (fold.purpose < 0) {
            return true;
        }
        SubjectState person = graph.person(subject, time);
        if (person != null) {
            person.consultedTime = Math.max(person.consultedTime, time);
        }
        return graph.consents(person, fold.purpose, time);
    }

    /// From when on events count for a fold; [Long#MAX_VALUE]: none do.
    long since(Fold fold) {
        if (fold.sinceOrdinal() < 0) {
            return Long.MIN_VALUE;
        }
        long since = indicator(fold.sinceOrdinal());
        if (since == Raw.ABSENT) {
            return fold.sinceOrLife() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        boolean date = plan.indicators[fold.sinceOrdinal()].type().kind() == ValueType.Kind.DATE;
        return date ? plan.days.start(since) : since;
    }

    /// Folds an event in, in passing. What it would need to read stays unread: then the indicator becomes stale.
    void feed(SubjectState subject, Plan.Step step, Event each) {
        KindPlan.FoldPlan fold = step.fold();
        int local = fold.local;
        if (subject.stale[local]) {
            return;
        }
        long since = Long.MIN_VALUE;
        if (fold.isChosen) {
            if (!canPeek(subject, fold) || !isCurrent(subject, fold)) {
                subject.forget(local);
                return;
            }
            since = since(fold.fold);
        }
        if (since == Long.MAX_VALUE) {
            return;
        }
        number++;
        freshUntil = Long.MAX_VALUE;
        JoinTable joined = fold.fold.joins().isEmpty() ? null : joined(subject, fold);
        Fold.Feed feed = step.feed();
        if (joined != null && !join(joined, fold.fold, feed, each)) {
            subject.forget(local);
        } else if (feed != null && feed.each() != null) {
            feedItems(subject, fold, feed, each, since);
        } else if (feed != null && !contribute(subject, fold, feed, each, since, false)) {
            subject.forget(local);
        }
        if (subject.freshUntil != null) {
            subject.freshUntil[local] = Math.min(subject.freshUntil[local], freshUntil);
        }
    }

    private void feedItems(SubjectState subject, KindPlan.FoldPlan fold, Fold.Feed feed, Event each, long since) {
        forEachItem(each, feed, item -> {
            if (!subject.stale[fold.local] && !contribute(subject, fold, feed, item, since, false)) {
                subject.forget(fold.local);
            }
        });
    }

    private JoinTable joined(SubjectState subject, KindPlan.FoldPlan fold) {
        JoinTable joined = subject.joined[fold.local];
        if (joined == null) {
            joined = new JoinTable(fold.fold.joins(), Long.MIN_VALUE);
            subject.joined[fold.local] = joined;
        }
        return joined;
    }

    /// Joins an event to earlier ones, and keeps it for later ones; false where only all events can tell.
    private boolean join(JoinTable joined, Fold fold, Fold.@Nullable Feed feed, Event each) {
        List<Fold.Join> joins = fold.joins();
        boolean next = joined.isNext(each);
        if (feed != null) {
            long key = key(feed.on(), each);
            earlier = new Event[joins.size()];
            for (int i = 0; i < earlier.length; i++) {
                if (!joined.knows(i, key, each)) {
                    return false;
                }
                earlier[i] = joined.look(i, key);
            }
            joined.lookedFrom(each);
        }
        for (int i = 0; i < joins.size(); i++) {
            if (joins.get(i).type() == each.type().ordinal()) {
                long key = key(joins.get(i).on(), each);
                if (!next || (key != Raw.ABSENT && !joined.keep(i, key, each))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean canPeek(SubjectState subject, KindPlan.FoldPlan fold) {
        for (int ordinal : fold.dependsOn) {
            int local = plan.local[ordinal];
            if (local < 0 || subject.stale[local] || readsOthers(subject.plan.folds[local])) {
                return false;
            }
        }
        return true;
    }

    private static boolean readsOthers(KindPlan.FoldPlan fold) {
        return fold.dependsOn.length > 0 || fold.fold.having() != null;
    }

    /// Adds the event where it matches; false when the fold cannot take it in passing.
    private boolean contribute(
            SubjectState subject, KindPlan.FoldPlan fold, Fold.Feed feed, Event each, long since, boolean ordered) {
        if (!matches(feed, each, since)) {
            return true;
        }
        Accumulator held = held(subject, fold);
        if (!ordered && held.keepsNothing()) {
            return false;
        }
        contribution.value = value(feed);
        contribution.unless = feed.unless();
        boolean said = contribution.value != Raw.ABSENT | also(feed);
        if (!said && !feed.unless()) {
            return true;
        }
        if (feed.currencySlot() >= 0 && contribution.value != Raw.ABSENT) {
            noteCurrency(subject, fold.local, (int) each.value(feed.currencySlot()));
        }
        contribution.number = number;
        contribution.time = each.time();
        contribution.known = each.known();
        contribution.day = plan.days.day(each.time());
        contribution.keyCount = feed.by().size();
        for (int i = 0; i < contribution.keyCount; i++) {
            contribution.keys[i] = feed.by().get(i).eval(this);
        }
        contribution.apart = feed.apart() == null ? Raw.ABSENT : feed.apart().eval(this);
        return held.add(contribution, ordered);
    }

    /// Reads the values beside the first one; whether there is one.
    private boolean also(Fold.Feed feed) {
        boolean said = false;
        contribution.alsoCount = feed.also().size();
        for (int i = 0; i < contribution.alsoCount; i++) {
            contribution.also[i] = feed.also().get(i).eval(this);
            said |= contribution.also[i] != Raw.ABSENT;
        }
        return said;
    }

    /// Whether the event at hand brings a value.
    boolean hasValue(Fold.Feed feed) {
        return value(feed) != Raw.ABSENT | also(feed);
    }

    /// Whether the event passes the feed's `where` and the fold's `since`.
    boolean matches(Fold.Feed feed, Event each, long since) {
        event = each;
        if (each.time() < since) {
            return false;
        }
        Expr where = feed.where();
        return where == null || where.eval(this) == 1;
    }

    /// The value that the event at hand brings; 1 where the fold only counts.
    private long value(Fold.Feed feed) {
        Expr value = feed.value();
        return value == null ? 1 : value.eval(this);
    }

    private static void noteCurrency(SubjectState subject, int local, int currency) {
        if (subject.currency < 0) {
            subject.currency = currency;
        } else if (subject.currency != currency) {
            subject.mixed[local] = true;
        }
    }

    interface FeedVisitor {
        void see(Event event, Fold.Feed feed);
    }
}
