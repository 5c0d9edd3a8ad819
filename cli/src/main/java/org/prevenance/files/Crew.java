package org.prevenance.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Several threads that take numbered pieces of work, in order, until none is left.
final class Crew {
    /// One thread's way of doing pieces; closed when the thread is done.
    interface Worker extends AutoCloseable {
        void piece(int number) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    private final AtomicInteger next = new AtomicInteger();
    private final int pieces;

    private Crew(int pieces) {
        this.pieces = pieces;
    }

    /// Does pieces 0 to `pieces - 1`, with a worker for each thread. The first failure ends the work and is thrown.
    static void work(int threads, int pieces, Supplier<? extends Worker> workers) throws IOException {
        Crew crew = new Crew(pieces);
        int useful = Math.min(threads, pieces);
        if (useful <= 1) {
            crew.takePart(workers.get());
            return;
        }
        List<Future<?>> parts = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(useful)) {
            for (int i = 0; i < useful; i++) {
                Worker worker = workers.get();
                parts.add(pool.submit(() -> {
                    crew.takePart(worker);
                    return null;
                }));
            }
            crew.await(parts);
        }
    }

    private void takePart(Worker worker) throws IOException {
        try (worker) {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                worker.piece(piece);
            }
        } catch (Throwable e) {
            next.set(pieces); // so that the others end soon
            throw e;
        }
    }

    private void await(List<Future<?>> parts) throws IOException {
        try {
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            next.set(pieces);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The work was interrupted.");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unexpected -> throw unexpected;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
