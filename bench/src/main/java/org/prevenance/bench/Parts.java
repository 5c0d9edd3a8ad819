package org.prevenance.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Splits a file of events into files that hold whole contracts each, in the same order: what the partitions of a
/// message queue would hold. It favours who reads several files at once and cannot keep order otherwise.
final class Parts {
    private Parts() {}

    /// Writes `part-0.ndjson`, `part-1.ndjson`, … into a folder, replacing what is there.
    static void write(Path events, Path folder, int parts) throws IOException {
        Files.createDirectories(folder);
        List<OutputStream> outs = new ArrayList<>();
        try (EventReader reader = EventReader.of(events);
                Lines lines = new Lines(events)) {
            for (int part = 0; part < parts; part++) {
                Path file = folder.resolve("part-" + part + ".ndjson");
                outs.add(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
            }
            Map<Integer, Integer> contractOf = new HashMap<>();
            while (reader.next()) {
                lines.copy(outs.get(contract(reader, contractOf) % parts));
            }
        } finally {
            for (OutputStream out : outs) {
                out.close();
            }
        }
    }

    /// The number of the contract that an event is about; 0 for events about no contract.
    private static int contract(EventReader event, Map<Integer, Integer> contractOf) {
        if (event.kind() == EventReader.Kind.INSTALLED) {
            contractOf.put(event.device(), event.contract());
        }
        if (event.contract() >= 0) {
            return event.contract();
        }
        return contractOf.getOrDefault(event.device(), 0);
    }

    /// Reads a file line by line, without making lines of it.
    private static final class Lines implements AutoCloseable {
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 20];
        private int from;
        private int until;

        Lines(Path file) throws IOException {
            in = Files.newInputStream(file);
        }

        /// Copies the rest of this line, with its end.
        void copy(OutputStream out) throws IOException {
            while (from < until || fill()) {
                int at = from;
                while (at < until && buffer[at] != '\n') {
                    at++;
                }
                int end = Math.min(at + 1, until);
                out.write(buffer, from, end - from);
                from = end;
                if (at < until) {
                    return;
                }
            }
        }

        private boolean fill() throws IOException {
            from = 0;
            until = Math.max(0, in.read(buffer));
            return until > 0;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
