package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.prevenance.engine.SubjectState.Moment;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Signal;
import org.prevenance.playbook.Window;
import org.prevenance.signal.Case;

/// Finds the events behind a case: those that were folded into the indicators that prove it.
final class EvidenceCollector {
    private final Plan plan;
    private final Evaluator evaluator;

    EvidenceCollector(Plan plan, Evaluator evaluator) {
        this.plan = plan;
        this.evaluator = evaluator;
    }

    /// @param newest ids, newest first, at most [Case#MOST_EVIDENCE]
    record Proof(List<String> newest, int count) {}

    private record Item(long time, long known, String source, String id) {
        static final Comparator<Item> ORDER = Comparator.comparingLong(Item::time)
                .thenComparingLong(Item::known)
                .thenComparing(Item::source)
                .thenComparing(Item::id);
    }

    /// @param state the subject, at which the evaluator stands
    Proof collect(SubjectState state, Signal signal, Moment moment) {
        TreeSet<Item> items = new TreeSet<>(Item.ORDER);
        TreeSet<Integer> folded = new TreeSet<>();
        signal.evidence().forEach(ordinal -> expand(ordinal, folded));
        for (int ordinal : folded) {
            items.addAll(items(state, state.plan.folds[plan.local[ordinal]], moment));
        }
        List<String> newest = items.descendingSet().stream()
                .limit(Case.MOST_EVIDENCE)
                .map(Item::id)
                .toList();
        return new Proof(newest, items.size());
    }

    private void expand(int ordinal, TreeSet<Integer> folded) {
        if (plan.indicators[ordinal].source() instanceof Indicator.Folded) {
            folded.add(ordinal);
        } else {
            Plan.inputs(plan.indicators[ordinal]).forEach(input -> expand(input, folded));
        }
    }

    private List<Item> items(SubjectState state, KindPlan.FoldPlan plan, Moment moment) {
        Fold fold = plan.fold;
        evaluator.indicator(plan.ordinal); // so that what `where` reads is folded before events are shown
        long since = evaluator.since(fold);
        Collected collected = new Collected(fold);
        Groups groups = fold.having() == null ? null : evaluator.groups(plan.ordinal);
        if (since != Long.MAX_VALUE) {
            evaluator.forEachEvent(state, plan, (event, feed) -> {
                if (feed.unless() && evaluator.matches(feed, event, since)) {
                    collected.takeAway(event, feed);
                }
                boolean counts = !feed.unless()
                        && isInWindow(fold.window(), event.time(), moment)
                        && evaluator.matches(feed, event, since)
                        && evaluator.hasValue(feed)
                        && (groups == null || counts(groups, feed, moment));
                if (counts) {
                    collected.add(event, feed);
                }
            });
        }
        return state.held[plan.local] instanceof Contradictions held
                ? collected.latestOf(held.contradicting(moment.now(), moment.today()))
                : collected.items();
    }

    /// Whether the group of the event at hand passes `having`.
    private boolean counts(Groups groups, Fold.Feed feed, Moment moment) {
        long[] keys = new long[4];
        for (int i = 0; i < feed.by().size(); i++) {
            keys[i] = feed.by().get(i).eval(evaluator);
        }
        Groups.Key key = Groups.Key.of(keys, feed.by().size());
        return groups.valueAt(key, moment.now(), moment.today()) != Raw.ABSENT;
    }

    private boolean isInWindow(Window window, long time, Moment moment) {
        return switch (window) {
            case Window.Life _, Window.LastEvents _ -> true;
            case Window.Days days -> {
                long last = moment.today() - days.before();
                long day = plan.days.day(time);
                yield day <= last && day > last - days.days();
            }
            case Window.Sliding sliding -> {
                long end = moment.now() - sliding.before();
                yield time <= end && time > end - sliding.micros();
            }
            case Window.Calendar calendar ->
                time >= CalendarSpan.start(calendar, moment.now(), moment.today(), plan.days)
                        && time < CalendarSpan.end(calendar, moment.now(), moment.today(), plan.days);
        };
    }

    /// The matching events of one fold, in order, cut down to those that made its value.
    private final class Collected {
        private final Fold fold;
        private final List<Item> all = new ArrayList<>();
        private final Map<List<Long>, Item> latestByGroup = new HashMap<>();
        private final Repeats repeats;

        Collected(Fold fold) {
            this.fold = fold;
            this.repeats = new Repeats(
                    ValueType.Kind.WHOLE,
                    fold.groupTypes(),
                    Fold.Take.COUNT,
                    fold.window(),
                    plan.days,
                    plan.program.symbols());
        }

        void add(Event event, Fold.Feed feed) {
            Item item =
                    new Item(event.time(), event.known(), plan.program.symbols().text(event.source()), event.id());
            List<Long> keys = feed.by().stream().map(key -> key.eval(evaluator)).toList();
            switch (fold.aggregation()) {
                case Aggregation.Last _, Aggregation.Contradictions _ -> latestByGroup.put(keys, item);
                case Aggregation.First _ -> latestByGroup.putIfAbsent(keys, item);
                case Aggregation.Repeated _ -> {
                    repeats.add(row(event, keys, feed), true);
                    all.add(item);
                }
                default -> all.add(item);
            }
        }

        /// What `unless` takes away of what may have come twice; other folds show it all the same.
        void takeAway(Event event, Fold.Feed feed) {
            if (fold.aggregation() instanceof Aggregation.Repeated) {
                repeats.add(row(event, List.of(), feed), true);
            }
        }

        private Accumulator.Contribution row(Event event, List<Long> keys, Fold.Feed feed) {
            Accumulator.Contribution row = new Accumulator.Contribution();
            row.time = event.time();
            row.unless = feed.unless();
            row.value = all.size(); // its place there
            row.keyCount = keys.size();
            for (int i = 0; i < row.keyCount; i++) {
                row.keys[i] = keys.get(i);
            }
            row.apart = feed.apart() == null ? Raw.ABSENT : feed.apart().eval(evaluator);
            return row;
        }

        /// The latest event of each of these groups.
        ///
        /// @param keys of folds that are grouped by one key
        List<Item> latestOf(Set<Long> keys) {
            return latestByGroup.entrySet().stream()
                    .filter(entry -> keys.contains(entry.getKey().getFirst()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        List<Item> items() {
            return switch (fold.aggregation()) {
                case Aggregation.Last _, Aggregation.First _ -> List.copyOf(latestByGroup.values());
                case Aggregation.Repeated _ -> repeated();
                default -> fold.window() instanceof Window.LastEvents last ? lastOf(last) : all;
            };
        }

        private List<Item> lastOf(Window.LastEvents last) {
            int to = Math.max(0, all.size() - last.skip());
            return all.subList(Math.max(0, to - last.events()), to);
        }

        private List<Item> repeated() {
            TreeSet<Item> found = new TreeSet<>(Item.ORDER);
            int from = repeats.first(); // events outside a window of time were not added
            for (int later = from + 1; later < repeats.last(); later++) {
                for (int earlier = from; earlier < later; earlier++) {
                    if (repeats.meet(earlier, later)) {
                        found.add(all.get((int) repeats.valueAt(earlier)));
                        found.add(all.get((int) repeats.valueAt(later)));
                    }
                }
            }
            return List.copyOf(found);
        }
    }
}
