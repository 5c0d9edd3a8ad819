package org.prevenance.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Further;
import org.prevenance.event.ZoneDays;
import org.prevenance.files.EventLog;
import org.prevenance.files.Progress;
import org.prevenance.files.ReadPlan;
import org.prevenance.files.RowOpener;
import org.prevenance.measure.Bootstrap;
import org.prevenance.measure.Period;
import org.prevenance.playbook.Program;

/// Tries playbooks on past events. The files are read once, whatever the number of candidates; what comes out does not
/// depend on the number of threads.
public final class Backtest {
    private final Request request;
    private final List<Trial> trials = new ArrayList<>();

    /// What to try.
    ///
    /// @param main       the playbooks as they are
    /// @param varied     what [#variations] vary; null: nothing
    /// @param variations the same playbooks with another value each
    /// @param old        an older version to compare with; null: none
    public record Candidates(
            Candidate main,
            BacktestResult.@Nullable Varied varied,
            List<Candidate> variations,
            @Nullable Candidate old) {
        public Candidates {
            variations = List.copyOf(variations);
        }

        /// The playbooks as they are, and nothing else.
        public static Candidates only(Candidate main) {
            return new Candidates(main, null, List.of(), null);
        }
    }

    /// On what to try it.
    ///
    /// @param further what is read besides the files of the folder
    /// @param from    cases and complaints from then on count; null: from the first event on
    /// @param until   judge up to this instant, with what was known by then; null: up to the last event known
    /// @param threads at least 1
    public record Request(
            Path folder,
            Further further,
            @Nullable Instant from,
            @Nullable Instant until,
            int threads,
            Bootstrap bootstrap) {
        /// Of a folder alone.
        public Request(Path folder, @Nullable Instant from, @Nullable Instant until, int threads, Bootstrap bootstrap) {
            this(folder, Further.NOTHING, from, until, threads, bootstrap);
        }

        private List<Path> roots() {
            return Stream.concat(Stream.of(folder), further.files().stream()).toList();
        }
    }

    /// How CSV and Parquet files are read, told once it is known what is needed of them.
    @FunctionalInterface
    public interface Rows {
        RowOpener opener(List<BitSet> slotsKept) throws IOException;
    }

    private Backtest(Request request) {
        this.request = request;
    }

    /// Runs a backtest.
    ///
    /// @throws IOException when the folder cannot be read; a broken file never stops a backtest
    public static BacktestResult run(Candidates candidates, Request request, Rows rows, Progress progress)
            throws IOException {
        return new Backtest(request).run(candidates, rows, progress);
    }

    private BacktestResult run(Candidates candidates, Rows rows, Progress progress) throws IOException {
        trials.add(new Trial(candidates.main(), true));
        candidates.variations().forEach(one -> trials.add(new Trial(one, false)));
        Candidate old = candidates.old();
        if (old != null) {
            trials.add(new Trial(old, false));
        }
        Program program = candidates.main().program();
        Instant until = request.until();
        long limit = until == null ? Long.MAX_VALUE : ZoneDays.micros(until);
        try (EventLog log = EventLog.read(request.roots(), plan(program, groups(), limit, rows), progress)) {
            long end = until == null ? log.lastKnown() : limit;
            for (Trial trial : trials) {
                if (trial.stages().groups().equals(groups())) {
                    trial.run(log, request.threads(), end);
                } else {
                    runApart(trial, limit, rows, end);
                }
            }
            Period known = trials.getFirst().period(request.from(), log.firstTime());
            Period period = known == null ? new Period(Instant.EPOCH, Instant.EPOCH, program.zone()) : known;
            List<Outcome> outcomes = trials.stream()
                    .map(trial -> trial.outcome(period, request.bootstrap()))
                    .toList();
            int variations = candidates.variations().size();
            return new BacktestResult(
                    log.counts(),
                    log.quarantine(),
                    known,
                    request.bootstrap(),
                    outcomes.getFirst(),
                    candidates.varied(),
                    outcomes.subList(1, 1 + variations),
                    old == null ? null : Comparison.of(outcomes.getLast(), outcomes.getFirst()),
                    request.further().forecasts());
        }
    }

    private List<Integer> groups() {
        return trials.getFirst().stages().groups();
    }

    /// A version that reads other subjects than the main one sees other subjects apart: its events are read anew.
    private void runApart(Trial trial, long limit, Rows rows, long end) throws IOException {
        ReadPlan plan = plan(trial.program(), trial.stages().groups(), limit, rows);
        try (EventLog log = EventLog.read(request.roots(), plan, Progress.NONE)) {
            trial.run(log, request.threads(), end);
        }
    }

    /// What all candidates together need to be read.
    private ReadPlan plan(Program program, List<Integer> groups, long until, Rows rows) throws IOException {
        List<BitSet> slots = trials.getFirst().slotsKept();
        for (Trial trial : trials) {
            List<BitSet> needed = trial.slotsKept();
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).or(needed.get(i));
            }
        }
        return new ReadPlan(
                program.vocabulary(),
                program.symbols(),
                program.subjects(),
                slots,
                program.zone(),
                (type, field) -> trials.stream()
                        .anyMatch(trial -> trial.stages().plan().counts(type, field)
                                || trial.truths().joins(type, field)),
                groups,
                request.threads(),
                until,
                rows.opener(slots));
    }
}
