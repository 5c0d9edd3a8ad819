package org.prevenance.sources;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Decodes the row groups of a file ahead of the thread that takes them, in order. Not thread-safe.
final class RowGroups implements AutoCloseable {
    /// Row groups decoded or being decoded while one is taken: bounds the memory.
    private static final int AHEAD = 2;

    private final ParquetFile file;
    private final List<Leaf> columns;
    private final ExecutorService decoders;
    private final ArrayDeque<List<Future<ColumnValues>>> underway = new ArrayDeque<>();
    private int next;

    RowGroups(ParquetFile file, List<Leaf> columns) {
        this.file = file;
        this.columns = columns;
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors() - 1, columns.size()));
        decoders = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("parquet-", 0).daemon().factory());
    }

    boolean hasNext() {
        return next < file.rowGroups() || !underway.isEmpty();
    }

    /// The columns of the next row group, in the order asked for.
    List<ColumnValues> next() throws IOException {
        while (next < file.rowGroups() && underway.size() <= AHEAD) {
            underway.add(start(next++));
        }
        List<ColumnValues> group = new ArrayList<>(columns.size());
        for (Future<ColumnValues> column : underway.remove()) {
            group.add(taken(column));
        }
        return group;
    }

    private List<Future<ColumnValues>> start(int group) {
        List<Future<ColumnValues>> started = new ArrayList<>(columns.size());
        for (Leaf column : columns) {
            started.add(decoders.submit(() -> file.read(group, column)));
        }
        return started;
    }

    private static ColumnValues taken(Future<ColumnValues> column) throws IOException {
        try {
            return column.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("The Parquet file cannot be read on: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading a Parquet file.", e);
        }
    }

    @Override
    public void close() {
        decoders.shutdownNow();
        boolean interrupted = false;
        while (!decoders.isTerminated()) { // the file is closed next: nobody may still be reading it
            try {
                decoders.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
