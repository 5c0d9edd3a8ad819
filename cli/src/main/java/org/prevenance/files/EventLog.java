package org.prevenance.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.prevenance.event.Raw;

/// All events of a folder, each once, island by island. What it gives does not depend on the number of threads, the
/// names
/// and order of files, or how events are spread over them.
///
/// Memory: about 70 bytes for each event, up to about [Limits#memoryBytes]; the rest waits in temporary files. The
/// events of one island are in memory while it is visited.
///
/// Start reading here: [Reading] (files to pages), [Copies] (each event once), [Islands], [Distribution] (pages to
/// partitions), [Partition] (islands in order).
public final class EventLog implements AutoCloseable {
    private static final int SMALLEST_PARTITION = 1 << 16;
    private static final int MOST_PARTITIONS = 1024;

    private final ReadPlan plan;
    private final Pages pages;
    private final QuarantineLog quarantine;
    private final RecordCodec codec;
    private final List<QuarantineLog.Piece> quarantined;
    private final Counts counts;
    private final Islands islands;
    private final SourceRanks sources;
    private final Distribution distribution;
    private final long spilledFingerprintBytes;

    /// Reads all event files under a folder; see [EventFiles].
    ///
    /// @throws IOException when the folder is not there, or the temporary file cannot be written; never for a broken
    /// file
    ///                     of events, which goes to quarantine
    public static EventLog read(Path folder, ReadPlan plan, Progress progress) throws IOException {
        return read(List.of(folder), plan, progress);
    }

    /// Reads all event files under several folders, or the files given.
    public static EventLog read(List<Path> roots, ReadPlan plan, Progress progress) throws IOException {
        return read(roots, plan, Limits.usual(), progress);
    }

    /// Reads within the given limits.
    public static EventLog read(List<Path> roots, ReadPlan plan, Limits limits, Progress progress) throws IOException {
        EventFiles files = EventFiles.under(roots);
        Pages pages = new Pages(limits);
        QuarantineLog quarantine = new QuarantineLog(limits);
        try {
            return new EventLog(files, plan, limits, progress, pages, quarantine);
        } catch (Throwable e) {
            closeAfter(e, pages, quarantine);
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, AutoCloseable... open) {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }

    private EventLog(
            EventFiles files, ReadPlan plan, Limits limits, Progress progress, Pages pages, QuarantineLog quarantine)
            throws IOException {
        this.plan = plan;
        this.pages = pages;
        this.quarantine = quarantine;
        codec = new RecordCodec(plan.vocabulary().types(), plan.slotsRead(), plan.until());
        Reading reading;
        long[] row;
        Copies copies;
        long[] surplus;
        try (Fingerprints fingerprints = new Fingerprints(limits.fingerprintBytes(), limits.temporary())) {
            reading = new Reading(plan, limits, progress, pages, fingerprints, codec, quarantine);
            reading.read(files);
            row = reading.row();
            Precedence precedence = new Precedence(codec, plan.vocabulary().types(), plan.symbols(), plan.subjects());
            copies = new Copies(pages, row, precedence, reading.connections(), plan.threads());
            surplus = copies.find(fingerprints, reading.corrections());
            spilledFingerprintBytes = fingerprints.spilledBytes();
        }
        quarantined = List.copyOf(reading.pieces());
        long refused = quarantine.count();
        counts = new Counts(
                reading.items(),
                reading.items() - refused - surplus.length,
                surplus.length,
                refused,
                reading.droppedFields() - copies.droppedFields());
        islands = new Islands(
                plan.subjects(),
                reading.connections(),
                plan::group,
                plan.groups().stream().mapToInt(group -> group + 1).max().orElse(1),
                partitions((long) row.length * pages.pageBytes(), limits));
        distribution = new Distribution(pages, row, surplus, islands, codec, plan.until(), plan.threads());
        distribution.run();
        sources = new SourceRanks(reading.sources(), plan.symbols());
    }

    /// Small enough to sort in passing, and several for each thread so that none waits long for another.
    private int partitions(long bytes, Limits limits) {
        long bySize = bytes / limits.partitionBytes() + 1;
        long byThreads = Math.min(plan.threads() * 4L, bytes / SMALLEST_PARTITION + 1);
        long wanted = Math.min(MOST_PARTITIONS, Math.max(bySize, byThreads));
        return Integer.highestOneBit((int) (wanted * 2 - 1));
    }

    public Counts counts() {
        return counts;
    }

    /// What was not admitted, by file and line, all in memory: where there may be very many, prefer
    /// [#forEachQuarantined].
    public List<Quarantined> quarantine() {
        List<Quarantined> all = new ArrayList<>();
        forEachQuarantined(all::add);
        return all;
    }

    /// Gives what was not admitted, by file and line.
    public void forEachQuarantined(Consumer<? super Quarantined> consumer) {
        for (QuarantineLog.Piece piece : quarantined) {
            piece.forEach(consumer);
        }
    }

    /// The earliest time of an event handed out, microseconds since 1970; [Raw#ABSENT] where there is none.
    public long firstTime() {
        return distribution.handedOut() == 0 ? Raw.ABSENT : distribution.firstTime();
    }

    /// The latest instant at which an event handed out became known, microseconds since 1970; [Raw#ABSENT] where there
    /// is
    /// none.
    public long lastKnown() {
        return distribution.handedOut() == 0 ? Raw.ABSENT : distribution.lastKnown();
    }

    /// Shows every island that has events once, in no particular order. May be called again.
    ///
    /// @param threads   that visit at the same time
    /// @param perThread makes a visitor for each of them
    public void forEachIsland(int threads, Supplier<? extends IslandVisitor> perThread) {
        BitSet all = new BitSet();
        plan.groups().forEach(all::set);
        forEachIsland(new Visit(all, new int[0]), threads, perThread);
    }

    /// Which islands to show.
    ///
    /// @param groups  those of subjects of these groups
    /// @param awaited subjects whose islands are shown even where they have no events, ascending
    public record Visit(BitSet groups, int[] awaited) {}

    /// Shows every island of the visit once, in no particular order.
    public void forEachIsland(Visit visit, int threads, Supplier<? extends IslandVisitor> perThread) {
        Islands.Awaited awaited = islands.awaited(visit.awaited());
        int[] partitions = islands.partitionsOf(visit.groups());
        try {
            Crew.work(threads, partitions.length, () -> {
                IslandVisitor visitor = perThread.get();
                Partition partition = new Partition(pages, islands, sources, codec);
                return number ->
                        partition.show(partitions[number], distribution.pagesOf(partitions[number]), awaited, visitor);
            });
            if (awaited.nowhere().length > 0) {
                new Partition(pages, islands, sources, codec).showEmpty(awaited.nowhere(), perThread.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of events cannot be read again.", e);
        }
    }

    /// How many bytes had to go to a temporary file.
    public long spilledBytes() {
        return pages.spilledBytes() + spilledFingerprintBytes;
    }

    @Override
    public void close() throws IOException {
        try (quarantine) {
            pages.close();
        }
    }
}
