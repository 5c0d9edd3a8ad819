package org.prevenance.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.engine.Published;
import org.prevenance.engine.Stage;
import org.prevenance.engine.Stages;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.EventLog;
import org.prevenance.measure.Bootstrap;
import org.prevenance.measure.Figures;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.JudgedComplaint;
import org.prevenance.measure.Period;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;

/// The trial of one candidate on all events. Its sightings may come from several threads.
final class Trial {
    private static final Comparator<JudgedCase> BY_OPENING = Comparator.comparing(JudgedCase::opened)
            .thenComparing(JudgedCase::subject)
            .thenComparing(JudgedCase::signal);
    private static final Comparator<JudgedComplaint> BY_TIME = Comparator.comparing(JudgedComplaint::time)
            .thenComparing(JudgedComplaint::id)
            .thenComparing(JudgedComplaint::signal);

    private static final int ONE_IN = 100;

    private final Candidate candidate;
    private final Program program;
    private final Stages stages;
    private final TruthEvents truths;
    private final ZoneDays days;
    private final boolean seesFuture;
    private final Published published;
    private final Published publishedSeen;
    private final ConcurrentLinkedQueue<Sighting> live = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Sighting> hindsight = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Long, LongAdder> byDay = new ConcurrentSkipListMap<>();
    private long end;

    /// What an island gave.
    sealed interface Sighting {}

    record OneCase(JudgedCase judged) implements Sighting {}

    record OneComplaint(JudgedComplaint judged) implements Sighting {}

    /// @param seesFuture whether to try with the future visible too
    Trial(Candidate candidate, boolean seesFuture) {
        this.candidate = candidate;
        this.program = candidate.program();
        this.stages = new Stages(program);
        this.published = new Published(stages);
        this.publishedSeen = new Published(stages);
        this.truths = new TruthEvents(program);
        this.days = new ZoneDays(program.zone());
        this.seesFuture = seesFuture;
    }

    Program program() {
        return program;
    }

    Stages stages() {
        return stages;
    }

    TruthEvents truths() {
        return truths;
    }

    ZoneDays days() {
        return days;
    }

    long end() {
        return end;
    }

    boolean seesFuture() {
        return seesFuture;
    }

    Published published() {
        return published;
    }

    Published publishedSeen() {
        return publishedSeen;
    }

    Consumer<Sighting> live() {
        return live::add;
    }

    Consumer<Sighting> hindsight() {
        return hindsight::add;
    }

    int subject(String name) {
        return program.subjects().of(name);
    }

    String name(int subject) {
        return program.subjects().name(subject);
    }

    /// Counts events that became known on a day.
    void count(long day, int events) {
        byDay.computeIfAbsent(day, _ -> new LongAdder()).add(events);
    }

    /// The start of the first day by which one event in a hundred had become known: a few contracts from long ago do
    /// not
    /// make a period. Microseconds since 1970; `otherwise` where there are no events.
    private long bulkBegins(long otherwise) {
        long all = byDay.values().stream().mapToLong(LongAdder::sum).sum();
        long before = 0;
        for (Map.Entry<Long, LongAdder> entry : byDay.entrySet()) {
            before += entry.getValue().sum();
            if (before * ONE_IN > all) {
                return days.start(entry.getKey());
            }
        }
        return otherwise;
    }

    /// The slots of each event type that must be kept.
    List<BitSet> slotsKept() {
        List<BitSet> slots = stages.plan().slotsKept();
        truths.keep(slots);
        return slots;
    }

    /// Judges all islands, stage by stage.
    ///
    /// @param last the instant up to which is judged, microseconds since 1970
    void run(EventLog log, int threads, long last) {
        end = last;
        for (Stage stage : stages.all()) {
            IntStream awaited = IntStream.concat(
                    Arrays.stream(published.awaited(stage)), Arrays.stream(publishedSeen.awaited(stage)));
            int[] subjects = awaited.sorted().distinct().toArray();
            log.forEachIsland(
                    new EventLog.Visit(stage.groups(), subjects), threads, () -> new IslandTrial(this, stage));
            published.close(stage);
            publishedSeen.close(stage);
        }
    }

    Outcome outcome(Period period, Bootstrap bootstrap) {
        List<Outcome.SignalAbout> signals = new ArrayList<>();
        for (Signal signal : program.signals()) {
            Deadline deadline = Deadline.of(signal);
            signals.add(new Outcome.SignalAbout(
                    signal.name(),
                    signal.titleFr(),
                    signal.titleEn(),
                    truths.horizon(signal),
                    deadline == null ? null : deadline.written(),
                    !truths.of(signal).isEmpty()));
        }
        return new Outcome(
                candidate.name(),
                signals,
                side(live, signals, period, bootstrap),
                seesFuture ? side(hindsight, signals, period, bootstrap) : null);
    }

    private static Side side(
            Collection<Sighting> sightings, List<Outcome.SignalAbout> signals, Period period, Bootstrap bootstrap) {
        List<JudgedCase> cases = new ArrayList<>();
        List<JudgedComplaint> complaints = new ArrayList<>();
        for (Sighting sighting : sightings) {
            switch (sighting) {
                case OneCase(JudgedCase one) -> addWithin(period, one.opened(), one, cases);
                case OneComplaint(JudgedComplaint one) -> addWithin(period, one.time(), one, complaints);
            }
        }
        cases.sort(BY_OPENING);
        complaints.sort(BY_TIME);
        List<Figures> figures = new ArrayList<>();
        for (Outcome.SignalAbout signal : signals) {
            figures.add(Figures.of(
                    only(cases, one -> one.signal().equals(signal.name())),
                    only(complaints, one -> one.signal().equals(signal.name())),
                    period,
                    bootstrap));
        }
        return new Side(figures, Figures.of(cases, once(complaints), period, bootstrap), cases, complaints);
    }

    private static <T> void addWithin(Period period, Instant instant, T one, List<T> to) {
        if (period.holds(instant)) {
            to.add(one);
        }
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /// Each complaint once, foreseen when one of the signals preceded it.
    private static List<JudgedComplaint> once(List<JudgedComplaint> complaints) {
        Map<String, JudgedComplaint> byId = new LinkedHashMap<>();
        for (JudgedComplaint one : complaints) {
            byId.merge(one.id(), one, (before, again) -> before.foreseen() ? before : again);
        }
        return List.copyOf(byId.values());
    }

    /// The period that figures are about; null where nothing was admitted.
    ///
    /// @param from as asked for; null: where the bulk of the events begins
    @Nullable
    Period period(@Nullable Instant from, long first) {
        if (first == Raw.ABSENT) {
            return null;
        }
        Instant until = ZoneDays.instant(end);
        Instant begin = from == null ? ZoneDays.instant(bulkBegins(first)) : from;
        return new Period(begin.isAfter(until) ? until : begin, until, program.zone());
    }
}
