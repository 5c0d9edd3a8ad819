package org.prevenance.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.intake.EventReader;

/// The first step: all files to pages, by several threads.
final class Reading {
    private static final int SNIFF = 1 << 16;

    private final ReadPlan plan;
    private final Limits limits;
    private final Progress progress;
    private final Pages pages;
    private final RecordCodec codec;
    private final JoinFields joinFields;
    private final Fingerprints fingerprints;
    private final Connections connections;
    private final QuarantineLog quarantine;
    private final List<QuarantineLog.Piece> pieces = new ArrayList<>();
    private final LongList row = new LongList();
    private final List<Correction> corrections = new ArrayList<>();
    private final BitSet sources = new BitSet();
    private long items;
    private long droppedFields;

    Reading(
            ReadPlan plan,
            Limits limits,
            Progress progress,
            Pages pages,
            Fingerprints fingerprints,
            RecordCodec codec,
            QuarantineLog quarantine) {
        this.plan = plan;
        this.limits = limits;
        this.progress = progress;
        this.pages = pages;
        this.fingerprints = fingerprints;
        this.codec = codec;
        this.quarantine = quarantine;
        joinFields = new JoinFields(plan);
        connections = new Connections(plan::group);
    }

    void read(EventFiles files) throws IOException {
        noteUnreadable(files);
        List<ReadTask> tasks = new ArrayList<>();
        long bytes = 0;
        for (EventFile file : plan.rows().together(files.files())) {
            plan(file, tasks);
            bytes += file.size();
        }
        progress.begins(bytes);
        List<ReadTask> schedule = new ArrayList<>(tasks);
        schedule.sort(Comparator.comparingLong(task -> task.isWhole() ? -task.file.size() : 1));
        Crew.work(plan.threads(), schedule.size(), () -> new Part(schedule));
        progress.done();
        numberLines(tasks);
        pieces.sort(Comparator.comparing(QuarantineLog.Piece::file));
    }

    private void noteUnreadable(EventFiles files) throws IOException {
        for (EventFiles.Unreadable one : files.unreadable()) {
            QuarantineLog.Piece piece = quarantine.piece(one.name());
            piece.add(null, 1, null, one.reason(), "");
            piece.finish();
            pieces.add(piece);
            items++;
        }
    }

    private void plan(EventFile file, List<ReadTask> tasks) {
        boolean plain = file.compression() == Compression.NONE;
        boolean lines = file.format() == EventFile.Format.LINES || looksLikeLines(file);
        EventFile asRead = lines
                ? new EventFile(file.path(), file.name(), EventFile.Format.LINES, file.compression(), file.size())
                : file;
        if (!plain || !lines) {
            planWhole(asRead, tasks);
            return;
        }
        for (long from = 0; from < file.size(); from += limits.chunkBytes()) {
            tasks.add(task(asRead, from, Math.min(file.size(), from + limits.chunkBytes()), null));
        }
    }

    private void planWhole(EventFile file, List<ReadTask> tasks) {
        List<RowSource> stretches = file.format().isOpened() ? stretches(file) : List.of();
        int count = stretches.size();
        if (count < 2) {
            tasks.add(task(file, 0, Long.MAX_VALUE, null));
            return;
        }
        for (int i = 0; i < count; i++) {
            tasks.add(task(file, file.size() * i / count, file.size() * (i + 1) / count, stretches.get(i)));
        }
    }

    private List<RowSource> stretches(EventFile file) {
        try {
            RowSource source = plan.rows().open(file);
            return source == null ? List.of() : source.pieces();
        } catch (IOException e) {
            return List.of(); // its reader will say so
        }
    }

    private ReadTask task(EventFile file, long from, long to, @Nullable RowSource rows) {
        QuarantineLog.Piece piece = quarantine.piece(file.name());
        pieces.add(piece);
        return new ReadTask(file, from, to, rows, piece);
    }

    private static boolean looksLikeLines(EventFile file) {
        if (file.format() != EventFile.Format.JSON) {
            return false;
        }
        try (InputStream in = file.compression().open(Files.newInputStream(file.path()))) {
            byte[] start = new byte[SNIFF];
            return JsonItems.looksLikeLines(start, in.readNBytes(start, 0, SNIFF));
        } catch (IOException e) {
            return false; // its reader will say so
        }
    }

    private static void numberLines(List<ReadTask> tasks) {
        long before = 0;
        for (ReadTask task : tasks) {
            before = task.from == 0 ? 0 : before;
            task.quarantine.startsAfter(before);
            before += task.lines();
        }
    }

    /// One thread's part.
    private final class Part implements Crew.Worker {
        private final List<ReadTask> schedule;
        private final Admission admission =
                new Admission(new PageWriter(pages, codec), fingerprints.writer(), joinFields, connections);
        private final TaskReader reader = new TaskReader(
                new EventReader(
                        plan.vocabulary(), plan.symbols(), plan.subjects(), joinFields.slotsRead(), plan.zone()),
                admission,
                plan.rows(),
                progress,
                limits);

        Part(List<ReadTask> schedule) {
            this.schedule = schedule;
        }

        @Override
        public void piece(int number) throws IOException {
            reader.read(schedule.get(number));
        }

        @Override
        public void close() throws IOException {
            LongList written = admission.finish();
            synchronized (row) {
                row.addAll(written);
                corrections.addAll(admission.corrections());
                sources.or(admission.sources());
                droppedFields += admission.droppedFields();
                items += admission.items();
            }
        }
    }

    /// The pages of all events, in no particular order.
    long[] row() {
        return row.toArray();
    }

    List<Correction> corrections() {
        return corrections;
    }

    Connections connections() {
        return connections;
    }

    BitSet sources() {
        return sources;
    }

    /// Quarantine entries by file and line.
    List<QuarantineLog.Piece> pieces() {
        return pieces;
    }

    /// Items read, admitted or not.
    long items() {
        return items;
    }

    /// Dropped fields of all events, copies included.
    long droppedFields() {
        return droppedFields;
    }
}
