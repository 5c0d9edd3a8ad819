package org.prevenance.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.engine.Engine;
import org.prevenance.engine.Published;
import org.prevenance.engine.Stage;
import org.prevenance.engine.Stages;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.EventLog;
import org.prevenance.files.Island;
import org.prevenance.files.IslandVisitor;
import org.prevenance.files.Limits;
import org.prevenance.files.Progress;
import org.prevenance.files.ReadPlan;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;
import org.prevenance.signal.Harm;

/// The main job: reads a folder of events, judges every signal as if live, and tells the cases.
///
/// Subjects that no link ties together are judged apart, on as many threads as asked; the result does not depend on it.
public final class Check {
    private static final Comparator<Case> WORST_FIRST = Comparator.comparing(Check::amount, Comparator.reverseOrder())
            .thenComparing(Case::subject)
            .thenComparing(Case::signal)
            .thenComparing(Case::openedAt);

    private final Program program;
    private final Stages stages;
    private final Proofs proofs;
    private final ConcurrentLinkedQueue<Case> cases = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Map<String, CheckResult.Proof> shown = new ConcurrentHashMap<>();

    /// What to check, and how.
    ///
    /// @param further what is read besides the files of the folder
    /// @param until   judge up to this instant, with what was known by then; null: up to the last event known
    /// @param threads at least 1
    /// @param rows    reads CSV and Parquet files
    public record Request(
            Path folder, Further further, @Nullable Instant until, int threads, RowOpener rows) {
        /// Of a folder alone.
        public Request(Path folder, @Nullable Instant until, int threads, RowOpener rows) {
            this(folder, Further.NOTHING, until, threads, rows);
        }

        private List<Path> roots() {
            return Stream.concat(Stream.of(folder), further.files().stream()).toList();
        }
    }

    private Check(Program program) {
        this.program = program;
        this.stages = new Stages(program);
        this.proofs = new Proofs(program);
    }

    /// Runs a check.
    ///
    /// @throws IOException when the folder cannot be read; a broken file never stops a check
    public static CheckResult run(Program program, Request request, Progress progress) throws IOException {
        return run(program, request, Limits.usual(), progress);
    }

    /// Runs a check within the given limits, which never change its result.
    static CheckResult run(Program program, Request request, Limits limits, Progress progress) throws IOException {
        return new Check(program).run(request, limits, progress);
    }

    private CheckResult run(Request request, Limits limits, Progress progress) throws IOException {
        Instant until = request.until();
        long limit = until == null ? Long.MAX_VALUE : ZoneDays.micros(until);
        try (EventLog log = EventLog.read(request.roots(), readPlan(request, limit), limits, progress)) {
            long end = until == null ? log.lastKnown() : limit;
            Published published = new Published(stages);
            for (Stage stage : stages.all()) {
                EventLog.Visit visit = new EventLog.Visit(stage.groups(), published.awaited(stage));
                log.forEachIsland(visit, request.threads(), () -> visitor(stage, published, end));
                published.close(stage);
            }
            return new CheckResult(
                    log.counts(),
                    cases.stream().sorted(WORST_FIRST).toList(),
                    instant(log.firstTime()),
                    instant(end),
                    log.quarantine(),
                    Map.copyOf(shown),
                    signals(),
                    commands.stream().sorted(Command.ORDER).toList(),
                    request.further().forecasts());
        }
    }

    private static @Nullable Instant instant(long micros) {
        return micros == Raw.ABSENT ? null : ZoneDays.instant(micros);
    }

    private ReadPlan readPlan(Request request, long until) {
        return new ReadPlan(
                program.vocabulary(),
                program.symbols(),
                program.subjects(),
                stages.plan().slotsKept(),
                program.zone(),
                stages.plan()::counts,
                stages.groups(),
                request.threads(),
                until,
                request.rows());
    }

    private IslandVisitor visitor(Stage stage, Published published, long end) {
        Engine engine = new Engine(stage.plan(), published);
        return island -> {
            engine.reset(new IslandHistory(island));
            judge(island, engine, end);
        };
    }

    private void judge(Island island, Engine engine, long end) {
        for (int subject : island.awaited()) {
            engine.await(subject);
        }
        Event row = new Event();
        for (int i = 0; i < island.size(); i++) {
            island.read(i, row);
            engine.apply(row);
        }
        List<Case> found = engine.finish(end);
        commands.addAll(engine.commands());
        if (!found.isEmpty()) {
            cases.addAll(found);
            show(island, found);
        }
    }

    private void show(Island island, List<Case> found) {
        Set<String> wanted = new HashSet<>();
        found.forEach(one -> wanted.addAll(one.evidence()));
        Event row = new Event();
        for (int i = 0; i < island.size(); i++) {
            island.read(i, row);
            if (wanted.contains(row.id())) {
                shown.put(row.id(), proofs.of(row));
            }
        }
    }

    private List<CheckResult.SignalAbout> signals() {
        Map<String, CheckResult.SignalAbout> signals = new LinkedHashMap<>(); // one name may be about several kinds
        program.signals()
                .forEach(signal -> signals.putIfAbsent(
                        signal.name(), new CheckResult.SignalAbout(signal.name(), signal.titleFr(), signal.titleEn())));
        return List.copyOf(signals.values());
    }

    private static BigDecimal amount(Case one) {
        Harm harm = one.harm();
        return harm == null ? BigDecimal.ZERO : harm.amount();
    }
}
