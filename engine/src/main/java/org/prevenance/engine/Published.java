package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prevenance.event.Raw;
import org.prevenance.playbook.Indicator;

/// The indicators that other subjects read, as they were judged over time.
///
/// Engines of one stage write; only those of later stages read, when [#close] has put together what was written. So
/// threads share nothing while they judge, and what is read does not depend on them.
public final class Published {
    private final Stages stages;
    /// By ordinal: the indicator's values by subject.
    private final Steps[] byOrdinal;
    /// By ordinal of a gathered indicator: what came of it, by key.
    private final Steps[] gathered;
    /// By ordinal of a search for the least.
    private final Map<Integer, int[]> candidates = new ConcurrentHashMap<>();
    private final List<Pages> open = new ArrayList<>();

    public Published(Stages stages) {
        this.stages = stages;
        this.byOrdinal = new Steps[stages.plan().indicators.length];
        this.gathered = new Steps[byOrdinal.length];
        Arrays.fill(byOrdinal, Steps.NONE);
        Arrays.fill(gathered, Steps.NONE);
    }

    /// What one engine writes.
    static final class Pages {
        private final Map<Integer, Steps.Writer> byOrdinal = new HashMap<>();

        void add(SubjectState state) {
            int[] watched = state.plan.watched;
            for (int i = 0; i < watched.length; i++) {
                Map<Long, Timeline> rows = state.published.get(i);
                if (!rows.isEmpty()) {
                    Steps.Writer writer = byOrdinal.computeIfAbsent(watched[i], _ -> new Steps.Writer());
                    rows.forEach((row, timeline) -> writer.timeline(state.subject, row, state.currency(), timeline));
                }
            }
        }
    }

    /// For an engine to write on. Thread-safe.
    synchronized Pages pages() {
        Pages pages = new Pages();
        open.add(pages);
        return pages;
    }

    /// Ends a stage: what its engines wrote can be read, and so can what is gathered from it.
    public synchronized void close(Stage stage) {
        for (int ordinal : stage.plan().published) {
            byOrdinal[ordinal] = Steps.of(open.stream()
                    .map(pages -> pages.byOrdinal.get(ordinal))
                    .filter(writer -> writer != null)
                    .toList());
        }
        open.clear();
        for (int ordinal : stage.gathered()) {
            Indicator indicator = stages.plan().indicators[ordinal];
            gathered[ordinal] = new Gathering(stages.plan(), indicator, byOrdinal).steps();
        }
    }

    /// The subjects that a stage judges although, perhaps, no event is about them: those for which something was
    /// gathered. Ascending.
    public int[] awaited(Stage stage) {
        return stage.plan().gatheredForItself.stream()
                .flatMap(ordinal -> {
                    Steps steps = gathered[ordinal];
                    return IntStream.range(0, steps.size()).mapToObj(steps::key);
                })
                .mapToInt(Long::intValue)
                .sorted()
                .distinct()
                .toArray();
    }

    /// The first instant at which something is gathered for an awaited subject.
    long firstGathered(Plan plan, int subject) {
        return plan.gatheredForItself.stream()
                .mapToLong(ordinal -> gathered[ordinal].nextAfter(subject, Steps.NO_ROW, Raw.ABSENT))
                .min()
                .orElse(SubjectState.NEVER);
    }

    /// An indicator's values, by subject.
    Steps of(int ordinal) {
        return byOrdinal[ordinal];
    }

    /// The subjects that a search for the least weighs: those of which anything that it reads was ever published, by
    /// name.
    int[] candidates(int ordinal) {
        return candidates.computeIfAbsent(ordinal, this::namedCandidates);
    }

    private int[] namedCandidates(int ordinal) {
        Indicator.Least least =
                (Indicator.Least) stages.plan().indicators[ordinal].source();
        return least.others().stream()
                .map(other -> byOrdinal[other])
                .flatMap(steps -> IntStream.range(0, steps.size()).mapToObj(steps::key))
                .distinct()
                .sorted(Comparator.comparing(
                        key -> stages.plan().program.subjects().name(key.intValue())))
                .mapToInt(Long::intValue)
                .toArray();
    }

    /// What was gathered for an indicator, by key.
    Steps gathered(int ordinal) {
        return gathered[ordinal];
    }

    /// About how many bytes all that can be read takes on the heap.
    public long bytes() {
        return Stream.concat(Arrays.stream(byOrdinal), Arrays.stream(gathered))
                .mapToLong(Steps::bytes)
                .sum();
    }
}
